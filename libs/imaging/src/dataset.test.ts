import { cp, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OPEN_DATA_CONTRACT, type DataContract } from '@mammofed/core';
import sharp from 'sharp';
import { loadRegionDataset, type Dataset } from './dataset.js';
import { ImagingError } from './errors.js';
import { codeOf } from './layouts/layout-contract.test-support.js';
import { readPairsIndex } from './pairs-index.js';
import { writePhantomDataset } from './phantom/write.js';
import { splitPart } from './split.js';

const STUDY = 'a-study';
const PARTS = ['train', 'validation', 'test'] as const;

let source: string;
let dir: string;

beforeAll(async () => {
  source = await mkdtemp(join(tmpdir(), 'mammofed-source-'));
  const size = { imagesPerPatient: 2, size: 96, seed: 11, siteIndex: 0 };
  await writePhantomDataset({ dir: source, patients: 30, study: STUDY, ...size });
});

afterAll(() => rm(source, { recursive: true, force: true }));

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mammofed-dataset-'));
  await cp(source, dir, { recursive: true });
});

afterEach(() => rm(dir, { recursive: true, force: true }));

const load = (permuteImagesSeed?: number): Promise<Dataset> =>
  loadRegionDataset({
    dir,
    study: STUDY,
    size: 32,
    marginFraction: 0.1,
    window: { kind: 'percentiles' },
    ...(permuteImagesSeed === undefined ? {} : { permuteImagesSeed }),
  });

async function trainFiles(): Promise<{ file: string; imagePath: string; maskPath: string }[]> {
  return (await readPairsIndex(dir)).filter(({ patient }) => splitPart(STUDY, patient) === 'train');
}

async function writePng(path: string, width: number, height: number, value: number): Promise<void> {
  const raw = { width, height, channels: 1 } as const;
  await writeFile(
    path,
    await sharp(Buffer.alloc(width * height, value), { raw })
      .png()
      .toBuffer(),
  );
}

describe('loadRegionDataset', () => {
  it('cuts every pair, splits by patient, and repeats exactly', async () => {
    const dataset = await load();
    expect(PARTS.map((part) => dataset[part].length)).toEqual([46, 6, 8]);
    expect([dataset.skippedEmptyMasks, dataset.unlistedImages, dataset.refused]).toEqual([0, 0, []]);
    for (const part of PARTS) {
      for (const { patient, image, display, mask } of dataset[part]) {
        expect(splitPart(STUDY, patient)).toBe(part);
        expect([image.length, display.length, mask.length]).toEqual([1024, 1024, 1024]);
        expect(mask.every((value) => value === 0 || value === 1)).toBe(true);
      }
    }
    expect(await load()).toEqual(dataset);
  });

  it('keeps with each region what the folder says of its image, and the spacing where there is one', async () => {
    const index = join(dir, 'index.csv');
    const [header, ...lines] = (await readFile(index, 'utf8')).trim().split('\n');
    const named = [`${header.trim()},density,pathology`, ...lines.map((line) => `${line.trim()},c,malignant`)];
    await writeFile(index, named.join('\n'));
    for (const { facts, spacing } of (await load()).test) {
      expect(facts).toMatchObject({ density: 'c', pathology: 'malignant' });
      expect(spacing).toBeNull();
    }
  });

  it('skips and counts empty masks, and images that the index does not list', async () => {
    const [{ maskPath }] = await trainFiles();
    await writePng(maskPath, 96, 96, 0);
    await cp(join(dir, 'images', (await trainFiles())[1].file), join(dir, 'images', 'unlisted.png'));
    const dataset = await load();
    expect([dataset.skippedEmptyMasks, dataset.unlistedImages, dataset.train.length]).toEqual([1, 1, 45]);
  });

  it('leaves out what cannot be used, each with its code and a message that names the file', async () => {
    const files = await trainFiles();
    await truncate(files[0].imagePath, 4000);
    await truncate(files[1].maskPath, 150);
    await rm(files[2].maskPath);
    await writePng(files[3].maskPath, 96, 95, 255);
    await writeFile(files[4].imagePath, 'no image at all');
    const outside = join(source, 'masks', files[5].file);
    await rm(files[5].maskPath);
    await symlink(outside, files[5].maskPath);
    await writeFile(files[6].imagePath, '');
    const speckles = Buffer.alloc(96 * 96);
    speckles[0] = speckles[96 * 96 - 1] = 255;
    await writeFile(
      files[7].maskPath,
      await sharp(speckles, { raw: { width: 96, height: 96, channels: 1 } })
        .png()
        .toBuffer(),
    );

    const dataset = await load();
    expect(dataset.refused.map(({ file, code }) => [file, code])).toEqual([
      [files[0].file, 'unreadable-image'],
      [files[1].file, 'unreadable-mask'],
      [files[2].file, 'missing-mask'],
      [files[3].file, 'size-mismatch'],
      [files[4].file, 'unreadable-image'],
      [files[5].file, 'unsafe-path'],
      [files[6].file, 'unreadable-image'],
      [files[7].file, 'mask-vanishes'],
    ]);
    expect(dataset.train.length).toBe(46 - 8);
    expect(dataset.refused[3].message).toContain('is 96x96 pixels but');
    for (const { file, message } of dataset.refused) expect(message).toContain(file);
  });

  it('reads another layout by its name or by its marks, with what is noteworthy, and refuses images without a mask', async () => {
    const files = await readPairsIndex(dir);
    const rows = files.map(({ file, patient }, i) => `images/${file},${i === 1 ? '' : `masks/${file}`},${patient}`);
    const plain = await load();
    await writeFile(join(dir, 'manifest.csv'), ['image,mask,patient', ...rows].join('\n'));
    expect(await codeOf(load())).toBe('unknown-layout');
    const window = { kind: 'header' } as const;
    const options = { dir, study: STUDY, size: 32, marginFraction: 0.1, window, layout: 'manifest' } as const;
    const dataset = await loadRegionDataset(options);
    expect(dataset.refused.map(({ file, code }) => [file, code])).toEqual([
      [`images/${files[1].file}`, 'missing-mask'],
    ]);
    // This manifest says nothing of side and view.
    const { facts } = dataset.train[0];
    expect(dataset.train[0]).toEqual({ ...plain.train[0], file: `images/${plain.train[0].file}`, facts });
    // The phantom's images have 8 bits: no window is missed.
    expect(dataset.flagged).toEqual([]);
    const deep = Uint16Array.from({ length: 96 * 96 }, (_, i) => i % 4096);
    const png = sharp(deep, { raw: { width: 96, height: 96, channels: 1 } }).toColourspace('grey16');
    await png.png().toFile(join(dir, 'images', files[0].file));
    expect((await loadRegionDataset(options)).flagged).toEqual([
      { file: `images/${files[0].file}`, code: 'no-header-window', message: expect.any(String) },
    ]);
  });

  it('reads a link that stays inside the folder', async () => {
    const [{ imagePath }] = await trainFiles();
    await cp(imagePath, join(dir, 'original.png'));
    await rm(imagePath);
    await symlink(join(dir, 'original.png'), imagePath);
    expect((await load()).refused).toEqual([]);
  });

  it('refuses a folder with too few images in any part, with every count and the refused files', async () => {
    const index = await readFile(join(dir, 'index.csv'), 'utf8');
    const rows = index.trim().split('\n');
    const tests = rows.filter((row) => splitPart(STUDY, row.split(',')[1]) === 'test');
    const fewer = rows.filter((row) => !tests.slice(0, 3).includes(row));
    await writeFile(join(dir, 'index.csv'), fewer.join('\n'));
    const broken = tests[3].split(',')[0];
    await rm(join(dir, 'masks', broken));
    const error = await load().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ImagingError);
    const { code, message, context } = error as ImagingError;
    expect(code).toBe('too-few-examples');
    expect(message).toContain('train 46, validation 6, test 4');
    expect(message).toContain(`${broken} (missing-mask)`);
    expect(context).toEqual({ train: 46, validation: 6, test: 4, refused: 1, skippedEmptyMasks: 0 });
  });

  it('exchanges crops between patients within each part when asked for the control', async () => {
    const [plain, permuted] = [await load(), await load(3)];
    for (const part of PARTS) {
      const owners = new Map(plain[part].map(({ image, patient }) => [image.join(), patient]));
      permuted[part].forEach((sample, i) => {
        expect(sample.file).toBe(plain[part][i].file);
        expect(sample.mask).toEqual(plain[part][i].mask);
        expect(owners.has(sample.image.join())).toBe(true);
        expect(owners.get(sample.image.join())).not.toBe(sample.patient);
      });
    }
  });

  it('refuses impossible sizes and margins', async () => {
    for (const wrong of [{ size: 0 }, { size: 32.5 }, { marginFraction: -0.1 }, { marginFraction: Number.NaN }]) {
      const sound = { dir, study: STUDY, size: 32, marginFraction: 0.1, window: { kind: 'percentiles' } } as const;
      const attempt = loadRegionDataset({ ...sound, ...wrong });
      const error = await attempt.catch((reason: unknown) => reason);
      expect(error instanceof ImagingError && error.code).toBe('bad-argument');
    }
  });
});

describe('a contract', () => {
  const held = (contract: Partial<DataContract>): Promise<Dataset> =>
    loadRegionDataset({
      ...{ dir, study: STUDY, size: 32, marginFraction: 0.1, window: { kind: 'percentiles' } },
      contract: { ...OPEN_DATA_CONTRACT, ...contract },
    });

  it('leaves out the images that break it, and lets drawn ones pass that are in order', async () => {
    expect(await held({})).toEqual(await load());
    const [{ imagePath, file }] = await trainFiles();
    const inverted = await sharp(imagePath).negate().png().toBuffer();
    await writeFile(imagePath, inverted);
    const { refused } = await held({});
    expect(refused).toMatchObject([{ file, code: 'breaks-contract' }]);
    expect(refused[0]?.message).toContain('inverted-image');
  });

  it('says what is noteworthy of images that are used', async () => {
    const { train, flagged } = await held({ spacingMm: { least: 0.04, most: 0.2 } });
    expect(train.length).toBeGreaterThan(0);
    expect(new Set(flagged.map(({ code }) => code))).toEqual(new Set(['unknown-fact']));
    expect(flagged).toHaveLength(60);
  });

  it('leaves out an image that stands under another patient already', async () => {
    const index = join(dir, 'index.csv');
    const [first] = await readPairsIndex(dir);
    if (first === undefined) throw new Error('no images');
    await cp(first.imagePath, join(dir, 'images', 'zz.png'));
    await cp(first.maskPath, join(dir, 'masks', 'zz.png'));
    const text = await readFile(index, 'utf8');
    const row = (text.split('\n').find((line) => line.startsWith(first.file)) ?? '').split(',');
    await writeFile(index, `${text.trimEnd()}\n${['zz.png', 'somebody else', ...row.slice(2)].join(',')}\n`);
    const { refused } = await held({});
    expect(refused).toMatchObject([{ file: 'zz.png', code: 'breaks-contract' }]);
    expect(refused[0]?.message).toContain('duplicate-image');
  });

  it('stops everything where all images together are wrong', async () => {
    for (const { maskPath } of await readPairsIndex(dir)) {
      await writeFile(maskPath, await sharp(maskPath).flip().png().toBuffer());
    }
    const error = await held({}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'data-refused' });
    await expect(held({ minImages: 1000 })).rejects.toMatchObject({ code: 'data-refused' });
  });
});
