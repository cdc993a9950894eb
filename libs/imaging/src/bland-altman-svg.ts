import { blandAltman, type AreaPairs, type BlandAltman } from './bland-altman.js';
import { svgText } from './svg-text.js';

export interface BlandAltmanPlot extends AreaPairs {
  /** Above the plot, such as the network's name; left out: no line for it. */
  readonly title?: string;
  /** Of the areas, such as `mm²`; fractions of the region unless given. */
  readonly unit?: string;
}

const WIDTH = 640;
const HEIGHT = 400;
const PLOT = { left: 64, right: 500, top: 40, bottom: 344 } as const;

/** Between the middles of two labels at the right; each has three lines. */
const LABEL_SPACING = 48;

const USUAL_UNIT = 'fraction of the region';

/** Colours of the page around it, if it has the report's variables, else the same ones; Okabe-Ito and greys. */
const STYLE = `<style>
.bland-altman { --ba-ink: var(--ink, #1b2129); --ba-soft: var(--soft, #58636f); --ba-paper: var(--paper, #ffffff); --ba-rule: var(--rule, #d5dbe1); --ba-strong: var(--strong, #98a2ad); --ba-point: var(--c0, #0072b2); --ba-line: var(--c1, #c4530b); }
@media (prefers-color-scheme: dark) { .bland-altman { --ba-ink: var(--ink, #e4e8ec); --ba-soft: var(--soft, #9ba6b1); --ba-paper: var(--paper, #14181d); --ba-rule: var(--rule, #323a43); --ba-strong: var(--strong, #66717d); --ba-point: var(--c0, #56b4e9); --ba-line: var(--c1, #f08a4b); } }
@media print { .bland-altman { --ba-ink: var(--ink, #000); --ba-soft: var(--soft, #444); --ba-paper: var(--paper, #fff); --ba-rule: var(--rule, #ccc); --ba-strong: var(--strong, #888); --ba-point: var(--c0, #0072b2); --ba-line: var(--c1, #c4530b); print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
.bland-altman .ba-paper { fill: var(--ba-paper); }
.bland-altman text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: var(--ba-soft); font-variant-numeric: tabular-nums; }
.bland-altman text.ba-title { font-size: 14px; font-weight: 650; fill: var(--ba-ink); }
.bland-altman text.ba-value { font-weight: 650; fill: var(--ba-ink); }
.bland-altman .ba-grid { stroke: var(--ba-rule); }
.bland-altman .ba-zero { stroke: var(--ba-strong); }
.bland-altman .ba-bias { stroke: var(--ba-line); stroke-width: 2; }
.bland-altman .ba-limit { stroke: var(--ba-line); stroke-width: 1.5; stroke-dasharray: 6 4; }
.bland-altman .ba-band { fill: var(--ba-line); fill-opacity: .13; }
.bland-altman text.ba-interval { font-size: 10.5px; }
.bland-altman .ba-leader { stroke: var(--ba-strong); fill: none; }
.bland-altman circle { fill: var(--ba-point); fill-opacity: .5; stroke: var(--ba-point); stroke-width: .75; }
</style>`;

/**
 * A Bland-Altman plot: for each pair the difference predicted - reference over their mean, the bias as a line, the
 * limits of agreement dashed, each with its value and, as a band, its 95 % confidence interval. It follows light, dark and print, alone or inside a page, and takes
 * the colours of the report's page; it holds no script and no reference to anything outside.
 * @returns SVG text, to be saved as it is or put into a page.
 * @throws ImagingError `bad-argument` as `blandAltman`.
 */
export function blandAltmanSvg({ reference, predicted, title, unit = USUAL_UNIT }: BlandAltmanPlot): string {
  const agreement = blandAltman({ reference, predicted });
  const points = reference.map((value, i) => ({ x: (value + predicted[i]) / 2, y: predicted[i] - value }));
  const limits = [agreement.lower, agreement.bias, agreement.upper].filter((value) => value !== null);
  const xTicks = ticks(points.map(({ x }) => x));
  const yTicks = ticks([0, ...limits, ...points.map(({ y }) => y)]);
  const x = scale(xTicks, PLOT.left, PLOT.right);
  const y = scale(yTicks, PLOT.bottom, PLOT.top);
  const description = `Bland-Altman plot of ${agreement.n} pairs of areas. ${inWords(agreement, unit)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="bland-altman" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${svgText(description)}">
${STYLE}
<rect class="ba-paper" width="${WIDTH}" height="${HEIGHT}"/>
${title === undefined ? '' : `<text class="ba-title" x="${PLOT.left}" y="22">${svgText(title)}</text>\n`}<text x="${PLOT.right}" y="22" text-anchor="end">n = ${agreement.n}</text>
${bands(agreement, y)}
${axes({ xTicks, yTicks, x, y, unit })}
${points.map((point) => `<circle cx="${x(point.x)}" cy="${y(point.y)}" r="3.2"/>`).join('')}
${levels(agreement, y)}
</svg>
`;
}

interface Axes {
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly x: Scale;
  readonly y: Scale;
  readonly unit: string;
}

function axes({ xTicks, yTicks, x, y, unit }: Axes): string {
  const { left, right, top, bottom } = PLOT;
  const [xText, yText] = [textOf(xTicks), textOf(yTicks)];
  const middle = (top + bottom) / 2;
  return [
    ...yTicks.map(
      (tick) =>
        `<line class="${tick === 0 ? 'ba-zero' : 'ba-grid'}" x1="${left}" x2="${right}" y1="${y(tick)}" y2="${y(tick)}"/>` +
        `<text x="${left - 8}" y="${y(tick) + 4}" text-anchor="end">${yText(tick)}</text>`,
    ),
    ...xTicks.map(
      (tick) =>
        `<line class="ba-zero" x1="${x(tick)}" x2="${x(tick)}" y1="${bottom}" y2="${bottom + 4}"/>` +
        `<text x="${x(tick)}" y="${bottom + 18}" text-anchor="middle">${xText(tick)}</text>`,
    ),
    `<line class="ba-zero" x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}"/>`,
    `<text x="${(left + right) / 2}" y="${bottom + 40}" text-anchor="middle">Mean of reference and predicted area (${svgText(unit)})</text>`,
    `<text transform="translate(15 ${middle}) rotate(-90)" text-anchor="middle">Predicted ${MINUS} reference area</text>`,
  ].join('\n');
}

/** The intervals of the three lines, cut at the plot's ends: of few pairs they reach far. */
function bands({ biasInterval, lowerInterval, upperInterval }: BlandAltman, y: Scale): string {
  const cut = (value: number): number => Math.min(PLOT.bottom, Math.max(PLOT.top, y(value)));
  return [upperInterval, biasInterval, lowerInterval]
    .filter((interval) => interval !== null)
    .map(({ low, high }) => {
      const [top, bottom] = [cut(high), cut(low)];
      return `<rect class="ba-band" x="${PLOT.left}" y="${top}" width="${PLOT.right - PLOT.left}" height="${round(bottom - top)}"/>`;
    })
    .join('');
}

/** The lines over the whole width, with what they are and their values at the right. */
function levels({ bias, lower, upper, ...intervals }: BlandAltman, y: Scale): string {
  const lines = [
    ...(upper === null
      ? []
      : [{ name: 'Bias +1.96 SD', value: upper, interval: intervals.upperInterval, style: 'ba-limit' }]),
    { name: 'Bias', value: bias, interval: intervals.biasInterval, style: 'ba-bias' },
    ...(lower === null
      ? []
      : [{ name: `Bias ${MINUS}1.96 SD`, value: lower, interval: intervals.lowerInterval, style: 'ba-limit' }]),
  ];
  const decimals = decimalsFor([bias, lower ?? bias, upper ?? bias]);
  const places = spread(lines.map(({ value }) => y(value)));
  return lines
    .map(({ name, value, interval, style }, i) => {
      const [at, label] = [y(value), places[i]];
      return (
        `<line class="${style}" x1="${PLOT.left}" x2="${PLOT.right}" y1="${at}" y2="${at}"/>` +
        `<path class="ba-leader" d="M${PLOT.right + 1} ${at}L${PLOT.right + 9} ${label}"/>` +
        `<text x="${PLOT.right + 13}" y="${label - 3}">${name}</text>` +
        `<text class="ba-value" x="${PLOT.right + 13}" y="${label + 12}">${signed(value, decimals)}</text>` +
        (interval === null
          ? ''
          : `<text class="ba-interval" x="${PLOT.right + 13}" y="${label + 25}">${signed(interval.low, decimals)} to ${signed(interval.high, decimals)}</text>`)
      );
    })
    .join('\n');
}

/** Pushes the outer two of up to three places, downwards on the page, away from the middle one, and all into the plot. */
function spread(places: readonly number[]): number[] {
  if (places.length < 3) return [...places];
  const [first, middle, last] = places as [number, number, number];
  // Limits are symmetrical about the bias: either both are too near or none is.
  const apart = [Math.min(first, middle - LABEL_SPACING), middle, Math.max(last, middle + LABEL_SPACING)];
  const down = Math.max(0, PLOT.top - (apart[0] as number));
  const up = Math.max(0, (apart[2] as number) - PLOT.bottom);
  return apart.map((place) => round(place + down - up));
}

type Scale = (value: number) => number;

function scale(axisTicks: readonly number[], from: number, to: number): Scale {
  const low = axisTicks[0] as number;
  const high = axisTicks[axisTicks.length - 1] as number;
  return (value) => round(from + ((to - from) * (value - low)) / (high - low));
}

/** About 8 round values that cover `values`. */
function ticks(values: readonly number[]): number[] {
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  const most = values.reduce((high, value) => Math.max(high, value), -Infinity);
  // Values that are equal but for rounding get room on both sides: their own span would put every tick in one place.
  const room = most - least > 1e-6 ? 0 : 0.05;
  const [low, high] = [least - room, most + room];
  const span = high - low;
  const power = 10 ** Math.floor(Math.log10(span / 8));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= span / 8) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** As many decimals as the steps between ticks need. */
function textOf(axisTicks: readonly number[]): (value: number) => string {
  const step = (axisTicks[1] as number) - (axisTicks[0] as number);
  const decimals = Math.min(12, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
  return (value) => withMinus(value.toFixed(decimals));
}

const MINUS = '\u2212';

function withMinus(text: string): string {
  return /^-0*\.?0*$/.test(text) ? text.slice(1) : text.replace('-', MINUS);
}

function signed(value: number, decimals: number): string {
  const text = withMinus(value.toFixed(decimals));
  return value > 0 && !/^0\.?0*$/.test(text) ? `+${text}` : text;
}

/** Four of fractions, fewer of large areas. */
function decimalsFor(values: readonly number[]): number {
  const largest = Math.max(...values.map(Math.abs));
  if (largest >= 100) return 0;
  return largest >= 5 ? 1 : 4;
}

function inWords({ bias, lower, upper }: BlandAltman, unit: string): string {
  const decimals = decimalsFor([bias, lower ?? bias, upper ?? bias]);
  const agreement =
    lower === null || upper === null
      ? ''
      : `, limits of agreement ${signed(lower, decimals)} to ${signed(upper, decimals)}`;
  return `Bias ${signed(bias, decimals)}${agreement} (${unit}).`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
