/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { type NamedTensor, normal, type OptimizerSpec, seededRng, SEGMENTATION_LOSS } from '@mammofed/core';
import { compilePrediction } from './compile-prediction.js';
import { compileStep } from './compile-step.js';
import { LearningError } from './errors.js';
import { lossFunction } from './losses.js';
import { decodeModel } from './onnx/schema.js';
import {
  freshSeed,
  randomBatches,
  relativeDifference,
  runCompiled,
  runReference,
  worstTensor,
  type TestStep,
} from './reference.test-support.js';
import { tf, tfLayers } from './tfjs.js';

const { layers } = tfLayers;
const SHAPE = [2, 8, 8, 1];
const PIXELS = 2 * 8 * 8;

type Layer = tfLayers.layers.Layer;

/** A model whose layers follow one another. */
function chain(...parts: Layer[]): tfLayers.LayersModel {
  const input = tfLayers.input({ shape: [8, 8, 1] });
  const outputs = parts.reduce((x, layer) => layer.apply(x) as tfLayers.SymbolicTensor, input);
  return tfLayers.model({ inputs: input, outputs, name: 'chain' });
}

/** A layer of an operation that has no lowering. */
class Cumulating extends layers.Layer {
  static readonly className = 'Cumulating';

  constructor(name: string) {
    super({ name });
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.cumsum((Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor);
  }
}

function convolution(name: string, filters: number, useBias = true): Layer {
  return layers.conv2d({ name, filters, kernelSize: 3, padding: 'same', useBias, kernelInitializer: 'zeros' });
}

const segmentationLoss = lossFunction(SEGMENTATION_LOSS);

function definition(buildModel: () => tfLayers.LayersModel, changes: Partial<TestStep> = {}): TestStep {
  return {
    buildModel,
    update: { optimizer: { kind: 'sgd' } },
    learningRate: 0.1,
    loss: segmentationLoss,
    imageShape: SHAPE,
    maskShape: SHAPE,
    ...changes,
  };
}

/** Convolution, batch normalization, ReLU, pooling, up-convolution: what compiled networks are made of. */
function normalizedNet(): tfLayers.LayersModel {
  return chain(
    convolution('conv', 4, false),
    layers.batchNormalization({ name: 'norm' }),
    layers.activation({ activation: 'relu', name: 'relu' }),
    layers.maxPooling2d({ poolSize: 2, name: 'pool' }),
    layers.conv2dTranspose({ name: 'up', filters: 3, kernelSize: 2, strides: 2, activation: 'relu' }),
    layers.conv2d({ name: 'logits', filters: 1, kernelSize: 1 }),
  );
}

/** Random weights of a model; variances are positive. */
function randomWeights(buildModel: () => tfLayers.LayersModel, seed: number): NamedTensor[] {
  void tf.setBackend('cpu');
  const model = buildModel();
  const rng = seededRng('weights', seed);
  const weights = model.weights.map(({ originalName, shape }) => ({
    name: originalName,
    shape: shape as number[],
    data: Float32Array.from({ length: tf.util.sizeFromShape(shape as number[]) }, () =>
      originalName.includes('variance') ? 0.5 + rng.next() : 0.5 * normal(rng),
    ),
  }));
  model.dispose();
  return weights;
}

function refusal(act: () => unknown): LearningError {
  try {
    act();
  } catch (error) {
    if (error instanceof LearningError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const seed = freshSeed();

describe(`a compiled step of other models and optimizers (seed ${seed})`, () => {
  it.each<{ optimizer: OptimizerSpec; learningRate: number }>([
    { optimizer: { kind: 'sgd' }, learningRate: 0.1 },
    { optimizer: { kind: 'momentum', momentum: 0.9 }, learningRate: 0.05 },
    { optimizer: { kind: 'adam', epsilon: 1e-4 }, learningRate: 1e-3 },
    { optimizer: { kind: 'rmsprop', momentum: 0.5, epsilon: 1e-4 }, learningRate: 1e-3 },
  ])(
    'with batch normalization and $optimizer.kind has tfjs’s weights and moving statistics after five steps',
    async ({ optimizer, learningRate }) => {
      const step = definition(normalizedNet, { update: { optimizer }, learningRate });
      const weights = randomWeights(normalizedNet, seed);
      const batches = randomBatches(seed, 5, PIXELS);
      const compiled = await runCompiled(step, weights, batches);
      const reference = await runReference(step, weights, batches);
      expect(relativeDifference(compiled.losses, reference.losses)).toBeLessThan(1e-4);
      const worst = worstTensor(compiled.weights, reference.weights);
      expect({ ...worst, isClose: worst.difference <= 1e-4 }).toEqual({ ...worst, isClose: true });
      const movingMean = compiled.weights.find(({ name }) => name.includes('moving_mean'));
      expect(movingMean?.data).not.toEqual(weights.find(({ name }) => name.includes('moving_mean'))?.data);
    },
  );

  it('leaves nothing behind in tfjs: no variable, no tensor, and the backend that was there', async () => {
    await tf.setBackend('cpu');
    const variables = (): string[] => Object.keys(tf.engine().registeredVariables);
    const before = { tensors: tf.memory().numTensors, variables: variables() };
    for (const kind of ['sgd', 'adam', 'rmsprop'] as const)
      compileStep(definition(normalizedNet, { update: { optimizer: { kind } } }));
    compilePrediction(normalizedNet, SHAPE);
    expect({ tensors: tf.memory().numTensors, variables: variables() }).toEqual(before);
    refusal(() => compileStep(definition(() => chain(new Cumulating('strange')))));
    expect(variables()).toEqual(before.variables);
    expect(tf.getBackend()).toBe('cpu');
  });

  it('is the same file every time, however many were compiled before', () => {
    const compile = (): Buffer => Buffer.from(compileStep(definition(normalizedNet)).bytes);
    const first = compile();
    compilePrediction(normalizedNet, SHAPE);
    expect(compile().equals(first)).toBe(true);
  });
});

describe('a step that cannot be compiled', () => {
  it('is refused with the name of the operation, of the layer that used it and of the model', () => {
    const strange = (): tfLayers.LayersModel =>
      chain(convolution('first', 2), new Cumulating('strange'), convolution('logits', 1));
    for (const error of [
      refusal(() => compileStep(definition(strange))),
      refusal(() => compilePrediction(strange, SHAPE)),
    ]) {
      expect(error.code).toBe('unsupported-op');
      expect(error.context).toEqual({ kernelName: 'Cumsum', layer: 'strange', model: 'chain' });
      expect(error.message).toMatch(/Cumsum at layer strange of model chain/);
    }
  });

  it('names the layer also where only the gradient cannot be compiled', () => {
    const withHoles = (): tfLayers.LayersModel =>
      chain(
        convolution('first', 2),
        layers.conv2d({ name: 'holes', filters: 2, kernelSize: 3, dilationRate: 2, padding: 'same' }),
        convolution('logits', 1),
      );
    const error = refusal(() => compileStep(definition(withHoles)));
    expect(error.code).toBe('unsupported-op');
    expect(error.context).toEqual({ kernelName: 'FusedConv2D', layer: 'holes', model: 'chain' });
    expect(() => compilePrediction(withHoles, SHAPE)).not.toThrow();
  });

  it('names the operation of a loss, and the layer it was applied to', () => {
    const error = refusal(() =>
      compileStep(
        definition(() => chain(convolution('logits', 1)), {
          loss: (_, logits) => tf.sum(tf.cumsum(logits)) as tf.Scalar,
        }),
      ),
    );
    expect(error.code).toBe('unsupported-op');
    expect(error.context).toEqual({ kernelName: 'Cumsum', layer: 'logits', model: 'chain' });
  });

  it('names the layer inside a model inside the model', () => {
    const nested = (): tfLayers.LayersModel => {
      const inner = chain(convolution('first', 1), new Cumulating('strange'));
      return chain(inner, convolution('logits', 1));
    };
    expect(refusal(() => compileStep(definition(nested))).context).toMatchObject({ layer: 'strange' });
  });

  it.each<[string, (name: string) => Layer]>([
    ['Dropout', (name) => layers.dropout({ name, rate: 0.5 })],
    ['SpatialDropout1D', (name) => layers.spatialDropout1d({ name, rate: 0.5 })],
    ['GaussianNoise', (name) => layers.gaussianNoise({ name, stddev: 1 })],
    ['GaussianDropout', (name) => layers.gaussianDropout({ name, rate: 0.5 })],
    ['AlphaDropout', (name) => layers.alphaDropout({ name, rate: 0.5 })],
  ])('is refused if a layer draws for itself, which would be once for all steps: %s', (kernelName, build) => {
    const drawing = (): tfLayers.LayersModel =>
      chain(
        layers.reshape({ targetShape: [8, 8] }),
        build('drawing'),
        layers.reshape({ targetShape: [8, 8, 1] }),
        convolution('logits', 1),
      );
    const error = refusal(() => compileStep(definition(drawing)));
    expect(error.code).toBe('unsupported-op');
    expect(error.context).toEqual({ kernelName, layer: 'drawing', model: 'chain' });
    expect(() => compilePrediction(drawing, SHAPE)).not.toThrow();
  });

  it('is written for its device as a whole, also where the update is a graph of its own', () => {
    // More weights than one vector holds, so that the norm is a sum over vectors: WebGPU has no Sum.
    const wide = (): tfLayers.LayersModel =>
      chain(convolution('wide', 512), convolution('too', 256), convolution('logits', 1));
    const update = { optimizer: { kind: 'sgd' }, clip: { kind: 'norm', limit: 1 } } as const;
    const operators = (device: 'cpu' | 'webgpu'): string[] => {
      const step = compileStep({ ...definition(wide, { update }), microBatches: 2, target: { device } });
      expect(step.gradient).toBeDefined();
      return (decodeModel(step.bytes)?.graph.node ?? []).map(({ op_type: operator }) => operator);
    };
    expect(operators('cpu')).toContain('Sum');
    expect(operators('webgpu')).not.toContain('Sum');
    expect(operators('webgpu')).not.toEqual([]);
  });

  it('is refused if it asks for a number that is only known when it runs', () => {
    const peeking = (masks: tf.Tensor, logits: tf.Tensor): tf.Scalar =>
      (logits.dataSync()[0] as number) > 0 ? segmentationLoss(masks, logits) : tf.scalar(0);
    const error = refusal(() => compileStep(definition(() => chain(convolution('logits', 1)), { loss: peeking })));
    expect(error.code).toBe('compile-failed');
    expect(error.message).toMatch(/only known when it runs/);
  });

  it('is refused if it remembers a tensor from one recording to the next', () => {
    let kept: tf.Tensor | undefined;
    const remembering = (masks: tf.Tensor, logits: tf.Tensor): tf.Scalar => {
      kept ??= tf.keep(tf.mul(masks, 2));
      return tf.sum(tf.mul(kept, logits)) as tf.Scalar;
    };
    const compile = (): unknown =>
      compileStep(definition(() => chain(convolution('logits', 1)), { loss: remembering }));
    compile();
    const error = refusal(compile);
    expect(error.code).toBe('compile-failed');
    expect(error.message).toMatch(/earlier recording/);
  });

  it('is refused with tfjs’s own complaint as the cause if the model does not fit the batch', () => {
    const error = refusal(() =>
      compileStep(definition(() => chain(convolution('logits', 1)), { maskShape: [2, 7, 8, 1] })),
    );
    expect(error.code).toBe('compile-failed');
    expect(error.message).toContain('of model chain');
    expect(error.cause).toBeInstanceOf(Error);
  });
});
