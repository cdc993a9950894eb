import {
  blandAltmanSvg,
  overlayFigureSvg,
  overlayPng,
  type OverlayRow,
  type PatientKeys,
  type RegionSample,
} from '@mammofed/imaging';
import { listedImage } from '../evaluation/listed-image.js';
import type { SegmentationRow } from '../evaluation/segmentation-row.js';
import { IMAGE_COLUMNS, listedFigures, type ImageRow } from '../trainer/measure.js';
import { bestFirst, chosenForOverlays, type Rank } from '../trainer/ranking.js';
import type { OutputFolder } from './output-folder.js';

export interface EvaluationContent {
  /** The set's figures, as the command prints them. */
  readonly result: object;
  readonly rows: readonly ImageRow[];
  /** In the order of the samples. */
  readonly measured: readonly SegmentationRow[];
  /** Shape (S, S) each, in the order of the samples. */
  readonly predictions: readonly Uint8Array[];
  readonly samples: readonly RegionSample[];
  /** S, pixels. */
  readonly size: number;
  readonly keys: PatientKeys;
}

/**
 * Writes an evaluation: evaluation.json (the figures, every image's, and the overlays' names), images.csv, overlays/ of
 * the best, median and worst images and of lesions at the image's edge, overlays.svg of the same as one figure, and
 * bland-altman.svg of the areas as fractions of the region.
 * @returns the names, relative to the folder.
 * @throws SiteError as `OutputFolder.write`.
 */
export async function writeEvaluation(
  output: OutputFolder,
  { result, rows, measured, predictions, samples, size, keys }: EvaluationContent,
): Promise<string[]> {
  const sorted = bestFirst(rows);
  await removeEarlierOverlays(output);
  const overlays = [];
  const figureRows: OverlayRow[] = [];
  for (const [place, { rank, image }] of shownImages(sorted).entries()) {
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
    // Without the file's name: this figure is to be published, and hospitals name files after patients.
    const caption = `${place + 1}: ${rank}, Dice ${image.dice.toFixed(3)}`;
    figureRows.push({ display, size, reference: mask, prediction: predicted, caption });
    overlays.push({ png, file: image.file, dice: image.dice, rank, touchesEdge: image.touchesEdge });
  }
  await output.write('overlays.svg', await overlayFigureSvg(figureRows));
  const svg = blandAltmanSvg({
    reference: rows.map(({ referenceArea }) => referenceArea),
    predicted: rows.map(({ predictedArea }) => predictedArea),
  });
  await output.write('bland-altman.svg', svg);
  await output.write('images.csv', csvOf(sorted, measured, keys));
  const images = sorted.map((row) => listedImage(row, measured, keys));
  // Last, so that what it lists is there.
  await output.write('evaluation.json', `${JSON.stringify({ ...result, images, overlays }, null, 2)}\n`);
  return ['evaluation.json', 'images.csv', 'bland-altman.svg', 'overlays.svg', ...overlays.map(({ png }) => png)];
}

/** Most images at the edge that are shown beside the others. */
const SHOWN_AT_EDGE = 4;

/** The ranks of every evaluation, and lesions at the image's edge, worst first, which are where the paper's networks failed. */
function shownImages(sorted: readonly ImageRow[]): { readonly rank: Rank | 'edge'; readonly image: ImageRow }[] {
  const ranked = chosenForOverlays(sorted);
  const edge = sorted
    .filter(({ touchesEdge, file }) => touchesEdge && !ranked.some(({ image }) => image.file === file))
    .reverse()
    .slice(0, SHOWN_AT_EDGE);
  return [...ranked, ...edge.map((image) => ({ rank: 'edge' as const, image }))];
}

async function removeEarlierOverlays(output: OutputFolder): Promise<void> {
  for (const name of await output.list('overlays'))
    if (/^\d{1,2}-(best|median|worst|edge)\.png$/.test(name)) await output.remove(`overlays/${name}`);
}

/** What images.csv says of an image after `IMAGE_COLUMNS`; empty where a figure is not defined. */
const SEGMENTATION_COLUMNS: Readonly<Record<string, (row: SegmentationRow) => string | number | null | undefined>> = {
  iou: ({ iou }) => iou,
  unit: ({ unit }) => unit,
  hausdorff: ({ surface }) => surface?.hausdorff,
  hausdorff95: ({ surface }) => surface?.hausdorff95,
  averageSurfaceDistance: ({ surface }) => surface?.averageSurfaceDistance,
  normalizedSurfaceDice: ({ surface }) => surface?.normalizedSurfaceDice,
  lesions: ({ lesions }) => lesions.lesions,
  detectedLesions: ({ lesions }) => lesions.detected,
  falsePositives: ({ lesions }) => lesions.falsePositives,
  lesionArea: ({ lesionArea }) => lesionArea,
  markedArea: ({ markedArea }) => markedArea,
  shareOfImage: ({ shareOfImage }) => shareOfImage,
  density: ({ density }) => density,
  pathology: ({ pathology }) => pathology,
};

/** UTF-8, commas, a header line, CRLF ends (RFC 4180). */
function csvOf(rows: readonly ImageRow[], measured: readonly SegmentationRow[], keys: PatientKeys): string {
  const header = [...IMAGE_COLUMNS, ...Object.keys(SEGMENTATION_COLUMNS)].join(',');
  const lines = rows.map((row) => {
    const listed = listedFigures(row, keys);
    const own = measured[row.index] as SegmentationRow;
    const more = Object.values(SEGMENTATION_COLUMNS).map((valueOf) => String(valueOf(own) ?? ''));
    return [...IMAGE_COLUMNS.map((column) => String(listed[column])), ...more].map(csvField).join(',');
  });
  return `${[header, ...lines].join('\r\n')}\r\n`;
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
