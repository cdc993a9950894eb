import { open, readFile, type FileHandle } from 'node:fs/promises';
import { sha256Hex, type Sha256Hex } from '@mammofed/core';
import { writeDurably } from '@mammofed/storage';
import { z } from 'zod';
import { isUid } from '../found.js';

/** Which file of the cache is which SOP instance. */
export interface CachedObject {
  readonly sopUid: string;
  readonly sha256: Sha256Hex;
  readonly bytes: number;
  /** When a cohort last had it, in ms since 1970. */
  readonly usedAtMs: number;
}

const lineSchema = z.strictObject({
  sopUid: z.string().refine(isUid),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1),
  usedAtMs: z.number().min(0),
});

/**
 * The index of the cache: a line of JSON for each object that was kept or used. The last line of an object counts; a line
 * that a crash cut off counts for nothing, and its object is fetched again.
 */
export class CacheIndex {
  private constructor(
    private readonly entries: Map<string, CachedObject>,
    private readonly file: FileHandle,
  ) {}

  /** @param isThere - whether the file of an entry is in the cache; the others are forgotten. */
  static async open(path: string, isThere: (entry: CachedObject) => Promise<boolean>): Promise<CacheIndex> {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    });
    const entries = new Map<string, CachedObject>();
    for (const line of text.split('\n')) {
      const entry = entryOf(line);
      if (entry !== null) entries.set(entry.sopUid, entry);
    }
    for (const entry of entries.values()) if (!(await isThere(entry))) entries.delete(entry.sopUid);
    await writeDurably(path, [...entries.values()].map(lineOf).join(''), 0o600);
    return new CacheIndex(entries, await open(path, 'a', 0o600));
  }

  get(sopUid: string): CachedObject | undefined {
    return this.entries.get(sopUid);
  }

  all(): readonly CachedObject[] {
    return [...this.entries.values()];
  }

  /** On disk when this returns. */
  async put(entry: CachedObject): Promise<void> {
    await this.file.appendFile(lineOf(entry));
    await this.file.datasync();
    this.entries.set(entry.sopUid, entry);
  }

  /** Forgotten at once; on disk, when it is opened the next time and the file is gone. */
  remove(sopUid: string): void {
    this.entries.delete(sopUid);
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

function lineOf(entry: CachedObject): string {
  return `${JSON.stringify(entry)}\n`;
}

function entryOf(line: string): CachedObject | null {
  if (line === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const parsed = lineSchema.safeParse(value);
  return parsed.success ? { ...parsed.data, sha256: sha256Hex(parsed.data.sha256) } : null;
}
