import type { NamedTensor } from '@mammofed/core';
import { LearningError } from '../errors.js';
import { apply, type Symbolic } from '../models/network-layers.js';
import { tf, tfLayers } from '../tfjs.js';
import { withTraceBackend } from '../trace/with-trace-backend.js';
import { applyAsStock } from './stock-layers.js';

/** A network for inference as stock tfjs describes it. */
export interface StockModel {
  /** The LayersModel's JSON: class_name, config, keras_version, backend. */
  readonly topology: unknown;
  /** Names and shapes of its weights, in its own order: the model's tensors and `constants`. */
  readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[];
  /** Weights that are not the model's: they say how layers of ours are put together of stock ones. */
  readonly constants: readonly NamedTensor[];
}

/**
 * Describes a network's inference with layers that every tfjs has: (B, H, W, channels) in, probabilities of foreground out.
 * Heads that only training looks at are left out.
 * @param buildModel - builds the network; it is disposed of afterwards.
 * @throws LearningError `not-exportable` if a layer of it has no translation.
 */
export function stockModel(buildModel: () => tfLayers.LayersModel): StockModel {
  // Under this backend weights are numbers that nobody computes with.
  return withTraceBackend(() => {
    const model = buildModel();
    const { stock, constants } = translated(model);
    try {
      return {
        // Through JSON, so that it equals what is read from a file.
        topology: JSON.parse(stock.toJSON() as string) as unknown,
        weights: stock.weights.map(({ originalName, shape }) => ({ name: originalName, shape: shape as number[] })),
        constants,
      };
    } finally {
      model.dispose();
      stock.dispose();
    }
  });
}

const PROBABILITIES = 'probabilities';

interface Translation {
  readonly stock: tfLayers.LayersModel;
  readonly constants: readonly NamedTensor[];
}

function translated(model: tfLayers.LayersModel): Translation {
  const inputs = model.inputs.map(({ shape, sourceLayer }) =>
    tfLayers.input({ shape: shape.slice(1), name: sourceLayer.name }),
  );
  const made = new Map(model.inputs.map(({ id }, index) => [id, inputs[index] as Symbolic]));
  const constants: NamedTensor[] = [];
  // Of the first output alone. They are listed in an order in which a layer comes after those that it reads.
  const { layers } = tfLayers.model({ inputs: model.inputs, outputs: model.outputs[0] as Symbolic });
  for (const layer of layers) {
    const [node, ...others] = layer.inboundNodes;
    const [result] = node?.outputTensors ?? [];
    if (node === undefined || result === undefined || others.length > 0)
      throw new LearningError(
        'not-exportable',
        `the model cannot be written for tfjs: layer ${layer.name} is not applied exactly once`,
        { layer: layer.name },
      );
    if (made.has(result.id)) continue;
    const given = node.inputTensors.map(({ id }) => made.get(id) as Symbolic);
    if (isStock(layer)) made.set(result.id, apply(copyOf(layer), given.length === 1 ? (given[0] as Symbolic) : given));
    else {
      const replaced = applyAsStock(layer, given);
      made.set(result.id, replaced.output);
      constants.push(...replaced.constants);
    }
  }
  const logits = made.get((model.outputs[0] as Symbolic).id) as Symbolic;
  // A study's own network may have a layer of this name; none has a dot in its name.
  const isTaken = layers.some(({ name }) => name === PROBABILITIES);
  const name = isTaken ? `${PROBABILITIES}.sigmoid` : PROBABILITIES;
  const sigmoid = tfLayers.layers.activation({ activation: 'sigmoid', name });
  return {
    stock: tfLayers.model({ inputs, outputs: apply(sigmoid, logits), name: model.name }),
    constants,
  };
}

/** tfjs registers its own classes, and a model's JSON names nothing else. */
function isStock(layer: tfLayers.layers.Layer): boolean {
  return layer.getClassName() in tf.serialization.SerializationMap.getMap().classNameMap;
}

function copyOf(layer: tfLayers.layers.Layer): tfLayers.layers.Layer {
  const layerClass = layer.constructor as tf.serialization.SerializableConstructor<tfLayers.layers.Layer>;
  return layerClass.fromConfig(layerClass, layer.getConfig());
}
