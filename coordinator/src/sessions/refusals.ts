import type { ErrorCatalogue } from '@mammofed/core';
import { PrivacyError, type PrivacyErrorCode } from '@mammofed/privacy';
import { WireError, type Refused, type WireErrorCode } from '@mammofed/wire';

/** Every code a site can be refused with after its handshake (enrolment's are in enrolment-rules.ts). */
export const REFUSALS = {
  'not-ready': {
    meaning: 'A session began with another message than the one that says that the site is ready.',
    next: 'Check that agent and coordinator are of the same version.',
  },
  'not-enrolled': {
    meaning: 'A machine without a place in the consortium asked for something.',
    next: 'Enrol it with a join code first.',
  },
  'unexpected-message': {
    meaning: 'A site sent a message that only a coordinator sends.',
    next: 'Check that agent and coordinator are of the same version.',
  },
  'too-many-requests': {
    meaning: 'Too many requests of this site are unanswered.',
    next: 'The agent waits and asks again by itself.',
  },
  'internal-error': {
    meaning: 'The coordinator could not do this; its log says why.',
    next: 'The agent tries again later by itself; the administrator looks at the log.',
  },
  'disk-full': {
    meaning: 'The coordinator has no room on its disk for what the site sent.',
    next: 'The agent tries again later by itself; the administrator makes room.',
  },
  'database-unavailable': {
    meaning: 'The coordinator cannot reach its database just now.',
    next: 'The agent tries again later by itself; the administrator looks at the database.',
  },
  'database-in-use': {
    meaning: 'Another coordinator has taken the database over.',
    next: 'The agent tries again later by itself; the administrator stops one of the two.',
  },
  'unknown-run': {
    meaning: 'The coordinator has no such run.',
    next: 'Nothing: the agent waits for the next task.',
  },
  'unknown-model': {
    meaning: 'The site was given no task on this model, or the model is gone.',
    next: 'Nothing: the agent waits for the next task.',
  },
  'not-in-cohort': {
    meaning: 'The site is not in the cohort of this round.',
    next: 'Nothing: the agent waits for the next task.',
  },
  'dropped-site': {
    meaning: 'The site was left out of this round, because it was silent or failed.',
    next: 'Nothing: the agent waits for the next round.',
  },
  'early-upload': {
    meaning: 'In secure mode, an update came before the coordinator asked for the masked one.',
    next: 'Check that agent and coordinator are of the same version.',
  },
  'late-upload': {
    meaning: 'The round or the run is over: the update is no longer used.',
    next: 'Nothing: the agent waits for the next task.',
  },
  'wrong-length': {
    meaning: "An update has not the length that the run's model asks for.",
    next: 'Check that agent and coordinator are of the same version.',
  },
  'conflicting-upload': {
    meaning: 'The site announced another update for a round for which it has sent one.',
    next: 'Check that not two agents run with one key.',
  },
  'upload-not-open': {
    meaning: 'A chunk came of an update that was not announced.',
    next: 'The agent announces it again by itself.',
  },
  'wrong-chunk-order': {
    meaning: 'A chunk came before another one that is due.',
    next: 'The agent goes on at the right chunk by itself.',
  },
  'bad-chunk': {
    meaning: 'A chunk does not match its hash or its length.',
    next: 'The agent sends it again by itself; if it comes back, check the disk and memory of the site.',
  },
  'bad-payload': {
    meaning: 'An update that is complete does not match its hash.',
    next: 'The agent sends it again by itself; if it comes back, check the disk and memory of the site.',
  },
  'out-of-range': {
    meaning: 'An update holds numbers that no honest site can send.',
    next: 'Check the agent of this site; the update is not used.',
  },
  'not-asked': {
    meaning: 'A report came of an evaluation that the site was not asked for.',
    next: 'Nothing: the agent waits for the next task.',
  },
  'wrong-model': {
    meaning: 'A report is about another model than the one of its round.',
    next: 'Nothing: the agent fetches the model again.',
  },
  'unknown-log-size': {
    meaning: 'A proof was asked for about more entries than the log has.',
    next: 'A site that was shown such a head before stops: the log shrank. The administrator looks at what was restored.',
  },
  'unknown-record': {
    meaning: 'The log has no such entry.',
    next: 'A site stops if it has to be there: the administrator looks at the database.',
  },
  'bad-figures': {
    meaning: 'A report holds figures that cannot be.',
    next: 'Check that agent and coordinator are of the same version.',
  },
  'bad-data-check': {
    meaning: 'A report of a data check holds codes or counts that cannot be.',
    next: 'Check that agent and coordinator are of the same version.',
  },
} as const satisfies ErrorCatalogue;

export type RefusalCode = keyof typeof REFUSALS;

export function refused(code: RefusalCode, message: string): Refused {
  return { kind: 'refused', code, message };
}

/** Why a handshake is refused, beside what the handshake itself (libs/privacy) and its encoding (libs/wire) find. */
export const HANDSHAKE_REFUSALS = {
  'unknown-site': {
    meaning: 'The coordinator has no site with this key.',
    next: 'Enrol this machine with a join code.',
  },
  'awaiting-approval': {
    meaning: "The site has asked to belong, and the consortium's administrator has not approved it yet.",
    next: "Tell the administrator the fingerprint of the site's key. The agent connects by itself once it is approved.",
  },
  'revoked-site': {
    meaning: "The consortium's administrator has revoked the site.",
    next: 'Ask the administrator; the site can only come back with a new key and a new join code.',
  },
  'expired-roster': {
    meaning: "The roster's validity is over: no site is let in.",
    next: 'The administrator runs mammofed consortium renew; the agent connects by itself then.',
  },
  'internal-error': {
    meaning: 'The coordinator could not do the handshake; its log says why.',
    next: 'The agent tries again later by itself; the administrator looks at the log.',
  },
} as const satisfies ErrorCatalogue;

/** Every code that a stranger can be refused with. */
export type HandshakeRefusalCode = keyof typeof HANDSHAKE_REFUSALS | PrivacyErrorCode | WireErrorCode;

/** @returns the code that a stranger may hear: what failed inside (a database, say) is none of theirs. */
export function handshakeCodeOf(error: unknown): HandshakeRefusalCode {
  return error instanceof PrivacyError || error instanceof WireError ? error.code : 'internal-error';
}
