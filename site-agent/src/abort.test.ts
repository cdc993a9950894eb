import { describe, expect, it } from '@jest/globals';
import { abortable, pause } from './abort.js';

const aborted = (): AbortSignal => AbortSignal.abort(new Error('enough'));

describe('waiting that can be aborted', () => {
  it('ends with the promise, or with the reason of the abort, whichever comes first', async () => {
    const abort = new AbortController();
    expect(await abortable(Promise.resolve(1), abort.signal)).toBe(1);
    await expect(abortable(Promise.reject(new Error('failed')), abort.signal)).rejects.toThrow('failed');
    const waiting = abortable(new Promise(() => undefined), abort.signal);
    abort.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });

  it('does not begin after the abort', async () => {
    await expect(abortable(Promise.reject(new Error('nobody waits for this')), aborted())).rejects.toThrow('enough');
    await expect(pause(60_000, aborted())).rejects.toThrow('enough');
  });

  it('ends a pause at once', async () => {
    const abort = new AbortController();
    const waiting = pause(60_000, abort.signal);
    abort.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });
});
