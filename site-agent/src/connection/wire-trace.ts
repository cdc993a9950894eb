import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SiteError } from '../errors.js';

/** Takes the plaintext of everything that leaves, before it is sealed. */
export interface WireTrace {
  /**
   * @param kind - of the message, or of the handshake's part.
   * @param plain - the encoded message; left unchanged.
   * @throws the system's error, which ends the session: a trace with holes would prove nothing.
   */
  sent(kind: string, plain: Uint8Array): void;
}

/** Of the numbers in front of the names: files sort as they were sent. */
const DIGITS = 8;

/**
 * Writes every frame to a file of its own, `NUMBER-KIND.bin`, readable by its owner alone. For tests, and for a hospital that
 * wants to see with its own eyes what leaves. Model updates in plaintext lie in it: who reads them can learn of the images.
 * @param dir - made if it is not there; numbers go on behind those of an earlier start.
 * @throws SiteError `bad-usage` if the folder cannot be made or written to.
 */
export function traceInto(dir: string): WireTrace {
  let count: number;
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    chmodSync(dir, 0o700);
    count = readdirSync(dir).reduce((most, name) => Math.max(most, Number(/^(\d+)-/.exec(name)?.[1] ?? 0)), 0);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SiteError(
      'bad-usage',
      `${dir} cannot take the trace: ${reason}. Choose another --trace-wire.`,
      {},
      error,
    );
  }
  return {
    // Synchronous, as the ledger: what was sent before a kill is there after it.
    sent: (kind, plain) => {
      const name = `${String(++count).padStart(DIGITS, '0')}-${kind}.bin`;
      writeFileSync(join(dir, name), plain, { mode: 0o600, flag: 'wx' });
    },
  };
}
