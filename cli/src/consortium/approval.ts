import { fingerprint, isSignedRequest, rootNamedIn, type RosterMember, type SignedRoster } from '@mammofed/privacy';
import type { WaitingSite } from '../coordinator-client.js';
import { CliError } from '../errors.js';

/** A machine whose request holds: whether it is the hospital's, its fingerprint says, compared by telephone. */
export interface Candidate {
  readonly site: RosterMember;
  readonly fingerprint: string;
}

/**
 * Finds the machine that waits under a name and checks its request, which came through the coordinator.
 * @throws CliError `nothing-waits`; `other-consortium` for a request that the key did not sign for this consortium.
 */
export function candidateFor(
  name: string,
  waiting: readonly WaitingSite[],
  { roster, bytes }: SignedRoster,
): Candidate {
  const found = waiting.find(({ siteName }) => siteName === name);
  if (found === undefined) {
    throw new CliError(
      'nothing-waits',
      roster.sites.some((site) => site.name === name)
        ? `${name} is in the roster already, and no other machine waits under this name.`
        : `No machine waits to be ${name}. Has the site enrolled with its code? See who waits: mammofed consortium roster`,
    );
  }
  const key = bytesOf(found.publicKey);
  const request = {
    rootKey: rootNamedIn(bytes),
    coordinatorKey: bytesOf(roster.coordinator),
    joinSecretSha256: bytesOf(found.joinSecretSha256),
  };
  if (key.length !== 32 || !isSignedRequest(request, key, bytesOf(found.signature))) {
    throw new CliError(
      'other-consortium',
      `The request of ${name} is not signed by its key for this consortium: it is not approved. Invite the site again.`,
    );
  }
  return { site: { name, key: found.publicKey }, fingerprint: fingerprint(key) };
}

/**
 * Compares what the site's operator read aloud, however it is written, with the machine that waits.
 * @throws CliError `wrong-fingerprint`.
 */
export function assertSameFingerprint(name: string, read: string, shown: string): void {
  const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z2-7]/g, '');
  if (plain(read) === plain(shown)) return;
  throw new CliError(
    'wrong-fingerprint',
    `The machine that waits to be ${name} has another fingerprint (${shown}): nothing was signed. If it stays so, invite the site again.`,
  );
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
