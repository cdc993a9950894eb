import type { Interval } from '@mammofed/core';
import type { Comparison } from '../demo/comparison.js';
import { intervalText } from '../demo/comparison-text.js';
import type { ExperimentRow } from '../demo/figures.js';
import { kindText } from '../demo/experiments.js';
import { fractionText } from '../formats.js';
import { svg } from './chart.js';
import { markup, NOTHING, type Markup } from './markup.js';
import { isWhole, KIND_STYLES } from './trainings.js';

const WIDTH = 760;
const LEFT = 150;
const RIGHT = WIDTH - 70;
const LINE_HEIGHT = 16;
const GAP = 12;
const TOP = 8;
const BOTTOM = 40;

interface Dot {
  readonly style: string;
  readonly title: string;
  readonly mean: number;
  readonly interval: Interval | null;
}

/** Sites side by side: the mean Dice of every kind of training with its interval, one panel a network. */
export function sitesFigure(comparison: Comparison): Markup {
  const whole = comparison.rows.filter(isWhole);
  const models = [...new Set(whole.map(({ model }) => model))];
  const kinds = [...new Set(whole.map(({ kind }) => kind))];
  const legend =
    kinds.length < 2
      ? NOTHING
      : markup`<p class="legend">${kinds.map(
          (kind) =>
            markup`<span><svg viewBox="0 0 26 10" aria-hidden="true"><g class="dot ${KIND_STYLES[kind]}"><line x1="1" x2="25" y1="5" y2="5"/><circle cx="13" cy="5" r="4"/></g></svg>${kindText(kind)}</span>`,
        )}</p>`;
  return markup`<figure>${legend}${models.map((model) =>
    panel(
      model,
      whole.filter((row) => row.model === model),
      models.length > 1,
    ),
  )}<figcaption>Mean Dice on each site’s own test images. Bars: 95 % interval by a bootstrap over patients.</figcaption></figure>`;
}

function panel(model: string, rows: readonly ExperimentRow[], isTitled: boolean): Markup {
  const sites = [...new Set(rows.flatMap(({ perSite }) => perSite.map(({ site }) => site)))];
  const groups = [
    ...sites.map((site) => ({
      name: site,
      n: rows[0]?.perSite.find((one) => one.site === site)?.n ?? 0,
      dots: rows.flatMap((row) => row.perSite.filter((one) => one.site === site).map((one) => dot(row, one))),
    })),
    { name: 'all sites', n: rows[0]?.n ?? 0, dots: rows.map((row) => dot(row, row)) },
  ];
  let y = TOP;
  const parts: Markup[] = [];
  for (const { name, n, dots } of groups) {
    const height = dots.length * LINE_HEIGHT + GAP;
    const middle = y + height / 2;
    parts.push(
      markup`<text class="label" x="${LEFT - 12}" y="${middle + 4}" text-anchor="end">${shortened(name)} (n ${n})</text>`,
      ...dots.map((one, i) => drawnDot(one, y + GAP / 2 + (i + 0.5) * LINE_HEIGHT)),
    );
    y += height;
    parts.push(markup`<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${y}" y2="${y}"/>`);
  }
  const axis = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (tick) => markup`<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="${TOP}" y2="${y}"/>
<text x="${x(tick)}" y="${y + 16}" text-anchor="middle">${tick.toFixed(1)}</text>`,
  );
  const description = `Mean Dice of ${model} by site: ${groups
    .flatMap(({ name, dots }) => dots.map(({ title }) => `${name}, ${title}`))
    .join('; ')}`;
  const label = markup`<text class="label" x="${(LEFT + RIGHT) / 2}" y="${y + 33}" text-anchor="middle">mean Dice</text>`;
  return markup`${isTitled ? markup`<h3>${model}</h3>` : NOTHING}${svg(
    { width: WIDTH, height: y + BOTTOM },
    description,
    [...axis, ...parts, label],
  )}`;
}

function dot({ kind }: ExperimentRow, { dice, interval }: Pick<ExperimentRow, 'dice' | 'interval'>): Dot {
  const title = `${kindText(kind)} ${fractionText(dice.mean)} (${intervalText(interval)})`;
  return { style: KIND_STYLES[kind], title, mean: dice.mean ?? 0, interval };
}

function drawnDot({ style, title, mean, interval }: Dot, y: number): Markup {
  const bar =
    interval === null ? NOTHING : markup`<line x1="${x(interval.low)}" x2="${x(interval.high)}" y1="${y}" y2="${y}"/>`;
  return markup`<g class="dot ${style}"><title>${title}</title>${bar}<circle cx="${x(mean)}" cy="${y}" r="4"/></g>
<text x="${RIGHT + 8}" y="${y + 4}">${fractionText(mean)}</text>`;
}

function x(dice: number): number {
  return Math.round((LEFT + Math.min(1, Math.max(0, dice)) * (RIGHT - LEFT)) * 10) / 10;
}

function shortened(name: string): string {
  return name.length > 14 ? `${name.slice(0, 13)}…` : name;
}
