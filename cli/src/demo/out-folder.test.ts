import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CliError } from '../errors.js';
import { DemoJournal } from './journal.js';
import { makeOutFolder, openOutFolder, releaseOutFolder } from './out-folder.js';

let root: string;
let out: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'mammofed-out-'));
  out = join(root, 'out');
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((reason: unknown) => reason);
  return error instanceof CliError ? `${error.code}: ${error.message}` : 'nothing refused';
}

describe('makeOutFolder', () => {
  it('replaces what an earlier demo wrote and nothing beside it', async () => {
    const first = await makeOutFolder(out, undefined, false);
    await mkdir(first.siteDir('north'));
    await writeFile(first.report, 'old');
    await writeFile(join(out, 'my-notes.txt'), 'keep');
    await releaseOutFolder(first);
    const second = await makeOutFolder(out, undefined, false);
    expect(existsSync(second.siteDir('north'))).toBe(false);
    expect(existsSync(second.report)).toBe(false);
    expect(existsSync(join(out, 'my-notes.txt'))).toBe(true);
  });

  it('leaves a folder alone that no demo wrote', async () => {
    await mkdir(join(out, 'sites'), { recursive: true });
    expect(await refusal(makeOutFolder(out, undefined, false))).toMatch(/^folder-in-use: .*no demo wrote/);
    expect(existsSync(join(out, 'sites'))).toBe(true);
  });

  it('takes an empty folder', async () => {
    await mkdir(out);
    await makeOutFolder(out, undefined, false);
    expect(existsSync(join(out, 'logs'))).toBe(true);
  });

  it('refuses a folder that another demo is at work in, a file, and data inside what it would replace', async () => {
    const folder = await makeOutFolder(out, undefined, false);
    expect(await refusal(makeOutFolder(out, undefined, false))).toMatch(`process ${process.pid}`);
    await releaseOutFolder(folder);
    await mkdir(folder.siteData('north'));
    expect(await refusal(makeOutFolder(out, folder.siteData('north'), false))).toMatch(/--data lies inside/);
    expect(existsSync(folder.siteData('north'))).toBe(true);
    await writeFile(join(root, 'file'), '');
    expect(await refusal(makeOutFolder(join(root, 'file'), undefined, false))).toMatch(/^folder-in-use/);
  });

  it('goes on only in a folder that a demo made and none is at work in, with a plan that can be read', async () => {
    await expect(openOutFolder(out)).rejects.toMatchObject({ code: 'nothing-to-resume' });
    const folder = await makeOutFolder(out, undefined, false);
    await expect(openOutFolder(out)).rejects.toMatchObject({ code: 'folder-in-use' });
    await releaseOutFolder(folder);
    await expect(DemoJournal.open(await openOutFolder(out))).rejects.toMatchObject({ code: 'nothing-to-resume' });
    await writeFile(folder.plan, JSON.stringify({ format: 99 }));
    await expect(DemoJournal.open(folder)).rejects.toThrow(/another version/);
  });

  it('lets nobody else in, or only pass', async () => {
    if (process.platform === 'win32') return;
    const mode = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
    const folder = await makeOutFolder(out, undefined, false);
    expect([await mode(out), await mode(folder.sites), await mode(folder.logs)]).toEqual([0o700, 0o700, 0o700]);
    await releaseOutFolder(folder);
    const passable = await makeOutFolder(out, undefined, true);
    expect([await mode(out), await mode(passable.sites)]).toEqual([0o711, 0o700]);
  });
});
