import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CoreError } from './errors.js';
import { decodeModelFile, elementCount, encodeModelFile, type ModelFile } from './model-file.js';

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(\/[a-z][a-z0-9_]{0,8})?$/);
const tensor = fc.tuple(name, fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 })).chain(([tensorName, shape]) =>
  fc
    .float32Array({
      minLength: elementCount(shape),
      maxLength: elementCount(shape),
      noNaN: true,
      noDefaultInfinity: true,
    })
    .map((data) => ({ name: tensorName, shape, data })),
);
const modelFile: fc.Arbitrary<ModelFile> = fc.record({
  tensors: fc.uniqueArray(tensor, { selector: (each) => each.name, maxLength: 6 }),
  metadata: fc.dictionary(name, fc.string()),
});

/** A file with this header (a text as it is, anything else as JSON) and these data bytes. */
function file(header: unknown, data: Uint8Array = new Uint8Array(0)): Uint8Array {
  const json =
    header instanceof Uint8Array
      ? header
      : new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  bytes.set(data, 8 + json.length);
  return bytes;
}

function floats(...values: number[]): Uint8Array {
  return new Uint8Array(Float32Array.from(values).buffer);
}

function refusal(act: () => unknown): { code: string; message: string } {
  try {
    act();
  } catch (error) {
    if (error instanceof CoreError) return { code: error.code, message: error.message };
    throw error;
  }
  return { code: 'nothing refused', message: '' };
}

const whole = { dtype: 'F32', shape: [2], data_offsets: [0, 8] };

describe('a model file', () => {
  it('reads back as it was written: names, order, shapes, every bit of every number, metadata', () => {
    fc.assert(
      fc.property(modelFile, (model) => {
        const read = decodeModelFile(encodeModelFile(model));
        expect(read.metadata).toEqual({ ...model.metadata });
        expect(read.tensors.map((each) => [each.name, each.shape])).toEqual(
          model.tensors.map((each) => [each.name, each.shape]),
        );
        read.tensors.forEach(({ data }, index) =>
          expect(Buffer.from(data.buffer).equals(Buffer.from(model.tensors[index]!.data.slice().buffer))).toBe(true),
        );
      }),
    );
  });

  it('has equal bytes for equal models, and its data on a multiple of 8', () => {
    fc.assert(
      fc.property(modelFile, (model) => {
        const bytes = encodeModelFile(model);
        expect(Buffer.from(encodeModelFile(structuredClone(model))).equals(Buffer.from(bytes))).toBe(true);
        const dataLength = model.tensors.reduce((sum, { data }) => sum + data.byteLength, 0);
        expect((bytes.length - dataLength) % 8).toBe(0);
      }),
    );
  });

  it('is the published format, byte for byte', () => {
    const header = '{"__metadata__":{"round":"3"},"a/kernel":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}';
    const padded = header.padEnd(Math.ceil(header.length / 8) * 8);
    expect(header.length % 8).not.toBe(0);
    const bytes = encodeModelFile({
      tensors: [{ name: 'a/kernel', shape: [2], data: Float32Array.of(1, -0.5) }],
      metadata: { round: '3' },
    });
    expect(Buffer.from(bytes).toString('hex')).toBe(
      `${padded.length.toString(16).padStart(2, '0')}00000000000000${Buffer.from(padded).toString('hex')}0000803f000000bf`,
    );
  });

  it('is read wherever it lies in a larger buffer', () => {
    const bytes = encodeModelFile({ tensors: [{ name: 'a', shape: [], data: Float32Array.of(7) }], metadata: {} });
    const larger = new Uint8Array(bytes.length + 8).fill(255);
    larger.set(bytes, 3);
    expect(decodeModelFile(larger.subarray(3, 3 + bytes.length)).tensors[0]?.data[0]).toBe(7);
  });

  it('needs no metadata', () => {
    expect(decodeModelFile(file({ a: whole }, floats(1, 2))).metadata).toEqual({});
  });

  it('is not written if a tensor has not as many numbers as its shape says', () => {
    const tensors = [{ name: 'a', shape: [3], data: new Float32Array(2) }];
    expect(refusal(() => encodeModelFile({ tensors, metadata: {} }))).toEqual({
      code: 'bad-model-file',
      message: 'tensor a holds 2 values, its shape says 3',
    });
  });
});

describe('a file that is not a model is refused', () => {
  const longHeader = new Uint8Array(8 + 16);
  new DataView(longHeader.buffer).setBigUint64(0, 2n ** 63n, true);
  const hugeHeader = new Uint8Array(8 + 16 * 1024 * 1024 + 8).fill(0x20);
  new DataView(hugeHeader.buffer).setBigUint64(0, BigInt(16 * 1024 * 1024 + 8), true);

  it.each<[string, Uint8Array, RegExp]>([
    ['nothing at all', new Uint8Array(0), /shorter than its header/],
    ['7 bytes', new Uint8Array(7), /shorter than its header/],
    ['a header longer than the file', file('{}').subarray(0, 9), /header length/],
    ['a header of 2^63 bytes', longHeader, /header length/],
    ['a header of more than 16 MiB', hugeHeader, /header length/],
    ['a header that is not UTF-8', file(Uint8Array.of(0x7b, 0xff, 0x7d)), /not JSON/],
    ['a header that is not JSON', file('{"a":'), /not JSON/],
    ['an empty header', file(''), /not JSON/],
    ['a header that is a list', file([]), /not an object/],
    ['a header that is null', file('null'), /not an object/],
    ['a header that is a number', file('7'), /not an object/],
    ['metadata that are null', file('{"__metadata__":null}'), /metadata is not an object/],
    ['metadata that are a text', file('{"__metadata__":"x"}'), /metadata is not an object/],
    ['metadata that hold a number', file({ __metadata__: { round: 3 } }), /metadata is not text/],
    ['a tensor that is null', file('{"a":null}'), /tensor a is not described/],
    ['a tensor that is a list', file('{"a":[]}'), /tensor a is not described/],
    ['another element type', file({ a: { ...whole, dtype: 'F16' } }, floats(1, 2)), /not float32/],
    ['no element type', file({ a: { shape: [2], data_offsets: [0, 8] } }, floats(1, 2)), /not float32/],
    ['no shape', file({ a: { dtype: 'F32', data_offsets: [0, 8] } }, floats(1, 2)), /no valid shape/],
    ['a negative extent', file({ a: { ...whole, shape: [-1, -2] } }, floats(1, 2)), /no valid shape/],
    ['an extent that is not whole', file({ a: { ...whole, shape: [0.5, 4] } }, floats(1, 2)), /no valid shape/],
    ['an extent that is a text', file({ a: { ...whole, shape: ['2'] } }, floats(1, 2)), /no valid shape/],
    ['no offsets', file({ a: { dtype: 'F32', shape: [2] } }, floats(1, 2)), /does not lie/],
    [
      'a gap before the first tensor',
      file({ a: { ...whole, data_offsets: [4, 12] } }, floats(0, 1, 2)),
      /does not lie/,
    ],
    [
      'a gap between two tensors',
      file({ a: whole, b: { ...whole, data_offsets: [12, 20] } }, floats(1, 2, 0, 3, 4)),
      /tensor b does not lie/,
    ],
    ['two tensors in one place', file({ a: whole, b: whole }, floats(1, 2)), /tensor b does not lie/],
    ['a shape larger than its data', file({ a: { ...whole, shape: [3] } }, floats(1, 2)), /does not lie/],
    ['a tensor that is cut off', file({ a: whole }, floats(1)), /cut off/],
    [
      'a shape too large for any memory',
      file('{"a":{"dtype":"F32","shape":[9007199254740991,9007199254740991],"data_offsets":[0,1e999]}}'),
      /does not lie|cut off/,
    ],
    ['bytes after the last tensor', file({ a: whole }, floats(1, 2, 3)), /more bytes/],
    ['bytes but no tensor', file({}, floats(1)), /more bytes/],
    ['a number that is not one', file({ a: whole }, floats(1, NaN)), /tensor a holds a value that is not finite/],
    ['an infinite number', file({ a: whole }, floats(-Infinity, 1)), /not finite/],
  ])('%s', (_, bytes, words) => {
    const { code, message } = refusal(() => decodeModelFile(bytes));
    expect(code).toBe('bad-model-file');
    expect(message).toMatch(words);
  });

  it('cut off anywhere: no prefix of a model file is a model file', () => {
    const bytes = encodeModelFile({
      tensors: [
        { name: 'a', shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) },
        { name: 'b', shape: [1], data: Float32Array.of(5) },
      ],
      metadata: { model: 'unet' },
    });
    const codes = [...bytes.keys()].map((length) => refusal(() => decodeModelFile(bytes.subarray(0, length))).code);
    expect(new Set(codes)).toEqual(new Set(['bad-model-file']));
  });

  it('with any bytes whatever: by its code, never by another error', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.uint8Array({ maxLength: 16 }), (header, data) => {
        expect(['bad-model-file', 'nothing refused']).toContain(
          refusal(() => decodeModelFile(file(header, data))).code,
        );
      }),
    );
  });
});
