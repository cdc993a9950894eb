import { elementCount } from '../model-file.js';
import {
  CHANNELS_LAST,
  filled,
  IS_NULL,
  layerClass,
  windowPlaces,
  ZEROS,
  type Effect,
  type OwnTensor,
} from './layer-class.js';
import { MAX_CHANNELS } from './limits.js';
import {
  activation,
  flag,
  kernelInitializer,
  oneOf,
  pair,
  whole,
  type KernelInitializer,
  type Pair,
} from './setting.js';

const MAX_KERNEL = 15;
const MAX_DILATION = 31;
const MAX_STRIDE = 8;

const PLAIN_BIAS = { bias_initializer: ZEROS, bias_regularizer: IS_NULL, bias_constraint: IS_NULL };
const PLAIN_KERNEL = { kernel_regularizer: IS_NULL, kernel_constraint: IS_NULL };
const PLAIN_DEPTHWISE = { depthwise_regularizer: IS_NULL, depthwise_constraint: IS_NULL };
const CONVOLUTION = { ...CHANNELS_LAST, ...PLAIN_BIAS, activity_regularizer: IS_NULL, groups: [1] };
const NOT_DILATED = { dilation_rate: [1, [1, 1]] };

const convolution = {
  kernel_size: pair(1, MAX_KERNEL),
  strides: pair(1, MAX_STRIDE, [1, 1]),
  padding: oneOf(['valid', 'same'], 'valid'),
  use_bias: flag(true),
  activation: activation('linear'),
};
const filters = whole(1, MAX_CHANNELS);
const depth_multiplier = whole(1, MAX_CHANNELS, 1);

/** The convolutions, each with a bias and an activation if it says so. */
export const CONVOLUTION_CLASSES = {
  Conv2D: layerClass({
    settings: {
      ...convolution,
      filters,
      dilation_rate: pair(1, MAX_DILATION, [1, 1]),
      kernel_initializer: kernelInitializer(),
    },
    fixed: { ...CONVOLUTION, ...PLAIN_KERNEL },
    effect(settings, [input]) {
      const { kernel_size: kernel, strides, padding, dilation_rate: dilation } = settings;
      const isPlain = strides[0] === 1 && strides[1] === 1 && padding === 'same' && kernel[0] === kernel[1];
      if ((dilation[0] > 1 || dilation[1] > 1) && (dilation[0] !== dilation[1] || !isPlain))
        return 'a dilated convolution needs a square kernel_size, strides 1, padding same and one dilation_rate for both axes';
      const places = windowPlaces(input, kernel, strides, padding, dilation);
      if (typeof places === 'string') return places;
      const weights = kernelTensor('kernel', [...kernel, input[2], settings.filters], settings.kernel_initializer);
      return convolved(settings, places, settings.filters, [weights]);
    },
  }),
  Conv2DTranspose: layerClass({
    settings: { ...convolution, filters, kernel_initializer: kernelInitializer() },
    fixed: { ...CONVOLUTION, ...PLAIN_KERNEL, ...NOT_DILATED, output_padding: IS_NULL },
    effect(settings, [input]) {
      const { kernel_size: kernel, strides, padding, filters: channels } = settings;
      const along = (axis: 0 | 1): number =>
        input[axis] * strides[axis] + (padding === 'valid' ? Math.max(kernel[axis] - strides[axis], 0) : 0);
      const { fanIn, ...rest } = kernelTensor(
        'kernel',
        // tfjs keeps the channels of a transposed kernel the other way round.
        [...kernel, channels, input[2]],
        settings.kernel_initializer,
        // As many taps reach a pixel of the larger image.
        [input[2] * Math.max(1, (kernel[0] * kernel[1]) / (strides[0] * strides[1])), kernel[0] * kernel[1] * channels],
      );
      return {
        ...convolved(settings, [along(0), along(1)], channels, [{ ...rest, fanIn }]),
        spacing: [1 / strides[0], 1 / strides[1]],
        multiplications: elementCount(rest.shape) * input[0] * input[1],
      };
    },
  }),
  DepthwiseConv2D: layerClass({
    settings: { ...convolution, depth_multiplier, depthwise_initializer: kernelInitializer() },
    fixed: { ...CONVOLUTION, ...PLAIN_DEPTHWISE, ...NOT_DILATED },
    effect(settings, [input]) {
      const { kernel_size: kernel, depth_multiplier: multiplier } = settings;
      const places = windowPlaces(input, kernel, settings.strides, settings.padding);
      if (typeof places === 'string') return places;
      return convolved(settings, places, input[2] * multiplier, [
        depthwiseTensor(kernel, input[2], multiplier, settings.depthwise_initializer),
      ]);
    },
  }),
  SeparableConv2D: layerClass({
    settings: {
      ...convolution,
      filters,
      depth_multiplier,
      depthwise_initializer: kernelInitializer(),
      pointwise_initializer: kernelInitializer(),
    },
    fixed: {
      ...CONVOLUTION,
      ...PLAIN_DEPTHWISE,
      ...NOT_DILATED,
      pointwise_regularizer: IS_NULL,
      pointwise_constraint: IS_NULL,
    },
    effect(settings, [input]) {
      const { kernel_size: kernel, depth_multiplier: multiplier } = settings;
      const places = windowPlaces(input, kernel, settings.strides, settings.padding);
      if (typeof places === 'string') return places;
      const between = input[2] * multiplier;
      if (between > MAX_CHANNELS)
        return `between its two kernels it would have ${between} channels, more than ${MAX_CHANNELS}`;
      const kernels = [
        depthwiseTensor(kernel, input[2], multiplier, settings.depthwise_initializer),
        kernelTensor('pointwise_kernel', [1, 1, between, settings.filters], settings.pointwise_initializer),
      ];
      return {
        ...convolved(settings, places, settings.filters, kernels),
        hiddenElements: elementCount(places) * between,
      };
    },
  }),
};

interface Convolution {
  readonly kernel_size: Pair;
  readonly strides: Pair;
  readonly use_bias: boolean;
}

function convolved(
  { kernel_size: kernel, strides, use_bias: hasBias }: Convolution,
  [rows, columns]: Pair,
  channels: number,
  kernels: readonly OwnTensor[],
): Effect {
  return {
    shape: [rows, columns, channels],
    spacing: strides,
    tensors: hasBias ? [...kernels, filled('bias', channels, 0)] : kernels,
    multiplications: kernels.reduce((sum, { shape }) => sum + elementCount(shape), 0) * rows * columns,
    taps: elementCount(kernel),
  };
}

/** @param fans - of one element of the output, and of the input; those of a convolution if not given. */
function kernelTensor(
  name: string,
  shape: readonly [rows: number, columns: number, input: number, output: number],
  { class_name, config }: KernelInitializer,
  fans: Pair = [shape[0] * shape[1] * shape[2], shape[0] * shape[1] * shape[3]],
): OwnTensor {
  if (class_name === 'Constant') return { name, shape, fanIn: 0, initialValue: config.value };
  const [into, outOf] = fans;
  const fan = { fan_in: into, fan_out: outOf, fan_avg: (into + outOf) / 2 }[config.mode];
  return { name, shape, fanIn: (2 * fan) / config.scale, initialValue: 0 };
}

function depthwiseTensor(
  [rows, columns]: Pair,
  channels: number,
  multiplier: number,
  initializer: KernelInitializer,
): OwnTensor {
  const shape = [rows, columns, channels, multiplier] as const;
  return kernelTensor('depthwise_kernel', shape, initializer, [rows * columns, rows * columns * multiplier]);
}
