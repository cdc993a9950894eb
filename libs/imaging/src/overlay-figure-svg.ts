import { ImagingError } from './errors.js';
import { outlinePath } from './mask-outline.js';
import { overlayPng, PREDICTION_COLORS, REFERENCE_COLOR, type OverlayOptions } from './overlay.js';
import { svgText } from './svg-text.js';

/** One row of the figure. */
export interface OverlayRow extends Pick<OverlayOptions, 'display' | 'size'> {
  /** Drawn by people, shape (S, S), 0 or 1. */
  readonly reference: Uint8Array;
  /** By the network, in the same shape. */
  readonly prediction: Uint8Array;
  /** Under the row, one line. */
  readonly caption: string;
}

const COLUMNS = ['Image', 'Reference', 'Reference and prediction'] as const;
const PANEL = 200;
const GAP = 10;
const TITLE_HEIGHT = 26;
const ROW_HEIGHT = PANEL + 28;
const WIDTH = COLUMNS.length * (PANEL + GAP) + GAP;

/**
 * The figure of a publication: regions in rows, as they are, with the outline that people drew, and with the network's over
 * it. Outlines are lines along the pixels' borders and stay sharp at every size. It holds no script and no reference to
 * anything outside.
 * @returns SVG text.
 * @throws ImagingError `bad-argument` without rows, or if a plane is not (S, S).
 */
export async function overlayFigureSvg(rows: readonly OverlayRow[]): Promise<string> {
  if (rows.length === 0) throw new ImagingError('bad-argument', 'A figure of overlays needs one row at least.');
  const height = TITLE_HEIGHT + rows.length * ROW_HEIGHT;
  const drawn = await Promise.all(rows.map((row, i) => rowSvg(row, TITLE_HEIGHT + i * ROW_HEIGHT)));
  const titles = COLUMNS.map(
    (title, column) =>
      `<text class="title" x="${leftOf(column) + PANEL / 2}" y="18" text-anchor="middle">${title}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Regions with the outlines of reference and prediction, in ${rows.length} rows">
<style>
text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: #58636f; }
text.title { font-weight: 650; fill: #1b2129; }
path { fill: none; stroke-width: 1.8; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
path.reference { stroke: rgb(${REFERENCE_COLOR.join(',')}); }
path.prediction { stroke: rgb(${(PREDICTION_COLORS[0] as readonly number[]).join(',')}); stroke-dasharray: 5 2.5; }
</style>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${titles.join('')}
${drawn.join('\n')}
</svg>
`;
}

async function rowSvg({ display, size, reference, prediction, caption }: OverlayRow, top: number): Promise<string> {
  const png = await overlayPng({ display, size, scale: 1, reference: null, predictions: [] });
  const image = `<image width="${size}" height="${size}" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/>`;
  const outlines = [
    { name: 'reference', path: outlinePath(reference, size, size) },
    { name: 'prediction', path: outlinePath(prediction, size, size) },
  ].map(({ name, path }) => `<path class="${name}" d="${path}"/>`);
  const panels = COLUMNS.map(
    (_, column) =>
      `<svg x="${leftOf(column)}" y="${top}" width="${PANEL}" height="${PANEL}" viewBox="0 0 ${size} ${size}">${image}${outlines.slice(0, column).join('')}</svg>`,
  );
  return `${panels.join('')}<text x="${GAP}" y="${top + PANEL + 16}">${svgText(caption)}</text>`;
}

function leftOf(column: number): number {
  return GAP + column * (PANEL + GAP);
}
