import type { PatientPrivacy } from '@mammofed/core';
import { beyondApproval, termsHash, type ConsentTerms } from './consent-terms.js';
import type { Approval } from './consents.js';
import type { OfferedRun } from './offered-runs.js';

/** A study at this site: what was asked and what is approved. What `mammofed site policy studies --json` prints. */
export interface StudiesReport {
  readonly offered: readonly (OfferedRun & {
    readonly termsSha256: string;
    readonly isApproved: boolean;
    /** What goes beyond the newest approval of the study, in words. */
    readonly beyond: readonly string[];
  })[];
  readonly approved: readonly Approval[];
}

export function studiesOf(offered: readonly OfferedRun[], approved: readonly Approval[]): StudiesReport {
  return {
    offered: offered.map((run) => {
      const beyond = approved
        .filter(({ terms }) => terms.study === run.terms.study)
        .map(({ terms }) => beyondApproval(run.terms, terms));
      return {
        ...run,
        termsSha256: termsHash(run.terms),
        isApproved: beyond.some((what) => what.length === 0),
        beyond: beyond.at(-1) ?? [],
      };
    }),
    approved,
  };
}

/** The same for a person: what waits comes first, with everything to look at. */
export function studiesText({ offered, approved }: StudiesReport): string[] {
  const waiting = offered.filter(({ isApproved }) => !isApproved);
  const lines = waiting.flatMap(({ runId, terms, signedBy, beyond, refusal }) => [
    `Waits for your approval: study ${terms.study}`,
    ...termsLines(terms, signedBy),
    ...(beyond.length === 0 ? [] : [`  beyond what you approved: ${beyond.join('; ')}`]),
    ...(refusal === null || refusal.code === 'policy-consent'
      ? []
      : [`  refused whatever you approve (${refusal.code}): ${refusal.message}`]),
    `  run         ${runId}`,
    `  approve it  mammofed site policy approve ${terms.study} --run ${runId} --dir DIR`,
    '',
  ]);
  const kept = approved.flatMap(({ terms, approvedAtMs }) => [
    `Approved on ${new Date(approvedAtMs).toISOString()}: study ${terms.study}`,
    ...termsLines(terms, null),
    '',
  ]);
  const all = [...lines, ...kept];
  return all.length === 0 ? ['No study was offered to this site, and none is approved.'] : all.slice(0, -1);
}

/** What was just approved. */
export function approvalText(terms: ConsentTerms): string[] {
  return [`Study ${terms.study} is approved:`, ...termsLines(terms, null)];
}

function termsLines(terms: ConsentTerms, signedBy: string | null): string[] {
  const { mode, model, preprocessing, rounds, epochs, balance, minSites, privacy, sitePrivacy, dataContract, signer } =
    terms;
  const network = model.topologySha256 === null ? '' : `, the study's own (${model.topologySha256.slice(0, 16)}…)`;
  return [
    `  network     ${model.name} of width ${model.width} at ${model.size}×${model.size} pixels${network}`,
    ...(preprocessing === undefined ? [] : [`  images      ${preprocessingText(preprocessing)}`]),
    `  mode        ${mode}`,
    `  training    ${epochs} epoch(s) in each of ${rounds} round(s)`,
    ...(balance === undefined ? [] : [`  balance     images drawn by ${balance.kind}, strength ${balance.strength}`]),
    `  cohort      rounds of at least ${minSites} site(s)`,
    `  privacy     ${privacyText(privacy)}${sitePrivacy === null ? '' : `; for the site as a whole noise ${sitePrivacy.noiseMultiplier}, δ = ${sitePrivacy.delta}`}`,
    ...(dataContract === undefined ? [] : [`  data        ${dataContract}`]),
    `  signed by   ${signer === null ? 'nobody: the roster lists no model signer, or not this one' : `${signedBy ?? 'key'} ${signer.slice(0, 16)}…`}`,
  ];
}

function preprocessingText({ marginFraction, window }: NonNullable<ConsentTerms['preprocessing']>): string {
  const greys = window.kind === 'level' ? `level ${window.level}, width ${window.width}` : window.kind;
  return `the lesion's region with a margin of ${marginFraction} of its sides, grey window ${greys}`;
}

function privacyText(privacy: PatientPrivacy | null): string {
  if (privacy === null) return 'none for patients (no DP-SGD)';
  const { noiseMultiplier, clipNorm, lotSize, delta } = privacy;
  return `DP-SGD with noise ${noiseMultiplier}, clip ${clipNorm}, lots of ${lotSize}, δ = ${delta}`;
}
