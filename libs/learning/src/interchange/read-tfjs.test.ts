/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import type { NamedTensor } from '@mammofed/core';
import type { LearningError } from '../errors.js';
import type { ModelSpec } from '../model-spec.js';
import { freshSeed, randomWeights } from '../reference.test-support.js';
import { tf } from '../tfjs.js';
import { fileNamed, loadedByTfjs } from './exchange.test-support.js';
import { readTfjs } from './read-tfjs.js';
import { TFJS_MODEL_FILE, tfjsFiles, type WrittenFile } from './tfjs-files.js';

const seed = freshSeed();
const MODELS: readonly ModelSpec[] = [
  { name: 'unet', width: 1 / 32, size: 32 },
  { name: 'unet-valid', width: 1 / 64, size: 18 },
  { name: 'deconvnet', width: 1 / 32, size: 37 },
  { name: 'fcn8s', width: 1 / 32, size: 64 },
  { name: 'attention-unet', width: 1 / 32, size: 32 },
  { name: 'residual-unet', width: 1 / 32, size: 64 },
];
const METADATA = { model: 'unet', size: '32', study: 'Brustkrebs – Ü' };

function bitsOf(tensors: readonly NamedTensor[]): unknown {
  return tensors.map(({ name, shape, data }) => [name, [...shape], Buffer.from(data.slice().buffer).toString('hex')]);
}

/** What is asked for, and how long it may be. */
interface Request {
  readonly name: string;
  readonly maxBytes: number;
}

function opened(files: readonly WrittenFile[], requests: Request[] = []): ReturnType<typeof readTfjs> {
  return readTfjs(fileNamed(files, TFJS_MODEL_FILE), async (name, maxBytes) => {
    requests.push({ name, maxBytes });
    return fileNamed(files, name);
  });
}

describe.each(MODELS)(`a tfjs model.json of $name (seed ${seed})`, (spec) => {
  it('gives back every bit of every tensor and the texts', async () => {
    const weights = await randomWeights(spec, seed);
    // Its sign must not be lost.
    (weights[0] as NamedTensor).data[0] = -0;
    const read = opened(tfjsFiles(spec, weights, METADATA));
    expect(read.metadata).toEqual(METADATA);
    expect(bitsOf(await read.tensors(spec))).toEqual(bitsOf(weights));
  });

  it('is still known after tfjs has loaded and saved it, which orders and packs the weights in its own way', async () => {
    const weights = await randomWeights(spec, seed);
    const model = await loadedByTfjs(tfjsFiles(spec, weights, METADATA));
    const saved = await new Promise<tf.io.ModelArtifacts>((resolve) => {
      const handler = tf.io.withSaveHandler(async (artifacts) => {
        resolve(artifacts);
        return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) };
      });
      void model.save(handler);
    });
    model.dispose();
    const { modelTopology, weightSpecs, userDefinedMetadata } = saved;
    const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
    const json = { modelTopology, weightsManifest, userDefinedMetadata };
    const read = opened([
      { name: 'weights.bin', bytes: new Uint8Array(tf.io.CompositeArrayBuffer.join(saved.weightData)) },
      { name: TFJS_MODEL_FILE, bytes: Buffer.from(JSON.stringify(json)) },
    ]);
    expect(read.metadata).toEqual(METADATA);
    // What only training uses, tfjs does not keep.
    const kept = weights.map((tensor) =>
      /^up\d\/logits/.test(tensor.name) ? { ...tensor, data: new Float32Array(tensor.data.length) } : tensor,
    );
    expect(bitsOf(await read.tensors(spec))).toEqual(bitsOf(kept));
  });
});

const spec = MODELS[0] as ModelSpec;

async function refusal(work: () => Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await work();
  } catch (error) {
    const { code, message } = error as LearningError;
    return { code, message };
  }
  return { code: 'nothing refused', message: '' };
}

interface Layer {
  class_name: string;
  name: string;
  config: Record<string, unknown>;
}

interface ModelJson {
  modelTopology: { class_name: string; config: { layers: Layer[] } };
  weightsManifest: { paths: unknown[]; weights: Record<string, unknown>[] }[];
  userDefinedMetadata: unknown;
}

/** Files of this program with one thing of model.json changed. */
async function changed(change: (json: ModelJson) => void, of = spec): Promise<WrittenFile[]> {
  const files = tfjsFiles(of, await randomWeights(of, seed), METADATA);
  const json = JSON.parse(Buffer.from(fileNamed(files, TFJS_MODEL_FILE)).toString()) as ModelJson;
  change(json);
  return [...files.slice(0, -1), { name: TFJS_MODEL_FILE, bytes: Buffer.from(JSON.stringify(json)) }];
}

function layerNamed({ modelTopology }: ModelJson, name: string): Layer {
  return modelTopology.config.layers.find((layer) => layer.name === name) as Layer;
}

function firstGroup({ weightsManifest }: ModelJson): ModelJson['weightsManifest'][number] {
  return weightsManifest[0] as ModelJson['weightsManifest'][number];
}

describe('a model.json is refused', () => {
  it('never, if nothing was changed', async () => {
    const files = await changed(() => undefined);
    expect(await refusal(() => opened(files).tensors(spec))).toMatchObject({ code: 'nothing refused' });
  });

  it.each<[string, (json: ModelJson) => void, RegExp]>([
    [
      'with another activation',
      (json) => void (layerNamed(json, 'down0/conv0/relu').config['activation'] = 'elu'),
      /modelTopology\.config\.layers\.2\.config\.activation is "elu" and should be "relu" \(layer down0\/conv0\/relu\)/,
    ],
    [
      'with more channels',
      (json) => void (layerNamed(json, 'down0/conv0').config['filters'] = 3),
      /config\.filters is 3 and should be 2 \(layer down0\/conv0\)/,
    ],
    [
      'without a layer',
      ({ modelTopology }) => void modelTopology.config.layers.splice(4, 1),
      /layers\.4\.name is "down0\/pool" and should be "down0\/conv1\/relu" \(layer down0\/conv1\/relu\)/,
    ],
    [
      'of another class',
      ({ modelTopology }) => void (modelTopology.class_name = 'Sequential'),
      /modelTopology\.class_name is "Sequential" and should be "Model"/,
    ],
    ['without a weight', (json) => void firstGroup(json).weights.shift(), /there is no weight down0\/conv0\/kernel/],
    [
      'with a weight of another shape',
      (json) => void ((firstGroup(json).weights[0] as { shape: number[] }).shape = [3, 3, 1, 3]),
      /weight down0\/conv0\/kernel has the shape \(3,3,1,3\), not \(3,3,1,2\)/,
    ],
    [
      'with a weight more',
      (json) => void firstGroup(json).weights.push({ name: 'more', shape: [1], dtype: 'float32' }),
      /lists 47 weights, not 46/,
    ],
  ])('%s, and the first difference is named before any weights are read', async (_, change, words) => {
    const files = await changed(change);
    const requests: Request[] = [];
    const { code, message } = await refusal(() => opened(files, requests).tensors(spec));
    expect(message).toMatch(words);
    expect(code).toBe('foreign-model');
    expect(requests).toEqual([]);
  });

  it('as another network, or for another size', async () => {
    const files = await changed(() => undefined);
    for (const other of [{ ...spec, size: 48 }, { ...spec, width: 1 / 16 }, MODELS[2] as ModelSpec]) {
      expect((await refusal(() => opened(files).tensors(other))).code).toBe('foreign-model');
    }
  });

  it('if the numbers that stand for a layer of ours are others', async () => {
    const deconvnet = MODELS[2] as ModelSpec;
    const files = await changed(() => undefined, deconvnet);
    const json = JSON.parse(Buffer.from(fileNamed(files, TFJS_MODEL_FILE)).toString()) as ModelJson;
    let offset = 0;
    for (const { name, shape } of firstGroup(json).weights as unknown as { name: string; shape: number[] }[]) {
      if (name === 'up0/unpool/first-largest/kernel') break;
      offset += 4 * shape.reduce((product, extent) => product * extent, 1);
    }
    const shard = (files[0] as WrittenFile).bytes.slice();
    new DataView(shard.buffer).setFloat32(offset, 1, true);
    const { code, message } = await refusal(() =>
      opened([{ name: (files[0] as WrittenFile).name, bytes: shard }, ...files.slice(1)]).tensors(deconvnet),
    );
    expect(message).toMatch(/weight up0\/unpool\/first-largest\/kernel, which is part of what layers mean/);
    expect(code).toBe('foreign-model');
  });

  it.each<[string, unknown]>([
    ['leads out of the folder', '../group1-shard1of1.bin'],
    ['leads through it', 'weights/../../group1-shard1of1.bin'],
    ['lies in another folder', 'weights/group1-shard1of1.bin'],
    ['is absolute', '/etc/hostname'],
    ['is absolute on Windows', 'C:weights.bin'],
    ['has backslashes', '..\\weights.bin'],
    ['is a URL', 'http://weights'],
    ['is hidden', '.weights'],
    ['is the folder', '..'],
    ['is empty', ''],
    ['has a zero', 'weights\u0000.bin'],
    ['has a line feed', 'weights.bin\n'],
    ['is endless', 'w'.repeat(300)],
    ['is no text', 7],
  ])('that names a file whose path %s, before any file is read', async (_, path) => {
    const files = await changed((json) => void (firstGroup(json).paths = [path]));
    const requests: Request[] = [];
    const { code, message } = await refusal(async () => opened(files, requests).tensors(spec));
    expect(message).toMatch(/is not the plain name of a file beside it/);
    expect(code).toBe('bad-exchange-file');
    expect(requests).toEqual([]);
  });

  it('with too few or too many bytes of weights, of which no more than needed are asked for', async () => {
    const files = await changed(() => undefined);
    const [{ name, bytes }] = files as [WrittenFile];
    const withShard = (shard: Uint8Array): WrittenFile[] => [{ name, bytes: shard }, ...files.slice(1)];
    const requests: Request[] = [];
    const short = await refusal(() => opened(withShard(bytes.subarray(4)), requests).tensors(spec));
    expect(short).toEqual({
      code: 'bad-exchange-file',
      message: expect.stringMatching(`hold ${bytes.length - 4} of the ${bytes.length} bytes of their weights`),
    });
    expect(requests).toEqual([{ name, maxBytes: bytes.length }]);
    const long = await refusal(() => opened(withShard(new Uint8Array(bytes.length + 1))).tensors(spec));
    expect(long).toEqual({ code: 'bad-exchange-file', message: expect.stringMatching(/holds more than the weights/) });
  });

  it.each<[string, (json: ModelJson) => void, RegExp]>([
    [
      'of whole numbers',
      (json) => void ((firstGroup(json).weights[0] as { dtype: string }).dtype = 'int32'),
      /kernel is not plain float32/,
    ],
    [
      'that are quantized',
      (json) => void ((firstGroup(json).weights[0] as { quantization: object }).quantization = { dtype: 'uint8' }),
      /kernel is not plain float32/,
    ],
    [
      'without a shape',
      (json) => void ((firstGroup(json).weights[0] as { shape: unknown }).shape = [3, -3]),
      /no valid shape/,
    ],
    ['without a name', (json) => void ((firstGroup(json).weights[0] as { name: unknown }).name = null), /has no name/],
    ['of one file twice', (json) => void firstGroup(json).paths.push(...firstGroup(json).paths), /names a file twice/],
    [
      'in too many files',
      (json) => void (firstGroup(json).paths = Array.from({ length: 4097 }, (_, i) => `${i}.bin`)),
      /4097 files/,
    ],
    ['in no list', (json) => void (json.weightsManifest = {} as never), /no weightsManifest/],
    ['in no groups', (json) => void (json.weightsManifest = [null] as never), /is not an object/],
    ['in a group without paths', (json) => void (json.weightsManifest = [{ weights: [] }] as never), /no paths/],
    ['with metadata that are no texts', (json) => void (json.userDefinedMetadata = { seed: 1 }), /seed .*not a text/],
    [
      'with endless metadata',
      (json) => void (json.userDefinedMetadata = { study: 'x'.repeat(65_536) }),
      /65541 characters, more than 65536/,
    ],
    ['with metadata that are a list', (json) => void (json.userDefinedMetadata = []), /not an object/],
  ])('with weights %s', async (_, change, words) => {
    const files = await changed(change);
    const { code, message } = await refusal(async () => opened(files).tensors(spec));
    expect(message).toMatch(words);
    expect(code).toBe('bad-exchange-file');
  });

  it('with a number that is not finite', async () => {
    const files = await changed(() => undefined);
    const shard = (files[0] as WrittenFile).bytes.slice();
    new DataView(shard.buffer).setFloat32(0, NaN, true);
    const { code, message } = await refusal(() =>
      opened([{ name: (files[0] as WrittenFile).name, bytes: shard }, ...files.slice(1)]).tensors(spec),
    );
    expect(message).toMatch(/kernel holds a value that is not finite/);
    expect(code).toBe('bad-exchange-file');
  });

  it('if it is something else, or larger than any', async () => {
    for (const text of ['', 'model', '[]', 'null', '{"modelTopology":', '{"weightsManifest":[]}']) {
      const files = [{ name: TFJS_MODEL_FILE, bytes: Buffer.from(text) }];
      expect((await refusal(async () => opened(files).tensors(spec))).code).toBe('bad-exchange-file');
    }
    const large = [{ name: TFJS_MODEL_FILE, bytes: Buffer.alloc(16 * 1024 * 1024 + 1, ' ') }];
    expect((await refusal(async () => opened(large))).message).toMatch(/more than 16 MiB/);
  });
});
