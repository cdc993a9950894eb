import { mkdir, open, readdir, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { chunkCount, MAX_CHUNK_BYTES, MAX_MODEL_BYTES, type Chunk, type ModelRef } from '@mammofed/wire';
import { sha256Of, sha256OfFile, syncDirectory } from '@mammofed/storage';
import { abortable } from '../abort.js';
import type { Asker } from '../connection/link.js';
import { isDiskFull, requireSpace } from '../disk-space.js';
import { SiteError } from '../errors.js';
import { ChunkWindow } from './chunk-window.js';

/** Called after each chunk that is on disk. */
export type TransferProgress = (chunk: number, chunkTotal: number) => void;

const TRIES_PER_CHUNK = 3;
/** The newest model and the one before it: an evaluation may still wait for that. */
const MODELS_KEPT = 2;
const MODELS_KEPT_WHEN_SHORT = 0;

/** Models by their hash, fetched from the coordinator in chunks and checked before anybody reads them. */
export class ModelStore {
  readonly #dir: string;
  readonly #asker: Asker;

  constructor(dir: string, asker: Asker) {
    this.#dir = dir;
    this.#asker = asker;
  }

  /**
   * The file of a model; what is missing of it is fetched, from the last chunk on disk.
   * @returns its path.
   * @throws SiteError `refused-transfer`, `corrupt-model`, `disk-full`; the signal's reason.
   */
  async obtain(ref: ModelRef, signal: AbortSignal, onProgress: TransferProgress): Promise<string> {
    if (ref.byteLength > MAX_MODEL_BYTES) {
      throw new SiteError(
        'refused-transfer',
        `a model of ${ref.byteLength} bytes is above this site's limit of ${MAX_MODEL_BYTES}`,
      );
    }
    await mkdir(this.#dir, { recursive: true, mode: 0o700 });
    const path = join(this.#dir, ref.sha256);
    if (!(await this.#isWhole(path, ref))) await this.#fetchWhole(path, ref, signal, onProgress);
    // The time of last use decides which models stay.
    const now = new Date();
    await utimes(path, now, now);
    await this.#removeOld();
    return path;
  }

  async #isWhole(path: string, ref: ModelRef): Promise<boolean> {
    const found = await stat(path).catch(() => null);
    if (found === null) return false;
    if (found.size === ref.byteLength && (await sha256OfFile(path)) === ref.sha256) return true;
    await rm(path, { force: true });
    return false;
  }

  async #fetchWhole(path: string, ref: ModelRef, signal: AbortSignal, onProgress: TransferProgress): Promise<void> {
    const part = `${path}.part`;
    // Twice: what an earlier process left may be damaged (a power cut), a fresh copy may not.
    for (let attempt = 0; attempt < 2; attempt++) {
      await this.#fetchPart(part, ref, signal, onProgress);
      if ((await sha256OfFile(part)) === ref.sha256) {
        await rename(part, path);
        await syncDirectory(this.#dir);
        return;
      }
      await rm(part, { force: true });
    }
    throw new SiteError(
      'corrupt-model',
      'the model that the coordinator sends does not match its hash: it is not used',
    );
  }

  async #fetchPart(part: string, ref: ModelRef, signal: AbortSignal, onProgress: TransferProgress): Promise<void> {
    const total = chunkCount(ref.byteLength);
    const file = await open(part, 'a+', 0o600);
    try {
      const first = await wholeChunks(file, ref.byteLength);
      await this.#requireSpace(ref.byteLength - first * MAX_CHUNK_BYTES);
      // In order on disk, so that its length says how far it got.
      const underWay: Promise<Uint8Array>[] = [];
      const window = new ChunkWindow();
      try {
        for (let index = first, asked = first; index < total; index++) {
          for (; asked < total && underWay.length < window.size; asked++) {
            const chunk = this.#fetchChunk(ref, asked, signal, window);
            chunk.catch(() => undefined);
            underWay.push(chunk);
          }
          await file.appendFile(await abortable(underWay.shift() as Promise<Uint8Array>, signal));
          onProgress(index + 1, total);
        }
      } finally {
        await Promise.allSettled(underWay);
      }
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async #fetchChunk(ref: ModelRef, index: number, signal: AbortSignal, window: ChunkWindow): Promise<Uint8Array> {
    for (let attempt = 0; attempt < TRIES_PER_CHUNK; attempt++) {
      const askedAtMs = performance.now();
      const answer = await this.#asker.ask({ kind: 'chunk-request', sha256: ref.sha256, index }, signal);
      window.answered(performance.now() - askedAtMs);
      if (answer.kind === 'refused') {
        throw new SiteError(
          'refused-transfer',
          `the coordinator does not hand out the model (${answer.code}: ${answer.message})`,
        );
      }
      if (answer.kind === 'chunk' && isChunk(answer, ref, index)) return answer.data;
    }
    throw new SiteError('corrupt-model', `chunk ${index} of the model does not match its hash: it is not used`);
  }

  /** Room for what is fetched. Where it is short, the older models go first: they can be fetched again. */
  async #requireSpace(byteLength: number): Promise<void> {
    try {
      await requireSpace(this.#dir, byteLength);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      await this.#removeModelsBut(MODELS_KEPT_WHEN_SHORT);
      await requireSpace(this.#dir, byteLength);
    }
  }

  async #removeOld(): Promise<void> {
    await this.#removeModelsBut(MODELS_KEPT);
    for (const { path, isPart } of await this.#files()) if (isPart) await rm(path, { force: true });
  }

  async #removeModelsBut(kept: number): Promise<void> {
    const models = (await this.#files()).filter(({ isPart }) => !isPart).sort((a, b) => b.usedMs - a.usedMs);
    for (const { path } of models.slice(kept)) await rm(path, { force: true });
  }

  async #files(): Promise<{ path: string; isPart: boolean; usedMs: number }[]> {
    const names = await readdir(this.#dir);
    return Promise.all(
      names.map(async (name) => {
        const path = join(this.#dir, name);
        return { path, isPart: name.endsWith('.part'), usedMs: (await stat(path)).mtimeMs };
      }),
    );
  }
}
function isChunk({ sha256, index, data, chunkSha256 }: Chunk, ref: ModelRef, expectedIndex: number): boolean {
  const length = Math.min(MAX_CHUNK_BYTES, ref.byteLength - expectedIndex * MAX_CHUNK_BYTES);
  return sha256 === ref.sha256 && index === expectedIndex && data.length === length && sha256Of(data) === chunkSha256;
}

/**
 * Cuts off a chunk that was written in part, because the agent was killed or the disk was full.
 * @returns how many whole ones are there.
 */
async function wholeChunks(file: FileHandle, byteLength: number): Promise<number> {
  const { size } = await file.stat();
  const total = chunkCount(byteLength);
  // The last chunk may be shorter: all of them are there if the length is the model's; its hash says the rest.
  if (size === byteLength) return total;
  const whole = Math.min(Math.floor(size / MAX_CHUNK_BYTES), Math.max(0, total - 1));
  await file.truncate(whole * MAX_CHUNK_BYTES);
  return whole;
}
