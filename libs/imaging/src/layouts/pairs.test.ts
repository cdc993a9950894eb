import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { greyPng, put } from './generated-images.test-support.js';
import { factsList, keepsTheLayoutContract } from './layout-contract.test-support.js';
import { openLayout } from './open-layout.js';

const INDEX = `file,patient,side,view,density,pathology
a.png,P1,L,CC,b,Malignant
b.png,P1,R,mlo,3,benign
c.png,P2,,,_,
d.png,P3,L,CC,ACR D,M
`;

async function writePairs(dir: string): Promise<void> {
  for (const name of ['a', 'b', 'c', 'd']) {
    await put(dir, `images/${name}.png`, await greyPng(12, 10, (x, y) => x + y));
    await put(dir, `masks/${name}.png`, await greyPng(12, 10, (x) => (x < 2 ? 255 : 0)));
  }
  await put(dir, 'index.csv', INDEX);
}

keepsTheLayoutContract({
  layout: 'pairs',
  write: writePairs,
  samePatient: ['a.png', 'b.png'],
  pixelFiles: ['a', 'b', 'c', 'd'].flatMap((name) => [`images/${name}.png`, `masks/${name}.png`]),
  filesOfFirst: ['images/a.png', 'masks/a.png', 'index.csv'],
  table: { path: 'index.csv', of: 'b.png' },
  markedOfFirst: 20,
});

describe('pairs', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mammofed-pairs-'));
    await writePairs(dir);
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('takes what is known of an image from the columns of index.csv', async () => {
    const { cases } = await openLayout(dir);
    expect(cases.map(({ facts }) => factsList(facts))).toEqual([
      ['L', 'CC', 'malignant', 'b'],
      ['R', 'MLO', 'benign', 'c'],
      [null, null, null, null],
      ['L', 'CC', 'malignant', 'd'],
    ]);
  });

  it('refuses an image without a mask, and says what is missing of a folder that nearly is one', async () => {
    await rm(join(dir, 'masks', 'b.png'));
    const { cases, refused } = await openLayout(dir);
    expect(cases.map(({ file }) => file)).toEqual(['a.png', 'c.png', 'd.png']);
    expect(refused).toEqual([{ file: 'b.png', code: 'missing-mask', message: expect.stringContaining('masks/b.png') }]);
    await rm(join(dir, 'masks'), { recursive: true });
    await expect(openLayout(dir)).rejects.toMatchObject({ code: 'missing-folder' });
  });

  it('is not taken for sure where the folder has the marks of another layout too', async () => {
    await writeFile(join(dir, 'manifest.csv'), 'image,patient\nimages/a.png,P1\n');
    await expect(openLayout(dir)).rejects.toMatchObject({
      code: 'unknown-layout',
      message: expect.stringMatching(/more than one layout: pairs, manifest\. Name .* --layout/),
    });
    expect((await openLayout(dir, 'pairs')).cases).toHaveLength(4);
    expect((await openLayout(dir, 'manifest')).cases).toHaveLength(1);
  });
});
