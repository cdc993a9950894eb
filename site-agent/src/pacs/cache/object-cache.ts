import { copyFile, link, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderLock, makeFolder, syncDirectory, writeDurably } from '@mammofed/storage';
import { SiteError } from '../../errors.js';
import type { FoundInstance, Receiver } from '../found.js';
import { readFileMeta } from '../part10.js';
import { CacheIndex, type CachedObject } from './cache-index.js';
import { IncomingObject } from './incoming-object.js';

/** The longest object that is taken, whatever the quota: a tomosynthesis of one breast is some hundred MB. */
const MAX_OBJECT_BYTES = 2 * 1024 ** 3;

const OBJECT_NAME = /^[0-9a-f]{64}\.dcm$/;

/**
 * What was fetched from the PACS, by its SHA-256. Objects of the cohort at hand stay; of the others the least recently used
 * go when the quota needs their room. A half-written file lies elsewhere and never counts.
 */
export class ObjectCache implements Receiver {
  #nextIncoming = 0;
  /** SOP instances that must not be evicted. */
  #pinned: ReadonlySet<string> = new Set();

  private constructor(
    private readonly dir: string,
    private readonly index: CacheIndex,
    private readonly lock: FolderLock,
    private readonly quotaBytes: number,
    private readonly nowMs: () => number,
  ) {}

  /**
   * @param dir - made if it is not there; one process at a time works on it.
   * @throws StorageError `folder-in-use`.
   */
  static async open(dir: string, quotaBytes: number, nowMs: () => number): Promise<ObjectCache> {
    for (const each of [dir, join(dir, 'objects'), join(dir, 'images')]) await makeFolder(each, 0o700);
    const lock = await FolderLock.take(join(dir, 'lock'));
    try {
      // What an interrupted fetch left.
      await rm(join(dir, 'incoming'), { recursive: true, force: true });
      await makeFolder(join(dir, 'incoming'), 0o700);
      const index = await CacheIndex.open(join(dir, 'index.jsonl'), async ({ sha256, bytes }) => {
        const found = await stat(join(dir, 'objects', `${sha256}.dcm`)).catch(() => null);
        return found !== null && found.isFile() && found.size === bytes;
      });
      const cache = new ObjectCache(dir, index, lock, quotaBytes, nowMs);
      await cache.#removeUnlisted();
      return cache;
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  /** The data folder: the objects of the last cohort. */
  get imagesDir(): string {
    return join(this.dir, 'images');
  }

  async close(): Promise<void> {
    await this.index.close();
    await this.lock.release();
  }

  has(sopUid: string): boolean {
    return this.index.get(sopUid) !== undefined;
  }

  /** Says which objects are wanted now: these stay. */
  async pin(sopUids: readonly string[]): Promise<void> {
    this.#pinned = new Set(sopUids);
    for (const sopUid of sopUids) {
      const entry = this.index.get(sopUid);
      if (entry !== undefined) await this.index.put({ ...entry, usedAtMs: this.nowMs() });
    }
  }

  begin(): IncomingObject {
    const path = join(this.dir, 'incoming', String(this.#nextIncoming++));
    return new IncomingObject(path, Math.min(MAX_OBJECT_BYTES, this.quotaBytes));
  }

  discard(incoming: IncomingObject): void {
    incoming.discard();
  }

  /** @throws SiteError `wrong-object` if it is not the DICOM file that was asked for; `cache-full`. */
  async keep({ sopUid }: Pick<FoundInstance, 'sopUid'>, incoming: IncomingObject): Promise<void> {
    const meta = readFileMeta(incoming.head);
    if (meta?.sopUid !== sopUid || incoming.byteCount <= meta.datasetOffset) {
      const what = meta === null ? 'something that is not a DICOM file' : 'another object than the one asked for';
      throw new SiteError(
        'wrong-object',
        `The PACS sent ${what}. It was not kept; report it to the PACS's administrators.`,
      );
    }
    const bytes = incoming.byteCount;
    await this.#makeRoom(bytes);
    const sha256 = incoming.finish();
    await rename(incoming.path, this.#pathOf({ sha256 }));
    await syncDirectory(join(this.dir, 'objects'));
    await this.index.put({ sopUid, sha256, bytes, usedAtMs: this.nowMs() });
  }

  /**
   * Makes the data folder hold the objects of a cohort, and no others, and beside them what is known of them: pathology.json,
   * `benign` or `malignant` by the name of a file.
   * @param pathology - by SOP Instance UID; null: nobody said.
   */
  async layOut(sopUids: readonly string[], pathology: ReadonlyMap<string, string> | null): Promise<void> {
    const wanted = new Map<string, CachedObject>();
    for (const sopUid of sopUids) {
      const entry = this.index.get(sopUid);
      if (entry !== undefined) wanted.set(`${entry.sha256}.dcm`, entry);
    }
    const present = new Set((await readdir(this.imagesDir)).filter((name) => OBJECT_NAME.test(name)));
    for (const name of present) if (!wanted.has(name)) await rm(join(this.imagesDir, name));
    for (const [name, entry] of wanted) {
      if (present.has(name)) continue;
      const to = join(this.imagesDir, name);
      // The same file under a second name; a copy where the file system knows none.
      await link(this.#pathOf(entry), to).catch(() => copyFile(this.#pathOf(entry), to));
    }
    await syncDirectory(this.imagesDir);
    const beside = join(this.imagesDir, 'pathology.json');
    if (pathology === null) return rm(beside, { force: true });
    const known = [...wanted].flatMap(([name, { sopUid }]) => {
      const said = pathology.get(sopUid);
      return said === undefined ? [] : [[name, said] as const];
    });
    await writeDurably(
      beside,
      `${JSON.stringify(Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`,
    );
  }

  async #makeRoom(bytes: number): Promise<void> {
    let usedBytes = this.index.all().reduce((sum, entry) => sum + entry.bytes, 0);
    const idle = this.index
      .all()
      .filter(({ sopUid }) => !this.#pinned.has(sopUid))
      .sort((a, b) => a.usedAtMs - b.usedAtMs);
    for (const entry of idle) {
      if (usedBytes + bytes <= this.quotaBytes) return;
      this.index.remove(entry.sopUid);
      usedBytes -= entry.bytes;
      if (this.index.all().some(({ sha256 }) => sha256 === entry.sha256)) continue;
      for (const path of [this.#pathOf(entry), join(this.imagesDir, `${entry.sha256}.dcm`)])
        await rm(path, { force: true });
    }
    if (usedBytes + bytes > this.quotaBytes) {
      throw new SiteError(
        'cache-full',
        `The cohort does not fit into ${this.quotaBytes} bytes: raise cache.quotaBytes in pacs.yaml, or narrow the cohort.`,
        { quotaBytes: this.quotaBytes },
      );
    }
  }

  /** Files that a crash left before the index had them: nobody would count or evict them. */
  async #removeUnlisted(): Promise<void> {
    const listed = new Set(this.index.all().map(({ sha256 }) => `${sha256}.dcm`));
    for (const name of await readdir(join(this.dir, 'objects'))) {
      if (!listed.has(name)) await rm(join(this.dir, 'objects', name), { force: true });
    }
  }

  #pathOf({ sha256 }: Pick<CachedObject, 'sha256'>): string {
    return join(this.dir, 'objects', `${sha256}.dcm`);
  }
}
