import { elementCount, type NamedTensor } from '@mammofed/core';
import { tensorPlans, type ModelSpec } from '../model-spec.js';
import { buildModel } from '../models/build-model.js';
import { assertFinite, cappedMetadata, damaged, foreign, type ExchangeFile } from './exchange-file.js';
import { firstDifference } from './first-difference.js';
import { stockModel } from './stock-model.js';
import { trainingOnly } from './tfjs-files.js';

/** A model.json describes layers and names weights; a U-Net's has 30 KB. */
const MAX_MODEL_JSON_BYTES = 16 * 1024 * 1024;

/** Files of weights; of the largest model and of tfjs's usual 4 MiB it would be 256. */
const MAX_SHARDS = 4096;

/**
 * Reads a file of weights that lies beside model.json.
 * @param name - a plain file name.
 * @param maxBytes - a longer file is not read.
 */
export type ShardReader = (name: string, maxBytes: number) => Promise<Uint8Array>;

interface ManifestGroup {
  readonly paths: readonly string[];
  readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[];
}

/**
 * Opens a tfjs model.json. No file of weights is read before the layers have been found to be those of one of this program's
 * networks and the weights to be theirs, and none that is longer than these weights. Heads that only training uses are zero
 * if the file has none of them.
 * @throws LearningError `bad-exchange-file` if it is no model.json, or names a file that does not lie beside it.
 */
export function readTfjs(modelJson: Uint8Array, readShard: ShardReader): ExchangeFile {
  if (modelJson.length > MAX_MODEL_JSON_BYTES) damaged(`model.json has ${modelJson.length} bytes, more than 16 MiB`);
  const json = parsed(modelJson);
  const groups = groupsOf(json['weightsManifest']);
  return {
    metadata: textsOf(json['userDefinedMetadata']),
    async tensors(spec) {
      const stock = stockModel(() => buildModel(spec));
      const difference = topologyDifference(json['modelTopology'], stock.topology);
      if (difference !== null) foreign(spec, difference);
      const plans = tensorPlans(spec);
      const heads = trainingOnly(plans, stock.weights);
      // tfjs saves without them what it has loaded.
      const isWhole = groups.some(({ weights }) => weights.some(({ name }) => name === heads[0]?.name));
      assertSameWeights(spec, groups, isWhole ? [...stock.weights, ...heads] : stock.weights);
      const read = new Map<string, NamedTensor>();
      for (const group of groups) for (const tensor of await readGroup(group, readShard)) read.set(tensor.name, tensor);
      for (const constant of stock.constants) {
        const given = read.get(constant.name) as NamedTensor;
        if (given.data.some((value, index) => value !== constant.data[index]))
          foreign(spec, `weight ${constant.name}, which is part of what layers mean, has other numbers`);
      }
      return plans.map(
        ({ name, shape }) => read.get(name) ?? { name, shape, data: new Float32Array(elementCount(shape)) },
      );
    },
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

function parsed(bytes: Uint8Array): JsonObject {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isObject(value)) return value;
  } catch (error) {
    return damaged('model.json is not JSON', error);
  }
  return damaged('model.json is not a JSON object');
}

function textsOf(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) return damaged('userDefinedMetadata of model.json is not an object');
  return cappedMetadata(
    Object.entries(value).map(([key, text]) =>
      typeof text === 'string' ? [key, text] : damaged(`userDefinedMetadata.${key} of model.json is not a text`),
    ),
  );
}

function groupsOf(manifest: unknown): ManifestGroup[] {
  if (!Array.isArray(manifest)) return damaged('model.json has no weightsManifest');
  const groups = manifest.map((group: unknown): ManifestGroup => {
    if (!isObject(group)) return damaged('a group of weightsManifest is not an object');
    const { paths, weights } = group;
    if (!Array.isArray(paths) || !Array.isArray(weights))
      return damaged('a group of weightsManifest has no paths or no weights');
    return { paths: paths.map(plainName), weights: weights.map(weightOf) };
  });
  const shards = groups.flatMap(({ paths }) => paths);
  if (shards.length > MAX_SHARDS) damaged(`weightsManifest names ${shards.length} files, more than ${MAX_SHARDS}`);
  if (new Set(shards).size < shards.length) damaged('weightsManifest names a file twice');
  return groups;
}

/** Files lie beside model.json: no folder, no URL, no name that a system understands in its own way. */
function plainName(path: unknown): string {
  if (typeof path === 'string' && /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,200}$/.test(path)) return path;
  return damaged(
    `weightsManifest names the file ${JSON.stringify(path)}, which is not the plain name of a file beside it`,
  );
}

function weightOf(weight: unknown): ManifestGroup['weights'][number] {
  if (!isObject(weight)) return damaged('a weight of weightsManifest is not an object');
  const { name, shape, dtype, quantization } = weight;
  if (typeof name !== 'string') return damaged('a weight of weightsManifest has no name');
  if (dtype !== 'float32' || quantization !== undefined)
    return damaged(`weight ${name} is not plain float32: a quantized model is not the one that was trained`);
  const isShape = Array.isArray(shape) && shape.every((extent) => Number.isSafeInteger(extent) && extent >= 0);
  return isShape ? { name, shape: shape as number[] } : damaged(`weight ${name} has no valid shape`);
}

/** Of the class and the configuration alone: the rest of a topology says which program wrote it. */
function topologyDifference(topology: unknown, expected: unknown): string | null {
  // Keras's converter puts the model one level deeper.
  const given = isObject(topology) && isObject(topology['model_config']) ? topology['model_config'] : topology;
  if (!isObject(given)) return damaged('model.json has no modelTopology');
  const { class_name, config } = expected as StockTopology;
  const difference = firstDifference(
    { class_name: given['class_name'], config: given['config'] },
    { class_name, config },
    'modelTopology',
  );
  const layer = config.layers.find((_, index) => difference?.startsWith(`modelTopology.config.layers.${index}.`));
  return layer === undefined ? difference : `${difference ?? ''} (layer ${layer.name})`;
}

interface StockTopology {
  readonly class_name: string;
  readonly config: { readonly layers: readonly { readonly name: string }[] };
}

function assertSameWeights(
  spec: ModelSpec,
  groups: readonly ManifestGroup[],
  expected: readonly { readonly name: string; readonly shape: readonly number[] }[],
): void {
  const given = groups.flatMap(({ weights }) => weights);
  const shapes = new Map(given.map(({ name, shape }) => [name, shape]));
  for (const { name, shape } of expected) {
    const found = shapes.get(name);
    if (found === undefined) foreign(spec, `there is no weight ${name}`);
    if (found.join() !== shape.join())
      foreign(spec, `weight ${name} has the shape (${found.join()}), not (${shape.join()})`);
  }
  if (given.length !== expected.length)
    foreign(spec, `weightsManifest lists ${given.length} weights, not ${expected.length}`);
}

async function readGroup({ paths, weights }: ManifestGroup, readShard: ShardReader): Promise<NamedTensor[]> {
  const byteLength = weights.reduce((sum, { shape }) => sum + 4 * elementCount(shape), 0);
  const whole = new Uint8Array(byteLength);
  let at = 0;
  for (const path of paths) {
    const shard = await readShard(path, byteLength - at);
    if (shard.length > byteLength - at) damaged(`${path} holds more than the weights that it is for`);
    whole.set(shard, at);
    at += shard.length;
  }
  if (at < byteLength) damaged(`${paths.join(', ')} hold ${at} of the ${byteLength} bytes of their weights`);
  const view = new DataView(whole.buffer);
  let offset = 0;
  return weights.map(({ name, shape }) => {
    const data = new Float32Array(elementCount(shape));
    for (let i = 0; i < data.length; i++, offset += 4) data[i] = view.getFloat32(offset, true);
    const tensor = { name, shape, data };
    assertFinite(tensor);
    return tensor;
  });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
