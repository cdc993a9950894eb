import { WireError, type Message } from '@mammofed/wire';
import type { Asker } from '../connection/link.js';

/** Stands for a link: `answer` decides; null says that the connection broke off before the answer came. */
export class FakeAsker implements Asker {
  readonly asked: Message[] = [];
  readonly #answer: (message: Message) => Message | null;

  constructor(answer: (message: Message) => Message | null) {
    this.#answer = answer;
  }

  async session(signal: AbortSignal): Promise<{ request(message: Message): Promise<Message> }> {
    signal.throwIfAborted();
    return { request: (message) => this.#request(message) };
  }

  /** As the link: asks again over the next session. */
  async ask(message: Message, signal: AbortSignal): Promise<Message> {
    for (;;) {
      signal.throwIfAborted();
      const answer = await this.#request(message).catch(() => null);
      if (answer !== null) return answer;
    }
  }

  tell(message: Message): boolean {
    this.asked.push(message);
    return true;
  }

  async #request(message: Message): Promise<Message> {
    this.asked.push(message);
    const answer = this.#answer(message);
    // As over a network: not in the same turn.
    await new Promise((resolve) => setImmediate(resolve));
    if (answer === null) throw new WireError('closed', 'broken off');
    return answer;
  }
}
