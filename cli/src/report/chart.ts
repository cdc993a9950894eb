import { markup, NOTHING, type Markup } from './markup.js';

/** The drawing area of a chart and how values get onto it; lengths in the units of its viewBox. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  x(value: number): number;
  y(value: number): number;
}

export interface PlotSpec {
  readonly width: number;
  readonly height: number;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  /** Room for the labels of the vertical axis. */
  readonly left?: number;
}

const MARGIN = { left: 50, right: 12, top: 12, bottom: 38 };

export function plotOf({ width, height, xRange, yRange, left = MARGIN.left }: PlotSpec): Plot {
  const right = width - MARGIN.right;
  const bottom = height - MARGIN.bottom;
  const between =
    (low: number, high: number, [from, to]: readonly [number, number]) =>
    (value: number) =>
      round(low + ((high - low) * (value - from)) / (to === from ? 1 : to - from));
  return {
    ...{ width, height, left, right, top: MARGIN.top, bottom },
    x: between(left, right, xRange),
    y: between(bottom, MARGIN.top, yRange),
  };
}

/** At most about `count` round values that cover 0 to `max`. */
export function ticksTo(max: number, count = 5): number[] {
  if (!(max > 0)) return [0, 1];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.ceil(max / step - 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** Whole numbers from `from` to `to`, thinned out to at most about `count`. */
export function wholeTicks(from: number, to: number, count = 10): number[] {
  const step = Math.max(1, Math.ceil((to - from) / count));
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}

export interface AxesSpec {
  readonly plot: Plot;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly yText: (value: number) => string;
}

export function axes({ plot, xTicks, yTicks, xLabel, yLabel, yText }: AxesSpec): Markup {
  const { left, right, top, bottom } = plot;
  const middle = round((top + bottom) / 2);
  return markup`<g class="axes">${yTicks.map(
    (tick) => markup`<line class="grid" x1="${left}" x2="${right}" y1="${plot.y(tick)}" y2="${plot.y(tick)}"/>
<text x="${left - 7}" y="${plot.y(tick) + 4}" text-anchor="end">${yText(tick)}</text>`,
  )}${xTicks.map((tick) => markup`<text x="${plot.x(tick)}" y="${bottom + 16}" text-anchor="middle">${tick}</text>`)}
<line class="base" x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}"/>
<text class="label" x="${round((left + right) / 2)}" y="${bottom + 32}" text-anchor="middle">${xLabel}</text>
<text class="label" transform="translate(13 ${middle}) rotate(-90)" text-anchor="middle">${yLabel}</text></g>`;
}

export interface Point {
  readonly x: number;
  /** Null: withheld or not there; the line is broken. */
  readonly y: number | null;
}

/** A line with a dot at every value. @param style - a class of the page's style sheet, such as `c0`. */
export function line(plot: Plot, points: readonly Point[], style: string): Markup {
  let path = '';
  let isBroken = true;
  const dots: Markup[] = [];
  for (const { x, y } of points) {
    if (y === null) {
      isBroken = true;
      continue;
    }
    path += `${isBroken ? 'M' : 'L'}${plot.x(x)} ${plot.y(y)}`;
    isBroken = false;
    dots.push(markup`<circle cx="${plot.x(x)}" cy="${plot.y(y)}" r="3"/>`);
  }
  return markup`<g class="line ${style}"><path d="${path}"/>${dots}</g>`;
}

/** A dashed level over the whole width. */
export function level(plot: Plot, value: number | null): Markup {
  if (value === null) return NOTHING;
  return markup`<line class="level" x1="${plot.left}" x2="${plot.right}" y1="${plot.y(value)}" y2="${plot.y(value)}"/>`;
}

/** The area between two values at each x; left out where either is missing. */
export function band(
  plot: Plot,
  points: readonly { x: number; low: number | null; high: number | null }[],
  style: string,
): Markup {
  const whole = points.filter(({ low, high }) => low !== null && high !== null);
  if (whole.length < 2) return NOTHING;
  const upper = whole.map(({ x, high }) => `${plot.x(x)},${plot.y(high ?? 0)}`);
  const lower = whole.map(({ x, low }) => `${plot.x(x)},${plot.y(low ?? 0)}`).reverse();
  return markup`<polygon class="band ${style}" points="${[...upper, ...lower].join(' ')}"/>`;
}

/** An SVG picture. @param description - what it shows, for people who do not see it. */
export function svg(
  { width, height }: Pick<Plot, 'width' | 'height'>,
  description: string,
  content: MarkupList,
): Markup {
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${description}">${content}</svg>`;
}

type MarkupList = readonly Markup[];

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
