// Networks that a study might bring along, made by tfjs itself: its JSON is what a study's file holds, and its own reading of
// that file is what ours is held to.
import { OWN_MODEL, readOwnModel, type OwnModelSpec } from '@mammofed/core';
import { Dropout } from './models/layers/dropout.js';
import { GroupNormalization } from './models/layers/group-normalization.js';
import { tf, tfLayers } from './tfjs.js';

const { layers } = tfLayers;

type Symbolic = tfLayers.SymbolicTensor;
type Layer = tfLayers.layers.Layer;

/** tfjs draws a dropout's numbers itself; to compare, it takes those of the compiled step. */
class DrawnDropout extends Dropout {
  static override readonly className = 'Dropout';
  static override fromConfig<T>(_: unknown, { name, rate }: { name: string; rate: number }): T {
    return new DrawnDropout(name, rate) as T;
  }
}

/** Keras's class, which tfjs lacks. */
class KerasGroupNormalization extends GroupNormalization {
  static override readonly className = 'GroupNormalization';
  readonly #settings: { readonly groups: number; readonly epsilon: number };

  constructor(name: string, groups: number, epsilon: number) {
    super(name, groups, epsilon);
    this.#settings = { groups, epsilon };
  }

  static override fromConfig<T>(_: unknown, config: { name: string; groups: number; epsilon: number }): T {
    return new KerasGroupNormalization(config.name, config.groups, config.epsilon) as T;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), ...this.#settings };
  }
}

/** Has tfjs read the two classes above. Afterwards no file can be written for tfjs in this process as others read it. */
export function teachTfjs(): void {
  tf.serialization.registerClass(DrawnDropout as unknown as tf.serialization.SerializableConstructor<Layer>);
  tf.serialization.registerClass(KerasGroupNormalization as unknown as tf.serialization.SerializableConstructor<Layer>);
}

export interface OwnNetwork {
  readonly what: string;
  /** As tfjs writes it. */
  readonly json: () => unknown;
}

/** Every slope is continuous, so that two ways to compute the same do not part by rounding. */
export const SMOOTH_NETWORKS: readonly OwnNetwork[] = [
  written('a U-Net with group normalization and dropout', 16, (image) => {
    const pair = (x: Symbolic, name: string, filters: number): Symbolic => {
      const first = layers.conv2d({ name, filters, kernelSize: 3, padding: 'same', useBias: false });
      const norm = new KerasGroupNormalization(`${name}/norm`, 2, 0.01);
      return chain(x, first, norm, layers.activation({ name: `${name}/elu`, activation: 'elu' }));
    };
    const skip = pair(image, 'down', 4);
    const low = chain(
      pair(chain(skip, layers.averagePooling2d({ name: 'pool', poolSize: 2 })), 'bottom', 6),
      layers.dropout({ name: 'bottom/dropout', rate: 0.3 }),
      layers.conv2d({ name: 'bottom/more', filters: 4, kernelSize: 3, padding: 'same', activation: 'swish' }),
      layers.upSampling2d({ name: 'enlarge', size: [2, 2], interpolation: 'bilinear' }),
    );
    return pair(merged(layers.concatenate({ name: 'concat' }), skip, low), 'up', 4);
  }),
  written('batch normalization, strides and transposed convolutions', 12, (image) => {
    const wide = chain(
      image,
      layers.conv2d({ name: 'first', filters: 3, kernelSize: 3, padding: 'same', useBias: false }),
      layers.batchNormalization({ name: 'norm', momentum: 0.7, epsilon: 0.01 }),
      layers.activation({ name: 'softplus', activation: 'softplus' }),
    );
    const narrow = layers.conv2d({ name: 'down', filters: 4, kernelSize: 3, strides: 2, padding: 'same' });
    const up = layers.conv2dTranspose({ name: 'up', filters: 3, kernelSize: [2, 3], strides: 2, padding: 'same' });
    const back = chain(wide, narrow, layers.activation({ activation: 'tanh', name: 'tanh' }), up);
    const mean = layers.averagePooling2d({ name: 'mean', poolSize: [2, 3], strides: 1, padding: 'same' });
    return merged(layers.add({ name: 'sum' }), wide, chain(back, mean));
  }),
  written('depthwise and separable convolutions, and channels weighed by their mean', 8, (image) => {
    const first = layers.conv2d({ name: 'first', filters: 3, kernelSize: 3, padding: 'same', activation: 'gelu' });
    const x = chain(
      chain(image, first),
      layers.depthwiseConv2d({ name: 'depthwise', kernelSize: 3, depthMultiplier: 2, padding: 'same' }),
      layers.layerNormalization({ name: 'norm', epsilon: 0.01 }),
      layers.separableConv2d({ name: 'separable', filters: 4, kernelSize: 3, padding: 'same', activation: 'mish' }),
    );
    const weights = chain(
      x,
      layers.averagePooling2d({ name: 'mean', poolSize: 8 }),
      layers.conv2d({ name: 'weights', filters: 4, kernelSize: 1, activation: 'sigmoid' }),
    );
    const weighed = merged(layers.multiply({ name: 'weighed' }), x, weights);
    return merged(layers.average({ name: 'average' }), weighed, x);
  }),
];

/** What has corners, or no gradient in tfjs: compared without training. */
export const OTHER_NETWORKS: readonly OwnNetwork[] = [
  written('the middle of what it is given', 20, (image) =>
    chain(
      image,
      layers.conv2d({ name: 'first', filters: 3, kernelSize: 5, activation: 'relu' }),
      layers.conv2d({ name: 'second', filters: 3, kernelSize: 3, activation: 'hardSigmoid' }),
    ),
  ),
  written('layers that are called as what an exported file calls its own', 8, (image) =>
    chain(
      image,
      layers.conv2d({ name: 'images', filters: 2, kernelSize: 3, padding: 'same', activation: 'relu' }),
      layers.conv2d({ name: 'probabilities', filters: 2, kernelSize: 1, activation: 'relu' }),
    ),
  ),
  written('holes between taps, maxima, and every rectifier', 16, (image) => {
    const dilated = { filters: 4, kernelSize: 3, padding: 'same', dilationRate: 3 } as const;
    const x = chain(
      image,
      layers.conv2d({ name: 'dilated', ...dilated }),
      layers.prelu({ name: 'prelu', sharedAxes: [1, 2] }),
      layers.conv2d({ name: 'more', ...dilated, dilationRate: 2, useBias: false }),
      layers.leakyReLU({ name: 'leaky', alpha: 0.2 }),
      layers.zeroPadding2d({
        name: 'frame',
        padding: [
          [1, 2],
          [0, 3],
        ],
      }),
      layers.cropping2D({
        name: 'cut',
        cropping: [
          [2, 1],
          [3, 0],
        ],
      }),
    );
    const low = chain(
      x,
      layers.maxPooling2d({ name: 'pool', poolSize: 3, strides: 2, padding: 'same' }),
      layers.elu({ name: 'elu' }),
      layers.upSampling2d({ name: 'enlarge', size: [2, 2] }),
      layers.reLU({ name: 'relu', maxValue: 1 }),
    );
    const larger = merged(layers.maximum({ name: 'larger' }), x, low);
    return merged(
      layers.minimum({ name: 'smaller' }),
      larger,
      chain(x, layers.activation({ name: 'a', activation: 'softsign' })),
    );
  }),
];

/** A study's spec of a network. */
export function specOf(json: unknown): OwnModelSpec {
  const { size, topology } = readOwnModel(json);
  return { name: OWN_MODEL, width: 1, size, topology };
}

function written(what: string, side: number, body: (image: Symbolic) => Symbolic): OwnNetwork {
  return {
    what,
    json: () => {
      void tf.setBackend('cpu');
      const image = tfLayers.input({ shape: [side, side, 1], name: 'image' });
      const mask = layers.conv2d({ name: 'mask', filters: 1, kernelSize: 1, activation: 'sigmoid' });
      const model = tfLayers.model({ inputs: image, outputs: chain(body(image), mask), name: 'brought-along' });
      const json: unknown = JSON.parse(model.toJSON() as string);
      model.dispose();
      return json;
    },
  };
}

function chain(x: Symbolic, ...applied: readonly Layer[]): Symbolic {
  return applied.reduce((before, layer) => layer.apply(before) as Symbolic, x);
}

function merged(layer: Layer, ...inputs: Symbolic[]): Symbolic {
  return layer.apply(inputs) as Symbolic;
}
