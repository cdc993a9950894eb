import { elementCount } from '../model-file.js';
import { MAX_CHANNELS, MAX_INPUT_SIDE } from './limits.js';
import {
  activation,
  flag,
  kernelInitializer,
  margins,
  number,
  numberOrNull,
  oneOf,
  pair,
  pairOrNull,
  whole,
  type KernelInitializer,
  type Pair,
  type Setting,
} from './setting.js';

/** Rows, columns and channels of what a layer puts out for one image. */
export type ImageShape = readonly [rows: number, columns: number, channels: number];

/** One of a layer's tensors. */
export interface OwnTensor {
  /** As tfjs calls it, without its layer's name. */
  readonly name: string;
  readonly shape: readonly number[];
  /** Drawn with variance 2 / fanIn; 0: every element is `initialValue`. */
  readonly fanIn: number;
  readonly initialValue: number;
}

/** What a layer does to the shapes it is given. */
interface Effect {
  readonly shape: ImageShape;
  /** How many times further apart its pixels are than those of its input, along rows and columns. */
  readonly spacing?: Pair;
  readonly tensors?: readonly OwnTensor[];
  /** For one image, forwards; 0 where it is nothing beside convolutions. */
  readonly multiplications?: number;
  /** Places of its kernel or window, where a compiled step has nodes for each. */
  readonly taps?: number;
}

/** What is allowed of a class of layers. Every tensor between layers is a batch of images, (B, rows, columns, channels). */
interface LayerClass<Settings> {
  readonly settings: { readonly [Key in keyof Settings]: Setting<Settings[Key]> };
  /** Further keys, which may only say what is so anyway. */
  readonly fixed?: Readonly<Record<string, readonly unknown[]>>;
  /** How many layers it reads, at least and at most; one if not given. */
  readonly inputs?: Pair;
  /** @returns words on why the inputs do not fit, instead. */
  readonly effect: (settings: NoInfer<Settings>, inputs: readonly [ImageShape, ...ImageShape[]]) => Effect | string;
}

const MAX_KERNEL = 15;
const MAX_DILATION = 31;
const MAX_STRIDE = 8;
/** A window as large as the image is a global pooling; of a maximum, each place is looked at by itself. */
const MAX_WINDOW = 1024;
const MAX_MAXIMUM_WINDOW = 15;
const MAX_MERGED = 16;

const IS_NULL = [null];
const LAST_AXIS = [-1, 3, [-1], [3]];
const ZEROS = [{ class_name: 'Zeros', config: {} }];
const ONES = [{ class_name: 'Ones', config: {} }];

const CHANNELS_LAST = { data_format: ['channels_last'] };
const PLAIN_BIAS = { bias_initializer: ZEROS, bias_regularizer: IS_NULL, bias_constraint: IS_NULL };
const PLAIN_KERNEL = { kernel_regularizer: IS_NULL, kernel_constraint: IS_NULL };
const PLAIN_DEPTHWISE = { depthwise_regularizer: IS_NULL, depthwise_constraint: IS_NULL };
const CONVOLUTION = { ...CHANNELS_LAST, ...PLAIN_BIAS, activity_regularizer: IS_NULL, groups: [1] };
const NOT_DILATED = { dilation_rate: [1, [1, 1]] };
const NORMALIZATION = {
  axis: LAST_AXIS,
  center: [true],
  scale: [true],
  beta_initializer: ZEROS,
  gamma_initializer: ONES,
  ...{ beta_regularizer: IS_NULL, gamma_regularizer: IS_NULL, beta_constraint: IS_NULL, gamma_constraint: IS_NULL },
};

const convolution = {
  kernel_size: pair(1, MAX_KERNEL),
  strides: pair(1, MAX_STRIDE, [1, 1]),
  padding: oneOf(['valid', 'same'], 'valid'),
  use_bias: flag(true),
  activation: activation('linear'),
};
const filters = whole(1, MAX_CHANNELS);
const depth_multiplier = whole(1, MAX_CHANNELS, 1);
const epsilon = number(1e-7, 1, 1e-3);
const pooling = {
  pool_size: pair(1, MAX_WINDOW, [2, 2]),
  strides: pairOrNull(1, MAX_WINDOW),
  padding: oneOf(['valid', 'same'], 'valid'),
};

/** Every class that a study's own network may use, by its name in tfjs and Keras. */
export const LAYER_CLASSES = {
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
      return convolved(settings, places, settings.filters, [
        depthwiseTensor(kernel, input[2], multiplier, settings.depthwise_initializer),
        kernelTensor('pointwise_kernel', [1, 1, between, settings.filters], settings.pointwise_initializer),
      ]);
    },
  }),

  MaxPooling2D: layerClass({
    settings: { ...pooling, pool_size: pair(1, MAX_MAXIMUM_WINDOW, [2, 2]) },
    fixed: CHANNELS_LAST,
    effect(settings, inputs) {
      const effect = pooled(settings, inputs);
      return typeof effect === 'string' ? effect : { ...effect, taps: elementCount(settings.pool_size) };
    },
  }),
  AveragePooling2D: layerClass({ settings: pooling, fixed: CHANNELS_LAST, effect: pooled }),
  UpSampling2D: layerClass({
    settings: { size: pair(1, MAX_WINDOW, [2, 2]), interpolation: oneOf(['nearest', 'bilinear'], 'nearest') },
    fixed: CHANNELS_LAST,
    effect: ({ size }, [[rows, columns, channels]]) => ({
      shape: [rows * size[0], columns * size[1], channels],
      spacing: [1 / size[0], 1 / size[1]],
    }),
  }),
  ZeroPadding2D: layerClass({
    settings: { padding: margins(MAX_INPUT_SIDE) },
    fixed: CHANNELS_LAST,
    effect: ({ padding: [rows, columns] }, [input]) => ({
      shape: [input[0] + rows[0] + rows[1], input[1] + columns[0] + columns[1], input[2]],
    }),
  }),
  Cropping2D: layerClass({
    settings: { cropping: margins(MAX_INPUT_SIDE) },
    fixed: CHANNELS_LAST,
    effect({ cropping: [rows, columns] }, [input]) {
      const shape = [input[0] - rows[0] - rows[1], input[1] - columns[0] - columns[1], input[2]] as const;
      return shape[0] > 0 && shape[1] > 0 ? { shape } : `of an image of ${shapeText(input)} nothing is left`;
    },
  }),

  BatchNormalization: layerClass({
    settings: { momentum: number(0, 0.9999, 0.99), epsilon },
    fixed: { ...NORMALIZATION, moving_mean_initializer: ZEROS, moving_variance_initializer: ONES },
    effect: (_settings, [input]) => ({
      shape: input,
      tensors: [...gammaAndBeta(input[2]), filled('moving_mean', input[2], 0), filled('moving_variance', input[2], 1)],
    }),
  }),
  LayerNormalization: layerClass({
    settings: { epsilon },
    fixed: NORMALIZATION,
    effect: (_settings, [input]) => ({ shape: input, tensors: gammaAndBeta(input[2]) }),
  }),
  GroupNormalization: layerClass({
    settings: { groups: whole(-1, MAX_CHANNELS, 32), epsilon },
    fixed: NORMALIZATION,
    effect: ({ groups }, [input]) =>
      groups === -1 || (groups > 0 && input[2] % groups === 0)
        ? { shape: input, tensors: gammaAndBeta(input[2]) }
        : `${input[2]} channels cannot be parted into ${groups} groups`,
  }),
  Dropout: layerClass({
    settings: { rate: number(0, 0.99) },
    fixed: { noise_shape: IS_NULL, seed: IS_NULL },
    effect: unchanged,
  }),

  Activation: layerClass({ settings: { activation: activation() }, effect: unchanged }),
  ReLU: layerClass({
    settings: { max_value: numberOrNull(0, 1e6) },
    fixed: { negative_slope: [0], threshold: [0] },
    effect: unchanged,
  }),
  LeakyReLU: layerClass({ settings: { alpha: number(0, 1, 0.3) }, effect: unchanged }),
  // tfjs has no other.
  ELU: layerClass({ settings: {}, fixed: { alpha: [1] }, effect: unchanged }),
  PReLU: layerClass({
    settings: {},
    fixed: {
      shared_axes: [[1, 2]],
      alpha_initializer: ZEROS,
      alpha_regularizer: IS_NULL,
      alpha_constraint: IS_NULL,
    },
    effect: (_settings, [input]) => ({
      shape: input,
      tensors: [{ name: 'alpha', shape: [1, 1, input[2]], fanIn: 0, initialValue: 0 }],
    }),
  }),

  Concatenate: layerClass({
    settings: {},
    fixed: { axis: LAST_AXIS },
    inputs: [2, MAX_MERGED],
    effect: (_settings, inputs) => {
      const [[rows, columns]] = inputs;
      return inputs.every((input) => input[0] === rows && input[1] === columns)
        ? { shape: [rows, columns, inputs.reduce((sum, input) => sum + input[2], 0)] }
        : `its inputs have ${inputs.map(shapeText).join(' and ')}: all need the same rows and columns`;
    },
  }),
  Add: layerClass({ settings: {}, inputs: [2, MAX_MERGED], effect: broadcast }),
  Multiply: layerClass({ settings: {}, inputs: [2, MAX_MERGED], effect: broadcast }),
  Average: layerClass({ settings: {}, inputs: [2, MAX_MERGED], effect: alike }),
  Maximum: layerClass({ settings: {}, inputs: [2, MAX_MERGED], effect: alike }),
  Minimum: layerClass({ settings: {}, inputs: [2, MAX_MERGED], effect: alike }),
};

export type LayerClassName = keyof typeof LAYER_CLASSES;

/** The settings of each class, each in its normal form. */
export type SettingsOf<Name extends LayerClassName> =
  (typeof LAYER_CLASSES)[Name] extends LayerClass<infer Settings> ? Settings : never;

export function shapeText(shape: readonly number[]): string {
  return shape.join('×');
}

function layerClass<Settings>(definition: LayerClass<Settings>): LayerClass<Settings> {
  return definition;
}

/** Rows and columns of windows; words where there is none. */
function windowPlaces(
  input: ImageShape,
  window: Pair,
  strides: Pair,
  padding: 'valid' | 'same',
  dilation: Pair = [1, 1],
): Pair | string {
  const along = (axis: 0 | 1): number => {
    const reach = (window[axis] - 1) * dilation[axis] + 1;
    return Math.ceil((padding === 'same' ? input[axis] : input[axis] - reach + 1) / strides[axis]);
  };
  const places = [along(0), along(1)] as const;
  return places[0] > 0 && places[1] > 0
    ? places
    : `a window of ${shapeText(window)} does not fit into an image of ${shapeText(input)}`;
}

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

interface Pooling {
  readonly pool_size: Pair;
  readonly strides: Pair | null;
  readonly padding: 'valid' | 'same';
}

function pooled(
  { pool_size: window, strides, padding }: Pooling,
  [input]: readonly [ImageShape, ...ImageShape[]],
): Effect | string {
  const steps = strides ?? window;
  const places = windowPlaces(input, window, steps, padding);
  if (typeof places === 'string') return places;
  const shape = [...places, input[2]] as const;
  return { shape, spacing: steps, multiplications: elementCount(shape) * window[0] * window[1] };
}

function unchanged(_settings: unknown, [shape]: readonly [ImageShape, ...ImageShape[]]): Effect {
  return { shape };
}

function alike(_settings: unknown, inputs: readonly [ImageShape, ...ImageShape[]]): Effect | string {
  const [shape] = inputs;
  return inputs.every((input) => shapeText(input) === shapeText(shape))
    ? { shape }
    : `its inputs have ${inputs.map(shapeText).join(' and ')}: all need the same shape`;
}

/** One row, column or channel stands for all of them. */
function broadcast(_settings: unknown, inputs: readonly [ImageShape, ...ImageShape[]]): Effect | string {
  const along = (axis: 0 | 1 | 2): number => Math.max(...inputs.map((input) => input[axis]));
  const shape = [along(0), along(1), along(2)] as const;
  return inputs.every((input) => input.every((extent, axis) => extent === shape[axis] || extent === 1))
    ? { shape }
    : `its inputs have ${inputs.map(shapeText).join(' and ')}: rows, columns and channels must be the same, or 1`;
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

function gammaAndBeta(channels: number): OwnTensor[] {
  return [filled('gamma', channels, 1), filled('beta', channels, 0)];
}

function filled(name: string, channels: number, initialValue: number): OwnTensor {
  return { name, shape: [channels], fanIn: 0, initialValue };
}
