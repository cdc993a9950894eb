import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import type { Sha256Hex } from '@mammofed/core';
import { sha256Hex } from '@mammofed/core';
import { SiteError } from '../../errors.js';
import type { ObjectSink } from '../found.js';
import { MAX_META_BYTES } from '../part10.js';

/**
 * An object on its way into the cache: a file that counts for nothing until it is whole. Written in place of the event
 * loop's turn, because what a PACS sends over DIMSE comes faster than it may be kept in memory.
 */
export class IncomingObject implements ObjectSink {
  readonly #file: number;
  readonly #hash = createHash('sha256');
  readonly #head: Buffer[] = [];
  #byteCount = 0;
  #isOpen = true;

  /** @param path - of a file that is not there yet. @param maxBytes - above this the object is refused. */
  constructor(
    readonly path: string,
    private readonly maxBytes: number,
  ) {
    this.#file = openSync(path, 'wx', 0o600);
  }

  get byteCount(): number {
    return this.#byteCount;
  }

  /** The first bytes, as far as a DICOM file's head may reach. */
  get head(): Buffer {
    return Buffer.concat(this.#head).subarray(0, MAX_META_BYTES);
  }

  write(chunk: Uint8Array): void {
    if (this.#byteCount < MAX_META_BYTES) this.#head.push(Buffer.from(chunk));
    this.#byteCount += chunk.length;
    if (this.#byteCount > this.maxBytes) {
      throw new SiteError(
        'object-too-large',
        `An object of the PACS is larger than ${this.maxBytes} bytes: narrow the cohort in pacs.yaml, or raise cache.quotaBytes.`,
        { maxBytes: this.maxBytes },
      );
    }
    this.#hash.update(chunk);
    for (let written = 0; written < chunk.length;) written += writeSync(this.#file, chunk, written);
  }

  /** Puts it on disk. @returns the SHA-256 of all of it. */
  finish(): Sha256Hex {
    fsyncSync(this.#file);
    this.#close();
    return sha256Hex(this.#hash.digest('hex'));
  }

  /** Takes what there is away. */
  discard(): void {
    this.#close();
    rmSync(this.path, { force: true });
  }

  #close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }
}
