import type { RoundView, RunView } from '@mammofed/core';
import { bytesText, durationText } from '../formats.js';
import { axes, plotOf, svg, ticksTo, wholeTicks, type Plot } from './chart.js';
import { markup, NOTHING, type Markup } from './markup.js';

const CHART = { width: 500, height: 250 };

interface Bar {
  readonly x: number;
  /** From the bottom up; drawn on top of one another. */
  readonly parts: readonly { readonly value: number; readonly style: string }[];
  /** Shown by browsers under the pointer. */
  readonly title: string;
}

interface BarChart {
  readonly description: string;
  readonly bars: readonly Bar[];
  readonly yLabel: string;
  readonly yText: (value: number) => string;
  readonly ticks: (most: number) => number[];
}

/** What travelled and how long it took, for each committed round. */
export function trafficAndTime(view: RunView): Markup {
  const rounds = view.rounds.filter(({ state }) => state === 'committed');
  return markup`<div class="pair">${trafficFigure(rounds)}${timeFigure(rounds)}</div>`;
}

function trafficFigure(rounds: readonly RoundView[]): Markup {
  const sum = ({ sites }: RoundView, key: 'bytesUp' | 'bytesDown'): number =>
    sites.reduce((total, site) => total + site[key], 0);
  const bars = rounds.map((round): Bar => {
    const up = sum(round, 'bytesUp');
    const down = sum(round, 'bytesDown');
    return {
      x: round.round,
      parts: [
        { value: down, style: 'down' },
        { value: up, style: 'up' },
      ],
      title: `round ${round.round}: ${bytesText(down)} to the sites, ${bytesText(up)} from them`,
    };
  });
  const total = (key: 'bytesUp' | 'bytesDown'): string =>
    bytesText(rounds.reduce((all, round) => all + sum(round, key), 0));
  const chart = { description: 'Bytes by round', bars, yLabel: '', yText: bytesText, ticks: binaryTicks };
  return markup`<figure><p class="legend"><span><i class="up"></i>from the sites</span><span><i class="down"></i>to the sites</span></p>
${barChart(chart)}<figcaption>Bytes of all sites in each round, as the coordinator counted them on the wire: ${total('bytesUp')} from
the sites and ${total('bytesDown')} to them in all. The last round also carries the final model, which the sites fetch to
evaluate it.</figcaption></figure>`;
}

function timeFigure(rounds: readonly RoundView[]): Markup {
  const bars = rounds.map(({ round, durationMs }): Bar => {
    const parts = [{ value: (durationMs ?? 0) / 1000, style: 'time' }];
    return { x: round, parts, title: `round ${round}: ${durationText(durationMs ?? 0)}` };
  });
  const lasted = rounds.reduce((all, { durationMs }) => all + (durationMs ?? 0), 0);
  const chart = { description: 'Duration by round', bars, yLabel: 'seconds', yText: String, ticks: ticksTo };
  return markup`<figure><p class="legend"><span><i class="time"></i>duration</span></p>${barChart(chart)}
<figcaption>From the choice of the cohort to the committed model: ${durationText(lasted)} for ${rounds.length} rounds.
</figcaption></figure>`;
}

function barChart({ description, bars, yLabel, yText, ticks }: BarChart): Markup {
  const yTicks = ticks(Math.max(0, ...bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0))));
  const last = Math.max(1, ...bars.map(({ x }) => x));
  const plot = plotOf({ ...CHART, xRange: [0.4, last + 0.6], yRange: [0, yTicks.at(-1) ?? 1], left: 64 });
  const width = Math.min(46, ((plot.right - plot.left) / last) * 0.7);
  return svg(CHART, `${description}. ${bars.map(({ title }) => title).join('; ')}`, [
    axes({ plot, xTicks: wholeTicks(1, last), yTicks, xLabel: 'round', yLabel, yText }),
    ...bars.map((bar) => drawnBar(plot, bar, width)),
  ]);
}

/** Ticks that are round in the unit that `bytesText` shows them in. */
function binaryTicks(most: number): number[] {
  const unit = 1024 ** Math.max(0, Math.floor(Math.log2(Math.max(1, most)) / 10));
  return ticksTo(most / unit).map((tick) => tick * unit);
}

function drawnBar(plot: Plot, { x, parts, title }: Bar, width: number): Markup {
  const left = (plot.x(x) - width / 2).toFixed(1);
  let below = 0;
  const boxes = parts.map(({ value, style }) => {
    const top = plot.y(below + value);
    const height = plot.y(below) - top;
    below += value;
    if (!(height > 0)) return NOTHING;
    return markup`<rect class="${style}" x="${left}" y="${top}" width="${width.toFixed(1)}" height="${height.toFixed(1)}"/>`;
  });
  return markup`<g><title>${title}</title>${boxes}</g>`;
}
