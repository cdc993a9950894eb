import type { Interval, MetricSummary, SubsetFigures } from '@mammofed/core';
import { counted, fractionText, summaryText, textTable } from '../formats.js';
import { printable } from '../screen.js';
import { segmentationLines } from './segmentation-text.js';
import type { EvaluatedImage, SegmentationResult } from './segmentation-result.js';

/** What `evaluate --json` prints; made by site-agent/src/workbench/evaluate.ts. */
export interface EvaluationResult {
  readonly modelSha256: string;
  readonly study: string;
  readonly part: string;
  readonly n: number;
  readonly patients: number;
  readonly dice: MetricSummary;
  readonly sensitivity: MetricSummary;
  readonly specificity: MetricSummary;
  readonly accuracy: MetricSummary;
  readonly diceInterval: Interval | null;
  readonly edge: SubsetFigures | null;
  readonly central: SubsetFigures | null;
  readonly allLesionDice: number;
  /** Null where there is no training part to take it from. */
  readonly meanMaskDice: number | null;
  readonly skippedEmptyMasks: number;
  readonly unlistedImages: number;
  readonly refused: readonly { readonly file: string; readonly code: string; readonly message: string }[];
  readonly segmentation: SegmentationResult;
  /** Best first by Dice. */
  readonly images: readonly EvaluatedImage[];
  /** What is noteworthy about images that were used. */
  readonly flagged: readonly { readonly file: string; readonly code: string; readonly message: string }[];
  /** What was written; null without --out. */
  readonly out: { readonly dir: string; readonly files: readonly string[] } | null;
  /** Added by the command: where the report was written; null if it was not asked for. */
  readonly report: string | null;
  readonly pdf: string | null;
}

/** Most refused pairs that are named. */
const NAMED_REFUSALS = 10;

/** An evaluation as lines of text. */
export function evaluationLines(result: EvaluationResult): string[] {
  const { modelSha256, study, part, n, patients, refused, out, report, pdf } = result;
  const whose = part === 'all' ? 'all images' : `the ${part} part of study ${printable(study)}`;
  return [
    `Model ${modelSha256.slice(0, 12)} on ${whose}: ${counted(n, 'image')} of ${counted(patients, 'patient')}`,
    ...textTable(figureRows(result)).map((line) => `  ${line}`),
    ...segmentationLines(result.segmentation),
    ...leftOut(result),
    ...flagLines(result),
    ...refused.slice(0, NAMED_REFUSALS).map(({ message }) => `  left out: ${printable(message)}`),
    ...(refused.length > NAMED_REFUSALS ? [`  left out: ${refused.length - NAMED_REFUSALS} more`] : []),
    ...(out === null ? [] : [`Written to ${out.dir}: ${out.files.join(', ')}`]),
    ...[report, pdf].filter((path) => path !== null).map((path) => `Report: ${path}`),
  ];
}

function figureRows({
  dice,
  sensitivity,
  specificity,
  accuracy,
  diceInterval,
  edge,
  central,
  allLesionDice,
  meanMaskDice,
}: EvaluationResult): string[][] {
  const subset = (figures: SubsetFigures | null): string =>
    figures === null ? 'none' : `${fractionText(figures.dice)} (n = ${figures.n})`;
  return [
    ['', 'average (smallest–largest image)'],
    ['Dice', summaryText(dice)],
    ...(diceInterval === null
      ? []
      : [['95 % interval of the average', `${fractionText(diceInterval.low)}–${fractionText(diceInterval.high)}`]]),
    ['sensitivity', summaryText(sensitivity)],
    ['specificity', summaryText(specificity)],
    ['accuracy', summaryText(accuracy)],
    ["Dice of lesions at the image's edge", subset(edge)],
    ['Dice of central lesions', subset(central)],
    ['image-blind: every pixel', fractionText(allLesionDice)],
    ['image-blind: mean training mask', meanMaskDice === null ? 'no training part' : fractionText(meanMaskDice)],
  ];
}

function leftOut({ skippedEmptyMasks, unlistedImages }: EvaluationResult): string[] {
  return [
    ...(skippedEmptyMasks > 0 ? [`  left out: ${skippedEmptyMasks} with an empty mask`] : []),
    ...(unlistedImages > 0 ? [`  left out: ${unlistedImages} that the folder's index does not list`] : []),
  ];
}

function flagLines({ flagged }: EvaluationResult): string[] {
  return countedFlags(flagged).map(([message, count]) => `  of ${counted(count, 'image')}: ${printable(message)}`);
}

/** @returns each message with the number of images that it is said of. */
export function countedFlags(flagged: EvaluationResult['flagged']): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { message } of flagged) counts.set(message, (counts.get(message) ?? 0) + 1);
  return [...counts];
}
