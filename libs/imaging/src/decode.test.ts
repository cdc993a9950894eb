import { describe, expect, it } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { decodeGrey, decodeMask } from './decode.js';
import { TooManyPixels } from './pixel-cap.js';

const SIDE = 64;

/** A pattern that compresses badly, so that every part of a file carries pixels. */
function pattern(length: number, range: number): number[] {
  return Array.from({ length }, (_, i) => (i * i * 31 + i * 7919) % range);
}

function sharpOf(samples: Uint8Array | Uint16Array, channels: 1 | 2 | 3 | 4): Sharp {
  return sharp(samples, { raw: { width: SIDE, height: SIDE, channels } });
}

describe('decodeGrey', () => {
  it('keeps every bit of 8-bit and 16-bit grey PNG', async () => {
    const shallow = Uint8Array.from(pattern(SIDE * SIDE, 256));
    const deep = Uint16Array.from(pattern(SIDE * SIDE, 65536));
    expect((await decodeGrey(await sharpOf(shallow, 1).toColourspace('b-w').png().toBuffer())).grey).toEqual(shallow);
    expect((await decodeGrey(await sharpOf(deep, 1).toColourspace('grey16').png().toBuffer())).grey).toEqual(deep);
  });

  it('turns colour of both depths into luma, and leaves equal channels as they are', async () => {
    const rgb = Uint8Array.from(pattern(SIDE * SIDE * 3, 256));
    const { grey } = await decodeGrey(await sharpOf(rgb, 3).png().toBuffer());
    expect(grey[5]).toBe(Math.round(0.299 * rgb[15] + 0.587 * rgb[16] + 0.114 * rgb[17]));
    const deep = Uint16Array.from(pattern(SIDE * SIDE, 65536));
    const tripled = Uint16Array.from({ length: SIDE * SIDE * 3 }, (_, i) => deep[Math.floor(i / 3)]);
    expect((await decodeGrey(await sharpOf(tripled, 3).toColourspace('rgb16').png().toBuffer())).grey).toEqual(deep);
  });

  it('reads PGM and JPEG by content', async () => {
    const pgm = Buffer.concat([Buffer.from('P5 2 1 255\n'), Buffer.from([7, 9])]);
    expect((await decodeGrey(pgm)).grey).toEqual(Uint8Array.from([7, 9]));
    const { width, height, grey } = await decodeGrey(
      await sharpOf(new Uint8Array(SIDE * SIDE).fill(90), 1)
        .jpeg()
        .toBuffer(),
    );
    expect([width, height, grey[0]]).toEqual([SIDE, SIDE, 90]);
  });

  it.each(['png', 'jpeg'] as const)('refuses a truncated %s wherever it is cut', async (format) => {
    const whole = await sharpOf(Uint8Array.from(pattern(SIDE * SIDE, 256)), 1)
      .toFormat(format)
      .toBuffer();
    for (const kept of [
      whole.length - 1,
      whole.length - 5,
      whole.length - 13,
      ...[0.9, 0.5, 0.1].map((f) => Math.floor(f * whole.length)),
    ]) {
      await expect(decodeGrey(whole.subarray(0, kept))).rejects.toThrow(/^it/);
    }
  });

  it('refuses a damaged PNG', async () => {
    const bytes = await sharpOf(Uint8Array.from(pattern(SIDE * SIDE, 256)), 1)
      .png()
      .toBuffer();
    bytes[bytes.length >> 1] ^= 0x5a;
    await expect(decodeGrey(bytes)).rejects.toThrow('cannot be decoded');
  });

  it('refuses more pixels than allowed from the header alone', async () => {
    for (const format of ['png', 'jpeg'] as const) {
      const bytes = await sharpOf(new Uint8Array(SIDE * SIDE), 1)
        .toFormat(format)
        .toBuffer();
      await expect(decodeGrey(bytes, SIDE * SIDE - 1)).rejects.toThrow(TooManyPixels);
      expect((await decodeGrey(bytes, SIDE * SIDE)).grey.length).toBe(SIDE * SIDE);
    }
  });

  it('refuses other formats that the decoder would know, and rotation by metadata', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"></svg>');
    await expect(decodeGrey(svg)).rejects.toThrow('not a PNG, JPEG or PGM');
    const rotated = await sharpOf(new Uint8Array(SIDE * SIDE * 3), 3)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    await expect(decodeGrey(rotated)).rejects.toThrow('rotation');
  });
});

describe('decodeMask', () => {
  const marks = Uint8Array.from({ length: SIDE * SIDE }, (_, i) => (i % 7 === 0 ? 1 : 0));

  it.each([
    [
      '0/255',
      async () =>
        sharpOf(
          marks.map((mark) => mark * 255),
          1,
        )
          .png()
          .toBuffer(),
    ],
    ['0/1', async () => sharpOf(marks, 1).toColourspace('b-w').png().toBuffer()],
    ['16-bit 0/1', async () => sharpOf(Uint16Array.from(marks), 1).toColourspace('grey16').png().toBuffer()],
    [
      'a one-bit palette',
      async () =>
        sharpOf(
          marks.map((mark) => mark * 255),
          1,
        )
          .png({ palette: true, colours: 2 })
          .toBuffer(),
    ],
    [
      'one colour',
      async () =>
        sharpOf(
          Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, i) => (i % 3 === 2 ? marks[(i - 2) / 3] : 0)),
          3,
        )
          .png()
          .toBuffer(),
    ],
    [
      'colour on a transparent ground',
      async () =>
        sharpOf(
          Uint8Array.from({ length: SIDE * SIDE * 4 }, (_, i) => (i % 4 === 3 ? marks[(i - 3) / 4] * 255 : 200)),
          4,
        )
          .png()
          .toBuffer(),
    ],
  ])('marks what is not 0 in a mask of %s', async (_, encode) => {
    expect((await decodeMask(await encode())).mask).toEqual(marks);
  });

  it('takes PNG only: lossy compression would mark pixels around the border', async () => {
    await expect(decodeMask(await sharpOf(marks, 1).jpeg().toBuffer())).rejects.toThrow('not a PNG');
  });
});
