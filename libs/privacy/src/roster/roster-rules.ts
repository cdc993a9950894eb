import { PrivacyError } from '../errors.js';
import type { Roster, RosterMember } from './roster.js';
import type { SignedRoster } from './signed-roster.js';

/** Clocks of hospitals are not all right to the minute: a roster counts a little before its time, never after it. */
const CLOCK_SKEW_MS = 10 * 60_000;

/**
 * Holds the order of versions: whoever has seen one takes it again or a later one.
 * @throws PrivacyError `old-roster`; `conflicting-roster` for another one of the same version.
 */
export function assertFollows(next: SignedRoster, held: SignedRoster | null): void {
  if (held === null || next.roster.version > held.roster.version) return;
  const context = { version: next.roster.version, heldVersion: held.roster.version };
  if (next.roster.version < held.roster.version) {
    throw new PrivacyError(
      'old-roster',
      `roster ${next.roster.version} is older than roster ${held.roster.version}, which is held here: it is not used`,
      context,
    );
  }
  if (next.sha256 === held.sha256) return;
  throw new PrivacyError(
    'conflicting-roster',
    `there are two rosters ${held.roster.version}, both signed by the root: the consortium's administrator has to sign a later one, and to find out who uses a copy of the root's key`,
    context,
  );
}

/** @throws PrivacyError `expired-roster`, `early-roster`. */
export function assertValidAt({ version, validFromMs, validUntilMs }: Roster, nowMs: number): void {
  if (nowMs >= validUntilMs) {
    throw new PrivacyError(
      'expired-roster',
      `the roster (version ${version}) expired on ${day(validUntilMs)}; the clock here says ${day(nowMs)}: the consortium's administrator renews it with mammofed consortium renew`,
      { version },
    );
  }
  if (nowMs < validFromMs - CLOCK_SKEW_MS) {
    throw new PrivacyError(
      'early-roster',
      `the roster (version ${version}) counts from ${day(validFromMs)} on; the clock here says ${day(nowMs)}: set this machine's clock right`,
      { version },
    );
  }
}

/** The site that a key belongs to; null if the roster lists no such site. @param key - Ed25519 public key, 32 bytes. */
export function siteOf({ sites }: Roster, key: Uint8Array): RosterMember | null {
  const hex = Buffer.from(key).toString('hex');
  return sites.find((site) => site.key === hex) ?? null;
}

/** Whether a site had this key and was revoked. @param key - Ed25519 public key, 32 bytes. */
export function isRevoked({ revoked }: Roster, key: Uint8Array): boolean {
  const hex = Buffer.from(key).toString('hex');
  return revoked.some((site) => site.key === hex);
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}
