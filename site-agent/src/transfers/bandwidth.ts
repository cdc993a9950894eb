import type { Message } from '@mammofed/wire';
import { pause } from '../abort.js';
import type { Asker } from '../connection/link.js';
import type { SitePolicy } from '../policy/site-policy.js';

/** One direction of the line: what was put on it delays what comes next, so that the average keeps to the cap. */
class Direction {
  /** When the line has made good for all that was booked, in the clock of `performance.now`. */
  #freeAtMs = 0;

  constructor(private readonly bytesPerSecond: () => number | null) {}

  /** Waits until the line has made good for what was booked. */
  async due(signal: AbortSignal): Promise<void> {
    if (this.bytesPerSecond() !== null) await until(this.#freeAtMs, signal);
  }

  /** Books what is about to be sent. @returns when its turn has come. */
  async booked(byteLength: number, signal: AbortSignal): Promise<void> {
    const turnMs = this.#freeAtMs;
    this.book(byteLength);
    if (this.bytesPerSecond() !== null) await until(turnMs, signal);
  }

  book(byteLength: number): void {
    const cap = this.bytesPerSecond();
    if (cap !== null) this.#freeAtMs = Math.max(this.#freeAtMs, performance.now()) + (1000 * byteLength) / cap;
  }
}

async function until(timeMs: number, signal: AbortSignal): Promise<void> {
  const waitMs = timeMs - performance.now();
  if (waitMs > 0) await pause(waitMs, signal);
}

/**
 * The same link, with chunks of models and updates held to the policy's bandwidth. A chunk goes at the speed of the line,
 * and the next one waits: the cap holds over some chunks, not over every second.
 */
export function withinBandwidth(link: Asker, policy: () => SitePolicy['bandwidth']): Asker {
  const up = new Direction(() => policy().upBytesPerSecond);
  const down = new Direction(() => policy().downBytesPerSecond);
  return {
    tell: (message) => link.tell(message),
    async ask(message, signal) {
      if (message.kind !== 'chunk-request') return link.ask(message, signal);
      await down.due(signal);
      const answer = await link.ask(message, signal);
      if (answer.kind === 'chunk') down.book(answer.data.length);
      return answer;
    },
    async session(signal) {
      const session = await link.session(signal);
      return {
        async request(message: Message, timeoutMs: number): Promise<Message> {
          if (message.kind === 'upload-chunk') await up.booked(message.data.length, signal);
          return session.request(message, timeoutMs);
        },
      };
    },
  };
}
