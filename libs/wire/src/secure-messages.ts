import type { RingBits, RunId, Sha256Hex, SiteId } from '@mammofed/core';
import type { AttemptRef } from './attempt-ref.js';

// Messages of secure aggregation. But for `kind` and the attempt that a request is about, they have the fields that
// libs/privacy has of them, so that one is the other. Sites are named as in the roster.

/** Site → coordinator: its vector lies on its disk; answered by `trained-noted` or `refused`, and said until it is. */
export interface Trained extends AttemptRef {
  readonly kind: 'trained';
}

export interface TrainedNoted {
  readonly kind: 'trained-noted';
}

/** 1. Coordinator → site; answered by `advertisement` or `refused`. */
export interface AdvertiseRequest extends AttemptRef {
  readonly kind: 'advertise-request';
  readonly threshold: number;
  readonly rosterVersion: number;
  readonly rosterSha256: Sha256Hex;
  /** Until when the masked vector has to be uploaded, unless the site is silent before. */
  readonly deadlineUnixMs: number;
}

/** What the members of a cohort must see alike. Keys and hashes have 32 bytes. */
export interface SignedTerms {
  readonly consortium: Uint8Array;
  readonly run: RunId;
  readonly round: number;
  readonly attempt: number;
  readonly configurationHash: Uint8Array;
  readonly threshold: number;
  readonly clipsHash: Uint8Array;
  readonly ringBits: RingBits;
  readonly baseModel: Sha256Hex;
  readonly rosterVersion: number;
  readonly rosterHash: Uint8Array;
}

export interface AdvertisedKeys {
  readonly site: SiteId;
  readonly terms: SignedTerms;
  readonly maskingKey: Uint8Array;
  readonly sealingKey: Uint8Array;
  readonly log: { readonly size: number; readonly root: Uint8Array };
  readonly signature: Uint8Array;
}

export interface Advertisement extends AdvertisedKeys {
  readonly kind: 'advertisement';
}

/** 2. Coordinator → site: U1; answered by `dealt-shares` or `refused`. */
export interface Roll extends AttemptRef {
  readonly kind: 'roll';
  readonly advertisements: readonly AdvertisedKeys[];
}

export interface DealtShares {
  readonly kind: 'dealt-shares';
  readonly site: SiteId;
  readonly cohortHash: Uint8Array;
  readonly seedCommitment: Uint8Array;
  readonly sealed: readonly { readonly receiver: SiteId; readonly bytes: Uint8Array }[];
  readonly signature: Uint8Array;
}

/** 3. Coordinator → site: U2 and the shares for this site; answered by `mask-accepted` or `refused`. */
export interface MaskRequest extends AttemptRef {
  readonly kind: 'mask-request';
  readonly sharers: readonly SiteId[];
  readonly sealed: readonly { readonly sender: SiteId; readonly bytes: Uint8Array }[];
}

export interface MaskAccepted extends AttemptRef {
  readonly kind: 'mask-accepted';
}

/** 4. Coordinator → site: U3; answered by `confirmation` or `refused`. */
export interface ConfirmRequest extends AttemptRef {
  readonly kind: 'confirm-request';
  readonly uploaders: readonly SiteId[];
}

export interface ConfirmedLists {
  readonly site: SiteId;
  readonly cohortHash: Uint8Array;
  readonly sharers: readonly SiteId[];
  readonly uploaders: readonly SiteId[];
  readonly signature: Uint8Array;
}

export interface Confirmation extends ConfirmedLists {
  readonly kind: 'confirmation';
}

/** 5. Coordinator → site; answered by `unmask-shares` or `refused`. */
export interface UnmaskRequest extends AttemptRef {
  readonly kind: 'unmask-request';
  readonly confirmations: readonly ConfirmedLists[];
  readonly selfMasksOf: readonly SiteId[];
  readonly keysOf: readonly SiteId[];
}

export interface OwnedShare {
  readonly owner: SiteId;
  readonly share: Uint8Array;
}

export interface UnmaskShares {
  readonly kind: 'unmask-shares';
  readonly site: SiteId;
  readonly cohortHash: Uint8Array;
  readonly selfMasks: readonly OwnedShare[];
  readonly keys: readonly OwnedShare[];
  readonly signature: Uint8Array;
}
