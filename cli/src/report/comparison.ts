import type { MetricSummary } from '@mammofed/core';
import type { Comparison } from '../demo/comparison.js';
import { intervalText, signed } from '../demo/comparison-text.js';
import { kindText } from '../demo/experiments.js';
import type { DiceDifference, ExperimentRow } from '../demo/figures.js';
import { fractionText } from '../formats.js';
import { METRICS } from '../table-one.js';
import { markup, NOTHING, type Markup } from './markup.js';
import { METRIC_TITLES } from './tables.js';
import { isWhole, KIND_NOTES, trainingKindText } from './trainings.js';

/** Table 1 of the paper: every network and every kind of training, on the same test images. */
export function comparisonTable({ rows }: Comparison): Markup {
  const models = [...new Set(rows.map(({ model }) => model))];
  const groups = METRICS.map((metric) => markup`<th colspan="3" scope="colgroup">${METRIC_TITLES[metric]}</th>`);
  const columns = METRICS.map(
    () => markup`<th scope="col" class="first">avg</th><th scope="col">min</th><th scope="col">max</th>`,
  );
  return markup`<div class="scroll"><table class="figures"><thead><tr><th rowspan="2" scope="col">Training</th><th rowspan="2" scope="col">n</th>${groups}<th
 rowspan="2" scope="col" class="first">95 % of<br>Dice avg</th></tr><tr>${columns}</tr></thead>${models.map(
   (model) =>
     markup`<tbody><tr class="part"><th colspan="15" scope="rowgroup">${model}</th></tr>${rows
       .filter((row) => row.model === model)
       .map(tableRow)}</tbody>`,
 )}</table></div><p class="small">n: test images. 95 %: interval of the average Dice by a bootstrap that draws whole patients. ${KIND_NOTES}</p>`;
}

function tableRow(row: ExperimentRow): Markup {
  const cells = ({ mean, min, max }: MetricSummary): Markup =>
    markup`<td class="first">${fractionText(mean)}</td><td>${fractionText(min)}</td><td>${fractionText(max)}</td>`;
  return markup`<tr class="${isWhole(row) ? 'total' : 'site'}"><th scope="row">${trainingKindText(row)}</th><td>${row.n}</td>${METRICS.map(
    (metric) => cells(row[metric]),
  )}<td class="first">${intervalText(row.interval)}</td></tr>`;
}

/** How far apart the kinds of training are, image by image. */
export function differencesTable(differences: readonly DiceDifference[]): Markup {
  if (differences.length === 0) return NOTHING;
  const rows = differences.map(({ model, between: [first, second], mean, interval, n }) => {
    const bounds = interval === null ? '–' : `${signed(interval.low)} to ${signed(interval.high)}`;
    return markup`<tr><th scope="row">${model}</th><td>${kindText(first)} − ${kindText(second)}</td><td>${n}</td><td>${signed(mean)}</td><td>${bounds}</td></tr>`;
  });
  return markup`<h3>Difference in Dice on the same image</h3><div class="scroll"><table class="figures narrow"><thead><tr>${[
    ...['Network', 'Difference', 'n', 'avg', '95 %'],
  ].map((title) => markup`<th scope="col">${title}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Lesions that the image's border cuts, which the paper's networks missed, and the others. */
export function edgeTable({ rows }: Comparison): Markup {
  const shown = rows.filter(isWhole);
  if (shown.every(({ edge, central }) => edge === null && central === null))
    return markup`<p>The sites do not say which lesions lie at an edge.</p>`;
  const part = (figures: ExperimentRow['edge']): Markup =>
    figures === null
      ? markup`<td class="first">0</td><td>–</td>`
      : markup`<td class="first">${figures.n}</td><td>${fractionText(figures.dice)}</td>`;
  return markup`<div class="scroll"><table class="figures narrow"><thead><tr><th rowspan="2" scope="col">Network</th><th rowspan="2" scope="col">Training</th>
<th colspan="2" scope="colgroup">At the image’s edge</th><th colspan="2" scope="colgroup">Elsewhere</th></tr><tr>${[
    0, 1,
  ].map(
    () => markup`<th scope="col" class="first">n</th><th scope="col">Dice avg</th>`,
  )}</tr></thead><tbody>${shown.map(
    (row) =>
      markup`<tr><th scope="row">${row.model}</th><td>${trainingKindText(row)}</td>${part(row.edge)}${part(row.central)}</tr>`,
  )}</tbody></table></div><p class="small">At the edge: the region around the lesion is cut by the image’s border. The paper’s networks missed such masses.</p>`;
}
