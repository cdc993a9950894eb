import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { CodedError } from '@mammofed/core';
import { Conversation, type ConversationParts } from './conversation.js';
import { decodeEnvelope, encodeEnvelope } from './envelope-codec.js';
import { MAX_FRAME_BYTES } from './limits.js';
import type { Envelope, Message } from './messages.js';

const ACCEPTED: Message = { kind: 'task-accepted' };
const READY: Message = { kind: 'ready', agentVersion: '1.0.0' };
const UNSENDABLE = { kind: 'ready', agentVersion: '' } as const;
const status = (nextChunk: number): Message => ({ kind: 'upload-status', nextChunk, complete: false });

/** Stands for sealing: a frame is its envelope behind a mark, and one with another mark is not sound. */
const MARK = 0x5a;
const seal = (plain: Uint8Array): Uint8Array => Uint8Array.of(MARK, ...plain);
class BadFrame extends CodedError<'bad-frame'> {}
function open(frame: Uint8Array): Uint8Array {
  if (frame[0] !== MARK) throw new BadFrame('bad-frame', 'a frame was not sound');
  return frame.subarray(1);
}

interface End {
  readonly conversation: Conversation;
  readonly frames: Uint8Array[];
  readonly sent: () => Envelope[];
  readonly received: Message[];
  readonly replies: ((answer: Message) => void)[];
  readonly broken: (string | undefined)[];
}

function end(parts: Partial<ConversationParts> = {}): End {
  const frames: Uint8Array[] = [];
  const received: Message[] = [];
  const replies: ((answer: Message) => void)[] = [];
  const broken: (string | undefined)[] = [];
  const conversation = new Conversation({
    seal,
    open,
    sendFrame: (frame) => void frames.push(frame),
    onMessage: (message, reply) => {
      received.push(message);
      replies.push(reply);
    },
    onBroken: (error) => void broken.push((error as { code?: string }).code ?? error.message),
    ...parts,
  });
  return { conversation, frames, received, replies, broken, sent: () => frames.map((f) => decodeEnvelope(open(f))) };
}

/** A frame as the other end would send it. */
function frameOf(id: number, message: Message, replyTo = 0): Uint8Array {
  return seal(encodeEnvelope({ id, replyTo, message }));
}

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (error: { code?: string }) => error.code,
  );
const thrownCode = (work: () => unknown): unknown => {
  try {
    work();
    return 'nothing thrown';
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a conversation', () => {
  it('counts its envelopes up from 1, requests and replies among them', () => {
    const { conversation, sent, replies } = end();
    conversation.send(READY);
    void conversation.request(READY, 1000).catch(() => undefined);
    conversation.receiveFrame(frameOf(1, READY));
    replies[0]?.(ACCEPTED);
    expect(sent().map(({ id, replyTo }) => [id, replyTo])).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
    ]);
    conversation.close();
  });

  it('brings each request its own answer, whatever order the answers come in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 7 }), async (order) => {
        const { conversation } = end();
        const answers = Promise.all(order.map(() => conversation.request(READY, 1000)));
        order.forEach((request, i) => conversation.receiveFrame(frameOf(i + 1, status(request), request)));
        expect(await answers).toEqual([1, 2, 3, 4, 5, 6, 7].map((request) => status(request)));
      }),
    );
  });

  it('resolves a request with a refusal as with any other answer', async () => {
    const { conversation } = end();
    const answer = conversation.request(READY, 1000);
    const refused: Message = { kind: 'refused', code: 'not-ready', message: 'not yet' };
    conversation.receiveFrame(frameOf(1, refused, 1));
    expect(await answer).toEqual(refused);
  });

  it('works both ways at once between two ends', async () => {
    const a = end({
      sendFrame: (frame) => b.conversation.receiveFrame(frame),
      onMessage: (_m, reply) => reply(status(1)),
    });
    const b = end({
      sendFrame: (frame) => a.conversation.receiveFrame(frame),
      onMessage: (_m, reply) => reply(status(2)),
    });
    const answers = await Promise.all([
      a.conversation.request(READY, 1000),
      b.conversation.request(READY, 1000),
      a.conversation.request(READY, 1000),
    ]);
    expect(answers).toEqual([status(2), status(1), status(2)]);
    expect([a.broken, b.broken]).toEqual([[], []]);
  });

  it('seals in the order of the ids, and sends in the order of sealing, even when sending leads to sending', () => {
    const sealed: number[] = [];
    const sent: number[] = [];
    const { conversation } = end({
      seal: (plain) => {
        const { id } = decodeEnvelope(plain);
        sealed.push(id);
        if (id === 1) conversation.send(READY);
        return seal(plain);
      },
      sendFrame: (frame) => {
        const { id } = decodeEnvelope(open(frame));
        if (id <= 2) conversation.send(READY);
        sent.push(id);
      },
    });
    conversation.send(READY);
    expect([sealed, sent]).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
  });

  it('uses no id up for a message that cannot be sent, and goes on', async () => {
    const { conversation, sent, broken } = end();
    expect(thrownCode(() => conversation.send(UNSENDABLE))).toBe('malformed');
    expect(await codeOf(conversation.request(UNSENDABLE, 1000))).toBe('malformed');
    conversation.send(READY);
    expect([sent().map(({ id }) => id), broken]).toEqual([[1], []]);
  });
});

describe('a reply', () => {
  it('is given once: the second one throws', () => {
    const { conversation, replies, frames } = end();
    conversation.receiveFrame(frameOf(1, READY));
    replies[0]?.(ACCEPTED);
    expect(thrownCode(() => replies[0]?.(ACCEPTED))).toBe('already-answered');
    expect(frames).toHaveLength(1);
  });

  it('that cannot be sent leaves room for a refusal', () => {
    const { conversation, replies, sent } = end();
    conversation.receiveFrame(frameOf(1, READY));
    expect(thrownCode(() => replies[0]?.(UNSENDABLE))).toBe('malformed');
    replies[0]?.({ kind: 'refused', code: 'internal-error', message: 'no answer' });
    expect(sent()).toMatchObject([{ id: 1, replyTo: 1, message: { kind: 'refused' } }]);
  });

  it('may come after later messages were answered', () => {
    const { conversation, replies, sent } = end();
    conversation.receiveFrame(frameOf(1, READY));
    conversation.receiveFrame(frameOf(2, READY));
    replies[1]?.(ACCEPTED);
    replies[0]?.(ACCEPTED);
    expect(sent().map(({ replyTo }) => replyTo)).toEqual([2, 1]);
  });

  it('does nothing once the conversation is closed', () => {
    const { conversation, replies, frames } = end();
    conversation.receiveFrame(frameOf(1, READY));
    conversation.close();
    replies[0]?.(ACCEPTED);
    expect(frames).toHaveLength(0);
  });

  it('that comes too late, or to a message that wanted none, is ignored', async () => {
    const { conversation, broken, received } = end();
    const late = codeOf(conversation.request(READY, 1000));
    conversation.send(READY);
    jest.advanceTimersByTime(1000);
    expect(await late).toBe('timeout');
    conversation.receiveFrame(frameOf(1, ACCEPTED, 1));
    conversation.receiveFrame(frameOf(2, { kind: 'refused', code: 'unexpected-message', message: 'no' }, 2));
    expect([broken, received]).toEqual([[], []]);
  });

  it('that comes twice resolves its request once', async () => {
    const { conversation, broken, received } = end();
    const answer = conversation.request(READY, 1000);
    conversation.receiveFrame(frameOf(1, status(1), 1));
    conversation.receiveFrame(frameOf(2, status(2), 1));
    expect(await answer).toEqual(status(1));
    expect([broken, received]).toEqual([[], []]);
  });

  it('to a message that was never sent breaks the conversation', () => {
    const { conversation, broken } = end();
    conversation.send(READY);
    conversation.receiveFrame(frameOf(1, ACCEPTED, 2));
    expect(broken).toEqual(['out-of-order']);
  });
});

describe('a request', () => {
  it('times out when no answer comes, and not a moment sooner', async () => {
    const { conversation } = end();
    const outcome = jest.fn();
    const request = codeOf(conversation.request(READY, 1000)).then(outcome);
    await jest.advanceTimersByTimeAsync(999);
    expect(outcome).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    await request;
    expect(outcome).toHaveBeenCalledWith('timeout');
  });

  it('waits even for times that setTimeout would take for none', async () => {
    const { conversation } = end();
    const outcome = codeOf(conversation.request(READY, 2 ** 40));
    await jest.advanceTimersByTimeAsync(60_000);
    conversation.receiveFrame(frameOf(1, ACCEPTED, 1));
    expect(await outcome).toBe('resolved');
  });

  it('leaves no timer behind, answered or closed', () => {
    const { conversation } = end();
    void codeOf(conversation.request(READY, 1000));
    void codeOf(conversation.request(READY, 1000));
    conversation.receiveFrame(frameOf(1, ACCEPTED, 1));
    expect(jest.getTimerCount()).toBe(1);
    conversation.close();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is rejected with closed when the conversation is closed, and so is every later one', async () => {
    const { conversation, broken } = end();
    const open = [conversation.request(READY, 1000), conversation.request(READY, 1000)].map(codeOf);
    conversation.close();
    conversation.close();
    expect(await Promise.all(open)).toEqual(['closed', 'closed']);
    expect(await codeOf(conversation.request(READY, 1000))).toBe('closed');
    expect(thrownCode(() => conversation.send(READY))).toBe('closed');
    expect(broken).toEqual([]);
  });
});

describe('a conversation breaks, once, and takes nothing more', () => {
  const breaking: [string, string, Uint8Array[]][] = [
    ['a tampered frame', 'bad-frame', [Uint8Array.of(0, 1, 2)]],
    ['a replayed envelope', 'out-of-order', [frameOf(1, READY), frameOf(1, READY)]],
    ['a reordered envelope', 'out-of-order', [frameOf(2, READY), frameOf(1, READY)]],
    ['a lost envelope', 'out-of-order', [frameOf(1, READY), frameOf(3, READY)]],
    ['a truncated envelope', 'malformed', [frameOf(1, READY).subarray(0, 5)]],
    ['a frame over its cap', 'too-large', [new Uint8Array(MAX_FRAME_BYTES + 1)]],
    ['the end of the session', 'closed', [seal(new Uint8Array(0))]],
  ];

  it.each(breaking)('by %s: %s', async (_what, code, frames) => {
    const { conversation, broken, received } = end();
    const request = codeOf(conversation.request(READY, 1000));
    for (const frame of frames) conversation.receiveFrame(frame);
    expect(broken).toEqual([code]);
    expect(await request).toBe('closed');
    const before = received.length;
    conversation.receiveFrame(frameOf(1, READY));
    conversation.receiveFrame(frameOf(before + 1, READY));
    expect([received.length, broken.length]).toEqual([before, 1]);
    expect(thrownCode(() => conversation.send(READY))).toBe('closed');
  });

  it('by a frame that cannot be sealed or sent: the next would have the wrong place', () => {
    for (const failing of ['seal', 'sendFrame'] as const) {
      const { conversation, broken } = end({
        [failing]: () => {
          throw new Error(`${failing} failed`);
        },
      });
      conversation.send(READY);
      expect(broken).toEqual([`${failing} failed`]);
      expect(thrownCode(() => conversation.send(READY))).toBe('closed');
    }
  });

  it('by a handler that fails, at once or later', async () => {
    const later = end({ onMessage: () => Promise.reject(new Error('handler failed')) });
    later.conversation.receiveFrame(frameOf(1, READY));
    await jest.advanceTimersByTimeAsync(0);
    const atOnce = end({
      onMessage: () => {
        throw new Error('handler failed');
      },
    });
    atOnce.conversation.receiveFrame(frameOf(1, READY));
    expect([later.broken, atOnce.broken]).toEqual([['handler failed'], ['handler failed']]);
  });

  it('and is closed by the time onBroken hears of it', () => {
    let code: unknown;
    const { conversation } = end({ onBroken: () => void (code = thrownCode(() => conversation.send(READY))) });
    conversation.receiveFrame(Uint8Array.of(0));
    expect(code).toBe('closed');
  });

  it('and sends nothing that waited behind a failed frame', () => {
    const frames: Uint8Array[] = [];
    const { conversation, broken } = end({
      seal: (plain) => {
        if (decodeEnvelope(plain).id === 1) {
          conversation.send(READY);
          throw new Error('seal failed');
        }
        return seal(plain);
      },
      sendFrame: (frame) => void frames.push(frame),
    });
    conversation.send(READY);
    expect([frames, broken]).toEqual([[], ['seal failed']]);
  });
});
