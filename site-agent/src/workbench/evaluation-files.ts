import { blandAltmanSvg, overlayPng, type RegionSample } from '@mammofed/imaging';
import { IMAGE_COLUMNS, listedFigures, type ImageRow } from '../trainer/measure.js';
import { bestFirst, chosenForOverlays } from '../trainer/ranking.js';
import type { OutputFolder } from './output-folder.js';

export interface EvaluationContent {
  /** The set's figures, as the command prints them. */
  readonly result: object;
  readonly rows: readonly ImageRow[];
  /** Shape (S, S) each, in the order of the samples. */
  readonly predictions: readonly Uint8Array[];
  readonly samples: readonly RegionSample[];
  /** S, pixels. */
  readonly size: number;
}

/**
 * Writes an evaluation: evaluation.json (the figures, every image's, and the overlays' names), images.csv, overlays/ of
 * the best, median and worst images, and bland-altman.svg of the areas. Areas are fractions of the region.
 * @returns the names, relative to the folder.
 * @throws SiteError as `OutputFolder.write`.
 */
export async function writeEvaluation(
  output: OutputFolder,
  { result, rows, predictions, samples, size }: EvaluationContent,
): Promise<string[]> {
  const sorted = bestFirst(rows);
  await removeEarlierOverlays(output);
  const overlays = [];
  for (const [place, { rank, image }] of chosenForOverlays(sorted).entries()) {
    const { display, mask } = samples[image.index] as RegionSample;
    const predicted = predictions[image.index] as Uint8Array;
    // Numbered, not named after the image: a hospital's file names need not be names that a page can link to.
    const png = `overlays/${place + 1}-${rank}.png`;
    const bytes = await overlayPng({
      display,
      size,
      reference: mask,
      predictions: [{ name: 'prediction', mask: predicted }],
    });
    await output.write(png, bytes);
    overlays.push({ png, file: image.file, dice: image.dice, rank });
  }
  const svg = blandAltmanSvg({
    reference: rows.map(({ referenceArea }) => referenceArea),
    predicted: rows.map(({ predictedArea }) => predictedArea),
  });
  await output.write('bland-altman.svg', svg);
  await output.write('images.csv', csvOf(sorted));
  const images = sorted.map(listedFigures);
  // Last, so that what it lists is there.
  await output.write('evaluation.json', `${JSON.stringify({ ...result, images, overlays }, null, 2)}\n`);
  return ['evaluation.json', 'images.csv', 'bland-altman.svg', ...overlays.map(({ png }) => png)];
}

async function removeEarlierOverlays(output: OutputFolder): Promise<void> {
  for (const name of await output.list('overlays'))
    if (/^\d{1,2}-(best|median|worst)\.png$/.test(name)) await output.remove(`overlays/${name}`);
}

/** UTF-8, commas, a header line, CRLF ends (RFC 4180). */
function csvOf(rows: readonly ImageRow[]): string {
  const lines = rows.map((row) => IMAGE_COLUMNS.map((column) => csvField(String(row[column]))).join(','));
  return `${[IMAGE_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
