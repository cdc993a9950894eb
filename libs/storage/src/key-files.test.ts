import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateIdentity, Secret, sodiumReady } from '@mammofed/privacy';
import { readIdentity, unlockIdentity, writeIdentity, writeSealedIdentity } from './key-files.js';

let root: string;
let identity: string;
beforeAll(async () => {
  await sodiumReady();
  root = await mkdtemp(join(tmpdir(), 'mammofed-keys-'));
  identity = join(root, 'identity.key');
  await writeIdentity(identity, generateIdentity());
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'nothing refused',
    (error: { code?: unknown }) => error.code,
  );
}

describe('key files', () => {
  it('hold an identity that only their owner can read', async () => {
    const written = generateIdentity();
    const path = join(root, 'another.key');
    await writeIdentity(path, written);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const read = await readIdentity(path);
    expect([read.publicKey, read.secretKey.reveal()]).toEqual([written.publicKey, written.secretKey.reveal()]);
  });

  it.each([0o640, 0o604, 0o660])('are refused when others have rights to them (%o)', async (mode) => {
    await chmod(identity, mode);
    expect(await refusal(readIdentity(identity))).toBe('unsafe-key-file');
    await chmod(identity, 0o600);
    expect(await refusal(readIdentity(identity))).toBe('nothing refused');
  });

  it('under a passphrase are opened with it alone; without one nobody is asked for it', async () => {
    const written = generateIdentity();
    const path = join(root, 'sealed.key');
    const words = (text: string) => () => Promise.resolve(new Secret(new TextEncoder().encode(text)));
    await writeSealedIdentity(path, written, await words('a b')(), { passes: 1, memoryBytes: 8 * 1024 ** 2 });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const read = await unlockIdentity(path, words('a b'));
    expect([read.publicKey, read.secretKey.reveal()]).toEqual([written.publicKey, written.secretKey.reveal()]);
    expect(await refusal(unlockIdentity(path, words('a c')))).toBe('wrong-passphrase');
    expect(await refusal(readIdentity(path))).toBe('corrupt-key-file');
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, -9));
    expect(await refusal(unlockIdentity(path, words('a b')))).toBe('corrupt-key-file');
    const nobody = () => Promise.reject(new Error('asked'));
    expect(await refusal(unlockIdentity(identity, nobody))).toBe('nothing refused');
  });

  it('are refused when they are missing, cut or put together from two keys', async () => {
    const whole = await readFile(identity, 'utf8');
    expect(await refusal(readIdentity(join(root, 'nowhere')))).toBe('missing-key-file');
    await writeFile(identity, whole.slice(0, 100));
    expect(await refusal(readIdentity(identity))).toBe('corrupt-key-file');
    await writeFile(identity, `${'0'.repeat(64)}${whole.slice(64)}`);
    expect(await refusal(readIdentity(identity))).toBe('corrupt-key-file');
    await writeFile(identity, whole);
    expect(await refusal(readIdentity(identity))).toBe('nothing refused');
  });
});
