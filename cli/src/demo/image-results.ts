import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPairsIndex } from '@mammofed/imaging';
import { CliError } from '../errors.js';
import { METRICS, type Metric } from '../table-one.js';
import type { OutFolder } from './out-folder.js';

/** A model's figures on one test image. */
export interface ImageResult extends Readonly<Record<Metric, number>> {
  readonly file: string;
  readonly patient: string;
  /** The site whose image it is, whoever measured it. */
  readonly site: string;
  /** Whether the lesion's region is cut by the image's border; null where the agent does not say. */
  readonly touchesEdge: boolean | null;
  /** Areas of the lesion as drawn and as predicted, as fractions of the region; null where the agent does not say. */
  readonly referenceArea: number | null;
  readonly predictedArea: number | null;
}

/** Whose image a file is. */
export interface ImageOwner {
  readonly site: string;
  readonly patient: string;
}

/** Reads from the sites' own data folders which file is whose. */
export async function imageOwners(out: OutFolder, sites: readonly string[]): Promise<ReadonlyMap<string, ImageOwner>> {
  const owners = new Map<string, ImageOwner>();
  for (const site of sites) {
    for (const { file, patient } of await readPairsIndex(out.siteData(site))) owners.set(file, { site, patient });
  }
  return owners;
}

/**
 * Reads what a site's agent keeps of one model in its own folder: every test image's figures.
 * @param evaluator - the site that measured: itself, or the one that has everybody's images.
 * @returns sorted by file name.
 * @throws CliError `process-failed` if the agent kept nothing readable: without it nothing can be compared.
 */
export async function readImageResults(
  siteDir: string,
  runId: string,
  round: number,
  owners: ReadonlyMap<string, ImageOwner>,
): Promise<ImageResult[]> {
  const path = join(siteDir, 'results', runId, `round-${round}`, 'evaluation.json');
  const unreadable = (problem: string, cause?: unknown): CliError =>
    new CliError(
      'process-failed',
      `${path} ${problem}, so this model cannot be compared. Look at the logs, and run the demo again.`,
      {},
      cause,
    );
  let images: unknown;
  try {
    ({ images } = JSON.parse(await readFile(path, 'utf8')) as { images?: unknown });
  } catch (error) {
    throw unreadable('cannot be read', error);
  }
  if (!Array.isArray(images) || images.length === 0) throw unreadable('names no images');
  return images
    .map((image: unknown) => {
      const row = (image ?? {}) as Readonly<Record<string, unknown>>;
      const owner = owners.get(String(row['file']));
      if (owner === undefined) throw unreadable(`names ${String(row['file'])}, which is no site's image`);
      const number = (name: string): number | null => {
        const value = row[name];
        return typeof value === 'number' && Number.isFinite(value) ? value : null;
      };
      const figure = (metric: Metric): number => {
        const value = number(metric);
        if (value === null) throw unreadable(`has no ${metric} of ${String(row['file'])}`);
        return value;
      };
      const [sensitivity, specificity, accuracy, dice] = METRICS.map(figure) as [number, number, number, number];
      const { touchesEdge } = row;
      return {
        ...{ file: String(row['file']), ...owner, sensitivity, specificity, accuracy, dice },
        touchesEdge: typeof touchesEdge === 'boolean' ? touchesEdge : null,
        referenceArea: number('referenceArea'),
        predictedArea: number('predictedArea'),
      };
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
