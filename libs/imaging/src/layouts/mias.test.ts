import { mkdtemp, readFile, rename, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { evenPgm, isMarked, put } from './generated-images.test-support.js';
import { keepsTheLayoutContract } from './layout-contract.test-support.js';
import { openLayout } from './open-layout.js';

const INFO = `This file lists the films: mdb001 is the first.

mdb001 G CIRC B 535 425 10
mdb002 F NORM
mdb003 D SPIC M 5 1020 10
mdb003 D CALC B 500 500 30
mdb004 G ASYM M 300 300 20
`;
const IMAGES = ['mdb001.pgm', 'mdb002.pgm', 'mdb003.pgm', 'mdb004.pgm'];

async function writeMias(dir: string): Promise<void> {
  for (const name of IMAGES) await put(dir, name, evenPgm(1024, 1024, 7));
  await put(dir, 'Info.txt', INFO);
}

keepsTheLayoutContract({
  layout: 'mias',
  write: writeMias,
  samePatient: ['mdb001.pgm', 'mdb002.pgm'],
  pixelFiles: IMAGES,
  filesOfFirst: ['mdb001.pgm', 'Info.txt'],
  // The points of the whole-number grid within 10 of the origin (Gauss's circle problem, OEIS A000328).
  markedOfFirst: 317,
});

describe('mini-MIAS', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mammofed-mias-'));
    await writeMias(dir);
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const withInfo = async (...lines: string[]): Promise<void> =>
    writeFile(join(dir, 'Info.txt'), `${await readFile(join(dir, 'Info.txt'), 'latin1')}${lines.join('\r\n')}`);

  it('counts y from the bottom, marks masses alone, and cuts circles at the border', async () => {
    const { cases } = await openLayout(dir);
    const [first, normal, atBorder, asymmetry] = await Promise.all(cases.map((one) => one.read()));
    expect(first.mask && isMarked(first.mask, 535, 1023 - 425)).toBe(true);
    expect(first.mask && isMarked(first.mask, 535, 425)).toBe(false);
    expect(first.flags).toEqual([]);
    expect(normal.mask?.mask.includes(1)).toBe(false);
    expect(atBorder.mask && isMarked(atBorder.mask, 0, 0)).toBe(true);
    expect(atBorder.mask && isMarked(atBorder.mask, 500, 523)).toBe(false);
    expect(atBorder.flags.map(({ code }) => code)).toEqual(['clipped-annotation']);
    expect(asymmetry.mask?.mask.includes(1)).toBe(false);
    expect(first.spacing).toEqual({ rowMm: 0.2, columnMm: 0.2, at: 'detector' });
  });

  it('pairs images 2k-1 and 2k, right and left', async () => {
    const { cases } = await openLayout(dir);
    expect(cases.map(({ patient, facts }) => [patient, facts.laterality, facts.pathology])).toEqual([
      ['pair 1', 'R', 'benign'],
      ['pair 1', 'L', null],
      ['pair 2', 'R', 'malignant'],
      ['pair 2', 'L', 'malignant'],
    ]);
  });

  it('leaves out a finding without a circle, and what is listed and not there; counts what is not listed', async () => {
    await withInfo('mdb005 F CIRC B *NOTE 3*', 'mdb006 F CALC M', 'mdb007 F NORM');
    for (const name of ['mdb005.pgm', 'mdb006.pgm', 'mdb009.pgm']) await put(dir, name, evenPgm(1024, 1024, 7));
    const { cases, refused, unlistedImages } = await openLayout(dir);
    expect(cases.map(({ file }) => file)).toEqual(IMAGES);
    expect(refused.map(({ file, code }) => [file, code])).toEqual([
      ['mdb005.pgm', 'unmarked-finding'],
      ['mdb006.pgm', 'unmarked-finding'],
      ['mdb007.pgm', 'missing-file'],
    ]);
    expect(unlistedImages).toBe(1);
  });

  it('finds the images in all-mias/', async () => {
    await mkdir(join(dir, 'all-mias'));
    for (const name of IMAGES) await rename(join(dir, name), join(dir, 'all-mias', name));
    expect((await openLayout(dir)).cases).toHaveLength(4);
  });

  it.each(['mdb005 F CIRC B 12 44', 'mdb005 X CIRC B 1 2 3', 'mdb005 F MASS B 1 2 3', 'mdb005 F CIRC B 1 2 3 4'])(
    'refuses a line that makes no sense: %s',
    async (line) => {
      await withInfo(line);
      await expect(openLayout(dir)).rejects.toMatchObject({
        code: 'bad-index',
        message: expect.stringContaining('line 8'),
      });
    },
  );

  it('refuses an image of another size: its circle would lie elsewhere', async () => {
    await writeFile(join(dir, 'mdb001.pgm'), evenPgm(512, 512, 7));
    await expect((await openLayout(dir)).cases[0].read()).rejects.toMatchObject({ code: 'size-mismatch' });
  });
});
