import type { Comparison, MeasuredExperiment } from '../demo/comparison.js';
import { kindText, type ExperimentKind } from '../demo/experiments.js';
import { lastCommittedRound, tableOne } from '../table-one.js';
import { axes, line, plotOf, svg, wholeTicks, type Point } from './chart.js';
import { markup, NOTHING, type Markup } from './markup.js';
import { KIND_STYLES } from './trainings.js';

const SIZE = { width: 760, height: 280 };
const KINDS: readonly ExperimentKind[] = ['federated', 'pooled', 'local'];

/** Dice over all test images by round, every kind of training in one chart, one chart a network. */
export function learningCurves({ measured }: Comparison): Markup {
  const models = [...new Set(measured.map(({ model }) => model))];
  return markup`${models.map((model) => {
    const own = measured.filter((one) => one.model === model);
    return markup`${models.length > 1 ? markup`<h3>${model}</h3>` : NOTHING}${chart(model, own)}`;
  })}`;
}

function chart(model: string, measured: readonly MeasuredExperiment[]): Markup {
  const last = Math.max(1, ...measured.map(({ view }) => lastCommittedRound(view)));
  const kinds = KINDS.filter((kind) => measured.some((one) => one.kind === kind));
  const plot = plotOf({ ...SIZE, xRange: [0, last], yRange: [0, 1] });
  return markup`<figure><p class="legend">${kinds.map(
    (kind) =>
      markup`<span><svg viewBox="0 0 26 10" aria-hidden="true"><g class="line ${KIND_STYLES[kind]}"><path d="M1 5L25 5"/><circle cx="13" cy="5" r="3"/></g></svg>${kindText(kind)}</span>`,
  )}</p>${svg(SIZE, `Dice by round of ${model}: ${kinds.map(kindText).join(', ')}`, [
    axes({
      plot,
      xTicks: wholeTicks(0, last),
      yTicks: [0, 0.2, 0.4, 0.6, 0.8, 1],
      xLabel: 'round',
      yLabel: 'mean Dice',
      yText: (value) => value.toFixed(1),
    }),
    ...kinds.map((kind) =>
      line(
        plot,
        points(
          measured.filter((one) => one.kind === kind),
          last,
        ),
        KIND_STYLES[kind],
      ),
    ),
  ])}<figcaption>Mean Dice over the same test images after each round; round 0 is the initial model, which is the same for all.</figcaption></figure>`;
}

/** Of several runs, the local-only ones, the mean over all images: each judged by the model of its site. */
function points(runs: readonly MeasuredExperiment[], last: number): Point[] {
  return Array.from({ length: last + 1 }, (_, round) => {
    const parts = runs.map(({ view }) => tableOne(view, round).overall);
    let sum = 0;
    let count = 0;
    for (const part of parts) {
      if (part === null || part.dice.mean === null || part.n === null) return { x: round, y: null };
      sum += part.dice.mean * part.n;
      count += part.n;
    }
    return { x: round, y: count === 0 ? null : sum / count };
  });
}
