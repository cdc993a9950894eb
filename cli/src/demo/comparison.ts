import type { RunView } from '@mammofed/core';
import { lastCommittedRound } from '../table-one.js';
import type { Experiment, ExperimentKind } from './experiments.js';
import { diceDifference, figuresBySite, setFigures, type DiceDifference, type ExperimentRow } from './figures.js';
import { imageOwners, readImageResults, type ImageResult } from './image-results.js';
import type { OutFolder } from './out-folder.js';

/** A run of the demo that is over. */
export interface FinishedExperiment extends Experiment {
  readonly view: RunView;
}

/** One trained model, measured image by image. */
export interface MeasuredExperiment extends FinishedExperiment {
  /** Sorted by file name. */
  readonly images: readonly ImageResult[];
}

/** Every model of a demo on the same test images. */
export interface Comparison {
  readonly measured: readonly MeasuredExperiment[];
  /** In the order of the runs; after a network's local-only models comes the row over all of them. */
  readonly rows: readonly ExperimentRow[];
  readonly differences: readonly DiceDifference[];
}

export interface ComparisonRequest {
  readonly finished: readonly FinishedExperiment[];
  readonly sites: readonly string[];
  readonly pooledSite: string | null;
  readonly out: OutFolder;
  /** Of the bootstrap. */
  readonly seed: number;
}

/** Joins what the agents keep in their own folders. @throws CliError `process-failed` if a site kept nothing. */
export async function compare(request: ComparisonRequest): Promise<Comparison> {
  const { finished, sites, pooledSite, out, seed } = request;
  const owners = await imageOwners(out, sites);
  const measured: MeasuredExperiment[] = [];
  for (const experiment of finished) {
    const { kind, site, view } = experiment;
    const evaluators = kind === 'pooled' ? [pooledSite ?? ''] : kind === 'local' ? [site ?? ''] : sites;
    const round = lastCommittedRound(view);
    // A site that failed on the way has no figures of the last model, and the table says so.
    const able = evaluators.filter((name) => view.evaluations.some((one) => one.site === name && one.round === round));
    const read = await Promise.all(able.map((name) => readImageResults(out.siteDir(name), view.runId, round, owners)));
    const images = read.flat().sort((a, b) => (a.file < b.file ? -1 : 1));
    measured.push({ ...experiment, images });
  }
  return comparisonOf(measured, sites, seed);
}

/** Sets measured models side by side. @param sites - in the order in which they are shown. @param seed - of the bootstrap. */
export function comparisonOf(
  measured: readonly MeasuredExperiment[],
  sites: readonly string[],
  seed: number,
): Comparison {
  const models = [...new Set(measured.map(({ model }) => model))];
  const rows = models.flatMap((model) =>
    rowsOf(
      measured.filter((one) => one.model === model),
      sites,
      seed,
    ),
  );
  const differences = models.flatMap((model) =>
    differencesOf(
      measured.filter((one) => one.model === model),
      seed,
    ),
  );
  return { measured, rows, differences };
}

function rowsOf(measured: readonly MeasuredExperiment[], sites: readonly string[], seed: number): ExperimentRow[] {
  const known = measured.filter(({ images }) => images.length > 0);
  const rows = known.map(({ model, kind, site, view, images }): ExperimentRow => {
    const { runId, modelSha256 } = view;
    const perSite = figuresBySite(images, sites, seed);
    return { model, kind, site, runId, modelSha256, ...setFigures(images, seed), perSite };
  });
  const local = imagesOf(measured, 'local');
  const [first] = measured;
  if (first === undefined || local.length === 0) return rows;
  const { model } = first;
  // Every image judged by the model of the site that has it.
  const overAll = { ...setFigures(local, seed), perSite: figuresBySite(local, sites, seed) };
  return [...rows, { model, kind: 'local', site: null, runId: null, modelSha256: null, ...overAll }];
}

function differencesOf(measured: readonly MeasuredExperiment[], seed: number): DiceDifference[] {
  const [first] = measured;
  const federated = imagesOf(measured, 'federated');
  if (first === undefined || federated.length === 0) return [];
  return (['pooled', 'local'] as const).flatMap((kind) => {
    const other = imagesOf(measured, kind);
    const difference = diceDifference(first.model, ['federated', kind], federated, other, seed);
    return difference === null ? [] : [difference];
  });
}

function imagesOf(measured: readonly MeasuredExperiment[], kind: ExperimentKind): ImageResult[] {
  return measured.filter((one) => one.kind === kind).flatMap(({ images }) => [...images]);
}
