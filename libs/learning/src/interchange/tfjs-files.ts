import { type NamedTensor } from '@mammofed/core';
import { assertWeightsFit } from '../engine/weights-check.js';
import { tensorPlans, type ModelSpec } from '../model-spec.js';
import { buildModel } from '../models/build-model.js';
import { stockModel } from './stock-model.js';

/** The file that names the others. */
export const TFJS_MODEL_FILE = 'model.json';

/** What a file of weights holds at most; tfjs's own converter writes files of this size, which browsers like to keep. */
const SHARD_BYTES = 4 * 1024 * 1024;

export interface WrittenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One of a manifest's weights. */
export interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32';
  /** tfjs's group for what only training uses: its loader gives it to no layer. */
  readonly group?: 'optimizer';
}

/**
 * Writes a trained network for tfjs: model.json and its weights in files of 4 MiB. `tf.loadLayersModel` of any tfjs loads it
 * without a class of ours: input float32 (B, S, S, 1), a region as the model wants it; output probabilities of foreground,
 * float32 (B, S, S, 1).
 * @param tensors - the model's tensors in the model's order; left unchanged.
 * @param metadata - texts about the model, which tfjs shows as its user-defined metadata.
 * @returns model.json last. Equal arguments give equal bytes.
 * @throws LearningError `bad-model-spec`, `wrong-weights`, `not-exportable`.
 * @see https://www.tensorflow.org/js/guide/save_load and tfjs-core's io/types.ts (ModelJSON)
 */
export function tfjsFiles(
  spec: ModelSpec,
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>>,
): WrittenFile[] {
  assertWeightsFit(tensorPlans(spec), tensors);
  const { topology, weights, constants } = stockModel(() => buildModel(spec));
  const dataByName = new Map([...tensors, ...constants].map(({ name, data }) => [name, data]));
  const entries = [
    ...weights.map((weight): WeightEntry => ({ ...weight, dtype: 'float32' })),
    ...trainingOnly(tensors, weights).map(({ name, shape }): WeightEntry => ({
      name,
      shape,
      dtype: 'float32',
      group: 'optimizer',
    })),
  ];
  const data = entries.map(({ name }) => dataByName.get(name) as Float32Array);
  const shards = shardsOf(data);
  const name = (index: number): string => `group1-shard${index + 1}of${shards.length}.bin`;
  const json = {
    format: 'layers-model',
    generatedBy: 'MammoFed',
    convertedBy: null,
    modelTopology: topology,
    weightsManifest: [
      {
        paths: shards.map((_, index) => name(index)),
        weights: entries,
      },
    ],
    userDefinedMetadata: metadata,
  };
  return [
    ...shards.map((bytes, index) => ({ name: name(index), bytes })),
    { name: TFJS_MODEL_FILE, bytes: new TextEncoder().encode(JSON.stringify(json)) },
  ];
}

/** Tensors of a model that its inference has no use for, by the weights of its stock model. */
export function trainingOnly<Tensor extends { readonly name: string }>(
  tensors: readonly Tensor[],
  weights: readonly { readonly name: string }[],
): Tensor[] {
  const used = new Set(weights.map(({ name }) => name));
  return tensors.filter(({ name }) => !used.has(name));
}

/** The numbers one after the other, little-endian, cut where a file is full: a tensor may begin in one and end in the next. */
function shardsOf(arrays: readonly Float32Array[]): Uint8Array[] {
  const byteLength = arrays.reduce((sum, { byteLength: own }) => sum + own, 0);
  const whole = new Uint8Array(byteLength);
  let at = 0;
  for (const array of arrays) {
    // Little-endian, as is every platform that onnxruntime-node is built for.
    whole.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  const count = Math.max(1, Math.ceil(byteLength / SHARD_BYTES));
  return Array.from({ length: count }, (_, index) => whole.subarray(index * SHARD_BYTES, (index + 1) * SHARD_BYTES));
}
