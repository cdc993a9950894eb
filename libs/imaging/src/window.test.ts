import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { decodeGrey } from './decode.js';
import type { VoiWindow } from './layouts/layout.js';
import { cutRegion } from './region.js';
import { windowed } from './window.js';

describe("the window of the image's header", () => {
  const header = { kind: 'header' } as const;
  const shades = (voi: VoiWindow, ...values: number[]): number[] =>
    [...windowed(Uint16Array.from(values), header, voi)].map((level) => Number((level / 255).toFixed(4)));

  it('is LINEAR as a window by level and width is', () => {
    const grey = Uint16Array.from([0, 94, 95, 100, 104, 105]);
    const voi = { kind: 'linear', center: 100, width: 11 } as const;
    expect(windowed(grey, header, voi)).toEqual(windowed(grey, { kind: 'level', level: 100, width: 11 }));
  });

  it('is LINEAR_EXACT of DICOM PS3.3 C.11.2.1.3.2: without the half step, and any width above 0', () => {
    const voi = { kind: 'linear-exact', center: 100, width: 10 } as const;
    expect(shades(voi, 0, 95, 96, 100, 104, 105, 106)).toEqual([0, 0, 0.1, 0.5, 0.9, 1, 1]);
    expect(shades({ ...voi, width: 0.5 }, 99, 100, 101)).toEqual([0, 0.5, 1]);
  });

  it('is SIGMOID of DICOM PS3.3 C.11.2.1.3.1', () => {
    // 1 / (1 + e²) = 0.1192 at half a width below the centre.
    const voi = { kind: 'sigmoid', center: 2000, width: 400 } as const;
    expect(shades(voi, 0, 1800, 2000, 2200, 4095)).toEqual([0, 0.1192, 0.5, 0.8808, 1]);
  });

  it('is a table of DICOM PS3.3 C.11.2.1.1, with its ends for what lies outside', () => {
    const voi = { kind: 'lut', first: 10, bits: 10, table: Uint16Array.from([0, 512, 1023]) } as const;
    expect(shades(voi, 0, 10, 11, 12, 65535)).toEqual([0, 0, 0.5005, 1, 1]);
  });

  it('is the percentiles where the header has none, and is asked of 8-bit images too', () => {
    const grey = Uint16Array.from({ length: 256 }, (_, i) => i * 7);
    expect(windowed(grey, header)).toEqual(windowed(grey, { kind: 'percentiles' }));
    const pixels = { width: 16, height: 16, grey: Uint8Array.from({ length: 256 }, (_, i) => i) };
    const box = { left: 0, top: 0, right: 16, bottom: 16 };
    const mask = { mask: new Uint8Array(256) };
    const voi = { kind: 'linear-exact', center: 64, width: 128 } as const;
    expect(cutRegion(pixels, mask, box, 16, header, voi).display[64]).toBe(128);
    expect(cutRegion(pixels, mask, box, 16, header).display[64]).toBe(64);
    expect(cutRegion(pixels, mask, box, 16, { kind: 'percentiles' }, voi).display[64]).toBe(64);
  });
});

describe('the window by level and width', () => {
  it('is the LINEAR function of DICOM PS3.3 C.11.2.1.2.1', () => {
    // The note's own example: centre 2048 and width 4096 are the identity of 12 bits, scaled to the output range.
    const whole = windowed(Uint16Array.from([0, 1, 2048, 4094, 4095]), { kind: 'level', level: 2048, width: 4096 });
    [0, 1, 2048, 4094, 4095].forEach((value, i) => expect(whole[i]).toBeCloseTo((value * 255) / 4095, 4));
    // Centre 100, width 11: black up to 94.5, white above 104.5.
    const narrow = windowed(Uint16Array.from([0, 94, 95, 100, 104, 105, 65535]), {
      kind: 'level',
      level: 100,
      width: 11,
    });
    const levels = [0, 0, 0.05, 0.55, 0.95, 1, 1];
    levels.forEach((level, i) => expect(narrow[i]).toBeCloseTo(level * 255, 4));
  });

  it('is a threshold at width 1', () => {
    const grey = Uint16Array.from([98, 99, 100, 101]);
    expect([...windowed(grey, { kind: 'level', level: 100, width: 1 })]).toEqual([0, 0, 255, 255]);
  });

  it('takes 12-bit values from a 16-bit file as they are stored', async () => {
    const values = Uint16Array.from({ length: 256 }, (_, i) => i * 16);
    const raw = { width: 16, height: 16, channels: 1 } as const;
    const png = await sharp(values, { raw: { ...raw } })
      .toColourspace('grey16')
      .png()
      .toBuffer();
    const pixels = await decodeGrey(png);
    expect([...pixels.grey]).toEqual([...values]);
    const box = { left: 0, top: 0, right: 16, bottom: 16 };
    const { display } = cutRegion(pixels, { mask: new Uint8Array(256) }, box, 16, {
      kind: 'level',
      level: 2048,
      width: 4096,
    });
    expect([...display]).toEqual([...values].map((value) => Math.round((value * 255) / 4095)));
  });
});
