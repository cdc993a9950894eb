import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decodeMask, loadRegionDataset, openLayout, type MaskPixels } from '@mammofed/imaging';
import { dataFolder } from '../support/real-data.js';

const DATA = dataFolder();
const FIXTURES = join(DATA, 'format-fixtures-derived');

/** How much of the area a mask may have too much or too little, and the least overlap with its truth. */
const TOLERANCE = { area: 0.03, overlap: 0.97 } as const;

function area({ mask }: MaskPixels): number {
  return mask.reduce((sum, value) => sum + value, 0);
}

/** Intersection over union. */
function overlap(one: MaskPixels, other: MaskPixels): number {
  let [both, either] = [0, 0];
  one.mask.forEach((value, i) => {
    both += value & other.mask[i];
    either += value | other.mask[i];
  });
  return both / either;
}

const whereThereIsData = existsSync(FIXTURES) ? describe : describe.skip;

whereThereIsData('real mammograms in the layouts of public data sets (format-fixtures-derived)', () => {
  let truths: readonly MaskPixels[];
  beforeAll(async () => {
    const files = [0, 1, 2, 3].map((i) => readFile(join(FIXTURES, `truth-mask-${i}.png`)));
    truths = await Promise.all(files.map(async (file) => decodeMask(await file)));
  });

  const read = async (folder: string) => {
    const { cases, layout, refused } = await openLayout(join(FIXTURES, folder));
    const images = await Promise.all(cases.map((one) => one.read()));
    const masks = images.map(({ mask }) => mask as MaskPixels);
    return { cases, layout, refused, images, masks };
  };
  const expectTruth = (mask: MaskPixels, truth: MaskPixels): void => {
    expect(Math.abs(area(mask) / area(truth) - 1)).toBeLessThanOrEqual(TOLERANCE.area);
    expect(overlap(mask, truth)).toBeGreaterThanOrEqual(TOLERANCE.overlap);
  };

  it('INbreast: the outlines are filled as they were drawn, one patient to each hash', async () => {
    const { cases, layout, refused, masks, images } = await read('inbreast-style');
    expect([layout, cases.length, refused]).toEqual(['inbreast', 4, []]);
    masks.forEach((mask, i) => expectTruth(mask, truths[i]));
    expect(new Set(cases.map(({ patient }) => patient)).size).toBe(4);
    expect(cases.map(({ facts }) => facts.view)).toEqual(['CC', 'CC', 'CC', 'MLO']);
    expect(images.every(({ pixels, voi }) => pixels.grey instanceof Uint16Array && voi?.kind === 'linear')).toBe(true);
  });

  it('CBIS-DDSM: line ends in the table, swapped roles, a mask of another size, two findings on one image', async () => {
    const { cases, layout, refused, masks, images } = await read('cbis-style');
    expect([layout, cases.length, refused]).toEqual(['cbis', 4, []]);
    masks.forEach((mask, i) => expectTruth(mask, truths[i]));
    const rescaled = images.map(({ flags }) => flags.some(({ code }) => code === 'rescaled-mask'));
    expect(rescaled).toEqual([false, false, true, false]);
    expect(cases.map(({ patient }) => patient)).toEqual(['P_90000', 'P_90001', 'P_90002', 'P_90003']);
    expect(new Set(cases.map(({ facts }) => facts.pathology))).toEqual(new Set(['malignant']));
  });

  it('VinDr-Mammo: boxes around the masses, cut at the border; a study to a patient', async () => {
    const { cases, layout, refused, masks, images } = await read('vindr-style');
    expect([layout, cases.length]).toEqual(['vindr', 4]);
    // It is in the tables alone.
    expect(refused.map(({ code }) => code)).toEqual(['missing-file']);
    const truthOf = (mask: MaskPixels): MaskPixels =>
      truths.reduce((best, truth) => (overlap(mask, truth) > overlap(mask, best) ? truth : best));
    for (const mask of masks) {
      const truth = truthOf(mask);
      const within = truth.mask.reduce((sum, value, i) => sum + (value & mask.mask[i]), 0);
      expect(within / area(truth)).toBeGreaterThan(0.97);
      expect(area(mask)).toBeGreaterThan(area(truth));
    }
    expect(new Set(masks.map(truthOf)).size).toBe(4);
    const clipped = images.map(({ flags }) => flags.some(({ code }) => code === 'clipped-annotation'));
    expect(clipped.filter((isClipped) => isClipped)).toHaveLength(1);
  });

  it('the three layouts give the same picture of the same breast', async () => {
    const [inbreast, cbis] = [await read('inbreast-style'), await read('cbis-style')];
    // 8-bit shades times 16 and times 257.
    inbreast.images.forEach(({ pixels }, i) => {
      const other = cbis.images[i].pixels.grey;
      expect(pixels.grey.every((value, at) => value * 257 === other[at] * 16)).toBe(true);
    });
  });

  it('regions are cut from them with the window of the header', async () => {
    for (const [folder, flagged] of [
      ['inbreast-style', 0],
      ['cbis-style', 4],
    ] as const) {
      const { train, validation, test, ...rest } = await loadRegionDataset({
        dir: join(FIXTURES, folder),
        study: 'fixtures',
        size: 80,
        marginFraction: 0.1,
        window: { kind: 'header' },
        fewestPerPart: 0,
      });
      expect([...train, ...validation, ...test]).toHaveLength(4);
      expect(rest.refused).toEqual([]);
      expect(rest.flagged.filter(({ code }) => code === 'no-header-window')).toHaveLength(flagged);
    }
  });
});
