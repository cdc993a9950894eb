import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePgm } from './pgm.js';

const LIMIT = 10_000;

function bytesOf(header: string, ...raster: readonly number[]): Uint8Array {
  return Uint8Array.from([...Buffer.from(header, 'latin1'), ...raster]);
}

describe('parsePgm', () => {
  it('reads 8-bit binary greymaps with comments in the header', () => {
    const { width, height, grey } = parsePgm(
      bytesOf('P5 # made by hand\n3 2\n#\n255\n', 0, 1, 10, 35, 254, 255),
      LIMIT,
    );
    expect([width, height]).toEqual([3, 2]);
    expect(grey).toEqual(Uint8Array.from([0, 1, 10, 35, 254, 255]));
  });

  it('reads 16-bit binary greymaps as big-endian, exactly', () => {
    fc.assert(
      fc.property(fc.uint16Array({ minLength: 1, maxLength: 50 }), (values) => {
        const raster = [...values].flatMap((value) => [value >> 8, value & 255]);
        const { grey } = parsePgm(bytesOf(`P5 ${values.length} 1 65535\n`, ...raster), LIMIT);
        expect(grey).toEqual(values);
      }),
    );
  });

  it('reads plain greymaps of both depths', () => {
    expect(parsePgm(bytesOf('P2\n2 2\n9\n1 2\n3 9\n'), LIMIT).grey).toEqual(Uint8Array.from([1, 2, 3, 9]));
    expect(parsePgm(bytesOf('P2 2 1 4095 0 4095'), LIMIT).grey).toEqual(Uint16Array.from([0, 4095]));
  });

  it.each([
    ['a raster cut short', bytesOf('P5 2 2 255\n', 1, 2, 3)],
    ['data after the raster', bytesOf('P5 2 2 255\n', 1, 2, 3, 4, 5)],
    ['a 16-bit raster with 8-bit samples', bytesOf('P5 2 2 4095\n', 1, 2, 3, 4)],
    ['a sample above the maximum', bytesOf('P5 1 1 100\n', 101)],
    ['a plain sample above a byte', bytesOf('P2 1 1 255 256')],
    ['a plain raster cut short', bytesOf('P2 2 1 255 7')],
    ['plain data after the raster', bytesOf('P2 1 1 255 7 8')],
    ['a width of 0', bytesOf('P5 0 1 255\n')],
    ['a maximum of 0', bytesOf('P5 1 1 0\n', 0)],
    ['a maximum above 16 bits', bytesOf('P5 1 1 65536\n', 0, 0)],
    ['a negative size', bytesOf('P5 -1 1 255\n', 0)],
    ['more pixels than allowed', bytesOf('P5 99999 99999 255\n')],
    ['a size with too many digits', bytesOf('P5 99999999999999999999 1 255\n')],
    ['a header without end', bytesOf('P5 1 1 255')],
    ['a colour map', bytesOf('P6 1 1 255\n', 1, 2, 3)],
  ])('refuses %s', (_, bytes) => {
    expect(() => parsePgm(bytes, LIMIT)).toThrow(/^its? /);
  });

  it('never returns a raster of another length than announced', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (tail) => {
        try {
          const { width, height, grey } = parsePgm(bytesOf('P5 3 3 255\n', ...tail), LIMIT);
          expect(tail.length).toBe(9);
          expect(grey.length).toBe(width * height);
        } catch (error) {
          expect(tail.length).not.toBe(9);
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });
});
