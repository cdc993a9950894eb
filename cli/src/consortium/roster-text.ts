import { fingerprint, type RosterMember, type SignedRoster } from '@mammofed/privacy';
import type { WaitingSite } from '../coordinator-client.js';
import { textTable } from '../formats.js';
import { printable } from '../screen.js';

const DAY_MS = 86_400_000;

/** A roster for people: whom it lists, by the fingerprints of their keys, and until when it counts. */
export function rosterText({ roster, sha256 }: SignedRoster, waiting: readonly WaitingSite[], nowMs: number): string[] {
  const daysLeft = Math.floor((roster.validUntilMs - nowMs) / DAY_MS);
  const end = daysLeft >= 0 ? `${daysLeft} days left` : 'it is over: mammofed consortium renew';
  const rows = [
    ['root', '', printOf(roster.root)],
    ['coordinator', '', printOf(roster.coordinator)],
    ...roster.sites.map(({ name, key }) => ['site', name, printOf(key)]),
    ...roster.modelSigners.map(({ name, key }) => ['model signer', name, printOf(key)]),
    ...roster.revoked.map(({ name, key, revokedAtMs }) => ['revoked', name, `${printOf(key)}, on ${day(revokedAtMs)}`]),
    ...waiting.map(({ siteName, publicKey }) => ['waits', printable(siteName), printOf(publicKey)]),
  ];
  return [
    `Roster ${roster.version}, valid until ${day(roster.validUntilMs)} (${end}), SHA-256 ${sha256}`,
    ...textTable([['', 'name', 'fingerprint'], ...rows]),
  ];
}

/** The same for programs. */
export function rosterJson({ roster, sha256 }: SignedRoster, waiting: readonly WaitingSite[]): object {
  const { version, validFromMs, validUntilMs } = roster;
  const named = ({ name, key }: RosterMember): object => ({ name, fingerprint: printOf(key) });
  return {
    ...{ version, sha256, validFromMs, validUntilMs },
    rootFingerprint: printOf(roster.root),
    coordinatorFingerprint: printOf(roster.coordinator),
    sites: roster.sites.map(named),
    revoked: roster.revoked.map((site) => ({ ...named(site), revokedAtMs: site.revokedAtMs })),
    modelSigners: roster.modelSigners.map(named),
    waiting: waiting.map(({ siteName, publicKey }) => named({ name: siteName, key: publicKey })),
  };
}

function printOf(key: string): string {
  return fingerprint(new Uint8Array(Buffer.from(key, 'hex')));
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
