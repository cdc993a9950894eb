import { describe, expect, it } from '@jest/globals';
import { MAX_PROBE_BYTES, MAX_PROBES } from '@mammofed/wire';
import { LineProbe } from './line-probe.js';

const BYTES = new Uint8Array(10);

describe('a probe of the line', () => {
  it('is answered with as many bytes as are wanted, which nothing can make smaller', () => {
    const answers: Uint8Array[] = [];
    const probe = new LineProbe();
    expect(probe.answer([BYTES, MAX_PROBE_BYTES, (answer: Uint8Array) => answers.push(answer)])).toBe(true);
    expect(answers[0]).toHaveLength(MAX_PROBE_BYTES);
    expect(new Set(answers[0]).size).toBe(256);
  });

  it.each<[string, unknown[]]>([
    ['no bytes', ['text', 1, () => undefined]],
    ['more bytes than the cap', [new Uint8Array(MAX_PROBE_BYTES + 1), 1, () => undefined]],
    ['a wish for more than the cap', [BYTES, MAX_PROBE_BYTES + 1, () => undefined]],
    ['a wish for less than nothing', [BYTES, -1, () => undefined]],
    ['a wish that is no number', [BYTES, '1', () => undefined]],
    ['nobody to answer', [BYTES, 1]],
  ])('with %s is not answered', (_what, args) => {
    expect(new LineProbe().answer(args)).toBe(false);
  });

  it('is answered so many times on one connection, and not while an answer waits to be read', () => {
    const probe = new LineProbe();
    for (let i = 0; i < MAX_PROBES; i++) {
      expect(probe.answer([BYTES, 1, () => undefined])).toBe(true);
      expect(probe.answer([BYTES, 1, () => undefined])).toBe(false);
      probe.sent();
    }
    expect(probe.answer([BYTES, 1, () => undefined])).toBe(false);
  });
});
