/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng, type NamedTensor } from '@mammofed/core';
import { OTHER_NETWORKS, SMOOTH_NETWORKS, specOf } from '../own-networks.test-support.js';
import { freshSeed, normals, randomWeights, relativeDifference } from '../reference.test-support.js';
import { fileNamed, loadedByTfjs, predictedByOnnxruntime, predictedByTfjs } from './exchange.test-support.js';
import { onnxFile } from './onnx-file.js';
import { readOnnx } from './read-onnx.js';
import { readTfjs } from './read-tfjs.js';
import { TFJS_MODEL_FILE, tfjsFiles } from './tfjs-files.js';

const seed = freshSeed();
const [withGroups, ...exported] = [...SMOOTH_NETWORKS, ...OTHER_NETWORKS];

function bitsOf(tensors: readonly NamedTensor[]): unknown {
  return tensors.map(({ name, data }) => [name, Buffer.from(data.slice().buffer).toString('hex')]);
}

describe.each(exported)(`$what, brought along and trained (seed ${seed})`, ({ json }) => {
  const spec = specOf(json());

  it('is loaded by tfjs without a class of ours, and gives onnxruntime’s probabilities within 1e-4', async () => {
    const weights = await randomWeights(spec, seed);
    const model = await loadedByTfjs(tfjsFiles(spec, weights, {}));
    const shape = [1, spec.size, spec.size, 1];
    const image = normals(seededRng('image', seed), spec.size ** 2);
    const byTfjs = await predictedByTfjs(model, shape, image);
    model.dispose();
    const byOnnxruntime = await predictedByOnnxruntime(onnxFile(spec, weights, {}), shape, image);
    expect(relativeDifference(byTfjs, byOnnxruntime)).toBeLessThan(1e-4);
    expect(Math.max(...byTfjs) - Math.min(...byTfjs)).toBeGreaterThan(0.01);
  });

  it('comes back from tfjs and from ONNX bit for bit, and as no other network', async () => {
    const weights = await randomWeights(spec, seed);
    const files = tfjsFiles(spec, weights, {});
    const read = [
      readTfjs(fileNamed(files, TFJS_MODEL_FILE), async (name) => fileNamed(files, name)),
      readOnnx(onnxFile(spec, weights, {})),
    ];
    const other = specOf(withGroups?.json());
    for (const file of read) {
      expect(bitsOf(await file.tensors(spec))).toEqual(bitsOf(weights));
      await expect(file.tensors(other)).rejects.toMatchObject({
        code: expect.stringMatching(/^(foreign-model|not-exportable)$/),
      });
    }
  });
});

describe('a study’s own network with group normalization', () => {
  it('leaves as ONNX, and not for tfjs, which has no such layer', async () => {
    const spec = specOf(withGroups?.json());
    const weights = await randomWeights(spec, seed);
    expect(bitsOf(await readOnnx(onnxFile(spec, weights, {})).tensors(spec))).toEqual(bitsOf(weights));
    expect(() => tfjsFiles(spec, weights, {})).toThrow(
      expect.objectContaining({ code: 'not-exportable', message: expect.stringContaining('down/norm') }),
    );
  });
});
