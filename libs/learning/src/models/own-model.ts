import type { ActivationName, OwnLayer, OwnModelSpec } from '@mammofed/core';
import { tfLayers } from '../tfjs.js';
import { BatchNormalization } from './layers/batch-normalization.js';
import { DilatedConvolution } from './layers/dilated-convolution.js';
import { Dropout } from './layers/dropout.js';
import { GroupNormalization } from './layers/group-normalization.js';
import { Mirroring } from './layers/mirroring.js';
import { apply, type Symbolic } from './network-layers.js';
import { ownModelOf } from './own-model-plan.js';

const { layers: stock } = tfLayers;

/**
 * Builds a study's own network as a tfjs model: (B, S, S, 1) in, logits (B, S, S, 1) out. Layers are made one by one from
 * what was checked; nothing else of the study's JSON is looked at. All weights are zero; the caller gives it its weights.
 * A network whose output is the middle of its input is given the image continued by mirroring, as the U-Net without padding.
 * @throws LearningError `bad-model-spec`.
 */
export function buildOwnModel(spec: OwnModelSpec): tfLayers.LayersModel {
  const { topology, input, layers, size } = ownModelOf(spec);
  const image = tfLayers.input({ shape: [size, size, 1], name: input.name });
  const mirrored = new Mirroring(`${input.name}.mirrored`, input.side);
  const made = new Map([[input.name, size === input.side ? image : apply(mirrored, image)]]);
  let logits = image;
  for (const layer of layers) {
    const [first, ...others] = layer.inputs.map((name) => made.get(name) as Symbolic) as [Symbolic];
    logits = activated(apply(layerOf(layer), others.length === 0 ? first : [first, ...others]), layer);
    made.set(layer.name, logits);
  }
  return tfLayers.model({ inputs: image, outputs: logits, name: topology.config.name });
}

/** tfjs would draw them, and they are given anyway. */
const KERNEL = { kernelInitializer: 'zeros', biasInitializer: 'zeros' } as const;
const DEPTHWISE = { depthwiseInitializer: 'zeros', biasInitializer: 'zeros' } as const;

/** A layer of the allow-list, without its activation. */
function layerOf({ name, className, settings }: OwnLayer): tfLayers.layers.Layer {
  switch (className) {
    case 'Conv2D': {
      const { filters, dilation_rate: dilation, kernel_size: kernel, use_bias: useBias } = settings;
      // The check lets a hole between taps through only where all is square, of stride 1 and padded.
      return dilation[0] === 1
        ? stock.conv2d({ name, ...convolution(settings), ...KERNEL, filters })
        : new DilatedConvolution({ name, filters, kernelSize: kernel[0], rate: dilation[0], useBias });
    }
    case 'Conv2DTranspose':
      return stock.conv2dTranspose({ name, ...convolution(settings), ...KERNEL, filters: settings.filters });
    case 'DepthwiseConv2D': {
      const { depth_multiplier: depthMultiplier } = settings;
      return stock.depthwiseConv2d({ name, ...convolution(settings), ...DEPTHWISE, depthMultiplier });
    }
    case 'SeparableConv2D': {
      const { filters, depth_multiplier: depthMultiplier } = settings;
      const pointwise = { pointwiseInitializer: 'zeros', filters } as const;
      return stock.separableConv2d({ name, ...convolution(settings), ...DEPTHWISE, ...pointwise, depthMultiplier });
    }
    case 'MaxPooling2D':
      return stock.maxPooling2d({ name, ...pooling(settings) });
    case 'AveragePooling2D':
      return stock.averagePooling2d({ name, ...pooling(settings) });
    case 'UpSampling2D':
      return stock.upSampling2d({ name, size: both(settings.size), interpolation: settings.interpolation });
    case 'ZeroPadding2D':
      return stock.zeroPadding2d({ name, padding: sides(settings.padding) });
    case 'Cropping2D':
      return stock.cropping2D({ name, cropping: sides(settings.cropping) });
    case 'BatchNormalization':
      return new BatchNormalization(name, settings);
    case 'LayerNormalization':
      return stock.layerNormalization({ name, epsilon: settings.epsilon });
    case 'GroupNormalization':
      return new GroupNormalization(name, settings.groups === -1 ? 'channels' : settings.groups, settings.epsilon);
    case 'Dropout':
      return new Dropout(name, settings.rate);
    case 'Activation':
      return activation(name, settings.activation);
    case 'ReLU':
      return stock.reLU(settings.max_value === null ? { name } : { name, maxValue: settings.max_value });
    case 'LeakyReLU':
      return stock.leakyReLU({ name, alpha: settings.alpha });
    case 'ELU':
      return stock.elu({ name });
    case 'PReLU':
      return stock.prelu({ name, sharedAxes: [1, 2] });
    case 'Concatenate':
      return stock.concatenate({ name });
    case 'Add':
      return stock.add({ name });
    case 'Multiply':
      return stock.multiply({ name });
    case 'Average':
      return stock.average({ name });
    case 'Maximum':
      return stock.maximum({ name });
    case 'Minimum':
      return stock.minimum({ name });
  }
}

/**
 * A convolution's activation is a layer of its own, as in the other networks: tfjs then hands convolution and bias over as
 * one operation. Names with a dot are no study's.
 */
function activated(x: Symbolic, { name, className, settings }: OwnLayer): Symbolic {
  switch (className) {
    case 'Conv2D':
    case 'Conv2DTranspose':
    case 'DepthwiseConv2D':
    case 'SeparableConv2D':
      return settings.activation === 'linear' ? x : apply(activation(`${name}.activation`, settings.activation), x);
    default:
      return x;
  }
}

function activation(name: string, kind: ActivationName): tfLayers.layers.Layer {
  // tfjs's type leaves one out.
  return stock.activation({ name, activation: (TFJS_NAMES[kind] ?? kind) as 'linear' });
}

/** Where tfjs's name is not that of its JSON. */
const TFJS_NAMES: Partial<Record<ActivationName, string>> = { hard_sigmoid: 'hardSigmoid', log_softmax: 'logSoftmax' };

type Padding = 'valid' | 'same';
type Pair = readonly [number, number];

function convolution(settings: {
  readonly kernel_size: Pair;
  readonly strides: Pair;
  readonly padding: Padding;
  readonly use_bias: boolean;
}): { kernelSize: [number, number]; strides: [number, number]; padding: Padding; useBias: boolean } {
  const { kernel_size, strides, padding, use_bias: useBias } = settings;
  return { kernelSize: both(kernel_size), strides: both(strides), padding, useBias };
}

function pooling(settings: { readonly pool_size: Pair; readonly strides: Pair | null; readonly padding: Padding }): {
  poolSize: [number, number];
  strides: [number, number];
  padding: Padding;
} {
  const { pool_size: window, strides, padding } = settings;
  return { poolSize: both(window), strides: both(strides ?? window), padding };
}

function both([rows, columns]: Pair): [number, number] {
  return [rows, columns];
}

function sides([rows, columns]: readonly [Pair, Pair]): [[number, number], [number, number]] {
  return [both(rows), both(columns)];
}
