import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import type { Clock } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import type { Message } from '@mammofed/wire';
import { isDiskFull } from '../disk-space.js';
import { SiteError } from '../errors.js';

/** One line: something that left this site. */
export interface LedgerEntry {
  /** SHA-256 of the line before it without its line feed, hexadecimal; of the first line {@link CHAIN_START}. */
  readonly previous: string;
  readonly time: string;
  readonly to: string;
  readonly kind: string;
  /** Of the message before it was sealed. */
  readonly bytes: number;
  /** Of the message before it was sealed, hexadecimal. */
  readonly sha256: string;
  readonly runId?: string;
  readonly round?: number;
}

/** What the first line is linked to. */
export const CHAIN_START = '0'.repeat(64);

/** No entry is longer; see libs/wire for the lengths of names. */
export const LONGEST_LINE_BYTES = 16 * 1024;

/**
 * The site's own record of everything it sent: an append-only file of JSON lines. A line is written before its frame
 * goes to the socket, so that nothing leaves that is not in it: while it cannot be written, nothing leaves. Each line
 * holds the hash of the one before it: a line that is changed or taken out shows, unless all after it were written anew or
 * it was at the end, which a head that was noted elsewhere shows.
 */
export class Ledger {
  readonly #clock: Clock;
  readonly #to: string;
  readonly #file: number;
  #byteLength: number;
  /** SHA-256 of the last line. */
  #head: string;

  /** @param to - who it is sent to, e.g. the coordinator's address. */
  constructor(path: string, to: string, clock: Clock) {
    this.#clock = clock;
    this.#to = to;
    this.#file = openSync(path, 'a+', 0o600);
    ({ byteLength: this.#byteLength, head: this.#head } = cutAfterLastLine(this.#file));
  }

  /**
   * @param plain - the encoded message.
   * @param question - what it answers: it is about the same round.
   * @throws SiteError `disk-full`.
   */
  sent(message: Message | null, plain: Uint8Array, question: Message | null = null): void {
    const { runId, round } = { ...question, ...message } as { readonly runId?: string; readonly round?: number };
    this.#append({
      ...this.#entry(message?.kind ?? 'unknown', plain),
      ...(runId === undefined ? {} : { runId }),
      ...(round === undefined ? {} : { round }),
    });
  }

  /** A handshake message: keys, nonces and signatures. @throws SiteError `disk-full`. */
  sentHandshake(kind: 'hello' | 'finish', bytes: Uint8Array): void {
    this.#append(this.#entry(kind, bytes));
  }

  /** The frame that ends a session: it carries nothing. @throws SiteError `disk-full`. */
  sentEnd(): void {
    this.#append(this.#entry('end', new Uint8Array()));
  }

  close(): void {
    fsyncSync(this.#file);
    closeSync(this.#file);
  }

  #entry(kind: string, bytes: Uint8Array): LedgerEntry {
    return {
      previous: this.#head,
      time: new Date(this.#clock.nowMs()).toISOString(),
      to: this.#to,
      kind,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
    };
  }

  // Synchronous: an entry that is still in memory when the process is killed would be one that is missing.
  #append(entry: LedgerEntry): void {
    const text = JSON.stringify(entry);
    const line = Buffer.from(`${text}\n`);
    try {
      // A disk that is nearly full takes a part and says so by the count alone.
      for (let written = 0; written < line.length;) written += writeSync(this.#file, line, written);
      this.#byteLength += line.length;
      this.#head = sha256Of(text);
    } catch (error) {
      ftruncateSync(this.#file, this.#byteLength);
      if (!isDiskFull(error)) throw error;
      throw new SiteError(
        'disk-full',
        "the site's disk is full: nothing is sent while the ledger cannot be written; make room on it",
        {},
        error,
      );
    }
  }
}

/** Cuts off a line that a power cut left half-written: what it was about was not sent. */
function cutAfterLastLine(file: number): { readonly byteLength: number; readonly head: string } {
  const { size } = fstatSync(file);
  // A whole line before one that is half there.
  const tail = Buffer.alloc(Math.min(size, 2 * LONGEST_LINE_BYTES));
  readSync(file, tail, 0, tail.length, size - tail.length);
  const end = tail.lastIndexOf('\n');
  const byteLength = size - tail.length + end + 1;
  if (byteLength < size) ftruncateSync(file, byteLength);
  const lastLine = tail.toString('utf8', tail.lastIndexOf('\n', end - 1) + 1, Math.max(end, 0));
  return { byteLength, head: lastLine === '' ? CHAIN_START : sha256Of(lastLine) };
}
