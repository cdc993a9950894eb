// Every layer that a model may have, each in a small network of its own: what runs a compiled step somewhere else than on the
// CPU can be held to the same cases.
import { type NamedTensor, normal, type OptimizerSpec, type Rng, seededRng } from '@mammofed/core';
import { BatchNormalization } from './models/layers/batch-normalization.js';
import { DilatedConvolution } from './models/layers/dilated-convolution.js';
import { Dropout } from './models/layers/dropout.js';
import { GroupNormalization, InstanceNormalization } from './models/layers/group-normalization.js';
import { Mirroring } from './models/layers/mirroring.js';
import { Unpooling } from './models/layers/unpooling.js';
import type { TestStep } from './reference.test-support.js';
import { tf, tfLayers } from './tfjs.js';

const { layers } = tfLayers;

type Symbolic = tfLayers.SymbolicTensor;
type Layer = tfLayers.layers.Layer;

export interface LayerCase {
  readonly name: string;
  readonly buildModel: () => tfLayers.LayersModel;
  /**
   * Whether the slope jumps somewhere (a ReLU at zero, a pooling whose window has another winner), so that two ways to
   * compute the same may part by rounding.
   */
  readonly hasKinks: boolean;
}

const BATCH = 2;
const SIZE = 8;

/** Shape of every case's batch of images. */
const IMAGE_SHAPE = [BATCH, SIZE, SIZE, 1];

/**
 * The image in 4 channels; the layers in question; 2 channels out of whatever there is then, if it is an image. The first
 * convolution has no bias: a normalization would take it away again, and its gradient would be nothing but rounding.
 */
function network(apply: (x: Symbolic) => Symbolic): () => tfLayers.LayersModel {
  return () => {
    const image = tfLayers.input({ shape: IMAGE_SHAPE.slice(1), name: 'image' });
    const first = layers.conv2d({ name: 'first', filters: 4, kernelSize: 3, padding: 'same', useBias: false });
    const x = apply(first.apply(image) as Symbolic);
    const last = { name: 'last', kernelSize: 1, filters: 2 };
    const outputs = x.shape.length === 4 ? (layers.conv2d(last).apply(x) as Symbolic) : x;
    return tfLayers.model({ inputs: image, outputs, name: 'network' });
  };
}

function one(name: string, build: () => Layer | Layer[], hasKinks = false): LayerCase {
  const apply = (x: Symbolic): Symbolic =>
    [build()].flat().reduce((before, layer) => layer.apply(before) as Symbolic, x);
  return { name, buildModel: network(apply), hasKinks };
}

/** Two images of the same network, brought together. */
function merging(name: string, build: () => Layer, hasKinks = false): LayerCase {
  const apply = (x: Symbolic): Symbolic => {
    const other = layers.conv2d({ name: 'other', filters: 4, kernelSize: 1, activation: 'tanh' });
    return build().apply([x, other.apply(x) as Symbolic]) as Symbolic;
  };
  return { name, buildModel: network(apply), hasKinks };
}

/** The image as a list of 4-vectors, for a layer of lists. */
function ofList(name: string, build: () => Layer, hasKinks = false): LayerCase {
  return one(name, () => [layers.reshape({ targetShape: [SIZE * SIZE, 4] }), build()], hasKinks);
}

/** A pooling, and its undoing after a convolution of what it gave. */
function unpooling(): LayerCase {
  const apply = (x: Symbolic): Symbolic => {
    const pooled = layers.maxPooling2d({ poolSize: 2 }).apply(x) as Symbolic;
    const changed = layers.conv2d({ name: 'middle', filters: 4, kernelSize: 3, padding: 'same' }).apply(pooled);
    return new Unpooling('layer').apply([changed as Symbolic, x, pooled]) as Symbolic;
  };
  return { name: 'unpooling', buildModel: network(apply), hasKinks: true };
}

/** Mirroring has no gradient by its image: it is for what comes before the first weights. */
function mirroring(): LayerCase {
  const buildModel = (): tfLayers.LayersModel => {
    const image = tfLayers.input({ shape: IMAGE_SHAPE.slice(1), name: 'image' });
    const mirrored = new Mirroring('layer', 12).apply(image) as Symbolic;
    const outputs = layers.conv2d({ name: 'last', filters: 2, kernelSize: 5 }).apply(mirrored) as Symbolic;
    return tfLayers.model({ inputs: image, outputs, name: 'network' });
  };
  return { name: 'mirroring', buildModel, hasKinks: false };
}

const ACTIVATIONS = [
  ['elu', false],
  ['selu', true],
  ['relu', true],
  ['relu6', true],
  ['softmax', false],
  // tfjs's type leaves it out.
  ['logSoftmax' as 'softmax', false],
  ['softplus', false],
  ['softsign', false],
  ['tanh', false],
  ['sigmoid', false],
  ['hardSigmoid', true],
  ['linear', false],
  ['swish', false],
  ['mish', false],
  ['gelu', false],
  ['gelu_new', false],
] as const;

const NAME = 'layer';
const CONVOLUTION = { name: NAME, filters: 3, kernelSize: 3 } as const;
const SAME = 'same';

export const LAYER_CASES: readonly LayerCase[] = [
  one('convolution, valid', () => layers.conv2d(CONVOLUTION)),
  one('convolution, same', () => layers.conv2d({ ...CONVOLUTION, padding: SAME })),
  one('convolution of stride 2', () => layers.conv2d({ ...CONVOLUTION, strides: 2, padding: SAME })),
  one('convolution of strides 2 and 3', () => layers.conv2d({ ...CONVOLUTION, strides: [2, 3] })),
  one('convolution 1×1', () => layers.conv2d({ ...CONVOLUTION, kernelSize: 1 })),
  one('convolution without bias', () => layers.conv2d({ ...CONVOLUTION, useBias: false })),
  one('convolution with an activation', () => layers.conv2d({ ...CONVOLUTION, activation: 'elu' })),
  one('convolution with its channels first', () => [
    layers.permute({ dims: [3, 1, 2] }),
    layers.conv2d({ ...CONVOLUTION, dataFormat: 'channelsFirst' }),
    layers.permute({ dims: [2, 3, 1] }),
  ]),
  one('dilated convolution', () => new DilatedConvolution({ ...CONVOLUTION, rate: 2 })),
  one('depthwise convolution', () =>
    layers.depthwiseConv2d({ name: NAME, kernelSize: 3, depthMultiplier: 2, padding: SAME }),
  ),
  one('depthwise convolution of stride 2', () => layers.depthwiseConv2d({ name: NAME, kernelSize: 3, strides: 2 })),
  one('separable convolution', () => layers.separableConv2d({ ...CONVOLUTION, padding: SAME })),
  one('transposed convolution of stride 1', () => layers.conv2dTranspose({ ...CONVOLUTION, padding: SAME })),
  one('transposed convolution of stride 2', () => layers.conv2dTranspose({ ...CONVOLUTION, strides: 2 })),
  one('transposed convolution of stride 3', () =>
    layers.conv2dTranspose({ ...CONVOLUTION, kernelSize: 2, strides: 3, padding: SAME }),
  ),
  ofList('convolution of a list', () => layers.conv1d({ ...CONVOLUTION, padding: SAME })),

  one('max pooling', () => layers.maxPooling2d({ poolSize: 2 }), true),
  one(
    'max pooling of windows that overlap',
    () => layers.maxPooling2d({ poolSize: 3, strides: 2, padding: SAME }),
    true,
  ),
  one('max pooling of stride 1', () => layers.maxPooling2d({ poolSize: [2, 3], strides: 1 }), true),
  one('average pooling', () => layers.averagePooling2d({ poolSize: 2 })),
  one('average pooling of windows that overlap', () =>
    layers.averagePooling2d({ poolSize: 3, strides: 2, padding: SAME }),
  ),
  one('average pooling of stride 1', () => layers.averagePooling2d({ poolSize: [2, 3], strides: 1 })),
  one('global max pooling', () => layers.globalMaxPooling2d({}), true),
  one('global average pooling', () => layers.globalAveragePooling2d({})),
  ofList('max pooling of a list', () => layers.maxPooling1d({ poolSize: 3, strides: 2 }), true),
  ofList('average pooling of a list', () => layers.averagePooling1d({ poolSize: 3, strides: 2 })),
  unpooling(),
  one('up-sampling by the nearest', () => layers.upSampling2d({ size: [2, 3] })),
  one('up-sampling between pixels', () => layers.upSampling2d({ size: [2, 2], interpolation: 'bilinear' })),

  one('batch normalization', () => new BatchNormalization(NAME)),
  one('batch normalization of tfjs', () => layers.batchNormalization({ name: NAME })),
  one('layer normalization by channels', () => layers.layerNormalization({ name: NAME })),
  one('layer normalization of whole images', () => layers.layerNormalization({ name: NAME, axis: [1, 2, 3] })),
  one('instance normalization', () => new InstanceNormalization(NAME)),
  one('group normalization', () => new GroupNormalization(NAME, 2)),
  one('dropout', () => new Dropout(NAME, 0.4)),

  one('dense', () => [layers.flatten(), layers.dense({ name: NAME, units: 5 })]),
  one(
    'dense with an activation',
    () => [layers.flatten(), layers.dense({ name: NAME, units: 5, activation: 'selu' })],
    true,
  ),
  one('dense of each pixel', () => layers.dense({ name: NAME, units: 3, activation: 'tanh' })),

  merging('concatenation', () => layers.concatenate()),
  merging('sum', () => layers.add()),
  merging('average', () => layers.average()),
  merging('product', () => layers.multiply()),
  merging('larger of two', () => layers.maximum(), true),
  merging('smaller of two', () => layers.minimum(), true),
  one('cropping', () =>
    layers.cropping2D({
      cropping: [
        [1, 2],
        [0, 3],
      ],
    }),
  ),
  one('zero padding', () =>
    layers.zeroPadding2d({
      padding: [
        [1, 2],
        [0, 3],
      ],
    }),
  ),
  mirroring(),
  one('reshaping', () => layers.reshape({ targetShape: [16, 2, 8] })),
  one('permutation', () => layers.permute({ dims: [3, 1, 2] })),
  one('flattening', () => layers.flatten()),
  one('repeats of a vector', () => [layers.globalAveragePooling2d({}), layers.repeatVector({ n: 3 })]),

  ...ACTIVATIONS.map(([activation, hasKinks]) => one(activation, () => layers.activation({ activation }), hasKinks)),
  one('ReLU layer with a ceiling', () => layers.reLU({ maxValue: 1 }), true),
  one('ELU layer', () => layers.elu()),
  one('leaky ReLU', () => layers.leakyReLU({ alpha: 0.1 }), true),
  one('parametric ReLU by channels', () => layers.prelu({ name: NAME, sharedAxes: [1, 2] }), true),
  one('parametric ReLU by places', () => layers.prelu({ name: NAME }), true),
  one('thresholded ReLU', () => layers.thresholdedReLU({ theta: 0.1 }), true),
  one('softmax layer', () => layers.softmax({ axis: 3 })),
];

/** How a tensor that is no kernel is drawn, by the end of its name: so that no layer is near to doing nothing. */
const DRAWS: Readonly<Record<string, (rng: Rng) => number>> = {
  bias: (rng) => 0.1 * normal(rng),
  alpha: (rng) => 0.1 + 0.3 * rng.next(),
  gamma: (rng) => 0.5 + rng.next(),
  beta: (rng) => 0.1 + 0.1 * rng.next(),
  moving_mean: (rng) => 0.1 * normal(rng),
  moving_variance: (rng) => 0.5 + rng.next(),
};

/** A case's training step, and weights for it. */
export interface LayerStep {
  readonly definition: TestStep;
  readonly drawWeights: (seed: number) => NamedTensor[];
}

/** Builds a case's model on tfjs's current backend to see what weights and which output it has, and disposes of it. */
export function layerStep({ buildModel }: LayerCase, optimizer: OptimizerSpec, learningRate: number): LayerStep {
  const model = buildModel();
  const shapes = model.weights.map(({ originalName, shape }) => ({ name: originalName, shape: shape as number[] }));
  const maskShape = [BATCH, ...(model.outputs[0] as Symbolic).shape.slice(1)] as number[];
  model.dispose();
  const loss = (masks: tf.Tensor, logits: tf.Tensor): tf.Scalar =>
    tf.losses.sigmoidCrossEntropy(masks, logits) as tf.Scalar;
  return {
    definition: { buildModel, update: { optimizer }, learningRate, loss, imageShape: IMAGE_SHAPE, maskShape },
    drawWeights: (seed) =>
      shapes.map(({ name, shape }) => {
        const rng = seededRng('layer-weights', seed, name);
        const deviation = Math.sqrt(2 / tf.util.sizeFromShape(shape.slice(0, -1)));
        const draw = DRAWS[name.slice(name.lastIndexOf('/') + 1)] ?? ((): number => deviation * normal(rng));
        return { name, shape, data: Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => draw(rng)) };
      }),
  };
}
