import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { Clock } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import type { Message } from '@mammofed/wire';

/** One line: something that left this site. */
export interface LedgerEntry {
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

/**
 * The site's own record of everything it sent: an append-only file of JSON lines. A line is written before its frame
 * goes to the socket, so that nothing leaves that is not in it.
 */
export class Ledger {
  readonly #clock: Clock;
  readonly #to: string;
  readonly #file: number;

  /** @param to - who it is sent to, e.g. the coordinator's address. */
  constructor(path: string, to: string, clock: Clock) {
    this.#clock = clock;
    this.#to = to;
    this.#file = openSync(path, 'a', 0o600);
  }

  /** @param plain - the encoded message. */
  sent(message: Message | null, plain: Uint8Array): void {
    const { runId, round } = (message ?? {}) as { readonly runId?: string; readonly round?: number };
    this.#append({
      ...this.#entry(message?.kind ?? 'unknown', plain),
      ...(runId === undefined ? {} : { runId }),
      ...(round === undefined ? {} : { round }),
    });
  }

  /** A handshake message: keys, nonces and signatures. */
  sentHandshake(kind: 'hello' | 'finish', bytes: Uint8Array): void {
    this.#append(this.#entry(kind, bytes));
  }

  close(): void {
    fsyncSync(this.#file);
    closeSync(this.#file);
  }

  #entry(kind: string, bytes: Uint8Array): LedgerEntry {
    return {
      time: new Date(this.#clock.nowMs()).toISOString(),
      to: this.#to,
      kind,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
    };
  }

  // Synchronous: an entry that is still in memory when the process is killed would be one that is missing.
  #append(entry: LedgerEntry): void {
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
  }
}
