/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng } from '@mammofed/core';
import { compileStep, nextState, STEP_PORTS, type CompiledStep } from './compile-step.js';
import { targetHere } from './engine/channel-block.js';
import { floatsOf, floatTensor, GraphSession, type Ports } from './engine/graph-session.js';
import { LearningError } from './errors.js';
import { LAYER_CASES, type LayerCase } from './layer-cases.test-support.js';
import type { PerExampleClip } from './per-example.js';
import { freshSeed, normals, relativeDifference } from './reference.test-support.js';
import { tf } from './tfjs.js';
import { weightsOf } from './tiny-networks.test-support.js';

const seed = freshSeed();
const PIXELS = 8 * 8;
const IMAGES = normals(seededRng('images', seed), 2 * PIXELS);

/** What has no gradient for each image here, or none that is told apart. */
const REFUSED: Readonly<Record<string, string>> = {
  'batch normalization': 'dp-batch-statistics',
  'batch normalization of tfjs': 'dp-batch-statistics',
  'dense of each pixel': 'dp-batch-statistics',
  'dilated convolution': 'unsupported-op',
  'layer normalization by channels': 'dp-batch-statistics',
  'layer normalization of whole images': 'dp-batch-statistics',
  'parametric ReLU by places': 'unsupported-op',
};

function imageLosses(_: tf.Tensor, outputs: tf.Tensor): tf.Tensor1D {
  const numbers = tf.reshape(outputs, [outputs.shape[0] as number, -1]);
  return tf.mean(tf.square(tf.sub(numbers, 0.5)), 1);
}

async function stepOf({ buildModel }: LayerCase, batchSize: number, clip?: PerExampleClip): Promise<CompiledStep> {
  const shape = [batchSize, 8, 8, 1];
  return compileStep({
    buildModel,
    // The sum that it begins with is the gradient.
    update: { optimizer: { kind: 'momentum', momentum: 0.9 } },
    loss: (masks, outputs) => tf.mean(imageLosses(masks, outputs)),
    perExample: clip && { ...clip, losses: imageLosses },
    imageShape: shape,
    maskShape: shape,
    target: await targetHere('cpu'),
  });
}

/** The gradient that the step gives its optimizer; dropouts keep everything. */
async function gradientOf(layerCase: LayerCase, step: CompiledStep, images: Float32Array): Promise<Float32Array> {
  const batchSize = images.length / PIXELS;
  const shape = [batchSize, 8, 8, 1];
  const inputs: Record<string, Ports[string]> = {};
  for (const { name, shape: of } of [...step.states, ...step.fixed]) inputs[name] = floatTensor(of);
  for (const { name, shape: of } of step.randomInputs) {
    inputs[name] = floatTensor(of);
    floatsOf(inputs[name]).fill(1);
  }
  const weights = new Map(weightsOf(layerCase.buildModel, seed).map(({ name, data }) => [name, data]));
  for (const { name, state, offset } of step.weights)
    floatsOf(inputs[state] as Ports[string]).set(weights.get(name) as Float32Array, offset);
  const session = await GraphSession.create({ bytes: step.bytes, threads: 1 });
  const outputs = await session.run({
    ...inputs,
    [STEP_PORTS.images]: floatTensor(shape, images),
    [STEP_PORTS.masks]: floatTensor(shape),
    [STEP_PORTS.learningRate]: floatTensor([]),
    [STEP_PORTS.exampleWeights]: floatTensor([batchSize], new Float32Array(batchSize).fill(1)),
    [STEP_PORTS.noise]: floatTensor([floatsOf(inputs['weights'] as Ports[string]).length]),
  });
  await session.release();
  return floatsOf(outputs[nextState('slot/sum')] as Ports[string]);
}

describe(`per-example clipping with every layer (seed ${seed})`, () => {
  it.each(LAYER_CASES)('$name: the clipped gradients of single images, added up, or a refusal', async (layerCase) => {
    const refusedWith = REFUSED[layerCase.name];
    if (refusedWith !== undefined) {
      const error: unknown = await stepOf(layerCase, 2, { clipNorm: 1, lotSize: 2 }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(LearningError);
      expect(error).toMatchObject({ code: refusedWith });
      return;
    }
    const single = await stepOf(layerCase, 1);
    const gradients: Float32Array[] = [];
    for (const image of [IMAGES.subarray(0, PIXELS), IMAGES.subarray(PIXELS)])
      gradients.push(await gradientOf(layerCase, single, image));
    const norms = gradients.map((gradient) => Math.sqrt(gradient.reduce((sum, value) => sum + value ** 2, 0)));
    // One that certainly clips the first, and may clip the second.
    const clipNorm = 0.7 * (norms[0] as number);
    const expected = (gradients[0] as Float32Array).map((_, i) =>
      gradients.reduce(
        (sum, gradient, n) => sum + (Math.min(1, clipNorm / (norms[n] as number)) * (gradient[i] as number)) / 2,
        0,
      ),
    );
    const actual = await gradientOf(layerCase, await stepOf(layerCase, 2, { clipNorm, lotSize: 2 }), IMAGES);
    const difference = relativeDifference(actual, expected);
    expect({ difference, isClose: difference <= 1e-4 }).toEqual({ difference, isClose: true });
  });

  it('refuses no layer that there is not', () => {
    const names = LAYER_CASES.map(({ name }) => name);
    expect(Object.keys(REFUSED).filter((name) => !names.includes(name))).toEqual([]);
  });
});
