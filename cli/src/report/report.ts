import type { Comparison, MeasuredExperiment } from '../demo/comparison.js';
import type { DemoData } from '../demo/sites.js';
import { bytesText, countText, fractionText } from '../formats.js';
import { outlineTable } from '../outline-table.js';
import { lastCommittedRound, siteNames, tableOne } from '../table-one.js';
import { agreementSection } from './agreement.js';
import { comparisonTable, differencesTable, edgeTable } from './comparison.js';
import { diceCurves, lossCurves } from './curves.js';
import { learningCurves } from './learning-curves.js';
import { markup, NOTHING, type Markup } from './markup.js';
import type { NetworkResults } from './network-results.js';
import { outlinesSection } from './outlines.js';
import { overlaySection } from './overlays.js';
import { sitesFigure } from './sites-figure.js';
import { STYLE } from './style.js';
import { configurationTable, sitesTable, tableOneHtml } from './tables.js';
import { trafficAndTime } from './traffic.js';

export interface ReportInput {
  /** Every model of the demo; the first is a federated one. */
  readonly comparison: Comparison;
  readonly data: DemoData;
  /** Of the federated models, in the same order. */
  readonly networks: readonly NetworkResults[];
  readonly permuteImages: boolean;
}

/** @returns report.html: one page that needs no network and no scripts; everything from outside is escaped. */
export function reportHtml({ comparison, data, networks, permuteImages }: ReportInput): string {
  const federated = comparison.measured.filter(({ kind }) => kind === 'federated');
  const [{ view }] = federated as [MeasuredExperiment];
  const isCompared = comparison.measured.length > 1;
  const count = federated.length === 1 ? 'One model' : `${federated.length} networks`;
  const siteCount = `${data.sites.length} ${data.sites.length === 1 ? 'site' : 'sites'}`;
  const page = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark"><title>MammoFed report: ${view.config.study}, run ${view.runId}</title>${STYLE}</head><body><main>
<header><p class="kind">MammoFed report</p><h1>${count}, ${siteCount}${federated.length === 1 ? `, ${view.config.rounds} rounds` : ''}</h1>
<p>${federated.length === 1 ? `Run ${view.runId} of study` : 'Study'} ${view.config.study}, seed ${view.config.seed}; ${data.description}.</p></header>
${notices(data, permuteImages)}
${federated.map((one) => summary(one, federated.length > 1))}
${isCompared ? comparisonSections(comparison) : NOTHING}
${federated.map((one) => networkSections(one, federated.length > 1))}
<section><h2>Sites side by side</h2>${sitesFigure(comparison)}</section>
<section><h2>Lesions at the image’s edge</h2>${edgeTable(comparison)}</section>
<section><h2>Agreement on the lesion’s area</h2>${agreementSection(comparison)}</section>
<section><h2>Overlays</h2>${overlaySection(networks, siteNames(view))}</section>
<section><h2>Sites</h2>${sitesTable(view, data)}<p class="small">A site's images are split by patient into training, validation and test as 456 : 60 : 80; it
trains on the first part and is judged on the last. Sites are split alike, so no patient is in two parts.</p></section>
<section><h2>Configuration</h2>${federated.map(
    (one) => markup`${titled(one, federated.length > 1)}${configurationTable(one.view, permuteImages)}`,
  )}</section>
</main></body></html>
`;
  return page.text;
}

function comparisonSections(comparison: Comparison): Markup {
  return markup`<section><h2>Table 1: every model on the same test images</h2>${comparisonTable(comparison)}${differencesTable(comparison.differences)}</section>
<section><h2>Learning curves</h2>${learningCurves(comparison)}</section>`;
}

/** One network's federated run: its sites' figures, its curves, its bytes. */
function networkSections({ view, model }: MeasuredExperiment, isOneOfSeveral: boolean): Markup {
  const tables = [tableOne(view, 0), tableOne(view, lastCommittedRound(view))];
  const of = isOneOfSeveral ? ` of ${model}` : '';
  const title = isOneOfSeveral
    ? `The federated ${model} on each site's own test images`
    : "Table 1: the model on each site's own test images";
  return markup`<section><h2>${title}</h2>${tableOneHtml(tables)}${tableNotes()}</section>
<section><h2>Outlines and lesions${of}</h2>${outlinesSection(outlineTable(view, lastCommittedRound(view)))}</section>
<section><h2>Dice by round${of}</h2>${diceCurves(view)}</section>
<section><h2>Training${of}</h2>${lossCurves(view)}</section>
<section><h2>Bytes and time${of}</h2>${trafficAndTime(view)}</section>`;
}

function titled({ model }: MeasuredExperiment, isOneOfSeveral: boolean): Markup {
  return isOneOfSeveral ? markup`<h3>${model}</h3>` : NOTHING;
}

function notices({ kind }: DemoData, permuteImages: boolean): Markup {
  const phantom = markup`<p class="notice"><strong>The images of this run are drawn phantoms.</strong> It says that the software works, nothing about medicine.</p>`;
  const control = markup`<p class="notice"><strong>This run is a control.</strong> Every site trained and was judged on images exchanged between its patients, so that only where masses tend to lie could be learned.</p>`;
  return markup`${kind === 'phantom' ? phantom : NOTHING}${permuteImages ? control : NOTHING}`;
}

function summary(experiment: MeasuredExperiment, isOneOfSeveral: boolean): Markup {
  const { view } = experiment;
  const { config } = view;
  const initial = tableOne(view, 0);
  const final = tableOne(view, lastCommittedRound(view));
  const dice = final.overall?.dice.mean ?? null;
  const before = initial.overall?.dice.mean ?? null;
  const blind = final.overall?.imageBlindDice ?? null;
  const sent = view.rounds.flatMap(({ sites }) => sites).reduce((sum, { bytesUp }) => sum + bytesUp, 0);
  const facts: readonly (readonly [string, string, string])[] = [
    ['Mean Dice, all sites', fractionText(dice), `initial model: ${fractionText(before)}`],
    ['Best image-blind mask', fractionText(blind), 'never looks at an image'],
    [
      'Test images',
      countText(final.overall?.n ?? null),
      `at ${final.sites.length} of ${final.sites.length + final.missing.length} sites`,
    ],
    [
      'Sent by the sites',
      bytesText(sent),
      `${config.mode === 'secure' ? 'masked' : 'sealed'} weight updates and shared figures`,
    ],
  ];
  return markup`${titled(experiment, isOneOfSeveral)}<dl class="summary">${facts.map(
    ([name, value, more]) => markup`<div><dt>${name}</dt><dd>${value}<small>${more}</small></dd></div>`,
  )}</dl><p class="verdict">${verdict(dice, blind)}</p>`;
}

/** What the two numbers mean together, in a sentence. */
function verdict(dice: number | null, blind: number | null): string {
  if (dice === null || blind === null) return 'A site withheld the figures that a total over all sites needs.';
  const distance = dice - blind;
  const amount = Math.abs(distance).toFixed(3);
  if (distance > 0)
    return `The final model is ${amount} above the best mask that never looks at an image: that much it has from the images.`;
  return `The final model is ${amount} below the best mask that never looks at an image: nothing shows yet that it looks at the images.`;
}

function tableNotes(): Markup {
  return markup`<p class="small">n: test images. avg: over the images; for all sites weighted by n, with the smallest minimum and the largest maximum of the sites.
Image-blind Dice: the better of marking everything and of the mean training mask, both without a look at the image. Withheld: the site's policy keeps the
figure, and then also the total.</p>`;
}
