import { svg } from '../report/chart.js';
import { markup, type Markup } from '../report/markup.js';
import type { Figure, SegmentationResult } from '../workbench/segmentation-result.js';

const WIDTH = 760;
const LEFT = 218;
const RIGHT = WIDTH - 16;
const ROW = 24;
const TOP = 6;
const HALF = 7;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Box plots of Dice, one for the whole set and for each part of each slice: quartiles, smallest and largest image, mean. */
export function diceBoxes({ all, slices }: SegmentationResult): Markup {
  const rows = [
    { name: 'all images', style: 'all', dice: all.dice },
    ...slices.map(({ slice, part, dice }) => ({
      name: slice === 'edge' || slice === 'size' ? part : `${slice} ${part}`,
      style: slice === 'edge' && dice !== null ? (part === 'central' ? 'c0' : 'c1') : 'c5',
      dice,
    })),
  ].flatMap(({ dice, ...row }) => (dice === null ? [] : [{ ...row, dice }]));
  const bottom = TOP + rows.length * ROW;
  const grid = TICKS.map(
    (tick) => markup`<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="${TOP}" y2="${bottom}"/>
<text x="${x(tick)}" y="${bottom + 16}" text-anchor="middle">${tick}</text>`,
  );
  const boxes = rows.map(({ name, style, dice }, i) => box(name, style, dice, TOP + (i + 0.5) * ROW));
  return svg({ width: WIDTH, height: bottom + 38 }, `Box plots of Dice: ${rows.map(({ name }) => name).join(', ')}`, [
    ...grid,
    ...boxes,
    markup`<text class="label" x="${(LEFT + RIGHT) / 2}" y="${bottom + 33}" text-anchor="middle">Dice similarity coefficient</text>`,
  ]);
}

function box(name: string, style: string, { n, mean, min, max, quartiles }: Figure, y: number): Markup {
  const [first, middle, third] = quartiles.map(x) as [number, number, number];
  return markup`<text class="label" x="${LEFT - 10}" y="${y + 4}" text-anchor="end">${name} <tspan class="count">(${n})</tspan></text>
<g class="box ${style}"><line x1="${x(min)}" x2="${first}" y1="${y}" y2="${y}"/><line x1="${third}" x2="${x(max)}" y1="${y}" y2="${y}"/>
<line x1="${x(min)}" x2="${x(min)}" y1="${y - 4}" y2="${y + 4}"/><line x1="${x(max)}" x2="${x(max)}" y1="${y - 4}" y2="${y + 4}"/>
<rect x="${first}" y="${y - HALF}" width="${(third - first).toFixed(1)}" height="${2 * HALF}"/>
<line class="middle" x1="${middle}" x2="${middle}" y1="${y - HALF}" y2="${y + HALF}"/><circle cx="${x(mean)}" cy="${y}" r="3"/></g>`;
}

function x(dice: number): number {
  return Math.round(10 * (LEFT + dice * (RIGHT - LEFT))) / 10;
}
