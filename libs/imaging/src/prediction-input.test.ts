import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { parseBox } from './box.js';
import { ImagingError } from './errors.js';
import { maskPng } from './mask-figure.js';
import {
  loadPredictionInputs,
  type PredictionInput,
  type PredictionOptions,
  type PredictionSource,
} from './prediction-input.js';
import { loadRegionDataset } from './dataset.js';

const [WIDTH, HEIGHT, SIZE] = [40, 30, 16];

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mammofed-predict-'));
});

afterEach(() => rm(dir, { recursive: true, force: true }));

/** Every pixel's value tells its place. */
async function writeImage(path: string, width = WIDTH, height = HEIGHT): Promise<void> {
  const grey = Uint8Array.from({ length: width * height }, (_, i) => ((i % width) * 5 + Math.floor(i / width)) % 256);
  const raw = { width, height, channels: 1 } as const;
  await writeFile(path, await sharp(grey, { raw }).toColourspace('b-w').png().toBuffer());
}

async function writeMask(path: string, isSet: (x: number, y: number) => boolean): Promise<void> {
  const mask = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => (isSet(i % WIDTH, Math.floor(i / WIDTH)) ? 1 : 0));
  await writeFile(path, await maskPng(mask, WIDTH, HEIGHT));
}

const OPTIONS: PredictionOptions = { size: SIZE, marginFraction: 0.1, window: { kind: 'percentiles' } };

async function load(source: PredictionSource, options: Partial<PredictionOptions> = {}) {
  const inputs: PredictionInput[] = [];
  const refused: [string, string, string][] = [];
  for await (const outcome of loadPredictionInputs({ ...OPTIONS, ...options, ...source })) {
    if (outcome.kind === 'input') inputs.push(outcome.input);
    else refused.push([outcome.refused.file, outcome.refused.code, outcome.refused.message]);
  }
  return { inputs, refused };
}

async function codeOf(attempt: Promise<unknown>): Promise<unknown> {
  const error = await attempt.catch((reason: unknown) => reason);
  return error instanceof ImagingError && error.code;
}

describe('loadPredictionInputs', () => {
  it('takes the region from the mask, else from index.csv, else the whole image, and says which', async () => {
    await Promise.all(['images', 'masks'].map((name) => mkdir(join(dir, name))));
    for (const name of ['a', 'b', 'c', 'd']) await writeImage(join(dir, 'images', `${name}.png`));
    await writeMask(join(dir, 'masks', 'a.png'), (x, y) => x >= 10 && x < 20 && y < 10);
    await writeMask(join(dir, 'masks', 'd.png'), () => false);
    const index = ['file,box_x,box_y,box_w,box_h', 'a.png,0,0,5,5', 'b.png,4,6,20,12', 'd.png,,,,'];
    await writeFile(join(dir, 'index.csv'), index.join('\n'));
    const { inputs, refused } = await load({ dir });
    expect(refused).toEqual([]);
    expect(
      inputs.map(({ file, patient, regionSource, box, touchesEdge }) => [
        file,
        patient,
        regionSource,
        box,
        touchesEdge,
      ]),
    ).toEqual([
      ['a.png', 'a', 'mask', { left: 9, top: 0, right: 21, bottom: 11 }, true],
      ['b.png', 'b', 'index', { left: 4, top: 6, right: 24, bottom: 18 }, false],
      ['c.png', 'c', 'whole-image', { left: 0, top: 0, right: WIDTH, bottom: HEIGHT }, true],
      ['d.png', 'd', 'whole-image', { left: 0, top: 0, right: WIDTH, bottom: HEIGHT }, true],
    ]);
    for (const { image, display, fullDisplay, imageWidth, imageHeight } of inputs) {
      expect([image.length, display.length, fullDisplay.length]).toEqual([256, 256, WIDTH * HEIGHT]);
      expect([imageWidth, imageHeight]).toEqual([WIDTH, HEIGHT]);
      expect(fullDisplay[WIDTH + 2]).toBe(11);
    }
    // A mask that marks nothing is a reference, but no region.
    expect(inputs.map(({ mask, fullMask }) => [mask?.includes(1), fullMask?.includes(1)])).toEqual([
      [true, true],
      [undefined, undefined],
      [undefined, undefined],
      [false, false],
    ]);
  });

  it('cuts the same region from a mask as training does', async () => {
    await Promise.all(['images', 'masks'].map((name) => mkdir(join(dir, name))));
    for (let i = 0; i < 80; i++) {
      await writeImage(join(dir, 'images', `${i}.png`));
      await writeMask(join(dir, 'masks', `${i}.png`), (x, y) => x > i % 20 && x < 30 && y > 5 && y < 20);
    }
    const { train } = await loadRegionDataset({ ...OPTIONS, dir, study: 'a' });
    const { inputs } = await load({ dir });
    for (const sample of train.slice(0, 10)) {
      const input = inputs.find(({ file }) => file === sample.file);
      expect({ ...input, facts: sample.facts, spacing: sample.spacing }).toMatchObject(sample);
    }
  });

  it('reads a folder of images alone, and one file, with the box that is given', async () => {
    await writeImage(join(dir, 'a.png'));
    await writeImage(join(dir, 'b.PNG'));
    await writeFile(join(dir, 'notes.txt'), 'no image');
    const box = parseBox('2, 3,10,20');
    const all = await load({ dir }, { box });
    expect(all.inputs.map(({ file, regionSource }) => [file, regionSource])).toEqual([
      ['a.png', 'box'],
      ['b.PNG', 'box'],
    ]);
    expect(all.inputs[0]?.box).toEqual({ left: 2, top: 3, right: 12, bottom: 23 });
    const { inputs } = await load({ file: join(dir, 'b.PNG') });
    expect(inputs.map(({ file, regionSource }) => [file, regionSource])).toEqual([['b.PNG', 'whole-image']]);
  });

  it('gives a file in images/ its mask and row, also beside other images', async () => {
    await Promise.all(['images', 'masks'].map((name) => mkdir(join(dir, name))));
    await writeImage(join(dir, 'images', 'a.png'));
    await writeImage(join(dir, 'images', 'b.png'));
    await writeMask(join(dir, 'masks', 'a.png'), (x, y) => x > 10 && x < 20 && y > 10 && y < 20);
    await writeFile(join(dir, 'index.csv'), 'file,patient,box_x,box_y,box_w,box_h\nb.png,P7,0,0,9,9\n');
    // In the data folder itself a file is an image alone, whatever lies in images/.
    await cp(join(dir, 'images', 'a.png'), join(dir, 'c.png'));
    await rm(join(dir, 'index.csv'));
    expect((await load({ file: join(dir, 'c.png') })).inputs[0]?.regionSource).toBe('whole-image');
    await writeFile(join(dir, 'index.csv'), 'file,patient,box_x,box_y,box_w,box_h\nb.png,P7,0,0,9,9\n');
    const [a] = (await load({ file: join(dir, 'images', 'a.png') }, { box: parseBox('0,0,5,5') })).inputs;
    const [b] = (await load({ file: join(dir, 'images', 'b.png') })).inputs;
    expect([a?.regionSource, b?.regionSource, b?.patient]).toEqual(['mask', 'index', 'P7']);
  });

  it('refuses a box outside the image or broken in its row, with the file, and reads the others', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await writeImage(join(dir, `${name}.png`));
    const rows = [
      'file,box_x,box_y,box_w,box_h',
      'a.png,30,0,11,5',
      'b.png,1,2,0,4',
      'c.png,1,2,3,',
      'd.png,39,29,1,1',
    ];
    await writeFile(join(dir, 'index.csv'), rows.join('\n'));
    const { inputs, refused } = await load({ dir });
    expect(inputs.map(({ file }) => file)).toEqual(['d.png']);
    expect(refused.map(([file, code]) => [file, code])).toEqual([
      ['a.png', 'bad-box'],
      ['b.png', 'bad-box'],
      ['c.png', 'bad-box'],
    ]);
    expect(refused[0]?.[2]).toContain('does not lie inside the image of 40x30 pixels');
    for (const [file, , message] of refused) expect(message).toContain(file);
    const given = await load({ file: join(dir, 'd.png') }, { box: { left: -1, top: 0, right: 3, bottom: 3 } });
    expect(given.refused.map(([, code]) => code)).toEqual(['bad-box']);
  });

  it('leaves out an image that is damaged, or whose mask does not fit or vanishes', async () => {
    await Promise.all(['images', 'masks'].map((name) => mkdir(join(dir, name))));
    await writeFile(join(dir, 'images', 'a.png'), 'no image at all');
    await writeImage(join(dir, 'images', 'b.png'), 20, 20);
    await writeMask(join(dir, 'masks', 'b.png'), () => true);
    await writeImage(join(dir, 'images', 'c.png'));
    await writeMask(join(dir, 'masks', 'c.png'), (x, y) => (x === 0 && y === 0) || (x === 39 && y === 29));
    await writeImage(join(dir, 'images', 'd.png'));
    const { inputs, refused } = await load({ dir }, { size: 8 });
    expect(inputs.map(({ file }) => file)).toEqual(['d.png']);
    expect(refused.map(([, code]) => code)).toEqual(['unreadable-image', 'size-mismatch', 'mask-vanishes']);
  });

  it('takes the images of a layout that is named, with its masks, and refuses what it refuses', async () => {
    for (const name of ['a', 'b']) await writeImage(join(dir, `${name}.png`));
    await writeMask(join(dir, 'marks.png'), (x, y) => x >= 10 && x < 20 && y < 10);
    const rows = ['image,mask,patient', 'a.png,,P1', 'b.png,marks.png,P2', 'c.png,,P3'];
    await writeFile(join(dir, 'manifest.csv'), rows.join('\n'));
    const { inputs, refused } = await load({ dir, layout: 'manifest' });
    expect(inputs.map(({ file, regionSource, patient }) => [file, regionSource, patient])).toEqual([
      ['a.png', 'whole-image', 'P1'],
      ['b.png', 'mask', 'P2'],
    ]);
    expect(refused.map(([file, code]) => [file, code])).toEqual([['c.png', 'missing-file']]);
    const box = { left: 1, top: 2, right: 11, bottom: 12 };
    const boxed = await load({ dir, layout: 'manifest' }, { box });
    expect(boxed.inputs.map(({ regionSource }) => regionSource)).toEqual(['box', 'mask']);
    expect(boxed.inputs[0].box).toEqual(box);
  });

  it('refuses what is not there and options out of range', async () => {
    expect(await codeOf(load({ dir: join(dir, 'nowhere') }))).toBe('missing-folder');
    expect(await codeOf(load({ dir }))).toBe('missing-folder');
    expect(await codeOf(load({ file: join(dir, 'a.png') }))).toBe('missing-file');
    expect(await codeOf(load({ dir }, { size: 7 }))).toBe('bad-argument');
  });
});

describe('parseBox', () => {
  it('reads x,y,w,h', () => {
    expect(parseBox('120,340,64,80')).toEqual({ left: 120, top: 340, right: 184, bottom: 420 });
  });

  it.each(['', '1,2,3', '1,2,3,4,5', '1,2,0,4', '1,2,3,0', '-1,2,3,4', '1.5,2,3,4', '1,2,3,x', '1,2,3,1e3', '1,,3,4'])(
    "refuses '%s'",
    (text) => {
      expect(() => parseBox(text)).toThrow(expect.objectContaining({ code: 'bad-box' }));
    },
  );
});
