import type { SiteId } from '@mammofed/core';
import type { RunRow } from '../database/schema.js';
import type { EnrolmentStore } from '../enrolment/enrolment.store.js';
import { mayTakePart } from './round-rules.js';
import type { RoundStore } from './round.store.js';
import { isPermanentFailure } from './site-failures.js';

export interface EligibleSites {
  /** Sites of the roster that may take part in the run's next attempt. */
  readonly siteIds: ReadonlySet<SiteId>;
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
): Promise<EligibleSites> {
  const named = (await enrolment.sitesThat('listed')).filter(({ name }) => mayTakePart(run.config.quorum, name));
  const reasons = new Map<SiteId, string>();
  let hasUnmasked = false;
  for (const { siteId, failureCode, reason } of await rounds.failed(run.id)) {
    if (failureCode !== null && isPermanentFailure(failureCode)) {
      reasons.set(siteId, reason ?? failureCode);
      hasUnmasked ||= failureCode === 'round-already-unmasked';
    }
  }
  const eligible = named.filter(({ id }) => !reasons.has(id));
  const out = named.filter(({ id }) => reasons.has(id)).map(({ id, name }) => `${name}: ${reasons.get(id)}`);
  const { minSites } = run.config.quorum;
  const isShort = out.length > 0 && eligible.length < minSites;
  return {
    siteIds: new Set(eligible.map(({ id }) => id)),
    outOfReach: isShort
      ? `the quorum of ${minSites} sites is out of reach, because only ${eligible.length} can take part (${out.join('; ')})${hasUnmasked ? ANOTHER_MODEL : ''}`
      : null,
  };
}
