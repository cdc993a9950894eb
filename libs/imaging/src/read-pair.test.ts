import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { DataFolder } from './data-folder.js';
import { readImage, readMask } from './read-pair.js';

let dir: string;
let folder: DataFolder;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mammofed-pair-'));
  folder = await DataFolder.open(dir);
  const create = { width: 8193, height: 8192, channels: 3, background: 'black' } as const;
  await sharp({ create }).toColourspace('b-w').png({ compressionLevel: 1 }).toFile(join(dir, 'large.png'));
  await writeFile(join(dir, 'large.pgm'), 'P5 8193 8192 255\n');
  await writeFile(join(dir, 'damaged.png'), 'no image at all');
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('an image or mask that cannot be read', () => {
  it.each(['large.png', 'large.pgm'])('is to be made smaller if it is too large, with its mask: %s', async (name) => {
    await expect(readImage(folder, join(dir, name), name)).rejects.toMatchObject({
      code: 'unreadable-image',
      message:
        `${name} cannot be read: its 8193x8192 pixels are more than the 67108864 that are read (8192x8192, or another ` +
        'shape). Crop it or scale it down, and its mask, if there is one, in the same way.',
    });
  });

  it('is to be made smaller if it is too large, with its image', async () => {
    await expect(readMask(folder, join(dir, 'large.png'), 'masks/large.png')).rejects.toMatchObject({
      code: 'unreadable-mask',
      message: expect.stringMatching(
        /8193x8192 .* 67108864 .* Crop it or scale it down, and its image in the same way\.$/,
      ),
    });
  });

  it('is to be exported again if it is damaged', async () => {
    await expect(readImage(folder, join(dir, 'damaged.png'), 'damaged.png')).rejects.toMatchObject({
      code: 'unreadable-image',
      message: 'damaged.png cannot be read: it is not a PNG, JPEG or PGM file. Export it again.',
    });
  });
});
