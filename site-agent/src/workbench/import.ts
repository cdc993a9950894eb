import type { Stats } from 'node:fs';
import { lstat, open, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { encodeModelFile } from '@mammofed/core';
import { readOnnx, readTfjs, TFJS_MODEL_FILE, type ExchangeFile } from '@mammofed/learning';
import { sha256Of, writeDurably } from '@mammofed/storage';
import { SiteError } from '../errors.js';
import { derivedMetadata, importedMetadata } from './exported-metadata.js';
import type { ImportJob } from './jobs.js';
import { complete, describeModel, specOf } from './model-metadata.js';
import { unwritable } from './output-folder.js';

/** A file that is read for an import: as large as a model may be. */
const MAX_IMPORTED_BYTES = 1024 * 1024 * 1024;

/** What became of an import. */
export interface ImportResult {
  readonly sha256: string;
  readonly byteLength: number;
  /** The hash of the model that the file says it was exported from; null if it does not say. */
  readonly exportedFrom: string | null;
  /** Whether it is that model, bit for bit. */
  readonly isUnchanged: boolean;
}

/**
 * Makes a model file of an export, ONNX or tfjs: the same tensors bit for bit, and of an export that nobody changed the same
 * file. One that was changed no longer says which run made it.
 * @throws SiteError `unreadable-import`, `output-unwritable` | as `describeModel` and `complete`; LearningError.
 */
export async function importModel({ path, described, out }: ImportJob): Promise<ImportResult> {
  const file = await openExchange(path);
  const spec = specOf(complete(describeModel(file.metadata, described), ['name', 'width', 'size']));
  const tensors = await file.tensors(spec);
  const { metadata, exportedFrom } = importedMetadata(file.metadata, spec);
  const same = encodeModelFile({ tensors, metadata });
  const isUnchanged = exportedFrom === sha256Of(same);
  const bytes =
    isUnchanged || exportedFrom === null
      ? same
      : encodeModelFile({ tensors, metadata: derivedMetadata(metadata, exportedFrom) });
  try {
    await writeDurably(out, bytes, 0o644);
  } catch (error) {
    throw unwritable(out, error);
  }
  return { sha256: sha256Of(bytes), byteLength: bytes.length, exportedFrom, isUnchanged };
}

/** By its name: FILE.onnx, a model.json, or the folder that it lies in. */
async function openExchange(path: string): Promise<ExchangeFile> {
  const found = await stat(path).catch((error: unknown) => unreadable(path, reasonOf(error), error));
  if (found.isDirectory()) return openTfjs(path, TFJS_MODEL_FILE);
  switch (extname(path)) {
    case '.onnx':
      return readOnnx(await readBounded(path, found, MAX_IMPORTED_BYTES));
    case '.json':
      return openTfjs(dirname(path), basename(path));
    default:
      return unreadable(path, 'its name ends neither in .onnx nor in .json, and it is no folder');
  }
}

async function openTfjs(dir: string, name: string): Promise<ExchangeFile> {
  const modelJson = await readBeside(dir, name, MAX_IMPORTED_BYTES);
  return readTfjs(modelJson, (shard, maxBytes) => readBeside(dir, shard, maxBytes));
}

/** A link could lead anywhere, so that what lies beside a model must be a file itself. */
async function readBeside(dir: string, name: string, maxBytes: number): Promise<Uint8Array> {
  const path = join(dir, name);
  const found = await lstat(path).catch((error: unknown) => unreadable(path, reasonOf(error), error));
  return readBounded(path, found, maxBytes);
}

async function readBounded(path: string, found: Stats, maxBytes: number): Promise<Uint8Array> {
  if (!found.isFile()) return unreadable(path, 'it is not a plain file');
  if (found.size > maxBytes)
    return unreadable(path, `it has ${found.size} bytes, and at most ${maxBytes} are expected of it`);
  try {
    const handle = await open(path, 'r');
    try {
      const bytes = new Uint8Array(found.size);
      let at = 0;
      while (at < bytes.length) {
        const { bytesRead } = await handle.read(bytes, at, bytes.length - at, at);
        if (bytesRead === 0) return bytes.subarray(0, at);
        at += bytesRead;
      }
      return bytes;
    } finally {
      await handle.close();
    }
  } catch (error) {
    return unreadable(path, reasonOf(error), error);
  }
}

function reasonOf(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'there is no such file';
  return error instanceof Error ? error.message : String(error);
}

function unreadable(path: string, why: string, cause?: unknown): never {
  throw new SiteError('unreadable-import', `${path} cannot be imported: ${why}.`, {}, cause);
}
