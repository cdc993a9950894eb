import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SilenceWatch } from './silence-watch.js';

const MIB = 1024 * 1024;
const SECOND_MS = 1000;
/** A chunk on a line of 64 kbit/s. */
const SLOW_CHUNK_MS = ((MIB * 8) / 64_000) * SECOND_MS;

describe('the watch over a silent connection', () => {
  const reasons: string[] = [];
  let watch: SilenceWatch;

  beforeEach(() => {
    jest.useFakeTimers();
    reasons.length = 0;
    watch = new SilenceWatch({ nowMs: () => Date.now(), onDead: (reason) => reasons.push(reason) });
  });
  afterEach(() => {
    watch.stop();
    jest.useRealTimers();
  });

  it('finds a connection dead that carries nothing and has missed two pings', () => {
    jest.advanceTimersByTime(50 * SECOND_MS);
    expect(reasons).toEqual([]);
    jest.advanceTimersByTime(15 * SECOND_MS);
    expect(reasons).toEqual(['nothing was heard for 60 s']);
    jest.advanceTimersByTime(600 * SECOND_MS);
    expect(reasons).toHaveLength(1);
  });

  it('lets a chunk take as long as it takes on 64 kbit/s, and finds the connection dead after that', () => {
    watch.underWay(MIB);
    jest.advanceTimersByTime(SLOW_CHUNK_MS);
    expect(reasons).toEqual([]);
    jest.advanceTimersByTime(SLOW_CHUNK_MS);
    expect(reasons).toHaveLength(1);
  });

  it('allows for what may come unasked: a long roster is silent for more than a minute', () => {
    watch.mayCome(MIB / 2);
    jest.advanceTimersByTime(SLOW_CHUNK_MS / 2 + 60 * SECOND_MS);
    expect(reasons).toEqual([]);
    watch.mayCome(1000);
    jest.advanceTimersByTime(2 * SECOND_MS);
    expect(reasons).toHaveLength(1);
  });

  it('goes on as long as something arrives, however long the whole transfer takes', () => {
    for (let chunk = 0; chunk < 100; chunk++) {
      const done = watch.underWay(MIB);
      jest.advanceTimersByTime(SLOW_CHUNK_MS);
      watch.heard();
      done();
    }
    expect(reasons).toEqual([]);
    jest.advanceTimersByTime(61 * SECOND_MS);
    expect(reasons).toHaveLength(1);
  });
});
