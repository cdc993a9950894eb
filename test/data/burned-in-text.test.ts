import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { OPEN_DATA_CONTRACT } from '@mammofed/core';
import { checkData, openLayout, readDicomImage, type CaseImage, type CaseListing } from '@mammofed/imaging';
import { dataFolder } from '../support/real-data.js';

const CDD_CESM = dataFolder('cdd-cesm-512');
const WG04 = dataFolder('dicom-samples', 'nema-wg04');

/** Files that are flagged for text in the picture. */
async function flagged(listing: CaseListing, change: (image: CaseImage) => Promise<CaseImage>): Promise<string[]> {
  const changed = listing.cases.map((one) => ({ ...one, read: async () => change(await one.read()) }));
  const { checked } = await checkData({ ...listing, cases: changed }, { contract: OPEN_DATA_CONTRACT, study: 'demo' });
  return checked
    .filter(({ findings }) => findings.some(({ code }) => code === 'burned-in-text'))
    .map(({ case: one }) => one.file);
}

(existsSync(CDD_CESM) ? describe : describe.skip)('text burned into real mammograms (cdd-cesm-512)', () => {
  it('is flagged on fewer than 2 % of them as they are', async () => {
    const listing = await openLayout(CDD_CESM);
    const found = await flagged(listing, (image) => Promise.resolve(image));
    console.log(JSON.stringify({ images: listing.cases.length, flagged: found.length }));
    expect(found.length).toBeLessThan(0.02 * listing.cases.length);
  }, 240_000);

  it.each([1, 2, 3])(
    'is found in nearly all of them with a number in a corner, in digits of %d × (5 by 9) pixels',
    async (scale) => {
      const listing = await openLayout(CDD_CESM);
      const some = listing.cases.filter((_, i) => i % 12 === 0);
      const found = await flagged({ ...listing, cases: some }, (image) =>
        Promise.resolve(withNumber(image, '19530417', scale)),
      );
      console.log(JSON.stringify({ scale, images: some.length, found: found.length }));
      expect(found.length).toBeGreaterThanOrEqual(0.9 * some.length);
    },
    240_000,
  );
});

/** Bars of digits on a display of seven segments: top, upper left, upper right, middle, lower left, lower right, bottom. */
const SEGMENTS = [
  '1110111',
  '0010010',
  '1011101',
  '1011011',
  '0111010',
  '1101011',
  '1101111',
  '1010010',
  '1111111',
  '1111011',
];
const BARS = [
  { x: 0, y: 0, width: 5, height: 1 },
  { x: 0, y: 0, width: 1, height: 5 },
  { x: 4, y: 0, width: 1, height: 5 },
  { x: 0, y: 4, width: 5, height: 1 },
  { x: 0, y: 4, width: 1, height: 5 },
  { x: 4, y: 4, width: 1, height: 5 },
  { x: 0, y: 8, width: 5, height: 1 },
];

/** In the lower corner that is darker. */
function withNumber(image: CaseImage, digits: string, scale: number): CaseImage {
  const { width, height } = image.pixels;
  const grey = image.pixels.grey.slice();
  const meanOf = (from: number): number => {
    let sum = 0;
    for (let y = height - 40; y < height; y++) for (let x = from; x < from + 40; x++) sum += grey[y * width + x] ?? 0;
    return sum;
  };
  const left = meanOf(0) < meanOf(width - 40) ? 8 : width - 8 - 7 * scale * digits.length;
  for (const [at, digit] of [...digits].entries()) {
    for (const [bar, place] of BARS.entries()) {
      if (SEGMENTS[Number(digit)]?.[bar] !== '1') continue;
      for (let y = scale * place.y; y < scale * (place.y + place.height); y++) {
        const from = (height - 10 * scale - 4 + y) * width + left + scale * (7 * at + place.x);
        grey.fill(250, from, from + scale * place.width);
      }
    }
  }
  return { ...image, pixels: { width, height, grey } };
}

(existsSync(WG04) ? describe : describe.skip)("NEMA's sample mammogram", () => {
  it.each(['MG1_J2KI.dcm', 'MG1_JPLY.dcm'])(
    '%s has a marker in its corner: it may be flagged, and is read',
    async (name) => {
      const { pixels } = await readDicomImage(await readFile(join(WG04, name)), name);
      expect(pixels.width).toBeGreaterThan(1000);
    },
  );
});
