import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { overlayPng, type RegionSample } from '@mammofed/imaging';
import { writeDurably } from '@mammofed/storage';
import type { ImageRow } from './measure.js';
import { chosenForOverlays } from './ranking.js';
import type { EvaluateJob } from './trainer-messages.js';

/**
 * Writes what only this site sees of an evaluation: `evaluation.json` with every test image's figures, best first, and
 * `overlays/`. What an earlier try left is replaced; `evaluation.json` comes last, so that what it lists is there.
 */
export async function writeResults(
  { resultsDir, round, modelSha256, config }: EvaluateJob,
  test: readonly RegionSample[],
  predictions: readonly Uint8Array[],
  sorted: readonly ImageRow[],
): Promise<void> {
  const overlaysDir = join(resultsDir, 'overlays');
  await rm(resultsDir, { recursive: true, force: true });
  await mkdir(overlaysDir, { recursive: true, mode: 0o700 });
  const overlays = [];
  for (const [place, { rank, image }] of chosenForOverlays(sorted).entries()) {
    const sample = test[image.index] as RegionSample;
    // Numbered, not named after the image: a hospital's file names need not be names that a page can link to.
    const png = `overlays/${place + 1}-${rank}.png`;
    const bytes = await overlayPng({
      display: sample.display,
      size: config.model.size,
      reference: sample.mask,
      predictions: [{ name: config.model.name, mask: predictions[image.index] as Uint8Array }],
    });
    await writeDurably(join(resultsDir, png), bytes);
    overlays.push({ png, file: image.file, dice: image.dice, rank });
  }
  const images = sorted.map(({ index: _index, ...row }) => row);
  await writeDurably(
    join(resultsDir, 'evaluation.json'),
    `${JSON.stringify({ round, modelSha256, n: images.length, images, overlays }, null, 2)}\n`,
  );
}
