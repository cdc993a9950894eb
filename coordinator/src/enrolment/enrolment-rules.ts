import type { ErrorCatalogue } from '@mammofed/core';
import type { InviteRow } from '../database/schema.js';

/** How long a join code can be used. */
export const INVITE_LIFETIME_MS = 7 * 24 * 3_600_000;

/** What a site may be called: it names folders and stands in reports. */
export const SITE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Why a join code does not make a machine a site. */
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
} as const satisfies ErrorCatalogue;

export type EnrolmentRefusal = keyof typeof ENROLMENT_REFUSALS;

export type EnrolmentDecision =
  | { readonly kind: 'enrol'; readonly siteName: string }
  /** The same machine asks again, because the first answer got lost. */
  | { readonly kind: 'already-enrolled' }
  | { readonly kind: 'refuse'; readonly code: EnrolmentRefusal; readonly message: string };

export interface EnrolmentFacts {
  /** The invite whose secret was shown; null if there is none. */
  readonly invite: Pick<InviteRow, 'siteName' | 'expiresAtMs' | 'usedBySiteId'> | null;
  /** Id of the site that already has the asking machine's key; null if there is none. */
  readonly siteIdOfKey: string | null;
  readonly isNameTaken: boolean;
  readonly nowMs: number;
}

/** Decides whether the holder of a join code becomes a site. */
export function decideEnrolment({ invite, siteIdOfKey, isNameTaken, nowMs }: EnrolmentFacts): EnrolmentDecision {
  const refuse = (code: EnrolmentRefusal, message: string): EnrolmentDecision => ({ kind: 'refuse', code, message });
  if (invite === null) {
    return refuse(
      'unknown-join-code',
      'this coordinator never gave out this join code: ask its administrator for a new one',
    );
  }
  if (invite.usedBySiteId !== null) {
    if (invite.usedBySiteId === siteIdOfKey) return { kind: 'already-enrolled' };
    return refuse(
      'used-join-code',
      `this join code was already used to enrol site ${invite.siteName}: a code works once; ask the administrator for a new one`,
    );
  }
  if (nowMs >= invite.expiresAtMs) {
    return refuse('expired-join-code', 'this join code has expired: ask the administrator for a new one');
  }
  if (isNameTaken || siteIdOfKey !== null) {
    return refuse(
      'site-name-taken',
      `a site called ${invite.siteName}, or one with this machine's key, is already enrolled: ask the administrator for another name`,
    );
  }
  return { kind: 'enrol', siteName: invite.siteName };
}
