import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { encodeModelFile } from '@mammofed/core';
import { temporaryFolders } from '../fixtures.test-support.js';
import { evaluateModel } from './evaluate.js';

const folder = temporaryFolders();

describe('an evaluation', () => {
  it('of a folder without a usable image says so, and what it counted', async () => {
    const dir = await folder();
    for (const name of ['images', 'masks']) await mkdir(join(dir, name));
    const modelPath = join(dir, 'model.safetensors');
    await writeFile(modelPath, encodeModelFile({ tensors: [], metadata: {} }));
    const described = {
      ...({ name: 'unet', width: 1 / 32, size: 16, study: 'empty' } as const),
      ...({ marginFraction: 0.1, window: { kind: 'percentiles' }, batchSize: 4 } as const),
    };
    const job = {
      ...({ kind: 'evaluate', part: 'all', tolerances: { mm: 2, px: 2 } } as const),
      ...{ modelPath, modelSha256: '', described, data: dir, out: null, force: false, threads: 1 },
    };
    const evaluation = evaluateModel(job, { progress: () => undefined, notice: () => undefined });
    await expect(evaluation).rejects.toMatchObject({
      code: 'nothing-to-measure',
      context: { train: 0, validation: 0, test: 0 },
    });
  });
});
