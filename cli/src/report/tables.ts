import { OWN_MODEL, type MetricSummary, type Mode, type ModelSpec, type RunView } from '@mammofed/core';
import { engineOf } from '../demo/result.js';
import type { DemoData } from '../demo/sites.js';
import { countText, durationText, fractionText, WITHHELD } from '../formats.js';
import { modeName, secureTroubles } from '../live-view.js';
import { METRICS, type Metric, type TableOne, type TableOneRow } from '../table-one.js';
import { privacyText } from '../patient-privacy.js';
import { sitePrivacyText } from '../site-privacy.js';
import { trainingText } from '../training-rule.js';
import { markup, NOTHING, type Markup } from './markup.js';

export const METRIC_TITLES: Readonly<Record<Metric, string>> = {
  sensitivity: 'Sensitivity',
  specificity: 'Specificity',
  accuracy: 'Accuracy',
  dice: 'Dice',
};

/** Table 1 of the paper for the initial and the final model. */
export function tableOneHtml(tables: readonly TableOne[]): Markup {
  const groups = METRICS.map((metric) => markup`<th colspan="3" scope="colgroup">${METRIC_TITLES[metric]}</th>`);
  const columns = METRICS.map(
    () => markup`<th scope="col" class="first">avg</th><th scope="col">min</th><th scope="col">max</th>`,
  );
  return markup`<div class="scroll"><table class="figures"><thead><tr><th rowspan="2" scope="col">Site</th><th rowspan="2" scope="col">n</th>${groups}<th
 rowspan="2" scope="col" class="first">Image-blind<br>Dice</th></tr><tr>${columns}</tr></thead>${tables.map(tableBody)}</table></div>`;
}

function tableBody({ round, sites, overall, missing }: TableOne): Markup {
  const title = round === 0 ? 'Initial model (round 0)' : `Model of round ${round}`;
  const heading = markup`<tr class="part"><th colspan="15" scope="rowgroup">${title}</th></tr>`;
  if (overall === null)
    return markup`<tbody>${heading}<tr><td colspan="15">no site has evaluated this model</td></tr></tbody>`;
  const note =
    missing.length === 0
      ? NOTHING
      : markup`<tr><td colspan="15">Not evaluated in time, and not in the total: ${missing.join(', ')}</td></tr>`;
  return markup`<tbody>${heading}${sites.map((row) => tableRow(row, 'site'))}${tableRow(overall, 'total')}${note}</tbody>`;
}

function tableRow(row: TableOneRow, style: string): Markup {
  return markup`<tr class="${style}"><th scope="row">${row.site}</th><td>${countText(row.n)}</td>${METRICS.map(
    (metric) => summaryCells(row[metric]),
  )}<td class="first">${fractionText(row.imageBlindDice)}</td></tr>`;
}

function summaryCells({ mean, min, max }: MetricSummary): Markup {
  if (mean === null && min === null && max === null)
    return markup`<td class="first withheld" colspan="3">${WITHHELD}</td>`;
  const cell = (value: number | null, style: string): Markup =>
    markup`<td class="${style}${value === null ? ' withheld' : ''}">${fractionText(value)}</td>`;
  return markup`${cell(mean, 'first')}${cell(min, '')}${cell(max, '')}`;
}

/** The sites, with what each had and did. */
export function sitesTable(view: RunView, data: DemoData): Markup {
  const isByColumn = data.sites.some(({ value }) => value !== null);
  const header = [
    'Site',
    ...(isByColumn ? ['Stands for'] : []),
    'Patients',
    'Images',
    'Trained on',
    'Rounds contributed to',
  ];
  const rows = data.sites.map(({ name, value, imageCount, patientCount }) => {
    const parts = view.rounds
      .filter(({ state }) => state === 'committed')
      .flatMap(({ sites }) => sites.filter(({ site }) => site === name));
    const examples = parts.findLast((part) => part.examples !== null)?.examples ?? null;
    const contributed = parts.filter(({ status }) => status === 'uploaded').length;
    const cells = [
      ...(isByColumn ? [value ?? ''] : []),
      ...[String(patientCount), String(imageCount), countText(examples), `${contributed} of ${view.config.rounds}`],
    ];
    return markup`<tr><th scope="row">${name}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`;
  });
  return markup`<div class="scroll"><table class="figures"><thead><tr>${header.map(
    (title) => markup`<th scope="col">${title}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function repeatsText({ deterministic, config }: RunView): string {
  if (deterministic) return 'yes, on the same machine with the same sites';
  if (config.privacy !== undefined || config.sitePrivacy !== undefined)
    return 'no: the noise of differential privacy is never drawn from it';
  return 'no: a selected site did not contribute to a round';
}

/** Everything that one needs to run it again, and what came out. */
export function configurationTable(view: RunView, permuteImages: boolean): Markup {
  const { config } = view;
  const engine = engineOf(view);
  const { minSites, maxSites, minExamples } = config.quorum;
  const rows: readonly (readonly [string, string])[] = [
    ['Study', config.study],
    ['Run', view.runId],
    ['Seed', String(config.seed)],
    ['Repeats bit for bit with this seed', repeatsText(view)],
    ['Model', `${networkText(config.model)}, ${config.model.size}×${config.model.size} pixels`],
    ['Training', trainingText(config.training)],
    ...(config.privacy === undefined ? [] : [['Privacy', privacyText(config.privacy)] as const]),
    ...(config.sitePrivacy === undefined ? [] : [['Privacy of sites', sitePrivacyText(config.sitePrivacy)] as const]),
    [
      'Images',
      `mass regions: bounding box of the whole mask and ${Math.round(config.preprocessing.marginFraction * 100)} % margin`,
    ],
    ...(permuteImages ? [['Control', 'images were exchanged between patients'] as const] : []),
    ['Strategy', `${config.strategy}, ${config.rounds} rounds, weight grows up to ${config.wMax} examples`],
    ['Mode', `${modeName(config)}: ${modeText(config.mode)}`],
    ...lossesRow(view),
    ['Quorum', `${minSites} to ${maxSites} sites${minExamples > 0 ? `, at least ${minExamples} examples` : ''}`],
    [
      'Deadlines',
      `silent for ${durationText(config.timing.stallMs)}: left out; evaluation within ${durationText(config.timing.evaluationMs)}`,
    ],
    [
      'Engine, as the trainers reported it',
      `${engine.name} on ${engine.device}, ${engine.steps ?? 'withheld'} optimizer steps`,
    ],
    ['Initial model (SHA-256)', view.initialModelSha256],
    ['Final model (SHA-256)', view.modelSha256],
  ];
  return markup`<table class="facts"><tbody>${rows.map(
    ([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
  )}</tbody></table>`;
}

/** A report is no log: of more than so many it tells the number. */
const SHOWN_LOSSES = 12;

/** Who was lost in which phase of secure rounds, and wrong shares; no row where everybody kept to the protocol. */
function lossesRow({ rounds }: RunView): (readonly [string, string])[] {
  const losses = rounds.flatMap((round) => secureTroubles(round).map((line) => `round ${round.round}: ${line}`));
  if (losses.length === 0) return [];
  const more = losses.length > SHOWN_LOSSES ? [`and ${losses.length - SHOWN_LOSSES} more`] : [];
  return [['Lost in the phases of secure rounds', [...losses.slice(0, SHOWN_LOSSES), ...more].join('; ')]];
}

/** What hides a site's update from the coordinator, in words. */
export function modeText(mode: Mode): string {
  return mode === 'secure'
    ? 'updates are masked, and the coordinator learns nothing but their sum'
    : 'updates travel sealed to the coordinator, which adds them up';
}

/** A study's own network is called what its file calls it. */
function networkText(model: ModelSpec): string {
  if (model.name === OWN_MODEL) return `the study's own network ${model.topology.config.name}`;
  return `${model.name}, width ${String(model.width)}`;
}
