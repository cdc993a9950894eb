import type { ErrorCatalogue } from '@mammofed/core';
import type { InviteRow, SiteRow } from '../database/schema.js';

/** How long a join code can be used. */
export const INVITE_LIFETIME_MS = 7 * 24 * 3_600_000;

/** Why a request with a join code is not noted. */
export const ENROLMENT_REFUSALS = {
  'unknown-join-code': {
    meaning: 'The coordinator never gave out this join code.',
    next: 'Ask its administrator for a new one.',
  },
  'used-join-code': {
    meaning: 'The join code was already used to enrol a site: a code works once.',
    next: 'Ask the administrator for a new one.',
  },
  'expired-join-code': {
    meaning: 'The join code has expired.',
    next: 'Ask the administrator for a new one.',
  },
  'site-name-taken': {
    meaning: "A site with this name, or with this machine's key, is already enrolled.",
    next: 'Ask the administrator for a code with another name.',
  },
  'bad-request-signature': {
    meaning: 'The request to be a site is not signed by the key that it names, for this consortium and this code.',
    next: 'Check that agent and coordinator are of the same version, and that the code is copied whole.',
  },
} as const satisfies ErrorCatalogue;

export type EnrolmentRefusal = keyof typeof ENROLMENT_REFUSALS;

export type EnrolmentDecision =
  /** It waits for the administrator's word from now on. */
  | { readonly kind: 'note'; readonly siteName: string }
  /** The same machine asks again, because the first answer got lost. */
  | { readonly kind: 'noted-before' }
  | { readonly kind: 'refuse'; readonly code: EnrolmentRefusal; readonly message: string };

export interface EnrolmentFacts {
  /** The invite whose secret was shown; null if there is none. */
  readonly invite: Pick<InviteRow, 'siteName' | 'expiresAtMs' | 'usedBySiteId'> | null;
  /** The site that has the asking machine's key, and the one that has the invite's name. */
  readonly siteOfKey: Pick<SiteRow, 'id' | 'standing'> | null;
  readonly siteOfName: Pick<SiteRow, 'id' | 'standing'> | null;
  /** Whether the request is signed by the asking machine's key. */
  readonly isSigned: boolean;
  readonly nowMs: number;
}

/**
 * Decides whether a request to be a site is noted for the administrator. A name whose site is not in the roster (any more,
 * or yet) can be asked for by another machine: the administrator compares the fingerprint.
 */
export function decideEnrolment(facts: EnrolmentFacts): EnrolmentDecision {
  const { invite, siteOfKey, siteOfName, isSigned, nowMs } = facts;
  const refuse = (code: EnrolmentRefusal, message: string): EnrolmentDecision => ({ kind: 'refuse', code, message });
  if (invite === null) {
    return refuse(
      'unknown-join-code',
      'this coordinator never gave out this join code: ask its administrator for a new one',
    );
  }
  if (invite.usedBySiteId !== null) {
    if (invite.usedBySiteId === siteOfKey?.id) return { kind: 'noted-before' };
    return refuse(
      'used-join-code',
      `this join code was already used to enrol site ${invite.siteName}: a code works once; ask the administrator for a new one`,
    );
  }
  if (nowMs >= invite.expiresAtMs) {
    return refuse('expired-join-code', 'this join code has expired: ask the administrator for a new one');
  }
  const isSameMachine = siteOfKey !== null && siteOfKey.id === siteOfName?.id && siteOfKey.standing === 'waiting';
  if (siteOfName?.standing === 'listed' || (siteOfKey !== null && !isSameMachine)) {
    return refuse(
      'site-name-taken',
      `a site called ${invite.siteName}, or one with this machine's key, is already enrolled: ask the administrator for another name`,
    );
  }
  if (!isSigned) {
    return refuse(
      'bad-request-signature',
      "the request is not signed by this machine's key for this consortium and code: check that the code is copied whole and that both ends are of one version",
    );
  }
  return { kind: 'note', siteName: invite.siteName };
}
