import type { SiteId } from '@mammofed/core';
import { Secret } from '../secret.js';
import { sodium } from '../sodium.js';
import { generateAgreementKeys, pairKey, type AgreementKeys } from './attempt-keys.js';
import type { Advertisement, DealtShares } from './messages.js';
import { sealShares, splitSecret, wipeShares, type SharePair } from './shares.js';
import type { AttemptTerms } from './terms.js';

const SEED_BYTES = 32;

/** What a site must keep to itself in one attempt, and never uses in another. */
export interface AttemptSecrets {
  readonly masking: AgreementKeys;
  readonly sealing: AgreementKeys;
  /** Of the self mask, 32 bytes. */
  readonly seed: Secret;
}

/** Fresh ones, from the system's generator. */
export function generateSecrets(): AttemptSecrets {
  return {
    masking: generateAgreementKeys(),
    sealing: generateAgreementKeys(),
    seed: new Secret(sodium.randombytes_buf(SEED_BYTES)),
  };
}

export function wipeSecrets({ masking, sealing, seed }: AttemptSecrets): void {
  masking.secretKey.wipe();
  sealing.secretKey.wipe();
  seed.wipe();
}

/** The keys that a member shares with another one, from the roll on. */
export interface Peer {
  readonly pairMask: Secret;
  readonly sealing: Secret;
}

/** @throws PrivacyError `unusable-key`. */
export function agreeWithPeers(
  terms: AttemptTerms,
  site: SiteId,
  { masking, sealing }: AttemptSecrets,
  advertisements: readonly Advertisement[],
): ReadonlyMap<SiteId, Peer> {
  const others = advertisements.filter((message) => message.site !== site);
  return new Map(
    others.map((other): [SiteId, Peer] => [
      other.site,
      {
        pairMask: pairKey('pair mask', terms, [site, other.site], masking.secretKey, other.maskingKey),
        sealing: pairKey('share sealing', terms, [site, other.site], sealing.secretKey, other.sealingKey),
      },
    ]),
  );
}

export function wipePeers(peers: ReadonlyMap<SiteId, Peer>): void {
  for (const { pairMask, sealing } of peers.values()) {
    pairMask.wipe();
    sealing.wipe();
  }
}

/** Splits both secrets among so many members; both are read before this gives way. */
export async function splitSecrets(
  { seed, masking }: AttemptSecrets,
  memberCount: number,
  threshold: number,
): Promise<readonly SharePair[]> {
  const split = (secret: Secret): Promise<Uint8Array[]> => splitSecret(secret, memberCount, threshold);
  const [selfMasks, keys] = await Promise.all([split(seed), split(masking.secretKey)]);
  return selfMasks.map((selfMask, i) => ({ selfMask, key: keys[i]! }));
}

/**
 * Seals a pair of shares for each other member, and wipes it.
 * @param pairs - one for each member, in their order; the site's own is left as it is.
 */
export function sealForPeers(
  terms: AttemptTerms,
  site: SiteId,
  members: readonly SiteId[],
  peers: ReadonlyMap<SiteId, Peer>,
  pairs: readonly SharePair[],
): DealtShares['sealed'] {
  return members.flatMap((receiver, i) => {
    const [peer, pair] = [peers.get(receiver), pairs[i]!];
    if (peer === undefined) return [];
    const bytes = sealShares(peer.sealing, terms, { sender: site, receiver }, pair);
    wipeShares(pair);
    return [{ receiver, bytes }];
  });
}
