import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { OPEN_DATA_CONTRACT } from '@mammofed/core';
import { checkData, openLayout, type CaseImage, type CaseListing, type DataCase } from '@mammofed/imaging';
import { dataFolder } from '../support/real-data.js';

const CDD_CESM = dataFolder('cdd-cesm-512');
const BUS_BRA = dataFolder('bus-bra-512');
const whereThereAreData = existsSync(CDD_CESM) && existsSync(BUS_BRA) ? describe : describe.skip;

type Plane = Uint8Array | Uint16Array;
/** Where a pixel of the result is taken from. */
type Turn = (x: number, y: number, width: number, height: number) => number;
const MIRROR: Turn = (x, y, width) => y * width + width - 1 - x;
const UPSIDE_DOWN: Turn = (x, y, width, height) => (height - 1 - y) * width + x;
const QUARTER: Turn = (x, y, width) => x * width + (width - 1 - y);

/**
 * What a hospital can get wrong when it exports, done to real mammograms: each mistake is found, by the image or by all
 * together, and the images as they are pass.
 */
whereThereAreData('data of a site with one mistake in all of them', () => {
  it.each<[string, (image: CaseImage) => CaseImage, string, number]>([
    ['images and masks mirrored', (image) => turned(image, MIRROR, MIRROR), 'other-side', 0.9],
    ['images mirrored, masks not', (image) => turned(image, MIRROR, null), 'other-side', 0.9],
    ['images and masks turned', (image) => turned(image, QUARTER, QUARTER), 'turned-image', 0.4],
    ['images inverted', inverted, 'inverted-image', 1],
  ])(
    '%s: refused one by one',
    async (_, change, code, least) => {
      const { checked } = await checkOf(await everyNth(CDD_CESM, 40), change);
      const found = checked.filter(({ findings }) => findings.some((one) => one.code === code));
      expect(found.length).toBeGreaterThanOrEqual(least * checked.length);
    },
    120_000,
  );

  it.each<[string, (image: CaseImage, others: CaseImage) => CaseImage, string]>([
    ['images mirrored, masks not', (image) => turned(image, MIRROR, null), 'masks-turned'],
    ['masks mirrored', (image) => turned(image, null, MIRROR), 'masks-turned'],
    ['masks upside down', (image) => turned(image, null, UPSIDE_DOWN), 'masks-turned'],
    ['images and masks turned', (image) => turned(image, QUARTER, QUARTER), 'images-turned'],
    ["masks of other patients'", (image, { mask }) => ({ ...image, mask }), 'masks-fit-no-image'],
  ])(
    '%s: refused as a whole',
    async (_, change, code) => {
      const { findings } = await checkOf(await everyNth(CDD_CESM, 40), change);
      expect(findings.map((one) => one.code)).toContain(code);
    },
    120_000,
  );

  it('a spacing that was lost, and one image under two patients', async () => {
    const listing = await everyNth(CDD_CESM, 20);
    const [first] = listing.cases as [DataCase];
    const twice = { ...first, file: 'zz-twice.jpg', patient: 'somebody else' };
    const contract = { ...OPEN_DATA_CONTRACT, spacingMm: { least: 0.04, most: 0.2 } };
    const { checked } = await checkData({ ...listing, cases: [...listing.cases, twice] }, { contract, study: 'demo' });
    expect(checked.at(-1)?.findings.map(({ code }) => code)).toContain('duplicate-image');
    expect(checked[0]?.findings.map(({ code }) => code)).toEqual(['unknown-fact']);
  }, 120_000);
});

whereThereAreData('data of a site that are in order', () => {
  it('pass: mammograms, every one', async () => {
    const { checked, findings, counts } = await checkOf(await openLayout(CDD_CESM), (image) => image);
    expect(checked.flatMap((one) => one.findings)).toEqual([]);
    expect(findings).toEqual([]);
    expect(counts).toMatchObject({ images: 552, refusedImages: 0, usableImages: 552, usablePatients: 149 });
  }, 240_000);

  it('pass: ultrasound, which is judged by no rule for mammograms', async () => {
    const { checked, findings } = await checkOf(await openLayout(BUS_BRA), (image) => image);
    expect(checked.flatMap((one) => one.findings)).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['unknown-kind']);
  }, 240_000);
});

async function everyNth(dir: string, count: number): Promise<CaseListing> {
  const listing = await openLayout(dir);
  const step = Math.floor(listing.cases.length / count);
  return { ...listing, cases: listing.cases.filter((_, i) => i % step === 0).slice(0, count) };
}

/** @param change - of an image, with that of another patient beside it. */
function checkOf(listing: CaseListing, change: (image: CaseImage, other: CaseImage) => CaseImage) {
  const { cases } = listing;
  const changed = cases.map((one, i) => ({
    ...one,
    read: async () => {
      const other = cases[(i + 5) % cases.length] as DataCase;
      const image = await one.read();
      return change(image, change.length > 1 ? await other.read() : image);
    },
  }));
  return checkData({ ...listing, cases: changed }, { contract: OPEN_DATA_CONTRACT, study: 'demo' });
}

function turned(image: CaseImage, turnImage: Turn | null, turnMask: Turn | null): CaseImage {
  const { pixels, mask } = image;
  return {
    ...image,
    pixels: turnImage === null ? pixels : { ...pixels, grey: moved(pixels.grey, pixels, turnImage) },
    mask: turnMask === null || mask === null ? mask : { ...mask, mask: moved(mask.mask, mask, turnMask) },
  };
}

function moved<P extends Plane>(plane: P, { width, height }: { width: number; height: number }, turn: Turn): P {
  const result = plane.slice() as P;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) result[i] = plane[turn(x, y, width, height)] as number;
  }
  return result;
}

function inverted(image: CaseImage): CaseImage {
  return { ...image, pixels: { ...image.pixels, grey: image.pixels.grey.map((value) => 255 - value) } };
}
