import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EXTRA_WORDS, packedByteLength, type PackedLayout, type SiteId } from '@mammofed/core';
import { sha256OfFile, syncDirectory } from '@mammofed/storage';
import { MAX_CHUNK_BYTES, type AttemptRef } from '@mammofed/wire';
import { sayingWhere } from '../disk-full.js';

/** Which upload: one for each site in each attempt of a round. */
export interface UploadKey extends AttemptRef {
  readonly siteId: SiteId;
}

/** What an upload was announced as. */
export interface UploadClaim {
  readonly sha256: string;
  readonly byteLength: number;
}

/** Divides by the 2, 3 and 4 bytes of a word, and is close to a chunk. */
const PIECE_BYTES = 12 * 80 * 1024;
/** Of the words that follow the coordinates, which have 32 bits in every ring. */
const EXTRA_BYTES = 4 * EXTRA_WORDS;

const PARTIAL = 'payload.part';
const COMPLETE = 'payload';

/**
 * Uploads on disk: `<run>/<round>-<attempt>/<site>/payload`, called `payload.part` until it is whole and its hash matched.
 * A chunk counts once it is on the platter; an unacknowledged tail after a crash is written again.
 */
export class UploadStore {
  readonly #dir: string;

  private constructor(dir: string) {
    this.#dir = dir;
  }

  static async open(dir: string): Promise<UploadStore> {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    return new UploadStore(dir);
  }

  /**
   * @returns the first chunk that is not on disk, and whether the payload is whole and checked.
   * @throws CoordinatorError `disk-full`.
   */
  async begin(
    key: UploadKey,
    claim: UploadClaim,
  ): Promise<{ readonly nextChunk: number; readonly isComplete: boolean }> {
    return this.#begin(this.#folder(key), claim).catch((error: unknown) => {
      throw sayingWhere(error, this.#dir);
    });
  }

  async #begin(
    folder: string,
    claim: UploadClaim,
  ): Promise<{ readonly nextChunk: number; readonly isComplete: boolean }> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const complete = await sizeOf(join(folder, COMPLETE));
    if (complete === claim.byteLength) {
      return { nextChunk: Math.ceil(claim.byteLength / MAX_CHUNK_BYTES), isComplete: true };
    }
    const handle = await open(join(folder, PARTIAL), 'a', 0o600);
    await handle.close();
    await syncDirectory(folder);
    const partial = (await sizeOf(join(folder, PARTIAL))) ?? 0;
    return { nextChunk: Math.floor(Math.min(partial, claim.byteLength - 1) / MAX_CHUNK_BYTES), isComplete: false };
  }

  /** Writes one chunk; returns when it is on disk. @throws CoordinatorError `disk-full`; nothing of the chunk stays then. */
  async writeChunk(key: UploadKey, index: number, data: Uint8Array): Promise<void> {
    const handle = await open(join(this.#folder(key), PARTIAL), 'r+');
    const start = index * MAX_CHUNK_BYTES;
    try {
      let written = 0;
      while (written < data.length) {
        const { bytesWritten } = await handle.write(data, written, data.length - written, start + written);
        written += bytesWritten;
      }
      await handle.datasync();
    } catch (error) {
      // The file's length says how much of it is there, so nothing of a chunk that failed may stay.
      await handle.truncate(start).catch(() => undefined);
      throw sayingWhere(error, this.#dir);
    } finally {
      await handle.close();
    }
  }

  /** Checks the whole payload. @returns false, with the payload thrown away, if its length or hash is another. */
  async finish(key: UploadKey, claim: UploadClaim): Promise<boolean> {
    const folder = this.#folder(key);
    const partial = join(folder, PARTIAL);
    if ((await sizeOf(partial)) !== claim.byteLength || (await sha256OfFile(partial)) !== claim.sha256) {
      await this.discard(key);
      return false;
    }
    await rename(partial, join(folder, COMPLETE));
    await syncDirectory(folder);
    return true;
  }

  /** The checked payload, piece by piece: no piece splits a word of the ring. */
  async *pieces(key: UploadKey, layout: PackedLayout): AsyncIterable<Uint8Array> {
    const path = join(this.#folder(key), COMPLETE);
    const extraWordsAt = packedByteLength(layout) - EXTRA_BYTES;
    if (extraWordsAt > 0) yield* createReadStream(path, { end: extraWordsAt - 1, highWaterMark: PIECE_BYTES });
    yield* createReadStream(path, { start: extraWordsAt });
  }

  /** Throws away what a site uploaded in an attempt. */
  async discard(key: UploadKey): Promise<void> {
    await rm(this.#folder(key), { recursive: true, force: true });
  }

  /** Throws away everything of an attempt that is over: no site's update outlives its round. */
  async discardAttempt({ runId, round, attempt }: AttemptRef): Promise<void> {
    await rm(join(this.#dir, runId, `${round}-${attempt}`), { recursive: true, force: true });
  }

  /** At the start: throws away all attempts but `open`, which a crash may have left behind. */
  async discardAllBut(open: readonly AttemptRef[]): Promise<void> {
    const kept = new Set(open.map(({ runId, round, attempt }) => join(runId, `${round}-${attempt}`)));
    for (const run of await readdir(this.#dir, { withFileTypes: true })) {
      // What a file manager or a person put there is no upload.
      if (!run.isDirectory()) continue;
      for (const attempt of await readdir(join(this.#dir, run.name))) {
        const folder = join(run.name, attempt);
        if (!kept.has(folder)) await rm(join(this.#dir, folder), { recursive: true, force: true });
      }
    }
  }

  #folder({ runId, round, attempt, siteId }: UploadKey): string {
    return join(this.#dir, runId, `${round}-${attempt}`, siteId);
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
}
