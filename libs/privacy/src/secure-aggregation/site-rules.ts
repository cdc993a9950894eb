// What a site refuses in an attempt whatever the coordinator says; each rule is told on docs/secure-aggregation.md.
import type { SiteId } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import { equalBytes } from '../sodium.js';
import { assertEnough, assertOrdered, assertSoundCohort, equalLists, without, type CohortPolicy } from './cohort.js';
import {
  advertisementBytes,
  assertDifferentKeys,
  assertSignedBy,
  assertSoundAdvertisement,
  confirmationBytes,
  type Advertisement,
  type Confirmation,
  type LogHead,
  type Roll,
  type RosterView,
  type UnmaskRequest,
} from './messages.js';

/** What a site goes by: it takes none of it from the coordinator's word alone. */
export interface SiteRules {
  readonly roster: RosterView;
  readonly policy: CohortPolicy;
  /** Whether a consistency proof links another site's head with this site's own. */
  readonly isSameLog: (head: LogHead) => boolean;
}

/**
 * Judges U1.
 * @param own - what this site sent.
 * @throws PrivacyError `disordered-list` | `not-a-member` | `replaced-advertisement` | `cohort-too-small` |
 * `cohort-too-large` | `threshold-too-low` | `threshold-below-policy` | `below-threshold` | `unknown-member` |
 * `bad-member-signature` | `other-…` of the terms | `unusable-key` | `equal-keys` | `other-log`.
 */
export function assertSoundRoll(
  { advertisements }: Roll,
  own: Advertisement,
  { roster, policy, isSameLog }: SiteRules,
): void {
  const { site, terms } = own;
  const members = advertisements.map((message) => message.site);
  assertOrdered(members);
  const shown = advertisements.find((message) => message.site === site);
  if (shown === undefined) throw notInCohort(site);
  if (!equalBytes(advertisementBytes(shown), advertisementBytes(own))) {
    throw new PrivacyError('replaced-advertisement', 'the coordinator shows other keys of this site than it sent', {
      site,
    });
  }
  assertSoundCohort(members.length, terms.threshold, policy);
  for (const message of advertisements) assertSoundAdvertisement(message, terms, roster);
  assertDifferentKeys(advertisements);
  const stranger = advertisements.find(({ log }) => !isSameLog(log));
  if (stranger === undefined) return;
  throw new PrivacyError('other-log', `site ${stranger.site} holds another log than this site: nothing is sent`, {
    site: stranger.site,
  });
}

/**
 * Judges U2 or U3.
 * @param of - those who came as far as the step before.
 * @param least - members that it must have.
 * @throws PrivacyError `disordered-list` | the code for a stranger | `not-a-member` | `below-threshold`.
 */
export function assertSoundSublist(
  list: readonly SiteId[],
  of: readonly SiteId[],
  { site, least }: { readonly site: SiteId; readonly least: number },
  code: 'stranger-among-sharers' | 'stranger-among-uploaders',
): void {
  assertOrdered(list);
  const stranger = without(list, of)[0];
  if (stranger !== undefined) {
    throw new PrivacyError(code, `site ${stranger} cannot have come this far in the attempt: nothing is sent`, {
      stranger,
    });
  }
  if (!list.includes(site)) throw notInCohort(site);
  assertEnough(list.length, least);
}

/**
 * Judges what shares are asked for.
 * @param own - what this site confirmed.
 * @throws PrivacyError `both-shares-asked` | `other-lists` | `too-few-confirmations`.
 */
export function assertUnmaskable(
  { confirmations, selfMasksOf, keysOf }: UnmaskRequest,
  own: Confirmation,
  { roster, least }: { readonly roster: RosterView; readonly least: number },
): void {
  const both = selfMasksOf.find((site) => keysOf.includes(site));
  if (both !== undefined) {
    throw new PrivacyError('both-shares-asked', `both kinds of share were asked for site ${both}: nothing is sent`, {
      site: both,
    });
  }
  if (!equalLists(selfMasksOf, own.uploaders) || !equalLists(keysOf, without(own.sharers, own.uploaders))) {
    throw new PrivacyError('other-lists', 'shares were asked for other sites than were confirmed: nothing is sent');
  }
  const signers = new Set(confirmations.filter((one) => isOfSameLists(one, own, roster)).map(({ site }) => site));
  const count = signers.size;
  if (count >= least) return;
  throw new PrivacyError(
    'too-few-confirmations',
    `${count} sites have signed the lists that this site confirmed, and ${least} are needed: nothing is sent`,
    { count, least },
  );
}

/** Whether a member of U3 signed the same cohort, U2 and U3. */
function isOfSameLists({ site, signature }: Confirmation, own: Confirmation, roster: RosterView): boolean {
  if (!own.uploaders.includes(site)) return false;
  try {
    assertSignedBy(site, signature, confirmationBytes({ ...own, site }), roster);
    return true;
  } catch (error) {
    if (error instanceof PrivacyError) return false;
    throw error;
  }
}

function notInCohort(site: SiteId): PrivacyError {
  const message = 'this site was asked to go on in a cohort that it is not in: nothing is sent';
  return new PrivacyError('not-a-member', message, { site });
}
