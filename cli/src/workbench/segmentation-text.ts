import type { Interval } from '@mammofed/core';
import { counted, textTable } from '../formats.js';
import type { Figure, LengthUnit, Ratio, SegmentationFigures, SegmentationResult } from './segmentation-result.js';

/** Shown where a figure is defined of no image. */
const UNDEFINED = '–';

/** Outlines, lesions and slices as lines of text. */
export function segmentationLines({
  tolerances,
  intervalSeed,
  all,
  slices,
  lesionOverlap,
}: SegmentationResult): string[] {
  const rows = [
    ['', 'average (smallest–largest)', '95 % interval'],
    ['IoU', ...figureCells(all.iou)],
    ...units(all).flatMap((unit) => distanceRows(all, unit, tolerances[unit])),
    ['lesions found', `${all.lesions.detected} of ${all.lesions.lesions}`, ratioCell(all.lesions.sensitivity)],
    ['false marks per image', ...ratioCells(all.lesions.falsePositivesPerImage)],
    ...(all.negatives === null
      ? []
      : [
          [
            'images without a lesion, marked',
            `${all.negatives.falsePositiveImages} of ${all.negatives.images}`,
            ratioCell(all.negatives.falsePositiveRate),
          ],
        ]),
  ];
  return [
    ...textTable(rows).map((line) => `  ${line}`),
    ...(all.emptyPredictions > 0
      ? [`  ${counted(all.emptyPredictions, 'image')} on which nothing was marked: in Dice as 0, in no distance`]
      : []),
    ...(slices.length === 0 ? [] : ['', ...textTable(sliceRows(slices, units(all))).map((line) => `  ${line}`)]),
    `  Intervals by drawing patients, seed ${intervalSeed}. A lesion is found if ${100 * lesionOverlap} % of it is marked.`,
  ];
}

/** The units that distances of this set are measured in. */
export function units({ surface }: SegmentationFigures): LengthUnit[] {
  return (['mm', 'px'] as const).filter((unit) => surface[unit] !== null);
}

function distanceRows({ surface }: SegmentationFigures, unit: LengthUnit, tolerance: number): string[][] {
  const of = surface[unit];
  if (of === null) return [];
  const distance: ValueText = (value) => distanceText(value, unit);
  return [
    [`HD95, ${unit}`, ...figureCells(of.hausdorff95, distance)],
    [`average surface distance, ${unit}`, ...figureCells(of.averageSurfaceDistance, distance)],
    [`Hausdorff distance, ${unit}`, ...figureCells(of.hausdorff, distance)],
    [`surface Dice at ${tolerance} ${unit}`, ...figureCells(of.normalizedSurfaceDice)],
  ];
}

function sliceRows(slices: SegmentationResult['slices'], inUnits: readonly LengthUnit[]): string[][] {
  const header = [
    'by',
    'part',
    'n',
    'Dice',
    '95 % interval',
    ...inUnits.map((unit) => `HD95, ${unit}`),
    'lesions found',
  ];
  return [
    header,
    ...slices.map(({ slice, part, images, dice, surface, lesions }) => [
      ...[slice, part, String(images), valueText(dice?.mean), intervalText(dice?.interval ?? null)],
      ...inUnits.map((unit) => distanceText(surface[unit]?.hausdorff95.mean, unit)),
      `${lesions.detected} of ${lesions.lesions}`,
    ]),
  ];
}

function figureCells(figure: Figure | null, textOf: ValueText = valueText): string[] {
  if (figure === null) return [UNDEFINED, ''];
  const { mean, min, max, interval } = figure;
  return [`${textOf(mean)} (${textOf(min)}–${textOf(max)})`, intervalText(interval, textOf)];
}

function ratioCells(ratio: Ratio | null): string[] {
  return ratio === null ? [UNDEFINED, ''] : [valueText(ratio.value), ratioCell(ratio)];
}

function ratioCell(ratio: Ratio | null): string {
  return intervalText(ratio?.interval ?? null);
}

/** A fraction or a count per image. */
export function valueText(value: number | undefined): string {
  return value === undefined ? UNDEFINED : value.toFixed(3);
}

export function distanceText(value: number | undefined, unit: LengthUnit): string {
  return value === undefined ? UNDEFINED : value.toFixed(unit === 'mm' ? 2 : 1);
}

/** How one value of an interval is written. */
type ValueText = (value: number | undefined) => string;

export function intervalText(interval: Interval | null, textOf: ValueText = valueText): string {
  return interval === null ? UNDEFINED : `${textOf(interval.low)}–${textOf(interval.high)}`;
}
