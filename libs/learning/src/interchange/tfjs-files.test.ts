/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import { initialTensors } from '../initial-tensors.js';
import type { ModelSpec } from '../model-spec.js';
import { normals, randomWeights, relativeDifference } from '../reference.test-support.js';
import { tf, tfLayers } from '../tfjs.js';
import { Dropout } from '../models/layers/dropout.js';
import { Unpooling } from '../models/layers/unpooling.js';
import { describedToTfjs, loadedByTfjs, predictedByOnnxruntime, predictedByTfjs } from './exchange.test-support.js';
import { onnxFile } from './onnx-file.js';
import { stockModel } from './stock-model.js';
import { tfjsFiles } from './tfjs-files.js';

// Fixed: which of two nearly equal activations is the larger one may be decided by rounding, and an unpooling then puts a
// number elsewhere. What is wrong in a layer is wrong in every draw.
const seed = 1;
const MODELS: readonly ModelSpec[] = [
  { name: 'unet', width: 1 / 32, size: 16 },
  { name: 'unet-valid', width: 1 / 64, size: 18 },
  { name: 'deconvnet', width: 1 / 32, size: 37 },
  { name: 'fcn8s', width: 1 / 32, size: 64 },
  { name: 'attention-unet', width: 1 / 32, size: 32 },
  { name: 'residual-unet', width: 1 / 32, size: 64 },
];

describe.each(MODELS)(`a trained $name written for tfjs (seed ${seed})`, (spec) => {
  it('is loaded by tfjs without a class of ours, and gives onnxruntime’s probabilities within 1e-4', async () => {
    const weights = await randomWeights(spec, seed);
    const model = await loadedByTfjs(tfjsFiles(spec, weights, { study: 'masses' }));
    expect(model.layers.filter((layer) => layer.getClassName().startsWith('Mammofed'))).toEqual([]);
    expect(model.getUserDefinedMetadata()).toEqual({ study: 'masses' });
    const shape = [1, spec.size, spec.size, 1];
    const image = normals(seededRng('image', seed), spec.size ** 2);
    const byTfjs = await predictedByTfjs(model, shape, image);
    model.dispose();
    const byOnnxruntime = await predictedByOnnxruntime(onnxFile(spec, weights, {}), shape, image);
    expect(relativeDifference(byTfjs, byOnnxruntime)).toBeLessThan(1e-4);
    // Not a constant image, of which any two programs would agree.
    expect(Math.max(...byTfjs) - Math.min(...byTfjs)).toBeGreaterThan(0.01);
  });

  it('is the same files every time, others for other weights, and leaves the weights as they were', async () => {
    const weights = await initialTensors(spec, 1);
    const copies = weights.map(({ data }) => data.slice());
    const files = tfjsFiles(spec, weights, {});
    expect(tfjsFiles(spec, weights, {})).toEqual(files);
    expect(tfjsFiles(spec, await initialTensors(spec, 2), {})).not.toEqual(files);
    expect(weights.map(({ data }) => data)).toEqual(copies);
  });

  it('is refused with the weights of another model', async () => {
    const weights = await initialTensors({ ...spec, width: 1 / 8 }, 1);
    expect(() => tfjsFiles(spec, weights, {})).toThrow(expect.objectContaining({ code: 'wrong-weights' }));
  });
});

function unpoolingOfOddImages(): tfLayers.LayersModel {
  const values = tfLayers.input({ shape: [2, 2, 2], name: 'values' });
  const image = tfLayers.input({ shape: [5, 5, 2], name: 'image' });
  const pooled = tfLayers.layers.maxPooling2d({ poolSize: 2 }).apply(image) as tfLayers.SymbolicTensor;
  const outputs = new Unpooling('unpool').apply([values, image, pooled]) as tfLayers.SymbolicTensor;
  return tfLayers.model({ inputs: [values, image], outputs });
}

describe('what is written for tfjs', () => {
  it('is cut into files of 4 MiB, whichever tensor lies across a cut', async () => {
    const spec: ModelSpec = { name: 'unet', width: 1 / 4, size: 16 };
    const weights = await initialTensors(spec, 1);
    const files = tfjsFiles(spec, weights, {});
    expect(files.map(({ name }) => name)).toEqual(['group1-shard1of2.bin', 'group1-shard2of2.bin', 'model.json']);
    expect(files[0]?.bytes.length).toBe(4 * 1024 * 1024);
    const model = await loadedByTfjs(files);
    const last = model.weights.find(({ originalName }) => originalName === 'up0/conv1/kernel');
    expect(last?.read().dataSync()).toEqual(weights.find(({ name }) => name === 'up0/conv1/kernel')?.data);
    model.dispose();
  });

  it('puts unpooled values where max pooling found its largest, the first of equal ones, and nothing in odd rows', async () => {
    const model = await describedToTfjs(stockModel(unpoolingOfOddImages));
    const rng = seededRng('unpooling', seed);
    // Zeros and ones: nearly every window has several largest.
    const image = Float32Array.from({ length: 5 * 5 * 2 }, () => (rng.next() < 0.5 ? 1 : 0));
    const values = normals(rng, 2 * 2 * 2);
    const { actual, expected } = tf.tidy(() => {
      const [x, y] = [tf.tensor4d(image, [1, 5, 5, 2]), tf.tensor4d(values, [1, 2, 2, 2])];
      // The gradient of max pooling by its input.
      const unpooled = tf.grad((input) => tf.maxPool(input as tf.Tensor4D, 2, 2, 'valid'))(x, y);
      const byLayers = model.predict([y, x]) as tf.Tensor;
      return { actual: byLayers.dataSync().slice(), expected: tf.sigmoid(unpooled).dataSync().slice() };
    });
    model.dispose();
    expect(actual).toEqual(expected);
  });

  it('has no dropout, which changes nothing in inference', async () => {
    const input = tfLayers.input({ shape: [2, 2, 1], name: 'image' });
    const dropped = new Dropout('drop', 0.9).apply(input) as tfLayers.SymbolicTensor;
    const relu = tfLayers.layers.activation({ activation: 'relu', name: 'relu' });
    const outputs = relu.apply(dropped) as tfLayers.SymbolicTensor;
    const model = await describedToTfjs(stockModel(() => tfLayers.model({ inputs: input, outputs })));
    expect(model.layers.map(({ name }) => name)).toEqual(['image', 'relu', 'probabilities']);
    const probabilities = await predictedByTfjs(model, [1, 2, 2, 1], Float32Array.of(0, 1, 2, -3));
    model.dispose();
    expect([...probabilities]).toEqual([0, 1, 2, 0].map((x) => Math.fround(1 / (1 + Math.exp(-x)))));
  });

  it('is refused where a layer of ours has no translation, with its name', () => {
    class Strange extends tfLayers.layers.Layer {
      static readonly className = 'MammofedStrange';
    }
    const build = (): tfLayers.LayersModel => {
      const input = tfLayers.input({ shape: [4, 4, 1] });
      return tfLayers.model({
        inputs: input,
        outputs: new Strange({ name: 'odd' }).apply(input) as tfLayers.SymbolicTensor,
      });
    };
    expect(() => stockModel(build)).toThrow(
      expect.objectContaining({ code: 'not-exportable', context: { layer: 'odd' } }),
    );
  });
});
