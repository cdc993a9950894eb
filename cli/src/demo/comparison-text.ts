import type { Interval } from '@mammofed/core';
import { fractionText, summaryText, textTable } from '../formats.js';
import type { Comparison } from './comparison.js';
import { kindText } from './experiments.js';
import type { ExperimentRow } from './figures.js';

/** `0.612–0.688`; a dash where nothing can be said. */
export function intervalText(interval: Interval | null): string {
  return interval === null ? '–' : `${interval.low.toFixed(3)}–${interval.high.toFixed(3)}`;
}

/** `federated`, `local-only, site-1`, `local-only, mean`. */
function rowTitle({ kind, site, runId }: Pick<ExperimentRow, 'kind' | 'site' | 'runId'>): string {
  if (kind !== 'local') return kindText(kind);
  return `${kindText(kind)}, ${site ?? (runId === null ? 'own images of every site' : '')}`;
}

/** The comparison as lines of text. */
export function comparisonText({ rows, differences }: Pick<Comparison, 'rows' | 'differences'>): string[] {
  const subset = (part: ExperimentRow['edge']): string =>
    part === null ? '–' : `${fractionText(part.dice)} (${part.n})`;
  const header = [
    'network',
    'training',
    'n',
    'sensitivity',
    'specificity',
    'accuracy',
    'Dice',
    '95 %',
    'edge',
    'central',
  ];
  const cells = rows.map((row) => [
    row.model,
    rowTitle(row),
    String(row.n),
    ...[row.sensitivity, row.specificity, row.accuracy, row.dice].map(summaryText),
    intervalText(row.interval),
    subset(row.edge),
    subset(row.central),
  ]);
  return [
    'Final models on the same test images: average (smallest–largest image), 95 % interval of the mean Dice by a bootstrap',
    'over patients, Dice (n) of lesions at the image’s edge and of the others',
    ...textTable([header, ...cells]).map((line) => `  ${line}`),
    ...differences.map(
      ({ model, between: [first, second], mean, interval, n }) =>
        `  ${model}: Dice ${kindText(first)} − ${kindText(second)} ${signed(mean)} (95 % ${interval === null ? '–' : `${signed(interval.low)} to ${signed(interval.high)}`}), image by image, n ${n}`,
    ),
  ];
}

/** `+0.012`, `−0.004`; what rounds to zero has no minus. */
export function signed(value: number): string {
  const digits = Math.abs(value).toFixed(3);
  return `${value < 0 && Number(digits) > 0 ? '−' : '+'}${digits}`;
}
