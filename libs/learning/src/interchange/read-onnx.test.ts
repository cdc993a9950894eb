/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import type { NamedTensor } from '@mammofed/core';
import * as ort from 'onnxruntime-node';
import type { LearningError } from '../errors.js';
import type { ModelSpec } from '../model-spec.js';
import { decodeModel, encodeModel, type ModelMessage } from '../onnx/schema.js';
import { freshSeed, randomWeights } from '../reference.test-support.js';
import { onnxFile } from './onnx-file.js';
import { readOnnx } from './read-onnx.js';

const seed = freshSeed();
const MODELS: readonly ModelSpec[] = [
  { name: 'unet', width: 1 / 32, size: 32 },
  { name: 'unet-valid', width: 1 / 64, size: 18 },
  { name: 'deconvnet', width: 1 / 32, size: 37 },
  { name: 'residual-unet', width: 1 / 32, size: 64 },
];
const METADATA = { model: 'unet', size: '32', study: 'Brustkrebs – Ü', window: '{"kind":"percentiles"}' };

function bitsOf(tensors: readonly NamedTensor[]): unknown {
  return tensors.map(({ name, shape, data }) => [name, [...shape], Buffer.from(data.slice().buffer).toString('hex')]);
}

describe.each(MODELS)(`an ONNX file of $name (seed ${seed})`, (spec) => {
  it('gives back every bit of every tensor and the texts, wherever it lies in memory', async () => {
    const weights = await randomWeights(spec, seed);
    // Its sign must not be lost.
    (weights[0] as NamedTensor).data[0] = -0;
    const file = onnxFile(spec, weights, METADATA);
    const elsewhere = new Uint8Array(file.length + 3);
    elsewhere.set(file, 3);
    const read = readOnnx(elsewhere.subarray(3));
    expect(read.metadata).toEqual(METADATA);
    expect(bitsOf(await read.tensors(spec))).toEqual(bitsOf(weights));
  });

  it('holds each tensor as one initializer that the graph uses', async () => {
    const weights = await randomWeights(spec, seed);
    const { graph } = decodeModel(onnxFile(spec, weights, {})) as ModelMessage;
    const read = new Set(graph.node.flatMap(({ input }) => input));
    expect(weights.filter(({ name }) => !read.has(name))).toEqual([]);
    expect(graph.initializer.map(({ name }) => name)).toEqual([...new Set(graph.initializer.map(({ name }) => name))]);
    const numbers = graph.initializer.reduce((sum, { raw_data }) => sum + raw_data.length, 0);
    const own = weights.reduce((sum, { data }) => sum + data.byteLength, 0);
    // Nothing is written twice: what else there is are axes and sizes.
    expect(numbers - own).toBeLessThan(4096);
  });
});

const spec = MODELS[0] as ModelSpec;

/** The refusal of a file. */
async function refusal(bytes: Uint8Array, as = spec): Promise<{ code: string; message: string }> {
  try {
    await readOnnx(bytes).tensors(as);
  } catch (error) {
    const { code, message } = error as LearningError;
    return { code, message };
  }
  return { code: 'nothing refused', message: '' };
}

/** A file of this program with one thing changed. */
async function changed(change: (model: Mutable<ModelMessage>) => void): Promise<Uint8Array> {
  const model = decodeModel(onnxFile(spec, await randomWeights(spec, seed), METADATA)) as Mutable<ModelMessage>;
  change(model);
  return encodeModel(model as ModelMessage);
}

type Mutable<T> = T extends Uint8Array ? T : T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;

describe('an ONNX file is refused', () => {
  it('never, if nothing was changed', async () => {
    expect(await refusal(await changed(() => undefined))).toMatchObject({ code: 'nothing refused' });
  });

  it.each<[string, (model: Mutable<ModelMessage>) => void, RegExp]>([
    [
      'without a tensor',
      ({ graph }) => void graph.initializer.splice(0, 1),
      /there is no initializer down0\/conv0\/kernel/,
    ],
    [
      'with a tensor of another shape',
      ({ graph }) => {
        const bias = graph.initializer.find(({ name }) => name === 'down0/conv0/bias');
        if (bias !== undefined) [bias.dims, bias.raw_data] = [[3], new Uint8Array(12)];
      },
      /initializer down0\/conv0\/bias has the shape \(3\), not \(2\)/,
    ],
    [
      'with a tensor of another type',
      ({ graph }) => void ((graph.initializer[0] as { data_type: number }).data_type = 10),
      /initializer down0\/conv0\/kernel is not float32/,
    ],
    [
      'with another operator',
      ({ graph }) => {
        const relu = graph.node.find(({ op_type }) => op_type === 'Relu');
        if (relu !== undefined) relu.op_type = 'Elu';
      },
      /model\.graph\.node\.\d+\.op_type is "Elu" and should be "Relu" \(node down0\/conv0\/relu\/Relu_\d+\)/,
    ],
    [
      'with another attribute',
      ({ graph }) => {
        const conv = graph.node.find(({ op_type }) => op_type === 'Conv');
        const pads = conv?.attribute.find(({ name }) => name === 'pads');
        if (pads !== undefined) pads.ints = [0, 0, 0, 0];
      },
      /model\.graph\.node\.\d+\.attribute\.\d\.ints\.0 is 0 and should be 1/,
    ],
    [
      'with a node more',
      ({ graph }) => void graph.node.push(graph.node[0] as never),
      /model\.graph\.node\.\d+ is .* and should not be there/,
    ],
    [
      'of another operator set',
      (model) => void ((model.opset_import[0] as { version: number }).version = 18),
      /opset_import\.0\.version is 18/,
    ],
  ])('%s, and the first difference is named', async (_, change, words) => {
    const { code, message } = await refusal(await changed(change));
    expect(message).toMatch(words);
    expect(code).toBe('foreign-model');
  });

  it('as another network or for another size', async () => {
    const file = await changed(() => undefined);
    const { code, message } = await refusal(file, { ...spec, size: 48 });
    expect(message).toMatch(/not the network unet of width 0\.03125 for 48×48 pixels.* is 32 and should be 48/);
    expect(code).toBe('foreign-model');
    expect((await refusal(file, { ...spec, name: 'deconvnet' })).code).toBe('foreign-model');
    expect((await refusal(file, { ...spec, width: 1 / 16 })).code).toBe('foreign-model');
  });

  it('with a number that is not finite, or fewer numbers than its shape says', async () => {
    const first = (graph: Mutable<ModelMessage>['graph']): Mutable<ModelMessage>['graph']['initializer'][number] =>
      graph.initializer[0] as (typeof graph.initializer)[number];
    const infinite = await changed(({ graph }) => {
      const data = Float32Array.from({ length: first(graph).raw_data.length / 4 }, () => Infinity);
      first(graph).raw_data = new Uint8Array(data.buffer);
    });
    expect(await refusal(infinite)).toMatchObject({
      code: 'bad-exchange-file',
      message: expect.stringMatching(/kernel holds a value that is not finite/),
    });
    const short = await changed(({ graph }) => void (first(graph).raw_data = first(graph).raw_data.subarray(4)));
    expect(await refusal(short)).toMatchObject({
      code: 'bad-exchange-file',
      message: expect.stringMatching(/has \d+ bytes, not \d+/),
    });
  });

  it('cut off anywhere, or if it is something else', async () => {
    const file = await changed(() => undefined);
    for (let length = 0; length < file.length; length += 1 + (length % 977)) {
      // A cut between two fields leaves a whole file that lacks something.
      expect(['bad-exchange-file', 'foreign-model']).toContain((await refusal(file.subarray(0, length))).code);
    }
    for (const text of ['', 'no model', '{}', '\u0000'.repeat(100)])
      expect((await refusal(Buffer.from(text))).code).toBe('bad-exchange-file');
  });

  it('with fields that are not written here, before anything is compared', async () => {
    const file = await changed(() => undefined);
    // ModelProto.doc_string, field 6.
    const documented = Buffer.concat([file, Uint8Array.of((6 << 3) | 2, 1, 0x61)]);
    expect(await refusal(documented)).toMatchObject({
      code: 'bad-exchange-file',
      message: expect.stringMatching(/fields of ONNX that this program does not write/),
    });
    await expect(ort.InferenceSession.create(documented)).resolves.toBeDefined();
  });

  it('with more than 4 MiB that are no numbers, without decoding them', async () => {
    const file = await changed(
      ({ metadata_props }) => void metadata_props.push({ key: 'more', value: 'x'.repeat(4 * 1024 * 1024) }),
    );
    expect(await refusal(file)).toMatchObject({
      code: 'bad-exchange-file',
      message: expect.stringMatching(/more than 4 MiB/),
    });
    const texts = await changed(
      ({ metadata_props }) => void metadata_props.push({ key: 'more', value: 'x'.repeat(65_536) }),
    );
    expect((await refusal(texts)).message).toMatch(/characters, more than 65536/);
    const nodes = Buffer.alloc(6 * 1024 * 1024);
    // Millions of empty nodes, two bytes each, in a graph.
    nodes.fill(Uint8Array.of((1 << 3) | 2, 0));
    const length: number[] = [];
    for (let rest = nodes.length; rest > 0; rest >>>= 7) length.push(rest > 127 ? (rest & 127) | 128 : rest);
    const bomb = Buffer.concat([Uint8Array.of((7 << 3) | 2, ...length), nodes]);
    expect(await refusal(bomb)).toMatchObject({
      code: 'bad-exchange-file',
      message: expect.stringMatching(/more than 4 MiB/),
    });
  });
});
