// Networks as JSON, written layer by layer: what tfjs itself writes is held to this reading in libs/learning.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementCount } from '../model-file.js';
import type { OwnModel } from './own-model.js';

/** What `mammofed` documents as an example, a model.json that tfjs wrote. */
export const EXAMPLE = readFileSync(join(import.meta.dirname, '../../../../docs/examples/small-unet.json'), 'utf8');

export interface JsonLayer {
  name: string;
  class_name: string;
  config: Record<string, unknown>;
  inbound_nodes: unknown[];
}

export interface JsonModel {
  class_name: string;
  config: { name: string; layers: JsonLayer[]; input_layers: unknown[]; output_layers: unknown[] };
}

/** One layer of a network that is being written. */
export function layer(
  className: string,
  name: string,
  inputs: readonly string[],
  config: Readonly<Record<string, unknown>> = {},
): JsonLayer {
  const nodes = inputs.length === 0 ? [] : [inputs.map((input) => [input, 0, 0, {}])];
  return { name, class_name: className, config: { ...config, name }, inbound_nodes: nodes };
}

export function convolution(name: string, input: string, config: Readonly<Record<string, unknown>> = {}): JsonLayer {
  return layer('Conv2D', name, [input], { filters: 2, kernel_size: 3, padding: 'same', ...config });
}

/** A network of these layers between an image and a convolution to one channel, which reads the last of them. */
export function network(layers: readonly JsonLayer[], side = 16, last: JsonLayer = maskOf(layers)): JsonModel {
  const image = layer('InputLayer', 'image', [], { batch_input_shape: [null, side, side, 1] });
  return {
    class_name: 'Model',
    config: {
      name: 'network',
      layers: [image, ...layers, last],
      input_layers: [['image', 0, 0]],
      output_layers: [[last.name, 0, 0]],
    },
  };
}

export function parameterCount({ layers }: OwnModel): number {
  return layers.flatMap(({ tensors }) => tensors).reduce((sum, { shape }) => sum + elementCount(shape), 0);
}

function maskOf(layers: readonly JsonLayer[]): JsonLayer {
  return convolution('mask', layers.at(-1)?.name ?? 'image', { filters: 1, kernel_size: 1 });
}
