import { fractionText } from '../formats.js';
import { siteStyle } from './curves.js';
import { markup, NOTHING, type Markup } from './markup.js';
import type { OverlayFigure, SiteResults } from './site-results.js';
import { diceStrip } from './strip.js';

const RANK_TITLES: Readonly<Record<OverlayFigure['rank'], string>> = { best: 'Best', median: 'Median', worst: 'Worst' };

/**
 * Best, median and worst test images of every site with both outlines, from the agents' own folders.
 * @param sites - in the order that gives them their colours.
 */
export function overlaySection(results: readonly SiteResults[], sites: readonly string[], round: number): Markup {
  if (results.every(({ overlays, problem }) => overlays.length === 0 && problem === null)) {
    return markup`<p>The sites kept no overlays of this model.</p>`;
  }
  return markup`<p class="notice"><strong>These pictures never left a site over the wire.</strong> Each agent writes them into its
own folder. Here the demo command, which runs where all the folders lie, has joined them. This file holds parts of the
images: treat it as you treat them.</p>
<p class="legend"><span><i class="reference"></i>reference, drawn by people</span>
<span><i class="prediction"></i>prediction of the model of round ${round}</span>
<span>where the two run together they alternate</span></p>
${results.map((one) => siteOverlays(one, siteStyle(Math.max(0, sites.indexOf(one.site)))))}`;
}

function siteOverlays({ site, overlays, imageDice, problem }: SiteResults, style: string): Markup {
  return markup`<section class="overlays"><h3>${site}</h3>
${problem === null ? NOTHING : markup`<p>Of ${site}: ${problem}.</p>`}
<div class="pictures">${overlays.map(picture)}</div>
${imageDice.length === 0 ? NOTHING : diceStrip(site, imageDice, style)}</section>`;
}

function picture({ file, dice, rank, source }: OverlayFigure): Markup {
  return markup`<figure class="picture"><img src="${source}" alt="Region of ${file} with both outlines">
<figcaption><strong>${RANK_TITLES[rank]}</strong> <span class="number">Dice ${fractionText(dice)}</span><br>
<span class="file">${file}</span></figcaption></figure>`;
}
