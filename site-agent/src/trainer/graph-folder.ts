import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { GraphCache } from '@mammofed/learning';
import { writeDurably } from '@mammofed/storage';
import { requireSpace } from '../disk-space.js';

/** A step has one to three MiB, so that those of a few runs stay. */
const MAX_GRAPHS_BYTES = 64 * 1024 * 1024;

/** What decides a graph beside the code of learning itself. */
const COMPILING_PACKAGES = ['@mammofed/learning', '@mammofed/core'];

export interface GraphFolderOptions {
  /** Says which code compiles; taken from the code that runs if not given. */
  readonly compiler?: string;
  readonly maxBytes?: number;
}

/**
 * Compiled steps in a folder, one file each under its key. A graph that cannot be read or kept is compiled again: no task
 * fails for that. Those that were longest not used go first when there are too many.
 */
export class GraphFolder implements GraphCache {
  readonly compiler: string;
  readonly #dir: string;
  readonly #maxBytes: number;

  /** @param dir - made when the first graph is kept. */
  constructor(dir: string, { compiler = compilerHere(), maxBytes = MAX_GRAPHS_BYTES }: GraphFolderOptions = {}) {
    this.compiler = compiler;
    this.#dir = dir;
    this.#maxBytes = maxBytes;
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    const path = join(this.#dir, key);
    try {
      const { size } = await stat(path);
      if (size > this.#maxBytes) return undefined;
      const now = new Date();
      await utimes(path, now, now);
      return await readFile(path);
    } catch {
      return undefined;
    }
  }

  async put(key: string, entry: Uint8Array): Promise<void> {
    if (entry.length > this.#maxBytes) return;
    try {
      await mkdir(this.#dir, { recursive: true, mode: 0o700 });
      await this.#makeRoom(entry.length, key);
      await requireSpace(this.#dir, entry.length);
      await writeDurably(join(this.#dir, key), entry);
    } catch {
      // A full disk, a folder that is not ours: the graph is compiled again next time.
    }
  }

  /** Removes what is too much beside a new entry, and what a crash left half-written. Other files are not touched. */
  async #makeRoom(byteLength: number, key: string): Promise<void> {
    const names = (await readdir(this.#dir)).filter((name) => name !== key && /^[0-9a-f]{64}(\.new)?$/.test(name));
    const entries = await Promise.all(
      names.map(async (name) => {
        const path = join(this.#dir, name);
        const { size, mtimeMs } = await stat(path);
        return { path, size, usedAtMs: name.endsWith('.new') ? -Infinity : mtimeMs };
      }),
    );
    let left = this.#maxBytes - byteLength;
    for (const { path, size, usedAtMs } of entries.sort((a, b) => b.usedAtMs - a.usedAtMs)) {
      left -= size;
      if (left < 0 || usedAtMs === -Infinity) await rm(path, { force: true });
    }
  }
}

/** The hash of every file of code that decides a graph, and the version of what runs it. */
function compilerHere(): string {
  const { resolve } = createRequire(import.meta.url);
  return codeHash(COMPILING_PACKAGES.map((name) => dirname(resolve(name))));
}

/** @param folders - of compiled code, with all that is below them. */
export function codeHash(folders: readonly string[]): string {
  const hash = createHash('sha256').update(process.versions.node);
  for (const folder of folders) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[jt]s$/.test(name));
    for (const name of names.sort()) hash.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
