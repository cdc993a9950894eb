import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OutputFolder } from './output-folder.js';

let root: string;
let out: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'mammofed-output-'));
  out = join(root, 'out');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const open = (force = false): Promise<OutputFolder> => OutputFolder.open({ dir: out, force });

describe('the folder for results', () => {
  it('is made, receives files and folders, and nothing half-written stays', async () => {
    const folder = await open();
    await folder.claim(['a.png', 'overlays/1.png']);
    await folder.write('a.png', 'a');
    await folder.write('overlays/1.png', Uint8Array.of(1));
    expect((await readdir(out)).sort()).toEqual(['a.png', 'overlays']);
    expect(await folder.list('overlays')).toEqual(['1.png']);
    await folder.remove('overlays/1.png');
    expect(await folder.list('overlays')).toEqual([]);
  });

  it('keeps what is there unless forced', async () => {
    await mkdir(out);
    await writeFile(join(out, 'a.png'), 'mine');
    await expect((await open()).claim(['b.png', 'a.png'])).rejects.toMatchObject({ code: 'output-exists' });
    await (await open()).claim(['b.png']);
    const forced = await open(true);
    await forced.claim(['a.png']);
    await forced.write('a.png', 'new');
    expect(await readFile(join(out, 'a.png'), 'utf8')).toBe('new');
  });

  it('never replaces an input, also by force and through links', async () => {
    await mkdir(out);
    const image = join(out, 'scan-mask.png');
    await writeFile(image, 'image');
    await symlink(out, join(root, 'elsewhere'));
    await symlink(image, join(out, 'b-mask.png'));
    const folder = await open(true);
    for (const input of [image, join(root, 'elsewhere', 'scan-mask.png')])
      await expect(folder.claim(['scan-mask.png'], [input])).rejects.toMatchObject({ code: 'unsafe-output' });
    await expect(folder.claim(['b-mask.png'], [image])).rejects.toMatchObject({ code: 'unsafe-output' });
  });

  it('writes nothing outside, whatever names ask for and whatever links lie in it', async () => {
    const outside = join(root, 'outside');
    await mkdir(outside);
    await mkdir(out);
    await symlink(outside, join(out, 'overlays'));
    await symlink(join(outside, 'target'), join(out, 'a.png'));
    const folder = await open(true);
    for (const name of ['../a.png', '/a.png', 'overlays/1.png', '..', '.'])
      await expect(folder.write(name, 'x')).rejects.toMatchObject({ code: 'unsafe-output' });
    await folder.write('a.png', 'x');
    expect(await readFile(join(out, 'a.png'), 'utf8')).toBe('x');
    expect(await readdir(outside)).toEqual([]);
  });

  it('is refused where a file is, or where the system does not let it be', async () => {
    await writeFile(out, '');
    await expect(open()).rejects.toMatchObject({ code: 'output-exists' });
    await expect(OutputFolder.open({ dir: join(out, 'below'), force: false })).rejects.toMatchObject({
      code: 'output-unwritable',
    });
  });
});
