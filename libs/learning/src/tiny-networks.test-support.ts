// Networks for images of 8×8 pixels, small enough for tfjs's own arithmetic, with what larger ones are made of.
import { normal, seededRng, type NamedTensor, type Rng } from '@mammofed/core';
import { BatchNormalization } from './models/layers/batch-normalization.js';
import { Mirroring } from './models/layers/mirroring.js';
import { Unpooling } from './models/layers/unpooling.js';
import { apply, type Symbolic } from './models/network-layers.js';
import { tf, tfLayers } from './tfjs.js';

const { layers } = tfLayers;

/** Of the images and masks. */
export const TINY_SHAPE = [2, 8, 8, 1];
export const TINY_PIXELS = 2 * 8 * 8;

export interface TinyNetwork {
  readonly what: string;
  readonly build: () => tfLayers.LayersModel;
}

export const TINY_NETWORKS: readonly TinyNetwork[] = [
  {
    what: 'two convolutions',
    build: () => network((image) => activated(convolved(image, 'first', 3), 'tanh')),
  },
  {
    what: 'batch normalization and pooling',
    build: () =>
      network((image) => {
        const normalized = apply(new BatchNormalization('norm'), convolved(image, 'first', 4, { useBias: false }));
        const pooled = apply(layers.maxPooling2d({ poolSize: 2, name: 'pool' }), activated(normalized, 'relu'));
        return apply(layers.conv2dTranspose({ name: 'up', filters: 3, kernelSize: 2, strides: 2 }), pooled);
      }),
  },
  {
    what: 'a skip',
    build: () =>
      network((image) => {
        const top = activated(convolved(image, 'top', 2), 'relu');
        const pooled = apply(layers.maxPooling2d({ poolSize: 2, name: 'pool' }), top);
        const bottom = activated(convolved(pooled, 'bottom', 4), 'tanh');
        const up = apply(layers.conv2dTranspose({ name: 'up', filters: 2, kernelSize: 2, strides: 2 }), bottom);
        return apply(layers.concatenate({ name: 'join' }), [up, top]);
      }),
  },
  {
    what: 'unpooling',
    build: () =>
      network((image) => {
        const before = activated(convolved(image, 'first', 2), 'sigmoid');
        const pooled = apply(layers.maxPooling2d({ poolSize: 2, name: 'pool' }), before);
        return apply(new Unpooling('unpool'), [activated(convolved(pooled, 'low', 2), 'tanh'), before, pooled]);
      }),
  },
  {
    what: 'a mirrored border',
    build: () =>
      network((image) => {
        const mirrored = apply(new Mirroring('mirror', 12), image);
        const inner = activated(convolved(mirrored, 'inner', 3, { padding: 'valid' }), 'relu');
        return apply(layers.conv2d({ name: 'outer', filters: 2, kernelSize: 3, activation: 'tanh' }), inner);
      }),
  },
];

/** From the image to one logit for each pixel. */
function network(body: (image: Symbolic) => Symbolic): tfLayers.LayersModel {
  const image = tfLayers.input({ shape: TINY_SHAPE.slice(1) });
  const logits = apply(layers.conv2d({ name: 'logits', filters: 1, kernelSize: 1 }), body(image));
  return tfLayers.model({ inputs: image, outputs: logits });
}

function convolved(
  x: Symbolic,
  name: string,
  filters: number,
  changes: { useBias?: boolean; padding?: 'valid' } = {},
): Symbolic {
  return apply(layers.conv2d({ name, filters, kernelSize: 3, padding: 'same', ...changes }), x);
}

function activated(x: Symbolic, activation: 'relu' | 'tanh' | 'sigmoid'): Symbolic {
  return apply(layers.activation({ activation }), x);
}

/** How a tensor is drawn, by the end of its name. */
const DRAWS: Readonly<Record<string, (rng: Rng) => number>> = {
  gamma: (rng) => 0.5 + rng.next(),
  moving_variance: (rng) => 0.5 + rng.next(),
  // The logits have one, and a tensor of one number near zero is near zero by chance: no scale to compare by.
  bias: (rng) => (rng.next() < 0.5 ? -1 : 1) * (0.2 + 0.3 * rng.next()),
};

/** Random weights of any model. */
export function weightsOf(build: () => tfLayers.LayersModel, seed: number): NamedTensor[] {
  void tf.setBackend('cpu');
  const model = build();
  const rng = seededRng('weights', seed);
  const weights = model.weights.map(({ originalName, shape }) => {
    const draw = DRAWS[originalName.slice(originalName.lastIndexOf('/') + 1)] ?? ((each: Rng) => 0.5 * normal(each));
    const size = tf.util.sizeFromShape(shape as number[]);
    return {
      name: originalName,
      shape: shape as number[],
      data: Float32Array.from({ length: size }, () => draw(rng)),
    };
  });
  model.dispose();
  return weights;
}
