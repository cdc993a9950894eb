import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openSignerRequest, sodiumReady } from '@mammofed/privacy';
import { SignerFolder } from './signer-folder.js';

describe("a model signer's folder", () => {
  let dir: string;
  beforeAll(() => sodiumReady());
  beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'mammofed-signer-'))));
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const make = (): Promise<SignerFolder> => SignerFolder.make(join(dir, 's'), 'dr-weber', () => Promise.resolve(null));

  it('holds a key for its owner alone and the request that it signed, and is not made twice', async () => {
    const folder = await make();
    expect((await stat(join(dir, 's', 'signer.key'))).mode & 0o777).toBe(0o600);
    const { name, key } = openSignerRequest(await readFile(folder.requestFile, 'utf8'));
    const identity = await folder.unlock(() => Promise.reject(new Error('it has no passphrase')));
    expect([name, key]).toEqual(['dr-weber', Buffer.from(identity.publicKey).toString('hex')]);
    await expect(make()).rejects.toMatchObject({ code: 'folder-in-use' });
    await expect(SignerFolder.open(dir)).rejects.toMatchObject({ code: 'not-a-signer' });
  });

  it('keeps to the first consortium that it signs for', async () => {
    const folder = await make();
    expect(await folder.assertSignsFor('ab'.repeat(32))).toBe(true);
    expect(await folder.assertSignsFor('ab'.repeat(32))).toBe(false);
    await expect(folder.assertSignsFor('cd'.repeat(32))).rejects.toMatchObject({ code: 'other-consortium' });
  });
});
