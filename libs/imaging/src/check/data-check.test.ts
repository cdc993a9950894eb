import { describe, expect, it } from '@jest/globals';
import { OPEN_DATA_CONTRACT, type CountedStatistics, type DataContract } from '@mammofed/core';
import { ImagingError } from '../errors.js';
import type { CaseFacts, CaseImage, CaseListing, DataCase } from '../layouts/layout.js';
import { checkData, type DataCheck } from './data-check.js';
import { driftFindings, statisticsOf, withoutSmallCells } from './statistics.js';

const SIDE = 64;
const FACTS: CaseFacts = { laterality: 'L', view: 'CC', pathology: null, density: null };

/** Half a disc at the left on a dark ground, with a bright lesion in it; each image has one elsewhere. */
function breast(index: number): CaseImage {
  const grey = new Uint8Array(SIDE * SIDE);
  const mask = new Uint8Array(SIDE * SIDE);
  const [lesionX, lesionY] = [8 + ((index * 7) % 12), 14 + ((index * 11) % 24)];
  for (let y = 0, i = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++, i++) {
      if (x ** 2 + (y - SIDE / 2) ** 2 > 28 ** 2) continue;
      const isLesion = (x - lesionX) ** 2 + (y - lesionY) ** 2 <= 16;
      grey[i] = 80 + ((x * (13 + index) + y * 29 + index * 5) % 40) + (isLesion ? 60 : 0);
      mask[i] = isLesion ? 1 : 0;
    }
  }
  const [pixels, spacing] = [
    { width: SIDE, height: SIDE, grey },
    { rowMm: 2, columnMm: 2, at: 'detector' as const },
  ];
  return { pixels, mask: { width: SIDE, height: SIDE, mask }, voi: null, spacing, flags: [] };
}

interface Made {
  readonly facts?: Partial<CaseFacts>;
  readonly kind?: DataCase['maskKind'];
  readonly change?: (image: CaseImage) => CaseImage;
}

function listingOf(count: number, { facts = {}, kind = 'outline', change = (image) => image }: Made): CaseListing {
  const cases = Array.from({ length: count }, (_, i) => ({
    file: `${String(i).padStart(3, '0')}.png`,
    patient: `patient ${i}`,
    facts: { ...FACTS, ...facts },
    maskKind: kind,
    read: () => Promise.resolve(change(breast(i))),
  }));
  return { layout: 'pairs', cases, refused: [], unlistedImages: 0 };
}

function check(made: Made, contract: Partial<DataContract> = {}, count = 60): Promise<DataCheck> {
  return checkData(listingOf(count, made), { contract: { ...OPEN_DATA_CONTRACT, ...contract }, study: 'checks' });
}

function codesOf({ checked, findings }: DataCheck): readonly string[] {
  return [...new Set([...checked.flatMap((one) => one.findings), ...findings].map(({ code }) => code))].sort();
}

const moved = (plane: Uint8Array, from: (x: number, y: number) => number): Uint8Array =>
  plane.map((_, i) => plane[from(i % SIDE, Math.floor(i / SIDE))] ?? 0);
const mirrored = (plane: Uint8Array): Uint8Array => moved(plane, (x, y) => y * SIDE + SIDE - 1 - x);
const turned = (plane: Uint8Array): Uint8Array => moved(plane, (x, y) => x * SIDE + (SIDE - 1 - y));
const withGrey = (image: CaseImage, change: (grey: Uint8Array) => Uint8Array): CaseImage => ({
  ...image,
  pixels: { ...image.pixels, grey: change(image.pixels.grey as Uint8Array) },
});
const withMask = (image: CaseImage, change: (mask: Uint8Array) => Uint8Array): CaseImage => ({
  ...image,
  mask: image.mask === null ? null : { ...image.mask, mask: change(image.mask.mask) },
});

describe('data of a site', () => {
  it('pass if they are in order, and are counted', async () => {
    const result = await check({});
    expect(codesOf(result)).toEqual([]);
    const { counts } = result;
    expect(counts).toMatchObject({ images: 60, refusedImages: 0, emptyMasks: 0, usableImages: 60, usablePatients: 60 });
    expect(counts.parts.train + counts.parts.validation + counts.parts.test).toBe(60);
  });

  it.each<[string, Made, Partial<DataContract>, string[]]>([
    ['images inverted', { change: (one) => withGrey(one, (grey) => grey.map((v) => 255 - v)) }, {}, ['inverted-image']],
    [
      'both mirrored',
      { change: (one) => withMask(withGrey(one, mirrored), mirrored) },
      {},
      ['images-turned', 'other-side'],
    ],
    [
      'both turned',
      { change: (one) => withMask(withGrey(one, turned), turned) },
      {},
      ['images-turned', 'turned-image'],
    ],
    ['masks mirrored', { change: (one) => withMask(one, mirrored) }, {}, ['mask-in-air', 'masks-turned']],
    [
      'masks of everything',
      { change: (one) => withMask(one, (mask) => mask.fill(1)) },
      {},
      ['mask-in-air', 'mask-share'],
    ],
    ['another modality', { facts: { modality: 'CR' } }, { modalities: ['MG'] }, ['other-modality']],
    ['another view', { facts: { view: 'XCCL' } }, { views: ['CC', 'MLO'] }, ['other-view']],
    [
      'for processing',
      { facts: { presentation: 'for-processing' } },
      { presentation: 'for-presentation' },
      ['other-presentation'],
    ],
    ['a spacing out of range', {}, { spacingMm: { least: 0.04, most: 0.2 } }, ['spacing-out-of-range']],
    ['boxes', { kind: 'box' }, { allowsWeakMasks: false }, ['weak-mask']],
    ['an unknown view', { facts: { view: null } }, { views: ['CC'] }, ['unknown-fact']],
    ['nothing that says what they are', { facts: { view: null, laterality: null } }, {}, ['unknown-kind']],
    ['the same image for all', { change: () => breast(3) }, {}, ['duplicate-image']],
    ['no breast', { change: (one) => withGrey(one, (grey) => grey.fill(7)) }, {}, ['few-shades', 'no-breast']],
  ])('of which %s is found', async (_, made, contract, codes) => {
    expect(codesOf(await check(made, contract))).toEqual(expect.arrayContaining(codes));
  });

  it('of one patient too few are refused as a whole, and an unreadable image by its reader', async () => {
    expect(codesOf(await check({}, { minImages: 100 }))).toContain('too-few-images');
    let asked = 0;
    const result = await check({
      change: (one) => {
        if (++asked % 5 === 0) throw new ImagingError('unreadable-image', 'it is torn');
        return one;
      },
    });
    expect(result.refused).toHaveLength(12);
    expect(result.counts).toMatchObject({ images: 60, refusedImages: 12, usableImages: 48 });
    expect(codesOf(result)).toContain('many-refused');
  });

  it('are compared with others by counts that hold no small cell', async () => {
    const own = statisticsOf((await check({})).checked);
    expect(own.spacingMm.at(-1)).toBe(60);
    const counted = { images: 60, statistics: own };
    expect(driftFindings(counted, counted)).toEqual([]);
    const others = { images: 60, statistics: { ...own, spacingMm: [0, 0, 60, 0, 0, 0, 0, 0, 0, 0] } };
    expect(driftFindings(counted, others).map(({ code }) => code)).toEqual(['drifts-from-consortium']);
    // What was left out is no difference, here or there, as long as it may lie where the others' images do.
    const spread = (images: number, ...spacingMm: number[]) => ({ images, statistics: { ...own, spacingMm } });
    const differs = (...two: [CountedStatistics, CountedStatistics]): boolean => driftFindings(...two).length > 0;
    const all = spread(100, 0, 0, 15, 15, 55, 15, 0, 0, 0, 0);
    expect(differs(spread(60, 0, 0, 0, 0, 40, 0, 0, 0, 0, 0), all)).toBe(false);
    expect(differs(spread(40, 0, 0, 0, 0, 40, 0, 0, 0, 0, 0), all)).toBe(true);
    expect(differs(all, spread(60, 0, 0, 0, 0, 40, 0, 0, 0, 0, 0))).toBe(false);
    expect(differs(spread(60, 0, 0, 0, 0, 0, 0, 0, 0, 40, 0), all)).toBe(true);
    const maskShareOf = (images: number, ...maskShare: number[]): readonly number[] =>
      withoutSmallCells({ images, statistics: { ...own, maskShare } }, 5).maskShare;
    expect(maskShareOf(70, 4, 5, 1, 0, 0, 0, 0, 0, 0, 60)).toEqual([0, 5, 0, 0, 0, 0, 0, 0, 0, 60]);
    // The number of images is told: 4 would be counted by the difference.
    expect(maskShareOf(69, 4, 5, 0, 0, 0, 0, 0, 0, 0, 60)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 60]);
    expect(maskShareOf(4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0)).toEqual(new Array(10).fill(0));
    // And so would be 3 of which the measure is not known.
    expect(maskShareOf(68, 0, 5, 0, 0, 0, 0, 0, 0, 0, 60)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 60]);
    expect(maskShareOf(70, 0, 5, 0, 0, 0, 0, 0, 0, 0, 60)).toEqual([0, 5, 0, 0, 0, 0, 0, 0, 0, 60]);
  });

  it('are not read again where a check was broken off', async () => {
    let [reads, isStopped] = [0, false];
    const stop = new AbortController();
    const counted = (one: CaseImage): CaseImage => {
      if (++reads === 20 && !isStopped) {
        isStopped = true;
        stop.abort(new Error('something else is due'));
      }
      return one;
    };
    const listing = listingOf(60, { change: counted });
    const options = { contract: OPEN_DATA_CONTRACT, study: 'checks', measured: new Map() };
    await expect(checkData(listing, { ...options, signal: stop.signal })).rejects.toThrow('something else is due');
    const goneOn = await checkData(listing, options);
    expect(reads).toBe(60);
    expect(goneOn).toEqual({ ...(await check({})), checked: expect.anything() });
    expect(statisticsOf(goneOn.checked)).toEqual(statisticsOf((await check({})).checked));
  });
});
