import { fractionText } from '../formats.js';
import { siteStyle } from './curves.js';
import { markup, NOTHING, type Markup } from './markup.js';
import type { NetworkResults } from './network-results.js';
import type { OverlayFigure, SiteResults } from './site-results.js';
import { diceStrip } from './strip.js';

const RANK_TITLES: Readonly<Record<OverlayFigure['rank'], string>> = { best: 'Best', median: 'Median', worst: 'Worst' };

/**
 * Best, median and worst test images of every site by the first network, with both outlines, from the agents' own folders.
 * Of a second network the same images stand beside them.
 * @param sites - in the order that gives them their colours.
 */
export function overlaySection(networks: readonly NetworkResults[], sites: readonly string[]): Markup {
  const [first, second] = networks;
  if (
    first === undefined ||
    first.results.every(({ overlays, problem }) => overlays.length === 0 && problem === null)
  ) {
    return markup`<p>The sites kept no overlays of this model.</p>`;
  }
  const { model, round, results } = first;
  const whose =
    second === undefined
      ? `prediction of the model of round ${round}`
      : `prediction of the network named below (the federated model of its last round)`;
  return markup`<p class="notice"><strong>These pictures never left a site over the wire.</strong> Each agent writes them into its
own folder. Here the demo command, which runs where all the folders lie, has joined them. This file holds parts of the
images: treat it as you treat them.</p>
<p class="legend"><span><i class="reference"></i>reference, drawn by people</span>
<span><i class="prediction"></i>${whose}</span>
<span>where the two run together they alternate</span></p>
${second === undefined ? NOTHING : markup`<p class="small">Best, median and worst are by ${model}.</p>`}
${results.map((one) => {
  const style = siteStyle(Math.max(0, sites.indexOf(one.site)));
  if (second === undefined) return siteOverlays(one, style, one.overlays.map(picture));
  const other = second.results.find(({ site }) => site === one.site);
  return siteOverlays(
    one,
    style,
    one.overlays.map((figure) => sideBySide(figure, [model, second.model], other)),
  );
})}`;
}

function siteOverlays({ site, imageDice, problem }: SiteResults, style: string, pictures: readonly Markup[]): Markup {
  return markup`<section class="overlays"><h3>${site}</h3>
${problem === null ? NOTHING : markup`<p>Of ${site}: ${problem}.</p>`}
<div class="pictures">${pictures}</div>
${imageDice.length === 0 ? NOTHING : diceStrip(site, imageDice, style)}</section>`;
}

function picture({ file, dice, rank, png }: OverlayFigure): Markup {
  return markup`<figure class="picture"><img src="${source(png)}" alt="Region of ${file} with both outlines">
<figcaption><strong>${RANK_TITLES[rank]}</strong> <span class="number">Dice ${fractionText(dice)}</span><br>
<span class="file">${file}</span></figcaption></figure>`;
}

/** The region alone, and with the outlines of each network. */
function sideBySide(
  { file, dice, rank, png, original }: OverlayFigure,
  [first, second]: readonly [string, string],
  other: SiteResults | undefined,
): Markup {
  const same = other?.overlays.find((one) => one.file === file);
  const otherDice = other?.diceByFile.get(file) ?? null;
  const plain =
    original === null
      ? NOTHING
      : markup`<div class="picture"><img src="${source(original)}" alt="Region of ${file}"><p>original</p></div>`;
  const network = (name: string, picture: Uint8Array | null, value: number | null): Markup =>
    markup`<div class="picture">${
      picture === null
        ? markup`<p class="absent">no picture: its agent kept no mask of this image</p>`
        : markup`<img src="${source(picture)}" alt="Region of ${file} with the outlines of ${name}">`
    }<p>${name}${value === null ? NOTHING : markup` <span class="number">Dice ${fractionText(value)}</span>`}</p></div>`;
  return markup`<figure class="side-by-side">${plain}${network(first, png, dice)}${network(second, same?.png ?? null, otherDice)}
<figcaption><strong>${RANK_TITLES[rank]}</strong> <span class="file">${file}</span></figcaption></figure>`;
}

function source(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}
