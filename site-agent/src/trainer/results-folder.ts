import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { blandAltmanSvg, maskPng, overlayPng, type RegionSample } from '@mammofed/imaging';
import { writeDurably } from '@mammofed/storage';
import type { ImageRow } from './measure.js';
import { chosenForOverlays, type Rank } from './ranking.js';
import type { EvaluateJob } from './trainer-messages.js';

/** One test image's figures as `evaluation.json` has them. */
type ListedImage = Omit<ImageRow, 'index'>;

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
}

/**
 * Writes what only this site sees of an evaluation: `evaluation.json` with every test image's figures, best first,
 * `bland-altman.svg` and `overlays/`. What an earlier try left is replaced; `evaluation.json` comes last, so that what it
 * lists is there.
 * @param sorted - best first, one at least.
 */
export async function writeResults(
  job: EvaluateJob,
  test: readonly RegionSample[],
  predictions: readonly Uint8Array[],
  sorted: readonly ImageRow[],
): Promise<void> {
  const { resultsDir, round, modelSha256 } = job;
  await rm(resultsDir, { recursive: true, force: true });
  await mkdir(join(resultsDir, 'overlays'), { recursive: true, mode: 0o700 });
  const overlays: ListedOverlay[] = [];
  for (const [place, { rank, image }] of chosenForOverlays(sorted).entries()) {
    const sample = test[image.index] as RegionSample;
    const predicted = predictions[image.index] as Uint8Array;
    overlays.push(await writeOverlay(job, { sample, predicted, name: `${place + 1}-${rank}`, rank, dice: image.dice }));
  }
  const reference = sorted.map(({ referenceArea }) => referenceArea);
  const predicted = sorted.map(({ predictedArea }) => predictedArea);
  await writeDurably(join(resultsDir, 'bland-altman.svg'), blandAltmanSvg({ reference, predicted }));
  const images = sorted.map(listed);
  await writeDurably(
    join(resultsDir, 'evaluation.json'),
    `${JSON.stringify({ round, modelSha256, n: images.length, images, overlays }, null, 2)}\n`,
  );
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
  const pictures: [string, Uint8Array][] = [
    [png, await overlayPng({ display, size, reference: mask, predictions: [{ name: 'prediction', mask: predicted }] })],
    [originalPng, await overlayPng({ display, size, reference: null, predictions: [] })],
    [predictionPng, await maskPng(predicted, size, size)],
  ];
  for (const [path, bytes] of pictures) await writeDurably(join(resultsDir, path), bytes);
  return { png, file, dice, rank, originalPng, predictionPng };
}

function listed(row: ImageRow): ListedImage {
  const { file, patient, touchesEdge, dice, sensitivity, specificity, accuracy, referenceArea, predictedArea } = row;
  return { file, patient, touchesEdge, dice, sensitivity, specificity, accuracy, referenceArea, predictedArea };
}
