import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { evenPgm, greyPng, put } from './generated-images.test-support.js';
import { codeOf, factsList, keepsTheLayoutContract } from './layout-contract.test-support.js';
import { openLayout } from './open-layout.js';

const MANIFEST = `image,mask,patient,laterality,view,pathology,density
scans/2020/a.png,drawn/a.png,P1,L,CC,malignant,b
scans/2021/a.png,drawn/b.png,P1,right,MLO,benign,3
scans/c.pgm,,P2,,,,
scans/d.png,drawn/d.png,P3,,,,
`;

async function writeManifest(dir: string): Promise<void> {
  for (const name of ['2020/a', '2021/a', 'd'])
    await put(dir, `scans/${name}.png`, await greyPng(12, 10, (x, y) => x + y));
  for (const name of ['a', 'b', 'd'])
    await put(dir, `drawn/${name}.png`, await greyPng(12, 10, (_, y) => (y > 6 ? 1 : 0)));
  await put(dir, 'scans/c.pgm', evenPgm(5, 4, 9));
  await put(dir, 'manifest.csv', MANIFEST);
}

keepsTheLayoutContract({
  layout: 'manifest',
  write: writeManifest,
  samePatient: ['scans/2020/a.png', 'scans/2021/a.png'],
  pixelFiles: ['scans/2020/a.png', 'scans/2021/a.png', 'scans/c.pgm', 'scans/d.png', 'drawn/a.png', 'drawn/b.png'],
  filesOfFirst: ['scans/2020/a.png', 'drawn/a.png', 'manifest.csv'],
  table: { path: 'manifest.csv', of: 'drawn/b.png' },
  markedOfFirst: 36,
});

describe('a manifest', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mammofed-manifest-'));
    await writeManifest(dir);
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('gives what it says of an image, and no mask where it names none', async () => {
    const { cases } = await openLayout(dir);
    expect(cases.map(({ maskKind, facts }) => [maskKind, ...factsList(facts)])).toEqual([
      ['outline', 'L', 'CC', 'malignant', 'b'],
      ['outline', 'R', 'MLO', 'benign', 'c'],
      ['none', null, null, null, null],
      ['outline', null, null, null, null],
    ]);
    expect((await cases[2].read()).mask).toBeNull();
  });

  it('refuses rows whose files are not there, alone', async () => {
    await rm(join(dir, 'scans', 'c.pgm'));
    await rm(join(dir, 'drawn', 'd.png'));
    const { cases, refused } = await openLayout(dir);
    expect(cases).toHaveLength(2);
    expect(refused.map(({ file, code }) => [file, code])).toEqual([
      ['scans/c.pgm', 'missing-file'],
      ['scans/d.png', 'missing-mask'],
    ]);
  });

  it('refuses a mask of another size', async () => {
    await writeFile(join(dir, 'drawn', 'a.png'), await greyPng(10, 12, () => 1));
    expect(await codeOf((await openLayout(dir)).cases[0].read())).toBe('size-mismatch');
  });

  it.each([
    ['duplicate-file', 'an image twice', 'image,patient\nscans/d.png,1\nscans/d.png,2\n'],
    ['duplicate-file', 'a mask twice', 'image,mask,patient\nscans/d.png,drawn/a.png,1\nscans/c.pgm,drawn/a.png,2\n'],
    ['bad-index', 'no patient', 'image,patient\nscans/d.png,\n'],
    ['bad-index', 'no column for images', 'file,patient\nscans/d.png,1\n'],
    ['unsafe-path', 'an empty path', 'image,patient\n,1\n'],
    ['unsafe-path', 'a path that is not its only name', 'image,patient\nscans//d.png,1\n'],
  ])('refuses with %s: %s', async (code, _, text) => {
    await writeFile(join(dir, 'manifest.csv'), text);
    expect(await codeOf(openLayout(dir))).toBe(code);
  });
});
