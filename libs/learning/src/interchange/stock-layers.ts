import type { NamedTensor } from '@mammofed/core';
import { LearningError } from '../errors.js';
import { BatchNormalization } from '../models/layers/batch-normalization.js';
import { BilinearUpsampling, interpolationShares } from '../models/layers/bilinear-upsampling.js';
import { DilatedConvolution } from '../models/layers/dilated-convolution.js';
import { GROUP_EPSILON, InstanceNormalization } from '../models/layers/group-normalization.js';
import { Dropout } from '../models/layers/dropout.js';
import { Mirroring, mirroredPlaces } from '../models/layers/mirroring.js';
import { Unpooling } from '../models/layers/unpooling.js';
import { apply, type Symbolic } from '../models/network-layers.js';
import { tfLayers } from '../tfjs.js';

/** A layer's result out of layers that tfjs has, and the tensors of theirs that are none of the model's. */
interface StockResult {
  readonly output: Symbolic;
  readonly constants: readonly NamedTensor[];
}

/**
 * Applies layers of stock tfjs that compute together what one of ours does in inference. Batch normalization is tfjs's own,
 * with the same weights; what tfjs has no layer for is put together of several, whose other weights are constants.
 * @throws LearningError `not-exportable` for a layer of ours without such a translation.
 */
export function applyAsStock(layer: tfLayers.layers.Layer, inputs: readonly Symbolic[]): StockResult {
  const [x] = inputs as [Symbolic];
  if (layer instanceof BatchNormalization) {
    const stock = tfLayers.layers.batchNormalization({ name: layer.name, epsilon: layer.epsilon });
    return { output: apply(stock, x), constants: [] };
  }
  if (layer instanceof DilatedConvolution) {
    const { rate, ...settings } = layer.settings;
    const zeros = { kernelInitializer: 'zeros', biasInitializer: 'zeros' } as const;
    const stock = tfLayers.layers.conv2d({ ...settings, ...zeros, dilationRate: rate, padding: 'same' });
    return { output: apply(stock, x), constants: [] };
  }
  if (layer instanceof InstanceNormalization) return normalizedAlone(layer.name, x);
  if (layer instanceof Mirroring || layer instanceof BilinearUpsampling) return byMatrix(layer, x);
  // It changes nothing in inference.
  if (layer instanceof Dropout) return { output: x, constants: [] };
  if (layer instanceof Unpooling) return unpooled(layer.name, inputs as [Symbolic, Symbolic, Symbolic]);
  throw new LearningError(
    'not-exportable',
    `the model cannot be written for tfjs: layer ${layer.name} is a ${layer.getClassName()}, which tfjs has not and which no layers of tfjs stand for`,
    { layer: layer.name },
  );
}

/**
 * Instance normalization: tfjs's layer normalization over rows and columns, which has no weight for each channel, and then a
 * batch normalization that knows nothing but these, mean 0 and variance 1 being constants.
 */
function normalizedAlone(name: string, x: Symbolic): StockResult {
  const { batchNormalization, layerNormalization } = tfLayers.layers;
  const whitened = layerNormalization({
    name: `${name}/whitened`,
    ...{ axis: [1, 2], epsilon: GROUP_EPSILON, center: false, scale: false },
  });
  const channels = x.shape[3] as number;
  return {
    output: apply(batchNormalization({ name, epsilon: 0 }), apply(whitened, x)),
    constants: [
      { name: `${name}/moving_mean`, shape: [channels], data: new Float32Array(channels) },
      { name: `${name}/moving_variance`, shape: [channels], data: new Float32Array(channels).fill(1) },
    ],
  };
}

/**
 * Mirroring and interpolation are linear in rows and in columns: column by column a matrix says how much of which place is
 * shown there. One Dense layer with that kernel does the columns and, after a turn, the rows of a square image; of a
 * mirroring exactly: every sum has one term that is not zero.
 */
function byMatrix(layer: Mirroring | BilinearUpsampling, x: Symbolic): StockResult {
  const { name } = layer;
  const size = x.shape[1] as number;
  const side = (layer.outputShape as number[])[1] as number;
  if (x.shape[3] !== 1)
    throw new LearningError('not-exportable', `the model cannot be written for tfjs: ${name} has several channels`, {
      layer: name,
    });
  const { dense, permute, reshape } = tfLayers.layers;
  const columns = dense({ name: `${name}/places`, units: side, useBias: false, kernelInitializer: 'zeros' });
  const turn = permute({ name: `${name}/turn`, dims: [2, 1] });
  const image = apply(reshape({ name: `${name}/plane`, targetShape: [size, size] }), x);
  const twice = [columns, turn, columns, turn].reduce((before, layer) => apply(layer, before), image);
  return {
    output: apply(reshape({ name: `${name}/image`, targetShape: [side, side, 1] }), twice),
    constants: [{ name: `${columns.name}/kernel`, shape: [size, side], data: placesKernel(layer, size, side) }],
  };
}

function placesKernel(layer: Mirroring | BilinearUpsampling, size: number, side: number): Float32Array {
  if (layer instanceof BilinearUpsampling) return interpolationShares(size, side / size);
  const kernel = new Float32Array(size * side);
  mirroredPlaces(size, side).forEach((place, shown) => (kernel[place * side + shown] = 1));
  return kernel;
}

/** Elements of a 2×2 window. */
const PLACES = 4;

/**
 * Multiplies differences of activations so that the hard sigmoid, 0.5 at 0 and 0 from −2.5 down, tells a difference of zero
 * from every other: a power of two, so that nothing is rounded, small enough for activations up to 2⁴⁷, and large enough for
 * differences from 2⁻⁷⁸ on.
 */
const SHARPNESS = 2 ** 80;

/** Twice the hard sigmoid at 0 is 1. */
const FROM_HARD_SIGMOID = 2;

/**
 * Unpooling: of each window the four elements less the largest, sharpened, say which elements are the largest; of equal ones
 * the first is kept, as the max pooling of tfjs and of onnxruntime does. The value times these four is put back in place.
 */
function unpooled(name: string, [values, input, output]: readonly [Symbolic, Symbolic, Symbolic]): StockResult {
  const { activation, add, dense, depthwiseConv2d, multiply, permute, reshape, zeroPadding2d } = tfLayers.layers;
  const [, height, width] = input.shape as number[] as [number, number, number, number];
  const [, rows, columns, channels] = values.shape as number[] as [number, number, number, number];
  const named = (part: string): { name: string } => ({ name: `${name}/${part}` });
  const shaped = (part: string, x: Symbolic, targetShape: number[]): Symbolic =>
    apply(reshape({ ...named(part), targetShape }), x);
  const spread = { depthMultiplier: PLACES, useBias: false, depthwiseInitializer: 'zeros' } as const;

  const elements = depthwiseConv2d({ ...named('elements'), ...spread, kernelSize: 2, strides: 2 });
  const largest = depthwiseConv2d({ ...named('largest'), ...spread, kernelSize: 1 });
  const differences = apply(add(named('differences')), [apply(elements, input), apply(largest, output)]);
  const isLargest = apply(activation({ ...named('is-largest'), activation: 'hardSigmoid' }), differences);
  const first = dense({
    ...named('first-largest'),
    ...{ units: PLACES, useBias: false, activation: 'relu', kernelInitializer: 'zeros' },
  });
  const winners = apply(first, shaped('windows', isLargest, [rows * columns, channels, PLACES]));
  const spots = apply(multiply(named('spots')), [shaped('values', values, [rows * columns, channels, 1]), winners]);
  // Channels last, then row by row.
  const channelsLast = apply(permute({ ...named('channels-last'), dims: [1, 3, 2] }), spots);
  const halves = shaped('halves', channelsLast, [rows, columns, 2, 2 * channels]);
  const inRows = apply(permute({ ...named('in-rows'), dims: [1, 3, 2, 4] }), halves);
  const whole = shaped('image', inRows, [2 * rows, 2 * columns, channels]);
  const odd: [[number, number], [number, number]] = [
    [0, height - 2 * rows],
    [0, width - 2 * columns],
  ];
  return {
    // The odd last row or column belonged to no window.
    output: apply(zeroPadding2d({ ...named('odd'), padding: odd }), whole),
    constants: [
      { name: `${elements.name}/depthwise_kernel`, shape: [2, 2, channels, PLACES], data: elementKernel(channels) },
      {
        name: `${largest.name}/depthwise_kernel`,
        shape: [1, 1, channels, PLACES],
        data: new Float32Array(channels * PLACES).fill(-SHARPNESS),
      },
      { name: `${first.name}/kernel`, shape: [PLACES, PLACES], data: firstKernel() },
    ],
  };
}

/** (2, 2, C, 4): output 4 c + k is element k of the window, row by row, of channel c. */
function elementKernel(channels: number): Float32Array {
  const kernel = new Float32Array(PLACES * channels * PLACES);
  for (let place = 0; place < PLACES; place++)
    for (let channel = 0; channel < channels; channel++)
      kernel[(place * channels + channel) * PLACES + place] = SHARPNESS;
  return kernel;
}

/** (from, to): an element counts for itself and against those after it. */
function firstKernel(): Float32Array {
  const kernel = new Float32Array(PLACES * PLACES);
  for (let from = 0; from < PLACES; from++)
    for (let to = from; to < PLACES; to++)
      kernel[from * PLACES + to] = from === to ? FROM_HARD_SIGMOID : -FROM_HARD_SIGMOID;
  return kernel;
}
