import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { freeFile } from './free-file.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mammofed-free-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it('takes a new name; a file only by force; a folder or a link never', async () => {
  const file = join(dir, 'a');
  expect(await freeFile(file, false)).toBe(file);
  await writeFile(file, '');
  await symlink(file, join(dir, 'link'));
  expect(await freeFile(file, true)).toBe(file);
  await expect(freeFile(file, false)).rejects.toMatchObject({ code: 'output-exists' });
  await expect(freeFile(dir, true)).rejects.toMatchObject({ code: 'output-exists' });
  await expect(freeFile(join(dir, 'link'), true)).rejects.toMatchObject({ code: 'output-exists' });
});
