import { decodeEnvelope, encodeEnvelope } from './envelope-codec.js';
import { WireError } from './errors.js';
import { MAX_FRAME_BYTES } from './limits.js';
import type { Message } from './messages.js';

/** Longest time that setTimeout can wait; it takes anything longer for no time at all. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

export interface ConversationParts {
  /** Seals the next frame. Called in the order of the envelopes' ids, once for each. */
  readonly seal: (plain: Uint8Array) => Uint8Array;
  /** Opens the next frame; throws if it is not sound. An empty result says that the other end ended the session. */
  readonly open: (frame: Uint8Array) => Uint8Array;
  /** Hands a sealed frame to the socket, which keeps the order. Called in the order of sealing. */
  readonly sendFrame: (frame: Uint8Array) => void;
  /**
   * A message that is no reply. Called in the order of arrival; the next one does not wait for the promise. `reply` may be
   * called once, now or later, and does nothing once the conversation is closed. A rejection breaks the conversation.
   */
  readonly onMessage: (message: Message, reply: (answer: Message) => void) => Promise<void> | void;
  /** Called once, when the conversation ends for any reason but {@link Conversation.close}. It is closed by then. */
  readonly onBroken: (error: Error) => void;
}

interface PendingRequest {
  readonly resolve: (answer: Message) => void;
  readonly reject: (error: WireError) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Messages and answers over one authenticated session. Envelopes count up from 1 in each direction and arrive in that
 * order or the conversation breaks: sealing finds this first, and the ids find what sealing would not, a fault of our own.
 *
 * A reply to an envelope that is not waited for is ignored, because that is ordinary: the request has timed out, or the
 * other end refuses a message that wants no answer. A reply to an envelope that was never sent breaks the conversation.
 */
export class Conversation {
  readonly #parts: ConversationParts;
  readonly #pending = new Map<number, PendingRequest>();
  #outbox: Uint8Array[] = [];
  #isSending = false;
  #isClosed = false;
  #nextId = 1;
  #expectedId = 1;

  constructor(parts: ConversationParts) {
    this.#parts = parts;
  }

  /**
   * Sends a message that wants no answer.
   * @throws WireError `malformed` or `too-large` if the message cannot be sent (the conversation goes on), `closed`.
   */
  send(message: Message): void {
    this.#enqueue(message, 0);
    this.#flush();
  }

  /**
   * Sends a message and waits for its reply, which may be `refused`.
   * @throws WireError `timeout`, `closed` (both ambiguous: the other end may have acted), `malformed`, `too-large`.
   */
  request(message: Message, timeoutMs: number): Promise<Message> {
    return new Promise((resolve, reject) => {
      const id = this.#enqueue(message, 0);
      const timer = setTimeout(
        () => {
          this.#pending.delete(id);
          reject(
            new WireError('timeout', `${message.kind} was not answered in ${timeoutMs} ms`, {
              kind: message.kind,
              timeoutMs,
            }),
          );
        },
        Math.min(timeoutMs, MAX_TIMEOUT_MS),
      );
      this.#pending.set(id, { resolve, reject, timer });
      this.#flush();
    });
  }

  /** A frame arrived. Ignored once the conversation is closed. */
  receiveFrame(frame: Uint8Array): void {
    if (this.#isClosed) return;
    try {
      this.#receive(frame);
    } catch (error) {
      this.#break(error);
    }
  }

  /** Ends the conversation: open requests are rejected with `closed`. The socket is the caller's to close. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#outbox = [];
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject, timer } of pending) {
      clearTimeout(timer);
      reject(closedError());
    }
  }

  #receive(frame: Uint8Array): void {
    if (frame.length > MAX_FRAME_BYTES) {
      throw new WireError('too-large', `a frame has ${frame.length} bytes; ${MAX_FRAME_BYTES} are allowed`, {
        byteLength: frame.length,
      });
    }
    const plain = this.#parts.open(frame);
    if (plain.length === 0) throw new WireError('closed', 'the other end ended the session');
    const { id, replyTo, message } = decodeEnvelope(plain);
    if (id !== this.#expectedId) {
      throw new WireError('out-of-order', `message ${id} came where ${this.#expectedId} was due`, {
        id,
        expectedId: this.#expectedId,
      });
    }
    this.#expectedId++;
    if (replyTo === 0) return this.#deliver(id, message);
    if (replyTo >= this.#nextId) {
      throw new WireError('out-of-order', `message ${id} answers message ${replyTo}, which was never sent`, {
        id,
        replyTo,
      });
    }
    const request = this.#pending.get(replyTo);
    if (request === undefined) return;
    this.#pending.delete(replyTo);
    clearTimeout(request.timer);
    request.resolve(message);
  }

  #deliver(id: number, message: Message): void {
    let isAnswered = false;
    const reply = (answer: Message): void => {
      if (isAnswered)
        throw new WireError('already-answered', `${message.kind} was answered twice`, { kind: message.kind });
      if (this.#isClosed) return;
      // Only then: an answer that cannot be encoded leaves room for a refusal.
      this.#enqueue(answer, id);
      isAnswered = true;
      this.#flush();
    };
    // A handler that throws at once breaks the conversation in receiveFrame.
    const handled = this.#parts.onMessage(message, reply);
    handled?.catch((error: unknown) => this.#break(error));
  }

  /** Encodes with the next id; a message that cannot be encoded uses none up. */
  #enqueue(message: Message, replyTo: number): number {
    if (this.#isClosed) throw closedError();
    const id = this.#nextId;
    this.#outbox.push(encodeEnvelope({ id, replyTo, message }));
    this.#nextId++;
    return id;
  }

  /** Seals and sends in the order of ids, even if sealing or sending leads to another message being sent meanwhile. */
  #flush(): void {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let plain = this.#outbox.shift(); plain !== undefined; plain = this.#outbox.shift()) {
        this.#parts.sendFrame(this.#parts.seal(plain));
      }
    } catch (error) {
      // The frame is lost and its id is used up: nothing later could be accepted.
      this.#break(error);
    } finally {
      this.#isSending = false;
    }
  }

  #break(error: unknown): void {
    if (this.#isClosed) return;
    this.close();
    this.#parts.onBroken(error instanceof Error ? error : new Error(String(error)));
  }
}

function closedError(): WireError {
  return new WireError(
    'closed',
    'the connection was closed before the answer came: it is asked again over the next one',
  );
}
