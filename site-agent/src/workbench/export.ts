import { readFile } from 'node:fs/promises';
import { decodeModelFile } from '@mammofed/core';
import { onnxFile, tfjsFiles, type WrittenFile } from '@mammofed/learning';
import { sha256Of, writeDurably } from '@mammofed/storage';
import { exportedMetadata } from './exported-metadata.js';
import type { ExportJob } from './jobs.js';
import { complete, describeModel, specOf } from './model-metadata.js';
import { OutputFolder, unwritable } from './output-folder.js';

/** A person asked for these files, and no patient is in them. */
const FILE_MODE = 0o644;

/**
 * Writes a model with its weights and metadata for other programs: `onnx` as one file, `tfjs` as a folder.
 * @returns how long the files are together.
 * @throws SiteError `output-unwritable`, `output-exists`, `unsafe-output` | as `describeModel` and `complete`; CoreError
 * `bad-model-file`; LearningError.
 */
export async function exportModel(job: ExportJob): Promise<{ readonly byteLength: number }> {
  const { modelPath, described, format, out } = job;
  const bytes = await readFile(modelPath);
  const { tensors, metadata } = decodeModelFile(bytes);
  const spec = specOf(complete(describeModel(metadata, described), ['name', 'width', 'size']));
  const texts = exportedMetadata(metadata, spec, sha256Of(bytes));
  switch (format) {
    case 'onnx':
      return writeFile(out, onnxFile(spec, tensors, texts));
    case 'tfjs':
      return writeFolder(job, tfjsFiles(spec, tensors, texts));
  }
}

async function writeFile(out: string, bytes: Uint8Array): Promise<{ readonly byteLength: number }> {
  try {
    await writeDurably(out, bytes, FILE_MODE);
  } catch (error) {
    throw unwritable(out, error);
  }
  return { byteLength: bytes.length };
}

async function writeFolder(
  { out, force, modelPath }: ExportJob,
  files: readonly WrittenFile[],
): Promise<{ readonly byteLength: number }> {
  const output = await OutputFolder.open({ dir: out, force });
  await output.claim(
    files.map(({ name }) => name),
    [modelPath],
  );
  // An earlier export may have had more of them.
  for (const name of await output.list())
    if (force && /^group1-shard\d+of\d+\.bin$/.test(name)) await output.remove(name);
  for (const { name, bytes } of files) await output.write(name, bytes, FILE_MODE);
  return { byteLength: files.reduce((sum, { bytes }) => sum + bytes.length, 0) };
}
