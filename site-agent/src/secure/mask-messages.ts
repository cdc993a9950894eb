import type { PackedLayout, Sha256Hex } from '@mammofed/core';

/** What the thread that masks a vector is given. */
export interface MaskJob {
  readonly layout: PackedLayout;
  /** Keys of 32 bytes: secret, and moved into the thread, which wipes them. */
  readonly masks: readonly { readonly key: Uint8Array; readonly sign: 1 | -1 }[];
  /** The packed vector, and its hash. */
  readonly vectorPath: string;
  readonly vectorSha256: Sha256Hex;
  /** Where the masked one is to be written. */
  readonly maskedPath: string;
}

/** What it says in the end: the masked vector is on disk. */
export interface MaskDone {
  readonly sha256: Sha256Hex;
  readonly byteLength: number;
}
