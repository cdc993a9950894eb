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
  return [
    [`HD95, ${unit}`, ...figureCells(of.hausdorff95)],
    [`average surface distance, ${unit}`, ...figureCells(of.averageSurfaceDistance)],
    [`Hausdorff distance, ${unit}`, ...figureCells(of.hausdorff)],
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
      ...inUnits.map((unit) => valueText(surface[unit]?.hausdorff95.mean)),
      `${lesions.detected} of ${lesions.lesions}`,
    ]),
  ];
}

function figureCells(figure: Figure | null): string[] {
  if (figure === null) return [UNDEFINED, ''];
  const { mean, min, max, interval } = figure;
  return [`${valueText(mean)} (${valueText(min)}–${valueText(max)})`, intervalText(interval)];
}

function ratioCells(ratio: Ratio | null): string[] {
  return ratio === null ? [UNDEFINED, ''] : [valueText(ratio.value), ratioCell(ratio)];
}

function ratioCell(ratio: Ratio | null): string {
  return intervalText(ratio?.interval ?? null);
}

/** Three decimals of a fraction, two of a distance from 10 on. */
export function valueText(value: number | undefined): string {
  if (value === undefined) return UNDEFINED;
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 3);
}

export function intervalText(interval: Interval | null): string {
  return interval === null ? UNDEFINED : `${valueText(interval.low)}–${valueText(interval.high)}`;
}
