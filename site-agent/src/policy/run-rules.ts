import { isCodedError, type Mode, type RunConfig, type Sha256Hex } from '@mammofed/core';
import { signerOfRun, smallestCohort, smallestThreshold, type Roster, type RosterMember } from '@mammofed/privacy';
import type { Refused, RunOffer } from '@mammofed/wire';
import { beyondApproval, termsOf, type ConsentTerms } from '../consent/consent-terms.js';
import { refused } from '../tasks/task-refusals.js';
import { hoursText, isWithinHours } from './hours.js';
import type { SitePolicy } from './site-policy.js';

/** What this site goes by, of one moment. */
export interface RuleFacts {
  readonly policy: SitePolicy;
  readonly roster: Roster;
  readonly approved: readonly ConsentTerms[];
  readonly nowMs: number;
}

/** A run as it was told, its configuration checked against its hash before. */
export interface ToldRun {
  readonly config: RunConfig;
  readonly configSha256: Sha256Hex;
  readonly signature: RunOffer['signature'];
}

/** What training for a run is refused for; null: nothing. Hours come last: they pass by themselves. */
export function refusalOfTraining(run: ToldRun, facts: RuleFacts): Refused | null {
  return brokenPolicy(run.config, facts.policy) ?? refusalOfStudy(run, facts) ?? closedHours(facts);
}

/** What a run is refused for in whichever part: nobody vouches for it whom this site trusts, or nobody here approved it. */
export function refusalOfStudy(run: ToldRun, facts: RuleFacts): Refused | null {
  let signer: RosterMember | null;
  try {
    signer = signerOf(run, facts);
  } catch (error) {
    if (!isCodedError(error)) throw error;
    return { kind: 'refused', code: error.code, message: error.message };
  }
  const { modelSigners } = facts.policy;
  if (signer !== null && modelSigners !== null && !isAccepted(signer, modelSigners)) {
    return refused('policy-model-signers', `this site takes part in no study that ${signer.name} signed`);
  }
  return missingConsent(termsOf(run.config, signer?.key ?? null), facts.approved);
}

/** The same without the hours, which are about training: what is trained may be sent at any time. */
export function atAnyHour(facts: RuleFacts): RuleFacts {
  return { ...facts, policy: { ...facts.policy, hours: null } };
}

/** Who vouches for a run. @throws PrivacyError as `signerOfRun`. */
export function signerOf({ config, configSha256, signature }: ToldRun, { roster }: RuleFacts): RosterMember | null {
  return signerOfRun({ study: config.study, configSha256 }, signature, roster);
}

function brokenPolicy({ mode, training, quorum, privacy, sitePrivacy }: RunConfig, policy: SitePolicy): Refused | null {
  if (!policy.modes.includes(mode)) {
    return refused(
      'policy-modes',
      `this site does not take part in mode ${mode}; it allows ${policy.modes.join(', ')}`,
    );
  }
  if (training.epochs > policy.maxEpochs) {
    return refused(
      'policy-max-epochs',
      `the run asks for ${training.epochs} local epochs; this site allows ${policy.maxEpochs}`,
    );
  }
  if (policy.privacyBudget !== null && privacy === undefined) {
    return refused(
      'policy-privacy-budget',
      'the run trains without differential privacy; this site has a privacy budget and takes part in none that does',
    );
  }
  if (policy.sitePrivacyBudget !== null && sitePrivacy === undefined) {
    return refused(
      'policy-site-privacy-budget',
      'the run has no differential privacy for sites; this site has a budget for it and takes part in none that has not',
    );
  }
  const minCohort = leastCohortOf(mode, policy);
  if (quorum.minSites < minCohort) {
    return refused(
      'policy-min-cohort',
      `rounds of this run commit with ${quorum.minSites} sites; this site asks for at least ${minCohort}`,
    );
  }
  const threshold = quorum.threshold ?? smallestThreshold(quorum.minSites);
  if (mode === 'secure' && threshold < policy.minThreshold) {
    return refused(
      'policy-min-threshold',
      `${threshold} sites could take the masks off a sum of this run; this site asks for at least ${policy.minThreshold}`,
    );
  }
  return null;
}

/** The fewest sites with which a round of this mode may commit. */
export function leastCohortOf(mode: Mode, { minCohort }: SitePolicy): number {
  return mode === 'secure' ? smallestCohort(minCohort) : minCohort;
}

function isAccepted({ name, key }: RosterMember, accepted: readonly string[]): boolean {
  return accepted.includes(name) || accepted.includes(key);
}

function missingConsent(terms: ConsentTerms, approved: readonly ConsentTerms[]): Refused | null {
  const ofStudy = approved.filter(({ study }) => study === terms.study);
  const beyond = ofStudy.map((approval) => beyondApproval(terms, approval));
  if (beyond.some((what) => what.length === 0)) return null;
  const newest = beyond.at(-1);
  return refused(
    'policy-consent',
    newest === undefined
      ? `the operator of this site has not approved study ${terms.study} yet`
      : `the operator of this site approved study ${terms.study}, but not this: ${newest.join('; ')}`,
  );
}

function closedHours({ policy: { hours }, nowMs }: RuleFacts): Refused | null {
  if (hours === null || isWithinHours(hours, nowMs)) return null;
  return refused('policy-hours', `this site trains only at its hours: ${hoursText(hours)}`);
}
