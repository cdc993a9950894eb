import type { SiteId } from '@mammofed/core';
import type { RunRow } from '../database/schema.js';
import type { EnrolmentStore } from '../enrolment/enrolment.store.js';
import { mayTakePart } from './round-rules.js';
import type { RoundStore } from './round.store.js';
import type { RunOffers } from './run-offers.js';
import type { SiteFailure } from './site-failures.js';
import { isForNow, isPermanentFailure, isRuleOfSite } from './site-failures.js';

export interface EligibleSites {
  /** Sites of the roster that may take part in the run's next attempt. */
  readonly siteIds: ReadonlySet<SiteId>;
  /** Of these, those that do not take part for now, by name, with what they say. */
  readonly withheld: ReadonlyMap<SiteId, SiteFailure & { readonly siteName: string }>;
  /** Why they will never be enough, in words; null as long as they may be. */
  readonly outOfReach: string | null;
}

/** Two runs in secure mode from one model: the difference of their first sums could be one site's update. */
const ANOTHER_MODEL = '. Make the run anew with another seed, or from another initial model';

/**
 * Who can be selected for a run: whom its configuration lets take part, without those that failed at it for good. A run
 * that nobody failed at waits for sites that have not enrolled yet; one that is short of sites because of failures does
 * not.
 */
export async function eligibleSites(
  run: RunRow,
  rounds: RoundStore,
  enrolment: EnrolmentStore,
  offers: Pick<RunOffers, 'refusals' | 'hasAgreed'>,
): Promise<EligibleSites> {
  const named = (await enrolment.sitesThat('listed')).filter(({ name }) => mayTakePart(run.config.quorum, name));
  const reasons = new Map<SiteId, string>();
  let hasUnmasked = false;
  for (const { siteId, failureCode, reason } of await rounds.failed(run.id)) {
    if (failureCode === null || !isPermanentFailure(failureCode)) continue;
    // A policy can be changed, and its last word counts.
    if (isRuleOfSite(failureCode) && offers.hasAgreed(run.id, siteId)) continue;
    reasons.set(siteId, reason ?? failureCode);
    hasUnmasked ||= failureCode === 'round-already-unmasked';
  }
  const refusals = offers.refusals(run.id);
  for (const [siteId, { code, reason }] of refusals) if (isPermanentFailure(code)) reasons.set(siteId, reason);
  const eligible = named.filter(({ id }) => !reasons.has(id));
  const out = named.filter(({ id }) => reasons.has(id)).map(({ id, name }) => `${name}: ${reasons.get(id)}`);
  const { minSites } = run.config.quorum;
  const isShort = out.length > 0 && eligible.length < minSites;
  return {
    siteIds: new Set(eligible.map(({ id }) => id)),
    withheld: new Map(
      eligible.flatMap(({ id, name }) => {
        const refusal = refusals.get(id);
        return refusal !== undefined && isForNow(refusal.code) ? [[id, { ...refusal, siteName: name }]] : [];
      }),
    ),
    outOfReach: isShort
      ? `the quorum of ${minSites} sites is out of reach, because only ${eligible.length} can take part (${out.join('; ')})${hasUnmasked ? ANOTHER_MODEL : ''}`
      : null,
  };
}

/** Who is there and does not take part for now, by the rule's name. */
export function withheldText({ withheld }: EligibleSites): string {
  const sites = [...withheld.values()].map(({ siteName, code }) => `${siteName}: ${code}`);
  return sites.length === 0 ? '' : ` and take part (not yet: ${sites.join(', ')})`;
}
