import { createHash, randomBytes } from 'node:crypto';
import { appendFile, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '../../fixtures.test-support.js';
import { fileMetaBytes } from '../part10.js';
import { ObjectCache } from './object-cache.js';

const folder = temporaryFolders();
const CLASS = '1.2.840.10008.5.1.4.1.1.1.2';
const LARGE = 1_000_000;

function objectOf(sopUid: string, bytes = 100): Buffer {
  const head = fileMetaBytes({ sopClassUid: CLASS, sopUid, transferSyntaxUid: '1.2.840.10008.1.2.1' });
  return Buffer.concat([head, randomBytes(bytes)]);
}

async function keep(cache: ObjectCache, sopUid: string, content: Buffer): Promise<void> {
  const incoming = cache.begin();
  try {
    for (let at = 0; at < content.length; at += 64) incoming.write(content.subarray(at, at + 64));
    await cache.keep({ sopUid }, incoming);
  } catch (error) {
    cache.discard(incoming);
    throw error;
  }
}

let timeMs = 0;
const open = (dir: string, quotaBytes = LARGE): Promise<ObjectCache> =>
  ObjectCache.open(dir, quotaBytes, () => ++timeMs);
const inside = (dir: string, name: string): Promise<string[]> => readdir(join(dir, name)).then((names) => names.sort());

describe('the cache of fetched objects', () => {
  it('names an object by its content and knows it again', async () => {
    const dir = await folder();
    const content = objectOf('1.2.3', 100_000);
    const cache = await open(dir);
    await keep(cache, '1.2.3', content);
    await cache.layOut(['1.2.3', '1.2.4'], new Map([['1.2.3', 'benign']]));
    await cache.close();
    const name = `${createHash('sha256').update(content).digest('hex')}.dcm`;
    expect(await inside(dir, 'images')).toEqual([name, 'pathology.json']);
    expect(await readFile(join(dir, 'images', name))).toEqual(content);
    expect(JSON.parse(await readFile(join(dir, 'images', 'pathology.json'), 'utf8'))).toEqual({ [name]: 'benign' });

    const again = await open(dir);
    expect([again.has('1.2.3'), again.has('1.2.4')]).toEqual([true, false]);
    await again.layOut([], null);
    expect(await inside(dir, 'images')).toEqual([]);
    await again.close();
  });

  it('counts nothing that is half-written, unlisted, cut off or gone', async () => {
    const dir = await folder();
    const cache = await open(dir);
    for (const sopUid of ['1.1', '1.2', '1.3']) await keep(cache, sopUid, objectOf(sopUid));
    cache.begin().write(objectOf('1.4'));
    await cache.close();
    const listed = (await readFile(join(dir, 'index.jsonl'), 'utf8')).split('\n');
    const nameOf = (sopUid: string): string =>
      join(
        dir,
        'objects',
        `${/"sha256":"(\w+)"/.exec(listed.find((line) => line.includes(`"${sopUid}"`)) ?? '')?.[1]}.dcm`,
      );
    await truncate(nameOf('1.2'), 150);
    await writeFile(join(dir, 'objects', `${'0'.repeat(64)}.dcm`), 'from a crash before the index had it');
    await appendFile(join(dir, 'index.jsonl'), '{"sopUid":"1.5","sha2');

    const again = await open(dir);
    expect(['1.1', '1.2', '1.3', '1.4', '1.5'].map((sopUid) => again.has(sopUid))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
    expect(await inside(dir, 'objects')).toHaveLength(2);
    expect(await inside(dir, 'incoming')).toEqual([]);
    await again.close();
  });

  it('refuses what is not the object that was asked for', async () => {
    const dir = await folder();
    const cache = await open(dir);
    for (const content of [objectOf('1.2.4'), Buffer.from('no DICOM'), objectOf('1.2.3', 0), Buffer.alloc(0)]) {
      await expect(keep(cache, '1.2.3', content)).rejects.toMatchObject({ code: 'wrong-object' });
    }
    expect([cache.has('1.2.3'), await inside(dir, 'objects'), await inside(dir, 'incoming')]).toEqual([false, [], []]);
    await cache.close();
  });

  it('makes room by what was not used for the longest time, never by the cohort at hand', async () => {
    const dir = await folder();
    const size = objectOf('1.1').length;
    const cache = await open(dir, 3 * size);
    for (const sopUid of ['1.1', '1.2', '1.3']) await keep(cache, sopUid, objectOf(sopUid));
    await cache.layOut(['1.1', '1.2', '1.3'], null);
    await cache.pin(['1.1', '1.4', '1.5', '1.6']);
    await keep(cache, '1.4', objectOf('1.4'));
    expect(['1.1', '1.2', '1.3', '1.4'].map((sopUid) => cache.has(sopUid))).toEqual([true, false, true, true]);
    expect(await inside(dir, 'images')).toHaveLength(2);
    await keep(cache, '1.5', objectOf('1.5'));
    await expect(keep(cache, '1.6', objectOf('1.6'))).rejects.toMatchObject({ code: 'cache-full' });
    await expect(keep(cache, '1.6', objectOf('1.6', 4 * size))).rejects.toMatchObject({ code: 'object-too-large' });
    expect(await inside(dir, 'objects')).toHaveLength(3);
    await cache.close();
  });

  it('is one process’s at a time, and its owner’s alone', async () => {
    const dir = join(await folder(), 'pacs');
    const cache = await open(dir);
    expect((await stat(dir)).mode & 0o077).toBe(0);
    await cache.close();
  });
});
