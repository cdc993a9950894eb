import { describe, expect, it } from '@jest/globals';
import { ChunkWindow } from './chunk-window.js';

describe('chunks under way at a time', () => {
  it('are one until the line has shown that it is fast, and one again when it becomes slow', () => {
    const window = new ChunkWindow();
    expect(window.size).toBe(1);
    window.answered(200);
    expect(window.size).toBe(2);
    // 1 MiB over 64 kbit/s.
    window.answered(131_000);
    expect(window.size).toBe(1);
  });
});
