import { PrivacyError } from '../errors.js';
import type { Identity } from '../identity.js';
import type { RosterMember } from '../roster/roster.js';
import { isSignedStatement, signStatement } from './signed-statement.js';

/** A request is a line of three short texts; anything much longer is something else. */
const MAX_REQUEST_CHARACTERS = 1000;

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/**
 * What somebody who wants to sign studies hands to the consortium's administrator: their name and key, signed by the key,
 * as a line of JSON. That the key is really theirs, its fingerprint says, compared by telephone.
 * @throws PrivacyError `bad-signer-request` for a name that no roster takes.
 */
export function signerRequest(name: string, signer: Identity): string {
  if (!NAME.test(name)) throw badRequest('its name is not 1 to 64 letters, digits, dots, dashes or underscores');
  const { signer: key, signature } = signStatement('signer request', { name }, signer);
  return `${JSON.stringify({ name, key, signature })}\n`;
}

/** @throws PrivacyError `bad-signer-request` unless the key that it names signed it under its name. */
export function openSignerRequest(text: string): RosterMember {
  if (text.length > MAX_REQUEST_CHARACTERS) throw badRequest('it is too long');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest('it is not JSON');
  }
  const { name, key, signature } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || typeof key !== 'string' || typeof signature !== 'string' || !NAME.test(name)) {
    throw badRequest('it lacks a name, a key or a signature');
  }
  if (!isSignedStatement('signer request', { name }, { signer: key, signature })) {
    throw badRequest('its key did not sign it');
  }
  return { name, key };
}

function badRequest(why: string): PrivacyError {
  return new PrivacyError(
    'bad-signer-request',
    `this is no request of a model signer (${why}): make one with mammofed consortium signer keygen`,
  );
}
