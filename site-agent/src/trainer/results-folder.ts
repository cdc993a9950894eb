import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { blandAltmanSvg, maskPng, overlayPng, type PatientKeys, type RegionSample } from '@mammofed/imaging';
import { writeDurably } from '@mammofed/storage';
import { evaluatedSegmentation, type EvaluatedSegmentation } from '../evaluation/evaluated-segmentation.js';
import { listedImage, type ListedImage } from '../evaluation/listed-image.js';
import { segmentationRow, USUAL_TOLERANCES, type SegmentationRow } from '../evaluation/segmentation-row.js';
import type { ImageRow } from './measure.js';
import { chosenForOverlays, type Rank } from './ranking.js';
import type { EvaluateJob } from './trainer-messages.js';

/** One test image's figures as `evaluation.json` has them. */
interface KeptImage extends ListedImage {
  /** The predicted mask, S pixels a side; it goes when a later round of the run is evaluated. */
  readonly maskPng: string;
}

/** A shown image; the paths are relative to the results folder, with `/`. */
interface ListedOverlay {
  /** The region with both outlines. */
  readonly png: string;
  readonly file: string;
  readonly dice: number;
  readonly rank: Rank;
  /** The region alone, at the size of the overlay. */
  readonly originalPng: string;
  /** The predicted mask alone, S pixels a side. */
  readonly predictionPng: string;
  /** The reference alone, S pixels a side. */
  readonly referencePng: string;
}

/**
 * Writes what only this site sees of an evaluation: `evaluation.json` with the figures of outlines,
 * lesions and slices (docs/metrics.md) and every test image's, best first,
 * `bland-altman.svg`, `overlays/` of a few images and `masks/` of all: with those, a report can show what another network
 * makes of the images that this one is shown on. What an earlier try left is replaced; `evaluation.json` comes last, so that
 * what it lists is there. Then the masks of the run's earlier rounds go: only the newest model's are ever compared.
 * @param sorted - best first, one at least.
 * @returns the figures of outlines, lesions and slices, as they are written.
 */
export async function writeResults(
  job: EvaluateJob,
  test: readonly RegionSample[],
  predictions: readonly Uint8Array[],
  sorted: readonly ImageRow[],
  keys: PatientKeys,
): Promise<EvaluatedSegmentation> {
  const { resultsDir, round, modelSha256 } = job;
  await rm(resultsDir, { recursive: true, force: true });
  await mkdir(join(resultsDir, 'overlays'), { recursive: true, mode: 0o700 });
  const overlays: ListedOverlay[] = [];
  for (const [place, { rank, image }] of chosenForOverlays(sorted).entries()) {
    const sample = test[image.index] as RegionSample;
    const predicted = predictions[image.index] as Uint8Array;
    overlays.push(await writeOverlay(job, { sample, predicted, name: `${place + 1}-${rank}`, rank, dice: image.dice }));
  }
  await writeMasks(
    job,
    sorted.map(({ index }) => predictions[index] as Uint8Array),
  );
  const reference = sorted.map(({ referenceArea }) => referenceArea);
  const predicted = sorted.map(({ predictedArea }) => predictedArea);
  await writeDurably(join(resultsDir, 'bland-altman.svg'), blandAltmanSvg({ reference, predicted }));
  const measured = test.map((sample, i) =>
    segmentationRow(sample, predictions[i] as Uint8Array, job.config.model.size, USUAL_TOLERANCES),
  );
  const images = sorted.map((row, place): KeptImage => ({
    ...listedImage(row, measured, keys),
    maskPng: maskName(place),
  }));
  const own = sorted.map(({ index }) => measured[index] as SegmentationRow);
  const segmentation = evaluatedSegmentation(own, USUAL_TOLERANCES, job.config.seed);
  await writeDurably(
    join(resultsDir, 'evaluation.json'),
    `${JSON.stringify({ round, modelSha256, n: images.length, segmentation, images, overlays }, null, 2)}\n`,
  );
  await removeEarlierMasks(resultsDir, round);
  return segmentation;
}

function maskName(place: number): string {
  return `masks/${place + 1}.png`;
}

/** @param predictions - in the order of the list of images. */
async function writeMasks({ resultsDir, config }: EvaluateJob, predictions: readonly Uint8Array[]): Promise<void> {
  const { size } = config.model;
  await mkdir(join(resultsDir, 'masks'), { mode: 0o700 });
  for (const [place, mask] of predictions.entries()) {
    // Not durably: to wait for the disk for each of some hundred files costs seconds, and a report does without one.
    await writeFile(join(resultsDir, maskName(place)), await maskPng(mask, size, size), { mode: 0o600 });
  }
}

async function removeEarlierMasks(resultsDir: string, round: number): Promise<void> {
  const run = dirname(resultsDir);
  for (const name of await readdir(run)) {
    const number = /^round-(\d{1,9})$/.exec(name)?.[1];
    if (number !== undefined && Number(number) < round)
      await rm(join(run, name, 'masks'), { recursive: true, force: true });
  }
}

interface ShownImage {
  readonly sample: RegionSample;
  readonly predicted: Uint8Array;
  /** Numbered, not named after the image: a hospital's file names need not be names that a page can link to. */
  readonly name: string;
  readonly rank: Rank;
  readonly dice: number;
}

async function writeOverlay(
  { resultsDir, config }: EvaluateJob,
  { sample, predicted, name, rank, dice }: ShownImage,
): Promise<ListedOverlay> {
  const { size } = config.model;
  const { display, mask, file } = sample;
  const png = `overlays/${name}.png`;
  const originalPng = `overlays/${name}-original.png`;
  const predictionPng = `overlays/${name}-mask.png`;
  const referencePng = `overlays/${name}-reference.png`;
  const pictures: [string, Uint8Array][] = [
    [png, await overlayPng({ display, size, reference: mask, predictions: [{ name: 'prediction', mask: predicted }] })],
    [originalPng, await overlayPng({ display, size, reference: null, predictions: [] })],
    [predictionPng, await maskPng(predicted, size, size)],
    [referencePng, await maskPng(mask, size, size)],
  ];
  for (const [path, bytes] of pictures) await writeDurably(join(resultsDir, path), bytes);
  return { png, file, dice, rank, originalPng, predictionPng, referencePng };
}
