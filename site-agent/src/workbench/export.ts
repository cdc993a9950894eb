import { readFile } from 'node:fs/promises';
import { decodeModelFile } from '@mammofed/core';
import { exportPrediction } from '@mammofed/learning';
import { writeDurably } from '@mammofed/storage';
import type { ExportJob } from './jobs.js';
import { complete, describeModel, specOf } from './model-metadata.js';
import { unwritable } from './output-folder.js';

/**
 * Writes a model as one ONNX file with its weights inside.
 * @returns how long the file is.
 * @throws SiteError `output-unwritable` | as `describeModel` and `complete`; CoreError `bad-model-file`; LearningError.
 */
export async function exportModel({ modelPath, described, out }: ExportJob): Promise<{ readonly byteLength: number }> {
  const { tensors, metadata } = decodeModelFile(await readFile(modelPath));
  const spec = specOf(complete(describeModel(metadata, described), ['name', 'width', 'size']));
  const bytes = exportPrediction(spec, tensors);
  try {
    await writeDurably(out, bytes, 0o644);
  } catch (error) {
    throw unwritable(out, error);
  }
  return { byteLength: bytes.length };
}
