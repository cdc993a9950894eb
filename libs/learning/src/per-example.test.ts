/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { type LossSpec, type NamedTensor, seededRng, SEGMENTATION_LOSS } from '@mammofed/core';
import { compileStep, nextState, STEP_PORTS, type StepDefinition } from './compile-step.js';
import { lossOfHeads, type Outputs } from './deep-supervision.js';
import { targetHere } from './engine/channel-block.js';
import { floatsOf, floatTensor, GraphSession, type Ports } from './engine/graph-session.js';
import { LearningError } from './errors.js';
import { imageLossFunction, lossFunction } from './losses.js';
import { buildModel } from './models/build-model.js';
import { BatchNormalization } from './models/layers/batch-normalization.js';
import { apply } from './models/network-layers.js';
import type { ModelSpec } from './model-spec.js';
import type { PerExampleClip } from './per-example.js';
import {
  freshSeed,
  giveWeights,
  normals,
  randomBatches,
  randomWeights,
  worstTensor,
  type Batch,
} from './reference.test-support.js';
import { tf, tfLayers } from './tfjs.js';
import { TINY_NETWORKS, weightsOf } from './tiny-networks.test-support.js';

const { layers } = tfLayers;
const seed = freshSeed();
const TOLERANCE = 1e-4;
const BATCH = 4;
const EVERY = [1, 1, 1, 1];
/** Not the batch's size, so that one in place of the other is seen. */
const LOT = 3;

/** A model with weights, and a batch of four images of unlike contrast, so that their gradients are of unlike norm. */
interface Example {
  readonly what: string;
  readonly size: number;
  readonly build: () => tfLayers.LayersModel;
  /** What the reference builds in its place. */
  readonly reference?: () => tfLayers.LayersModel;
  readonly frozen?: readonly string[];
  readonly loss?: LossSpec;
  /** Fresh if not given. */
  readonly fixedSeed?: number;
}

const UNET: ModelSpec = { name: 'unet', width: 1 / 32, size: 16 };
const RESIDUAL: ModelSpec = { name: 'residual-unet', width: 3 / 64, size: 64 };

/** Normalizes by its moving statistics in training too. */
class FixedNormalization extends BatchNormalization {
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return super.call(inputs, { training: false });
  }
}

function chain(...parts: tfLayers.layers.Layer[]): tfLayers.LayersModel {
  const image = tfLayers.input({ shape: [8, 8, 1] });
  return tfLayers.model({ inputs: image, outputs: parts.reduce((x, layer) => apply(layer, x), image) });
}

function convolution(name: string, filters: number): tfLayers.layers.Layer {
  return layers.conv2d({ name, filters, kernelSize: 3, padding: 'same', activation: 'tanh' });
}

const normalized = (Normalization: typeof BatchNormalization) => (): tfLayers.LayersModel =>
  chain(convolution('first', 3), new Normalization('norm'), convolution('last', 1));

const EXAMPLES: readonly Example[] = [
  { what: 'the U-Net', size: UNET.size, build: () => buildModel(UNET) },
  // A draw in which rounding parts no gradient: see docs/models.md.
  { what: 'the residual U-Net', size: RESIDUAL.size, build: () => buildModel(RESIDUAL), fixedSeed: 28 },
  ...TINY_NETWORKS.filter(({ what }) => !what.includes('normalization')).map(({ what, build }) => ({
    what,
    size: 8,
    build,
  })),
  {
    what: 'a frozen normalization',
    size: 8,
    build: normalized(BatchNormalization),
    reference: normalized(FixedNormalization),
    frozen: ['norm'],
  },
  {
    what: 'a depthwise convolution',
    size: 8,
    build: () =>
      chain(
        convolution('first', 2),
        layers.depthwiseConv2d({ name: 'depthwise', kernelSize: 3, depthMultiplier: 2, padding: 'same' }),
        convolution('last', 1),
      ),
  },
  {
    what: 'a dense layer',
    size: 8,
    build: () =>
      chain(
        convolution('first', 2),
        layers.flatten(),
        layers.dense({ name: 'dense', units: 64 }),
        layers.reshape({ targetShape: [8, 8, 1] }),
      ),
  },
  {
    what: 'two convolutions with other losses',
    size: 8,
    build: (TINY_NETWORKS[0] as (typeof TINY_NETWORKS)[number]).build,
    loss: [{ kind: 'focal' }, { kind: 'tversky', alpha: 0.3, beta: 0.7 }],
  },
];

function definitionOf(
  { size, build, frozen, loss = SEGMENTATION_LOSS }: Example,
  clip: PerExampleClip,
): StepDefinition {
  const shape = [BATCH, size, size, 1];
  return {
    buildModel: build,
    // The sum that it begins with is the gradient.
    update: { optimizer: { kind: 'momentum', momentum: 0.9 } },
    roles: { frozen },
    loss: lossFunction(loss),
    perExample: { ...clip, losses: imageLossFunction(loss) },
    imageShape: shape,
    maskShape: shape,
  };
}

async function weightsFor({ build, size, fixedSeed = seed }: Example): Promise<NamedTensor[]> {
  const spec = [UNET, RESIDUAL].find((each) => each.size === size);
  return spec === undefined ? weightsOf(build, fixedSeed) : randomWeights(spec, fixedSeed);
}

function batchFor({ size, fixedSeed = seed }: Example): Batch {
  const pixels = size ** 2;
  const { images, masks } = randomBatches(fixedSeed, 1, BATCH * pixels)[0] as Batch;
  return { images: images.map((value, i) => value * (1 + Math.floor(i / pixels))), masks };
}

interface Gradient {
  readonly loss: number;
  readonly tensors: NamedTensor[];
}

interface StepInputs {
  readonly clip: PerExampleClip;
  readonly exampleWeights?: readonly number[];
  readonly noise?: Float32Array;
  readonly batch?: Batch;
}

/** The gradient that a compiled step gives its optimizer. */
async function compiledGradient(
  example: Example,
  { clip, exampleWeights = EVERY, noise, batch = batchFor(example) }: StepInputs,
): Promise<Gradient> {
  const step = compileStep({ ...definitionOf(example, clip), target: await targetHere('cpu') });
  const byName = new Map((await weightsFor(example)).map(({ name, data }) => [name, data]));
  const inputs: Record<string, Ports[string]> = {};
  for (const { name, shape } of [...step.states, ...step.fixed]) inputs[name] = floatTensor(shape);
  for (const { name, state, offset } of step.weights)
    floatsOf(inputs[state] as Ports[string]).set(byName.get(name) as Float32Array, offset);
  const shape = [BATCH, example.size, example.size, 1];
  const trained = floatsOf(inputs['weights'] as Ports[string]).length;
  const session = await GraphSession.create({ bytes: step.bytes, threads: 1 });
  const outputs = await session.run({
    ...inputs,
    [STEP_PORTS.images]: floatTensor(shape, batch.images),
    [STEP_PORTS.masks]: floatTensor(shape, batch.masks),
    [STEP_PORTS.learningRate]: floatTensor([], Float32Array.of(0.1)),
    [STEP_PORTS.exampleWeights]: floatTensor([BATCH], Float32Array.from(exampleWeights)),
    [STEP_PORTS.noise]: floatTensor([trained], noise),
  });
  await session.release();
  const sum = floatsOf(outputs[nextState('slot/sum')] as Ports[string]);
  return {
    loss: floatsOf(outputs[STEP_PORTS.loss] as Ports[string])[0] as number,
    tensors: step.weights
      .filter(({ state }) => state === 'weights')
      .map(({ name, shape: of, offset, size }) => ({ name, shape: of, data: sum.slice(offset, offset + size) })),
  };
}

/** Each image's gradient by itself, by tfjs's own arithmetic: loss and gradient of a batch of that image. */
async function referenceGradients(example: Example): Promise<Gradient[]> {
  const { size, frozen = [], loss = SEGMENTATION_LOSS } = example;
  const weights = await weightsFor(example);
  const { images, masks } = batchFor(example);
  await tf.setBackend('cpu');
  const model = (example.reference ?? example.build)();
  giveWeights(model, weights);
  const trained = model.trainableWeights.filter(
    ({ originalName }) => !frozen.includes(originalName.split('/')[0] ?? ''),
  );
  const variables = trained.map(({ name }) => tf.engine().registeredVariables[name] as tf.Variable);
  const lossOf = lossFunction(loss);
  const gradients = Array.from({ length: BATCH }, (_, n) =>
    tf.tidy(() => {
      const only = (values: Float32Array): tf.Tensor =>
        tf.tensor(values.subarray(n * size ** 2, (n + 1) * size ** 2), [1, size, size, 1]);
      const { value, grads } = tf.variableGrads(
        () => lossOfHeads(lossOf, only(masks), model.apply(only(images), { training: true }) as Outputs),
        variables,
      );
      return {
        loss: value.dataSync()[0] as number,
        tensors: trained.map(({ name, originalName, shape }) => ({
          name: originalName,
          shape: shape as number[],
          data: Float32Array.from((grads[name] as tf.Tensor).dataSync()),
        })),
      };
    }),
  );
  model.dispose();
  return gradients;
}

function normOf(tensors: readonly Pick<NamedTensor, 'data'>[]): number {
  return Math.sqrt(tensors.reduce((sum, { data }) => data.reduce((all, value) => all + value ** 2, sum), 0));
}

/** (1/L) Σ_n w_n · factor_n · g_n, the factor by gradient and tensor. */
function weightedSum(
  gradients: readonly Gradient[],
  factor: (gradient: Gradient, tensor: NamedTensor) => number,
  exampleWeights: readonly number[] = EVERY,
): NamedTensor[] {
  return (gradients[0] as Gradient).tensors.map(({ name, shape, data }, index) => {
    const sum = new Float64Array(data.length);
    gradients.forEach((gradient, n) => {
      const tensor = gradient.tensors[index] as NamedTensor;
      const by = ((exampleWeights[n] as number) * factor(gradient, tensor)) / LOT;
      tensor.data.forEach((value, i) => (sum[i] = (sum[i] as number) + by * value));
    });
    return { name, shape, data: Float32Array.from(sum) };
  });
}

const clippedTo =
  (clipNorm: number) =>
  ({ tensors }: Gradient): number =>
    Math.min(1, clipNorm / normOf(tensors));

function expectClose(actual: readonly NamedTensor[], expected: readonly NamedTensor[]): void {
  expect(actual.map(({ name, shape }) => [name, ...shape])).toEqual(
    expected.map(({ name, shape }) => [name, ...shape]),
  );
  const worst = worstTensor(actual, expected);
  expect({ ...worst, isClose: worst.difference <= TOLERANCE }).toEqual({ ...worst, isClose: true });
}

function expectApart(actual: readonly NamedTensor[], wrong: readonly NamedTensor[]): void {
  expect(worstTensor(actual, wrong).difference).toBeGreaterThan(10 * TOLERANCE);
}

describe.each(EXAMPLES)(`the clipped gradient of $what (seed ${seed})`, (example) => {
  it('is the sum of gradients computed one by one and clipped by all their weights, all of them, some and none', async () => {
    const gradients = await referenceGradients(example);
    const norms = gradients.map(({ tensors }) => normOf(tensors)).sort((a, b) => a - b) as [
      number,
      number,
      number,
      number,
    ];
    for (const [clipNorm, clips] of [
      [norms[0] / 2, 'all'],
      [(norms[1] + norms[2]) / 2, 'some'],
      [norms[3] * 2, 'none'],
    ] as const) {
      const { tensors, loss } = await compiledGradient(example, { clip: { clipNorm, lotSize: LOT } });
      expectClose(tensors, weightedSum(gradients, clippedTo(clipNorm)));
      const meanLoss = gradients.reduce((sum, each) => sum + each.loss, 0) / LOT;
      expect(Math.abs(loss - meanLoss)).toBeLessThan(TOLERANCE * meanLoss);
      if (clips === 'none') continue;
      // No clipping; each tensor by itself; all examples by one norm.
      expectApart(
        tensors,
        weightedSum(gradients, () => 1),
      );
      expectApart(
        tensors,
        weightedSum(gradients, (_, tensor) => Math.min(1, clipNorm / normOf([tensor]))),
      );
      const whole = weightedSum(gradients, () => 1);
      const ofWhole = Math.min(1, clipNorm / normOf(whole));
      expectApart(
        tensors,
        weightedSum(gradients, () => ofWhole),
      );
    }
  });
});

const example = EXAMPLES[0] as Example;

describe(`a step with per-example clipping (seed ${seed})`, () => {
  const clip = { clipNorm: 0.5, lotSize: LOT };
  const random = (name: string, length: number): Float32Array => normals(seededRng(name, seed), length);

  it('takes nothing of images of weight 0, whatever they are', async () => {
    const exampleWeights = [1, 0, 0, 1];
    const batch = batchFor(example);
    const pixels = example.size ** 2;
    const other = random('other', BATCH * pixels);
    const isOut = (i: number): boolean => exampleWeights[Math.floor(i / pixels)] === 0;
    const replaced: Batch = {
      images: batch.images.map((value, i) => (isOut(i) ? 50 * (other[i] as number) : value)),
      masks: batch.masks.map((value, i) => (isOut(i) ? 1 - value : value)),
    };
    const first = await compiledGradient(example, { clip, exampleWeights, batch });
    expect(await compiledGradient(example, { clip, exampleWeights, batch: replaced })).toEqual(first);
    const gradients = await referenceGradients(example);
    expectClose(first.tensors, weightedSum(gradients, clippedTo(clip.clipNorm), exampleWeights));
    expectApart(first.tensors, weightedSum(gradients, clippedTo(clip.clipNorm)));
  });

  it('adds the noise that it is given, to the last bit, and keeps to it in an empty lot', async () => {
    const flat = ({ tensors }: Gradient): number[] => tensors.flatMap(({ data }) => [...data]);
    const without = flat(await compiledGradient(example, { clip }));
    const noise = random('noise', without.length);
    const noisy = flat(await compiledGradient(example, { clip, noise }));
    expect(noisy).toEqual(without.map((value, i) => Math.fround(value + (noise[i] as number))));
    const empty = await compiledGradient(example, { clip, noise, exampleWeights: [0, 0, 0, 0] });
    expect(flat(empty)).toEqual([...noise]);
    expect(empty.loss).toBe(0);
  });

  it('keeps every example within the clip norm', async () => {
    const exampleWeights = [0, 0, 1, 0];
    const { tensors } = await compiledGradient(example, { clip: { clipNorm: 1e-3, lotSize: 1 }, exampleWeights });
    expect(Math.abs(normOf(tensors) - 1e-3)).toBeLessThan(1e-3 * 1e-5);
  });
});

function refusal(build: () => tfLayers.LayersModel): LearningError {
  try {
    compileStep(definitionOf({ what: '', size: 8, build }, { clipNorm: 1, lotSize: 1 }));
  } catch (error) {
    if (error instanceof LearningError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

class Custom extends tfLayers.layers.Layer {
  static readonly className = 'Custom';
  readonly #weightShape: number[];
  readonly #compute: (x: tf.Tensor, weight: tf.Tensor) => tf.Tensor;
  #weight: tfLayers.LayerVariable | undefined;

  constructor(name: string, weightShape: number[], compute: (x: tf.Tensor, weight: tf.Tensor) => tf.Tensor) {
    super({ name });
    this.#weightShape = weightShape;
    this.#compute = compute;
  }

  override build(): void {
    this.#weight = this.addWeight('weight', this.#weightShape, 'float32', tfLayers.initializers.ones());
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
    return tf.tidy(() => this.#compute(x, (this.#weight as tfLayers.LayerVariable).read()));
  }
}

describe('per-example clipping is refused', () => {
  const around = (layer: () => tfLayers.layers.Layer) => (): tfLayers.LayersModel =>
    chain(convolution('first', 2), layer(), convolution('last', 1));

  it('of a model that normalizes by the batch, with the statistics’ name', () => {
    const error = refusal(normalized(BatchNormalization));
    expect(error.code).toBe('dp-batch-statistics');
    expect(error.context).toEqual({ tensor: 'norm/moving_mean' });
  });

  it('where images have to do with each other in any other way that sums over them, with the layer’s name', () => {
    const centred = around(() => new Custom('centred', [2], (x, weight) => tf.mul(tf.sub(x, tf.mean(x, 0)), weight)));
    const largest = around(() => new Custom('largest', [2], (x, weight) => tf.mul(tf.sub(x, tf.max(x, 0)), weight)));
    for (const [build, layer] of [
      [centred, 'centred'],
      [largest, 'largest'],
    ] as const) {
      const error = refusal(build);
      expect(error.code).toBe('dp-batch-statistics');
      expect(error.context).toEqual({ layer });
    }
  });

  it('where a tensor’s gradient is more than a sum over images', () => {
    const sharp = around(() => new Custom('sharp', [2], (x, weight) => tf.mul(x, tf.exp(weight))));
    expect(refusal(sharp).code).toBe('dp-batch-statistics');
    const placed = around(() => new Custom('placed', [8, 8, 2], (x, weight) => tf.add(x, weight)));
    const error = refusal(placed);
    expect(error.code).toBe('unsupported-op');
    expect(error.context).toEqual({ tensor: 'placed/weight' });
  });
});
