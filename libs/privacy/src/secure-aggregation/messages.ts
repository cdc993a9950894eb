import type { SiteId } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import type { Identity } from '../identity.js';
import { sha256 } from '../sha256.js';
import { equalBytes, sodium } from '../sodium.js';
import { isUsableKey } from './attempt-keys.js';
import { canonicalBytes, type Field } from './encoding.js';
import { assertSameTerms, termsFields, type AttemptTerms } from './terms.js';

const SIGNATURE_BYTES = 64;

/** What a machine knows of the members of its consortium, at one version of the roster. */
export interface RosterView {
  /** Ed25519 identity key, 32 bytes; null for a site that is unknown, revoked or no longer valid. */
  identityKeyOf(site: SiteId): Uint8Array | null;
}

/** A head of the coordinator's log (RFC 6962): number of entries, and their root. */
export interface LogHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** 1. advertise, site → coordinator → every member. */
export interface Advertisement {
  readonly site: SiteId;
  readonly terms: AttemptTerms;
  /** X25519, for the masks of pairs. */
  readonly maskingKey: Uint8Array;
  /** X25519, for sealing shares. */
  readonly sealingKey: Uint8Array;
  /** The head that the site holds, so that the members find out if the coordinator shows them different logs. */
  readonly log: LogHead;
  /** Ed25519 over all of the above. */
  readonly signature: Uint8Array;
}

/** 2. share, coordinator → member: U1. */
export interface Roll {
  /** In the order of the sites. */
  readonly advertisements: readonly Advertisement[];
}

/** Where a message came from and what it belongs to: the roll, whose hash covers the terms and all keys. */
interface FromMember {
  readonly site: SiteId;
  /** See {@link cohortHash}. */
  readonly cohortHash: Uint8Array;
  /** Ed25519 over everything else. */
  readonly signature: Uint8Array;
}

/** 2. share, member → coordinator. */
export interface DealtShares extends FromMember {
  /** SHA-256 of the self-mask seed. */
  readonly seedCommitment: Uint8Array;
  /** One for each other member of U1, in order. */
  readonly sealed: readonly { readonly receiver: SiteId; readonly bytes: Uint8Array }[];
}

/** 3. upload, coordinator → member: U2, and what its other members sealed for this one. */
export interface MaskRequest {
  readonly sharers: readonly SiteId[];
  /** One from each other member of U2, in order. */
  readonly sealed: readonly { readonly sender: SiteId; readonly bytes: Uint8Array }[];
}

/** 4. confirm, coordinator → member: U3. */
export interface ConfirmRequest {
  readonly uploaders: readonly SiteId[];
}

/** 4. confirm, member → coordinator → members of U3. */
export interface Confirmation extends FromMember {
  /** U2. */
  readonly sharers: readonly SiteId[];
  /** U3. */
  readonly uploaders: readonly SiteId[];
}

/** 5. unmask, coordinator → member. */
export interface UnmaskRequest {
  readonly confirmations: readonly Confirmation[];
  /** U3: whose self masks are to be taken off the sum. */
  readonly selfMasksOf: readonly SiteId[];
  /** U2 ∖ U3: whose masks with the others are to be taken off the sum. */
  readonly keysOf: readonly SiteId[];
}

/** A share of somebody's secret. */
export interface OwnedShare {
  readonly owner: SiteId;
  readonly share: Uint8Array;
}

/** 5. unmask, member → coordinator. */
export interface UnmaskShares extends FromMember {
  readonly selfMasks: readonly OwnedShare[];
  readonly keys: readonly OwnedShare[];
}

export type Unsigned<T> = Omit<T, 'signature'>;

/** @returns the bytes of an advertisement that its site signs. */
export function advertisementBytes(message: Unsigned<Advertisement>): Uint8Array {
  const { site, terms, maskingKey, sealingKey, log } = message;
  return canonicalBytes('advertise', site, ...termsFields(terms), maskingKey, sealingKey, log.size, log.root);
}

export function dealtSharesBytes({
  site,
  cohortHash: cohort,
  seedCommitment,
  sealed,
}: Unsigned<DealtShares>): Uint8Array {
  const sealedFields = sealed.map(({ receiver, bytes }): Field => [receiver, bytes]);
  return canonicalBytes('share', site, cohort, seedCommitment, sealedFields);
}

export function confirmationBytes({
  site,
  cohortHash: cohort,
  sharers,
  uploaders,
}: Unsigned<Confirmation>): Uint8Array {
  return canonicalBytes('confirm', site, cohort, sharers, uploaders);
}

export function unmaskSharesBytes({ site, cohortHash: cohort, selfMasks, keys }: Unsigned<UnmaskShares>): Uint8Array {
  const fields = (shares: readonly OwnedShare[]): Field => shares.map(({ owner, share }): Field => [owner, share]);
  return canonicalBytes('unmask', site, cohort, fields(selfMasks), fields(keys));
}

/** SHA-256 of all advertisements of U1 with their signatures: equal hashes mean equal members, keys and terms. */
export function cohortHash({ advertisements }: Roll): Uint8Array {
  const members = advertisements.map((message): Field => [advertisementBytes(message), message.signature]);
  return sha256(canonicalBytes('cohort', members));
}

/** @returns an Ed25519 signature, 64 bytes. */
export function sign(identity: Identity, bytes: Uint8Array): Uint8Array {
  return sodium.crypto_sign_detached(bytes, identity.secretKey.reveal());
}

/** @throws PrivacyError `unknown-member` | `bad-member-signature`. */
export function assertSignedBy(site: SiteId, signature: Uint8Array, bytes: Uint8Array, roster: RosterView): void {
  const key = roster.identityKeyOf(site);
  if (key === null) {
    throw new PrivacyError('unknown-member', `site ${site} is not on the roster: its message is refused`, { site });
  }
  const isValid = signature.length === SIGNATURE_BYTES && sodium.crypto_sign_verify_detached(signature, bytes, key);
  if (!isValid) {
    throw new PrivacyError('bad-member-signature', `a message is not signed by site ${site}: it is refused`, { site });
  }
}

/**
 * Judges one advertisement by itself: the site is on the roster, signed it, and signed the terms that this machine holds.
 * @throws PrivacyError `unknown-member` | `bad-member-signature` | `other-…` of the terms | `unusable-key`.
 */
export function assertSoundAdvertisement(message: Advertisement, terms: AttemptTerms, roster: RosterView): void {
  const { site, maskingKey, sealingKey } = message;
  assertSignedBy(site, message.signature, advertisementBytes(message), roster);
  assertSameTerms(terms, message.terms, site);
  if (isUsableKey(maskingKey) && isUsableKey(sealingKey)) return;
  const text = `site ${site} advertised a key that is malformed or of low order: it is refused`;
  throw new PrivacyError('unusable-key', text, { site });
}

/** @throws PrivacyError `equal-keys` unless all advertised keys differ, within a site and between sites. */
export function assertDifferentKeys(advertisements: readonly Advertisement[]): void {
  const seen = new Map<string, SiteId>();
  for (const { site, maskingKey, sealingKey } of advertisements) {
    for (const key of [maskingKey, sealingKey]) {
      const text = Buffer.from(key).toString('hex');
      const other = seen.get(text);
      if (other !== undefined) {
        throw new PrivacyError('equal-keys', `sites ${other} and ${site} advertised equal keys: both are refused`, {
          site,
          other,
        });
      }
      seen.set(text, site);
    }
  }
}

/** @throws PrivacyError `other-cohort` if a message belongs to another roll. */
export function assertSameCohort(own: Uint8Array, message: Pick<FromMember, 'site' | 'cohortHash'>): void {
  if (equalBytes(own, message.cohortHash)) return;
  const { site } = message;
  throw new PrivacyError('other-cohort', `site ${site} answered to another list of keys: its message is refused`, {
    site,
  });
}
