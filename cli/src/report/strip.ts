import { fractionText } from '../formats.js';
import { svg } from './chart.js';
import { markup, type Markup } from './markup.js';

const SIZE = { width: 680, height: 46 };
const LEFT = 14;
const RIGHT = SIZE.width - 14;
const AXIS_Y = 26;

/** Every test image of a site as a dot at its Dice, so that one sees how many the model misses and not the average alone. */
export function diceStrip(site: string, imageDice: readonly number[], style: string): Markup {
  const sorted = [...imageDice].sort((a, b) => a - b);
  const x = (dice: number): string => (LEFT + Math.min(1, Math.max(0, dice)) * (RIGHT - LEFT)).toFixed(1);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const description = `Dice of the ${sorted.length} test images of ${site}: from ${fractionText(sorted[0] ?? 0)} to ${fractionText(sorted.at(-1) ?? 0)}, median ${fractionText(median)}`;
  return markup`<div class="strip">${svg(SIZE, description, [
    markup`<line class="base" x1="${LEFT}" x2="${RIGHT}" y1="${AXIS_Y}" y2="${AXIS_Y}"/>`,
    ...[0, 0.25, 0.5, 0.75, 1].map(
      (tick) => markup`<line class="base" x1="${x(tick)}" x2="${x(tick)}" y1="${AXIS_Y}" y2="${AXIS_Y + 4}"/>
<text x="${x(tick)}" y="${AXIS_Y + 17}" text-anchor="middle">${tick.toFixed(2)}</text>`,
    ),
    markup`<g class="dots ${style}">${sorted.map((dice) => markup`<circle cx="${x(dice)}" cy="${AXIS_Y - 9}" r="5"/>`)}</g>`,
  ])}<p class="small">Dice of each of the ${sorted.length} test images</p></div>`;
}
