import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadRegionDataset } from '../dataset.js';
import { area, isMarked, put } from './generated-images.test-support.js';
import { codeOf, factsList, keepsTheLayoutContract } from './layout-contract.test-support.js';
import { mammogram } from './mammogram.test-support.js';
import { openLayout } from './open-layout.js';

const COLUMNS = 'study_id,series_id,image_id,laterality,view_position,height,width,breast_birads,breast_density';
const IMAGES = ['s1/i1', 's1/i2', 's2/i3', 's2/i4'] as const;
const common = (image: string): string =>
  `${image.replace('/', ',x,')},${image === 's1/i2' ? 'R' : 'L'},CC,16,20,BI-RADS 4,DENSITY C`;
const BREASTS = [`${COLUMNS},split`, ...IMAGES.map((image) => `${common(image)},training`)].join('\n');
const FINDINGS = [
  `${COLUMNS},finding_categories,finding_birads,xmin,ymin,xmax,ymax,split`,
  `${common('s1/i1')},['Mass'],BI-RADS 4,3.4,2.0,6.6,4.2,training`,
  `${common('s1/i1')},"['Suspicious Calcification', 'Skin Thickening']",BI-RADS 4,10,10,12,12,training`,
  `${common('s1/i2')},"['Nipple Retraction', 'Mass']",BI-RADS 5,-6.25,12.0,3.0,99.5,test`,
  `${common('s2/i3')},['No Finding'],,,,,,training`,
].join('\n');

async function writeVindr(dir: string): Promise<void> {
  const photometric = 'MONOCHROME1';
  const dicom = mammogram({ width: 20, height: 16, bits: 12, photometric, valueAt: (x) => 4095 - x });
  for (const image of IMAGES) await put(dir, `images/${image}.dicom`, dicom);
  await put(dir, 'breast-level_annotations.csv', BREASTS);
  await put(dir, 'finding_annotations.csv', FINDINGS);
}

keepsTheLayoutContract({
  layout: 'vindr',
  write: writeVindr,
  samePatient: ['s1/i1.dicom', 's1/i2.dicom'],
  pixelFiles: IMAGES.map((image) => `images/${image}.dicom`),
  filesOfFirst: ['images/s1/i1.dicom', 'finding_annotations.csv', 'breast-level_annotations.csv'],
  table: { path: 'breast-level_annotations.csv', of: 's1' },
  // Columns 3 to 6 of rows 2 and 3.
  markedOfFirst: 8,
});

describe('VinDr-Mammo', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mammofed-vindr-'));
    await writeVindr(dir);
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('marks the boxes of masses as weak masks, cut at the border', async () => {
    const { cases } = await openLayout(dir);
    expect(new Set(cases.map(({ maskKind }) => maskKind))).toEqual(new Set(['box']));
    const [one, cut, nothing, unmentioned] = await Promise.all(cases.map((each) => each.read()));
    expect(one.mask && isMarked(one.mask, 6, 3)).toBe(true);
    expect(one.mask && isMarked(one.mask, 7, 3)).toBe(false);
    expect([...one.pixels.grey.slice(0, 3)]).toEqual([0, 1, 2]);
    expect(cut.mask && area(cut.mask)).toBe(3 * 4);
    expect(cut.flags.map(({ code }) => code)).toContain('clipped-annotation');
    expect([nothing, unmentioned].map(({ mask }) => mask && area(mask))).toEqual([0, 0]);
  });

  it('has every image that is used flagged: its figures are of boxes', async () => {
    const options = {
      dir,
      study: 's',
      size: 8,
      marginFraction: 0.1,
      window: { kind: 'percentiles' },
      fewestPerPart: 0,
    } as const;
    const { train, validation, test, flagged } = await loadRegionDataset(options);
    const used = [...train, ...validation, ...test].map(({ file }) => file).sort();
    expect(used).not.toEqual([]);
    const shaped = flagged.filter(({ code }) => code === 'marked-by-shape');
    expect(shaped.map(({ file }) => file)).toEqual(used);
    expect(shaped[0]?.message).toContain('box');
  });

  it('keeps a study together and knows side, view and density', async () => {
    const { cases } = await openLayout(dir);
    expect(cases.map(({ patient }) => patient)).toEqual(['s1', 's1', 's2', 's2']);
    expect(factsList(cases[1].facts)).toEqual(['R', 'CC', null, 'c']);
  });

  it('works from the findings alone; what they do not list is counted', async () => {
    await rm(join(dir, 'breast-level_annotations.csv'));
    const { cases, unlistedImages } = await openLayout(dir);
    expect([cases.length, unlistedImages]).toEqual([3, 1]);
  });

  it('leaves out a mass without a box, and an image that is not there', async () => {
    await writeFile(
      join(dir, 'finding_annotations.csv'),
      `${FINDINGS}\n${common('s2/i4')},['Mass'],BI-RADS 4,,,,,test`,
    );
    await rm(join(dir, 'images', 's2', 'i3.dicom'));
    expect((await openLayout(dir)).refused.map(({ file, code }) => [file, code])).toEqual([
      ['s2/i3.dicom', 'missing-file'],
      ['s2/i4.dicom', 'unmarked-finding'],
    ]);
  });

  it.each([
    ['a box inside out', '6.6,2.0,3.4,4.2'],
    ['a box of three edges', '3.4,2.0,6.6,'],
    ['a box of words', 'a,b,c,d'],
  ])('refuses %s', async (_, box) => {
    const text = await readFile(join(dir, 'finding_annotations.csv'), 'utf8');
    await writeFile(join(dir, 'finding_annotations.csv'), text.replace('3.4,2.0,6.6,4.2', box));
    expect(await codeOf(openLayout(dir))).toBe('bad-index');
  });

  it('refuses categories that are no list, and an image of another size than its boxes are counted in', async () => {
    await writeFile(join(dir, 'finding_annotations.csv'), FINDINGS.replace("['Mass']", 'Mass'));
    expect(await codeOf(openLayout(dir))).toBe('bad-index');
    await writeFile(join(dir, 'finding_annotations.csv'), FINDINGS);
    await writeFile(join(dir, 'breast-level_annotations.csv'), BREASTS.replace('CC,16,20', 'CC,32,40'));
    expect(await codeOf((await openLayout(dir)).cases[0].read())).toBe('size-mismatch');
  });
});
