import { DENSITY_PARTS, PATHOLOGY_PARTS, type LengthUnit, type SIZE_PARTS } from '@mammofed/core';
import type { SegmentationRow } from './segmentation-row.js';

/** What images are told apart by. */
export const SLICES = ['edge', 'size', 'density', 'pathology'] as const;
export type SliceName = (typeof SLICES)[number];

/** Some of the images, and what they have in common. */
export interface Slice {
  readonly slice: SliceName;
  /** Which part of the slice, whatever its words: `edge`, `small`, `a`, `unknown`. */
  readonly key: string;
  /** In words, such as `touching the image's edge`. */
  readonly part: string;
  readonly rows: readonly SegmentationRow[];
}

/**
 * The images by what is known of them: whether the lesion's region is cut by the image's edge (where the paper's networks
 * failed), the lesion's size in thirds of the set, the breast's density and the pathology. Every image is in one part of each
 * slice; a slice of which nothing is known is left out.
 * @param rows - in any order; those without a reference are in no part.
 */
export function slicesOf(rows: readonly SegmentationRow[]): Slice[] {
  const positive = rows.filter(({ empty }) => empty === 'none' || empty === 'prediction');
  return [
    ...parted('edge', positive, ({ touchesEdge }) => (touchesEdge ? 'edge' : 'central'), EDGE_PARTS),
    ...bySize(positive),
    ...byFact('density', positive, ({ density }) => density, DENSITY_PARTS),
    ...byFact('pathology', positive, ({ pathology }) => pathology, PATHOLOGY_PARTS),
  ];
}

const EDGE_PARTS = { edge: "touching the image's edge", central: 'central' };

function parted(
  slice: SliceName,
  rows: readonly SegmentationRow[],
  keyOf: (row: SegmentationRow) => string,
  parts: Readonly<Record<string, string>>,
): Slice[] {
  return Object.entries(parts)
    .map(([key, part]) => ({ slice, key, part, rows: rows.filter((row) => keyOf(row) === key) }))
    .filter((one) => one.rows.length > 0);
}

function byFact(
  slice: SliceName,
  rows: readonly SegmentationRow[],
  factOf: (row: SegmentationRow) => string | null,
  values: readonly string[],
): Slice[] {
  if (rows.every((row) => factOf(row) === null)) return [];
  const parts = Object.fromEntries(values.map((value) => [value, value]));
  return parted(slice, rows, (row) => factOf(row) ?? 'unknown', parts);
}

/** Fewest images that are worth three parts. */
const MIN_FOR_THIRDS = 6;

/** In square millimetres if they are known of every image, else by the share of the image: pixels of two scanners differ. */
function bySize(rows: readonly SegmentationRow[]): Slice[] {
  if (rows.length < MIN_FOR_THIRDS) return [];
  const unit: LengthUnit = rows.every((row) => row.unit === 'mm') ? 'mm' : 'px';
  const sizeOf = (row: SegmentationRow): number => (unit === 'mm' ? row.lesionArea : 100 * row.shareOfImage);
  const sorted = rows.map(sizeOf).sort((a, b) => a - b);
  const [first, second] = [1, 2].map((third) => sorted[Math.ceil((third * sorted.length) / 3) - 1] as number) as [
    number,
    number,
  ];
  const text = (size: number): string => (unit === 'mm' ? `${size.toPrecision(3)} mm²` : `${size.toPrecision(3)} %`);
  const of = unit === 'mm' ? '' : ' of the image';
  const parts = {
    small: `small: up to ${text(first)}${of}`,
    medium: `medium: up to ${text(second)}`,
    large: 'large: above that',
  } satisfies Record<(typeof SIZE_PARTS)[number], string>;
  const keyOf = (row: SegmentationRow): string => {
    const size = sizeOf(row);
    if (size <= first) return 'small';
    return size <= second ? 'medium' : 'large';
  };
  return parted('size', rows, keyOf, parts);
}
