import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeModelFile, elementCount, sha256Hex, type ModelFile, type Sha256Hex } from '@mammofed/core';
import { sha256Of, sha256OfFile, syncDirectory } from '@mammofed/storage';
import { MAX_CHUNK_BYTES, MAX_MODEL_BYTES } from '@mammofed/wire';
import { sayingWhere } from '../disk-full.js';
import { CoordinatorError } from '../errors.js';
import { readModelMetadata } from './model-metadata.js';

export interface StoredModel {
  readonly sha256: Sha256Hex;
  readonly byteLength: number;
}

/** A model as a list shows it. */
export interface ListedModel extends StoredModel {
  /** What its file says of it; empty for bytes that are no model. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface TensorOutline {
  readonly name: string;
  /** Number of elements. */
  readonly size: number;
  /** The largest magnitude of its elements. */
  readonly largestWeight: number;
}

/** Models by the SHA-256 of their bytes. What lies under a hash is complete; what does not match it is never handed out. */
export class ModelStore {
  readonly #dir: string;
  /** Files whose hash was checked by this process. */
  readonly #verified = new Map<Sha256Hex, Promise<StoredModel>>();
  /** A file under a hash never changes. */
  readonly #listed = new Map<Sha256Hex, ListedModel>();
  readonly #outlines = new Map<Sha256Hex, readonly TensorOutline[]>();

  private constructor(dir: string) {
    this.#dir = dir;
  }

  /** Opens the store and removes what an interrupted write left. */
  static async open(dir: string): Promise<ModelStore> {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    for (const name of await readdir(dir)) {
      if (name.endsWith('.part')) await rm(join(dir, name));
    }
    return new ModelStore(dir);
  }

  /**
   * Stores a model as it arrives, hashing on the way; memory holds one piece at a time.
   * @throws CoordinatorError `too-large` beyond `maxBytes`, `disk-full`; nothing is kept then.
   */
  async put(
    pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    maxBytes = MAX_MODEL_BYTES,
  ): Promise<StoredModel> {
    const temporary = join(this.#dir, `${randomUUID()}.part`);
    const hash = createHash('sha256');
    let byteLength = 0;
    try {
      const handle = await open(temporary, 'wx', 0o600);
      try {
        for await (const piece of pieces) {
          byteLength += piece.length;
          if (byteLength > maxBytes) {
            throw new CoordinatorError('too-large', `a model may have at most ${maxBytes} bytes`, { maxBytes });
          }
          hash.update(piece);
          await handle.writeFile(piece);
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      const sha256 = sha256Hex(hash.digest('hex'));
      await rename(temporary, this.#path(sha256));
      await syncDirectory(this.#dir);
      const stored = { sha256, byteLength };
      this.#verified.set(sha256, Promise.resolve(stored));
      return stored;
    } catch (error) {
      await rm(temporary, { force: true });
      throw sayingWhere(error, this.#dir);
    }
  }

  /**
   * Checks that a model is there and sound (its hash is computed once in the life of the process).
   * @throws CoordinatorError `not-found` | `corrupt-content`.
   */
  verified(sha256: Sha256Hex): Promise<StoredModel> {
    let check = this.#verified.get(sha256);
    if (check === undefined) {
      check = this.#verify(sha256);
      this.#verified.set(sha256, check);
      // A failure is not remembered: the file may be put back.
      check.catch(() => this.#verified.delete(sha256));
    }
    return check;
  }

  /** Every model of the store, in the order of the hashes. It reads headers alone: what a damaged file holds is seen by {@link verified}. */
  async list(): Promise<ListedModel[]> {
    const names = (await readdir(this.#dir)).filter((name) => /^[0-9a-f]{64}$/.test(name)).sort();
    const models: ListedModel[] = [];
    for (const sha256 of names.map(sha256Hex)) {
      let listed = this.#listed.get(sha256);
      if (listed === undefined) {
        const path = this.#path(sha256);
        listed = { sha256, byteLength: (await stat(path)).size, metadata: await readModelMetadata(path) };
        this.#listed.set(sha256, listed);
      }
      models.push(listed);
    }
    return models;
  }

  /** The whole model. @throws CoordinatorError `not-found` | `corrupt-content`; CoreError `bad-model-file`. */
  async read(sha256: Sha256Hex): Promise<ModelFile> {
    const bytes = await readFile(this.#path(sha256)).catch((error: unknown) => this.#absent(sha256, error));
    if (sha256Of(bytes) !== sha256) this.#corrupt(sha256);
    return decodeModelFile(bytes);
  }

  /** {@link outlineOf} the model. @throws as {@link read}. */
  async outline(sha256: Sha256Hex): Promise<readonly TensorOutline[]> {
    let outline = this.#outlines.get(sha256);
    if (outline === undefined) {
      outline = outlineOf((await this.read(sha256)).tensors);
      this.#outlines.set(sha256, outline);
    }
    return outline;
  }

  /**
   * Chunk `index` of a model, at most 1 MiB.
   * @throws CoordinatorError `not-found` (also beyond the end) | `corrupt-content`.
   */
  async readChunk(sha256: Sha256Hex, index: number): Promise<Uint8Array> {
    const { byteLength } = await this.verified(sha256);
    const start = index * MAX_CHUNK_BYTES;
    if (start >= byteLength) {
      throw new CoordinatorError('not-found', `model ${sha256} has no chunk ${index}`, { sha256, index });
    }
    const data = new Uint8Array(Math.min(MAX_CHUNK_BYTES, byteLength - start));
    const handle = await open(this.#path(sha256), 'r').catch((error: unknown) => this.#absent(sha256, error));
    try {
      const { bytesRead } = await handle.read(data, 0, data.length, start);
      if (bytesRead !== data.length) this.#corrupt(sha256);
    } finally {
      await handle.close();
    }
    return data;
  }

  /** The model's bytes for a download by the administrator. @throws as {@link verified}. */
  async stream(sha256: Sha256Hex): Promise<{ readonly byteLength: number; readonly stream: ReadStream }> {
    const { byteLength } = await this.verified(sha256);
    return { byteLength, stream: createReadStream(this.#path(sha256)) };
  }

  async #verify(sha256: Sha256Hex): Promise<StoredModel> {
    const { size } = await stat(this.#path(sha256)).catch((error: unknown) => this.#absent(sha256, error));
    if ((await sha256OfFile(this.#path(sha256))) !== sha256) this.#corrupt(sha256);
    return { sha256, byteLength: size };
  }

  #path(sha256: Sha256Hex): string {
    return join(this.#dir, sha256);
  }

  #absent(sha256: Sha256Hex, cause: unknown): never {
    throw new CoordinatorError('not-found', `there is no model ${sha256}`, { sha256 }, cause);
  }

  #corrupt(sha256: Sha256Hex): never {
    throw new CoordinatorError(
      'corrupt-content',
      `the stored model ${sha256} does not match its hash: the disk or somebody changed it; restore it from a backup`,
      { sha256 },
    );
  }
}

/** What the coordinator has to know of each tensor, in the model's order. */
export function outlineOf(tensors: ModelFile['tensors']): readonly TensorOutline[] {
  return tensors.map(({ name, shape, data }) => ({
    name,
    size: elementCount(shape),
    largestWeight: data.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0),
  }));
}
