import { randomBytes } from 'node:crypto';
import { MAX_PROBE_BYTES, MAX_PROBES } from '@mammofed/wire';

/** Random, so that nothing on the way can make it smaller. Made once: a stranger costs no more than sending it. */
const NOISE = randomBytes(MAX_PROBE_BYTES);

/**
 * Answers the probes of one connection, with which a site's doctor measures the line. Needs no handshake: a hospital
 * tries its line before it is enrolled. What comes in is thrown away.
 */
export class LineProbe {
  #count = 0;
  /** Whether the last answer waits to be sent: of one that does not read, no second one is kept. */
  #isUnsent = false;

  /**
   * @param args - of the event: bytes, how many are wanted, and who is acknowledged.
   * @returns whether it was answered; a client that asks for too much, or too often, is to be cut off.
   */
  answer(args: readonly unknown[]): boolean {
    const [bytes, wanted, acknowledge] = args as [unknown, unknown, ((answer: Uint8Array) => void) | undefined];
    const isSound =
      bytes instanceof Uint8Array &&
      bytes.length <= MAX_PROBE_BYTES &&
      typeof wanted === 'number' &&
      Number.isInteger(wanted) &&
      wanted >= 0 &&
      wanted <= MAX_PROBE_BYTES &&
      typeof acknowledge === 'function';
    if (!isSound || this.#isUnsent || ++this.#count > MAX_PROBES) return false;
    this.#isUnsent = true;
    acknowledge(NOISE.subarray(0, wanted));
    return true;
  }

  /** Everything that waited for the client was sent. */
  sent(): void {
    this.#isUnsent = false;
  }
}
