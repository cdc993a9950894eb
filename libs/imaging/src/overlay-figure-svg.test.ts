import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { overlayFigureSvg, type OverlayRow } from './overlay-figure-svg.js';

const SIZE = 16;
const square = (from: number, to: number): Uint8Array =>
  Uint8Array.from({ length: SIZE ** 2 }, (_, i) => {
    const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
    return x >= from && x < to && y >= from && y < to ? 1 : 0;
  });

const ROW: OverlayRow = {
  display: new Uint8Array(SIZE ** 2).fill(100),
  size: SIZE,
  reference: square(4, 12),
  prediction: square(2, 10),
  caption: 'worst, Dice 0.500: a<b>&.png',
};

describe('the figure of overlays', () => {
  it('has each region three times: alone, with the reference, and with the prediction too', async () => {
    const svg = await overlayFigureSvg([ROW, ROW]);
    const panels = svg.match(/<svg x=.*?<\/svg>/g) ?? [];
    const outlines = panels.map((panel) =>
      [...panel.matchAll(/<path class="(\w+)" d="([^"]*)"/g)].map((path) => path[1]),
    );
    expect(outlines).toEqual([
      [],
      ['reference'],
      ['reference', 'prediction'],
      [],
      ['reference'],
      ['reference', 'prediction'],
    ]);
    expect(panels[1]).toContain('d="M4 4H12V12H4Z"');
    expect(svg).toContain('a&lt;b&gt;&amp;.png');
    expect(svg).not.toMatch(/<script|http:\/\/(?!www\.w3\.org)/);
  });

  it('is drawn with the outlines where the masks end', async () => {
    const { data, info } = await sharp(Buffer.from(await overlayFigureSvg([ROW])))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    // The middle of the reference's left border in the second panel: its fourth of sixteen columns.
    const [x, y] = [10 + 210 + (200 * 4) / SIZE, 26 + 100];
    const at = (column: number): number[] => [
      ...data.subarray((y * info.width + column) * 3, (y * info.width + column) * 3 + 3),
    ];
    const [red, green, blue] = at(x) as [number, number, number];
    expect(green - red).toBeGreaterThan(80);
    expect(green).toBeGreaterThan(blue);
    expect(at(x + 30)).toEqual([100, 100, 100]);
  });

  it('refuses to be empty or of other shapes', async () => {
    await expect(overlayFigureSvg([])).rejects.toMatchObject({ code: 'bad-argument' });
    await expect(overlayFigureSvg([{ ...ROW, display: new Uint8Array(4) }])).rejects.toMatchObject({
      code: 'bad-argument',
    });
  });
});
