import { countText, fractionText, summaryText, textTable } from './formats.js';
import type { TableOne, TableOneRow } from './table-one.js';

/** Table 1 as lines of text. */
export function tableOneText(table: TableOne): string[] {
  const title = table.round === 0 ? 'Table 1, initial model (round 0)' : `Table 1, model of round ${table.round}`;
  if (table.overall === null) return [title, '  no site has evaluated this model'];
  const cells = (row: TableOneRow): string[] => [
    row.site,
    countText(row.n),
    summaryText(row.sensitivity),
    summaryText(row.specificity),
    summaryText(row.accuracy),
    summaryText(row.dice),
    fractionText(row.imageBlindDice),
  ];
  const header = ['site', 'n', 'sensitivity', 'specificity', 'accuracy', 'Dice', 'image-blind Dice'];
  return [
    `${title}: average (smallest–largest image) on the test images`,
    ...textTable([header, ...[...table.sites, table.overall].map(cells)]).map((line) => `  ${line}`),
    ...(table.missing.length === 0
      ? []
      : [`  not evaluated in time, and not in the total: ${table.missing.join(', ')}`]),
  ];
}
