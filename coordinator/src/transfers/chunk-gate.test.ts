import { describe, expect, it } from '@jest/globals';
import { siteId } from '@mammofed/core';
import { ChunkGate, MAX_CHUNKS_IN_FLIGHT } from './chunk-gate.js';

/** Work that ends when the test says so. */
function bench() {
  const gate = new ChunkGate();
  const underWay: { readonly site: string; readonly end: () => void }[] = [];
  const ask = (site: string, fails = false): Promise<void> => {
    const done = gate.run(
      siteId(site),
      () =>
        new Promise<void>((resolve, reject) => {
          underWay.push({ site, end: () => (fails ? reject(new Error('broken')) : resolve()) });
        }),
    );
    done.catch(() => undefined);
    return done;
  };
  /** Ends the oldest of a site and lets what follows from it happen. */
  const endOne = async (site: string): Promise<void> => {
    underWay
      .splice(
        underWay.findIndex((one) => one.site === site),
        1,
      )[0]
      ?.end();
    await new Promise(setImmediate);
  };
  const sites = (): string => underWay.map(({ site }) => site).join('');
  return { ask, endOne, sites };
}

describe('the gate of chunks', () => {
  it('lets 16 through at a time, of all sites together', async () => {
    const { ask, endOne, sites } = bench();
    for (let i = 0; i < 5 * MAX_CHUNKS_IN_FLIGHT; i++) void ask('abcde'.charAt(i % 5));
    expect(sites()).toHaveLength(16);
    await endOne('a');
    expect(sites()).toHaveLength(16);
  });

  it('gives a site that comes late its turn before one that has many waiting', async () => {
    const { ask, endOne, sites } = bench();
    for (let i = 0; i < 40; i++) void ask('a');
    void ask('b');
    await endOne('a');
    expect(sites()).toBe(`${'a'.repeat(15)}b`);
    void ask('c');
    void ask('b');
    await endOne('a');
    expect(sites()).toBe(`${'a'.repeat(14)}bc`);
  });

  it('gives the place of what failed to the next, and of sites alike to the one that waited longest', async () => {
    const { ask, endOne, sites } = bench();
    const first = ask('a', true);
    for (let i = 0; i < 15; i++) void ask('a');
    void ask('b');
    void ask('c');
    await endOne('a');
    await expect(first).rejects.toThrow('broken');
    expect(sites()).toBe(`${'a'.repeat(15)}b`);
    await endOne('a');
    expect(sites()).toBe(`${'a'.repeat(14)}bc`);
  });

  it('lets everybody through in the end', async () => {
    const gate = new ChunkGate();
    let largest = 0;
    let now = 0;
    const work = async (): Promise<void> => {
      largest = Math.max(largest, ++now);
      await Promise.resolve();
      now--;
    };
    await Promise.all(Array.from({ length: 500 }, (_, i) => gate.run(siteId(`${i % 7}`), work)));
    expect([largest, now]).toEqual([16, 0]);
  });
});
