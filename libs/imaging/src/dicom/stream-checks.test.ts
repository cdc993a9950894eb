import { describe, expect, it } from '@jest/globals';
import { jpeg2000Shape } from './stream-checks.js';

/** The start of a codestream of 64x64 pixels in tiles of this side, and its end. @see ITU-T T.800 annex A.5.1. */
function codestream(tileSide: number, width = 64): Uint8Array {
  const bytes = new Uint8Array(48);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0xff4fff51);
  for (const [at, value] of [
    [8, width],
    [12, 64],
    [24, tileSide],
    [28, tileSide],
  ] as const)
    view.setUint32(at, value);
  view.setUint16(40, 1);
  bytes[42] = 11;
  view.setUint16(46, 0xffd9);
  return bytes;
}

describe('a JPEG 2000 stream', () => {
  it('says its size, precision and sign', () => {
    expect(jpeg2000Shape(codestream(64))).toEqual({
      width: 64,
      height: 64,
      components: 1,
      precision: 12,
      isSigned: false,
    });
  });

  it.each([
    ['a pixel each', 1, 64],
    ['no width', 0, 64],
    ['a grid far wider than the image', 64, 2 ** 31],
  ])('is refused with tiles of %s', (_, tileSide, width) => {
    expect(() => jpeg2000Shape(codestream(tileSide, width))).toThrow('too many tiles');
  });
});
