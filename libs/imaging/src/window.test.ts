import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { decodeGrey } from './decode.js';
import { cutRegion } from './region.js';
import { windowed } from './window.js';

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
