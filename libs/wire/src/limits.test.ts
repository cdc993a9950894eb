import { describe, expect, it } from '@jest/globals';
import { chunkCount, MAX_CHUNK_BYTES, MAX_FRAME_BYTES } from './limits.js';

describe('limits', () => {
  it('are those of docs/limits.md: chunks of 1 MiB in frames of 1.25 MiB', () => {
    expect([MAX_CHUNK_BYTES, MAX_FRAME_BYTES]).toEqual([1_048_576, 1_310_720]);
  });

  it.each([
    [0, 0],
    [1, 1],
    [MAX_CHUNK_BYTES, 1],
    [MAX_CHUNK_BYTES + 1, 2],
    [124_000_000, 119],
  ])('a payload of %i bytes has %i chunks', (byteLength, count) => {
    expect(chunkCount(byteLength)).toBe(count);
  });
});
