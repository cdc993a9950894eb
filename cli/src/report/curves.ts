import type { RunView } from '@mammofed/core';
import { fractionText } from '../formats.js';
import { imageBlindDice, lastCommittedRound, siteNames, tableOne } from '../table-one.js';
import { axes, band, level, line, plotOf, svg, ticksTo, wholeTicks, type Point } from './chart.js';
import { markup, NOTHING, type Markup } from './markup.js';

const PANEL = { width: 270, height: 200 };
const WIDE = { width: 760, height: 260 };
/** Colours of the style sheet; after them lines repeat with dashes. */
const COLOURS = 6;

/** The class of a site's line: one colour through the whole report. */
export function siteStyle(index: number): string {
  return `c${index % COLOURS}${index >= COLOURS ? ' dashed' : ''}`;
}

interface Panel {
  readonly title: string;
  readonly style: string;
  readonly points: readonly {
    readonly x: number;
    readonly y: number | null;
    readonly low: number | null;
    readonly high: number | null;
  }[];
  readonly imageBlind: number | null;
}

/** Dice of every round's model on each site's own test images, one panel a site, beside the best image-blind mask. */
export function diceCurves(view: RunView): Markup {
  const last = lastCommittedRound(view);
  const rounds = Array.from({ length: last + 1 }, (_, round) => round);
  const overall = rounds.map((round) => tableOne(view, round).overall);
  const panels: Panel[] = [
    {
      title: 'All sites',
      style: 'all',
      points: rounds.map((x) => ({
        x,
        y: overall[x]?.dice.mean ?? null,
        low: overall[x]?.dice.min ?? null,
        high: overall[x]?.dice.max ?? null,
      })),
      imageBlind: overall.at(-1)?.imageBlindDice ?? null,
    },
    ...siteNames(view).map((site, i): Panel => {
      const evaluations = rounds.map((round) =>
        view.evaluations.find((one) => one.site === site && one.round === round),
      );
      const newest = evaluations.findLast((one) => one !== undefined);
      return {
        title: site,
        style: siteStyle(i),
        points: evaluations.map((one, x) => ({
          x,
          y: one?.dice.mean ?? null,
          low: one?.dice.min ?? null,
          high: one?.dice.max ?? null,
        })),
        imageBlind: newest === undefined ? null : imageBlindDice(newest),
      };
    }),
  ];
  return markup`<figure><div class="panels">${panels.map((panel) => dicePanel(panel, last))}</div>
<figcaption>Dice of each round's model on the sites' own test images (round 0 is the initial model). Line: average. Area: from
the worst to the best single image, where a site shares it. Dashed: the better of the two masks that never look at an image.
</figcaption></figure>`;
}

function dicePanel({ title, style, points, imageBlind }: Panel, last: number): Markup {
  const plot = plotOf({ ...PANEL, xRange: [0, Math.max(1, last)], yRange: [0, 1] });
  const known = points.filter(({ y }) => y !== null);
  const newest = known.at(-1);
  const blind = imageBlind === null ? 'image-blind: withheld' : `image-blind ${fractionText(imageBlind)}`;
  const state = newest === undefined ? 'withheld' : `${fractionText(newest.y)} after round ${newest.x}`;
  return markup`<div class="panel"><h4>${title}</h4><p><span>${state}</span><span><svg viewBox="0 0 26 10" aria-hidden="true">
<line class="level" x1="1" x2="25" y1="5" y2="5"/></svg>${blind}</span></p>${svg(
    PANEL,
    `Dice by round, ${title}: ${state}; ${blind}`,
    [
      axes({
        plot,
        xTicks: wholeTicks(0, Math.max(1, last), 8),
        yTicks: [0, 0.25, 0.5, 0.75, 1],
        xLabel: 'round',
        yLabel: 'Dice',
        yText: (value) => value.toFixed(2),
      }),
      band(plot, points, style),
      level(plot, imageBlind),
      line(plot, points, style),
    ],
  )}</div>`;
}

/** Mean training loss of each site in each committed round. */
export function lossCurves(view: RunView): Markup {
  const committed = view.rounds.filter(({ state }) => state === 'committed');
  const sites = siteNames(view);
  const series = sites.map((site): Point[] =>
    committed.map(({ round, sites: participants }) => ({
      x: round,
      y: participants.find((participant) => participant.site === site)?.trainLoss ?? null,
    })),
  );
  const losses = series.flat().flatMap(({ y }) => (y === null ? [] : [y]));
  if (losses.length === 0) return markup`<p>Training loss: withheld by every site.</p>`;
  const yTicks = ticksTo(Math.max(...losses));
  const last = Math.max(1, ...committed.map(({ round }) => round));
  const plot = plotOf({ ...WIDE, xRange: [1, Math.max(2, last)], yRange: [0, yTicks.at(-1) ?? 1] });
  const silent = sites.filter((_, i) => series[i]?.every(({ y }) => y === null));
  return markup`<figure>${legend(sites)}${svg(WIDE, `Training loss by round of ${sites.join(', ')}`, [
    axes({
      plot,
      xTicks: wholeTicks(1, last),
      yTicks,
      xLabel: 'round',
      yLabel: 'training loss',
      yText: (value) => value.toFixed(2),
    }),
    ...series.map((points, i) => line(plot, points, siteStyle(i))),
  ])}<figcaption>Mean loss (cross-entropy + soft Dice) of each site's training in each round.${
    silent.length === 0 ? NOTHING : markup` Withheld: ${silent.join(', ')}.`
  }</figcaption></figure>`;
}

function legend(sites: readonly string[]): Markup {
  return markup`<p class="legend">${sites.map(
    (site, i) =>
      markup`<span><svg viewBox="0 0 26 10" aria-hidden="true"><g class="line ${siteStyle(i)}"><path d="M1 5L25 5"/><circle cx="13" cy="5" r="3"/></g></svg>${site}</span>`,
  )}</p>`;
}
