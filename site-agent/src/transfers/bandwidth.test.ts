import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { runId } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import type { Message } from '@mammofed/wire';
import type { SitePolicy } from '../policy/site-policy.js';
import { withinBandwidth } from './bandwidth.js';
import { FakeAsker } from './fake-asker.test-support.js';

const CHUNK = new Uint8Array(1000);
const SHA256 = sha256Of(CHUNK);

describe('the bandwidth of a site', () => {
  let cap: SitePolicy['bandwidth'];
  beforeEach(() => {
    jest.useFakeTimers();
    cap = { upBytesPerSecond: 100, downBytesPerSecond: 500 };
  });
  afterEach(() => void jest.useRealTimers());

  const link = () => {
    const asker = new FakeAsker((message) =>
      message.kind === 'chunk-request'
        ? { kind: 'chunk', sha256: SHA256, index: 0, data: CHUNK, chunkSha256: SHA256 }
        : { kind: 'upload-status', nextChunk: 1, complete: false },
    );
    return withinBandwidth(asker, () => cap);
  };
  const signal = new AbortController().signal;
  const request: Message = { kind: 'chunk-request', sha256: SHA256, index: 0 };
  const chunk: Message = {
    ...{ kind: 'upload-chunk', runId: runId('run-1'), round: 1, attempt: 1, index: 0 },
    ...{ data: CHUNK, chunkSha256: SHA256 },
  };

  it('lets one chunk go at once, and the next when the average allows it, each direction by itself', async () => {
    const capped = link();
    const session = await capped.session(signal);
    const both = [
      Promise.all([1, 2, 3].map(() => session.request(chunk, 1000))).then(() => performance.now()),
      capped
        .ask(request, signal)
        .then(() => capped.ask(request, signal))
        .then(() => performance.now()),
    ];
    const startMs = performance.now();
    await jest.advanceTimersByTimeAsync(60_000);
    const [up, down] = (await Promise.all(both)).map((ms) => Math.round((ms - startMs) / 100) * 100);
    // The third of three waits for two of 1000 bytes at 100 bytes a second, the second of two for one at 500.
    expect([up, down]).toEqual([20_000, 2000]);
  });

  it('holds nothing else up, nothing without a cap, and goes by the policy as it is', async () => {
    const capped = link();
    const askedInMs = async (message: Message): Promise<number> => {
      const startMs = performance.now();
      const answered = capped.ask(message, signal).then(() => performance.now() - startMs);
      await jest.advanceTimersByTimeAsync(60_000);
      return Math.round(await answered);
    };
    cap = { upBytesPerSecond: null, downBytesPerSecond: null };
    expect([await askedInMs(request), await askedInMs(request)]).toEqual([0, 0]);
    cap = { upBytesPerSecond: null, downBytesPerSecond: 10 };
    expect(await askedInMs(request)).toBe(0);
    expect(await askedInMs({ kind: 'ready', agentVersion: '1' })).toBe(0);
    // 100 s for 1000 bytes, of which 120 s have passed.
    expect(await askedInMs(request)).toBe(0);
    cap = { upBytesPerSecond: null, downBytesPerSecond: null };
    expect(await askedInMs(request)).toBe(0);
  });

  it('is not waited for by a task that was given up', async () => {
    const capped = link();
    const first = capped.ask(request, signal);
    await jest.advanceTimersByTimeAsync(100);
    await first;
    const given = new AbortController();
    const refused = expect(capped.ask(request, given.signal)).rejects.toThrow('given up');
    given.abort(new Error('given up'));
    await refused;
  });
});
