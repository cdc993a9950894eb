import type { SealedSession } from '@mammofed/privacy';
import { Conversation, type Message } from '@mammofed/wire';

const ANSWER_MS = 20_000;
/** Takes its number from the conversation; the bytes that are sealed are others. */
const PLACEHOLDER: Message = { kind: 'ready', agentVersion: '0' };

export interface RawEndParts {
  readonly sendFrame: (frame: Uint8Array) => void;
  readonly onBroken: () => void;
  /** The answer to a message that came unasked; absent or null: none. */
  readonly onMessage?: (message: Message) => Message | null | Promise<Message | null>;
}

/** One end of a sealed session that may also seal what is no envelope at all, under the number that is due. */
export class RawEnd {
  readonly #conversation: Conversation;
  #nextId = 1;
  #instead: ((id: number) => Uint8Array) | null = null;
  /** Whatever the other end sends that answers nothing. */
  readonly inbox: Message[] = [];

  constructor(session: SealedSession, { sendFrame, onBroken, onMessage }: RawEndParts) {
    this.#conversation = new Conversation({
      seal: (plain) => session.seal(this.#instead?.(this.#nextId) ?? plain),
      open: (frame) => session.open(frame),
      sendFrame: (frame) => {
        this.#nextId++;
        sendFrame(frame);
      },
      onMessage: async (message, reply) => {
        this.inbox.push(message);
        const answer = (await onMessage?.(message)) ?? null;
        if (answer !== null) reply(answer);
      },
      onBroken,
    });
  }

  request(message: Message): Promise<Message> {
    return this.#conversation.request(message, ANSWER_MS);
  }

  send(message: Message): void {
    this.#conversation.send(message);
  }

  /** @param plain - the bytes of an envelope with this id, or of none. */
  sendPlain(plain: (id: number) => Uint8Array): void {
    this.#instead = plain;
    try {
      this.#conversation.send(PLACEHOLDER);
    } finally {
      this.#instead = null;
    }
  }

  receiveFrame(frame: Uint8Array): void {
    this.#conversation.receiveFrame(frame);
  }

  close(): void {
    this.#conversation.close();
  }
}
