import { CoreError } from './errors.js';

/** A named float32 array in row-major order. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** What a stored model holds: its weights in the model's order, and text about it (architecture, lineage). */
export interface ModelFile {
  readonly tensors: readonly NamedTensor[];
  readonly metadata: Readonly<Record<string, string>>;
}

const MAX_HEADER_BYTES = 16 * 1024 * 1024;

/** Number of elements of a tensor of this shape; 1 for a scalar. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

/**
 * Writes a model as a safetensors file: 8-byte little-endian header length, JSON header, float32 little-endian data.
 * Equal input gives equal bytes (keys in the given order, header padded to 8 bytes with spaces).
 * @see https://github.com/huggingface/safetensors (format)
 */
export function encodeModelFile(model: ModelFile): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: model.metadata };
  let offset = 0;
  for (const { name, shape, data } of model.tensors) {
    if (data.length !== elementCount(shape)) {
      throw new CoreError(
        'bad-model-file',
        `tensor ${name} holds ${data.length} values, its shape says ${elementCount(shape)}`,
        { tensor: name },
      );
    }
    header[name] = { dtype: 'F32', shape, data_offsets: [offset, offset + data.length * 4] };
    offset += data.length * 4;
  }
  const json = JSON.stringify(header);
  const jsonBytes = new TextEncoder().encode(json);
  const paddedLength = Math.ceil(jsonBytes.length / 8) * 8;
  const bytes = new Uint8Array(8 + paddedLength + offset);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(paddedLength), true);
  bytes.fill(0x20, 8, 8 + paddedLength);
  bytes.set(jsonBytes, 8);
  let at = 8 + paddedLength;
  for (const { data } of model.tensors) {
    for (let i = 0; i < data.length; i++, at += 4) view.setFloat32(at, data[i] as number, true);
  }
  return bytes;
}

/**
 * Reads a model written by {@link encodeModelFile} (or any float32 safetensors file whose tensors lie one after another).
 * @throws CoreError `bad-model-file` if the header, a length, an offset or a value (NaN, infinity) is wrong.
 */
export function decodeModelFile(bytes: Uint8Array): ModelFile {
  const fail = (why: string): never => {
    throw new CoreError('bad-model-file', `the model file cannot be read: ${why}`, { byteLength: bytes.length });
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) fail('it is shorter than its header');
  const headerLength = view.getBigUint64(0, true);
  if (headerLength > BigInt(Math.min(MAX_HEADER_BYTES, bytes.length - 8))) fail('its header length is wrong');
  const dataStart = 8 + Number(headerLength);
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(8, dataStart)));
  } catch {
    return fail('its header is not JSON');
  }
  if (!isRecord(header)) return fail('its header is not an object');
  const { __metadata__: rawMetadata = {}, ...entries } = header;
  if (!isRecord(rawMetadata)) return fail('its metadata is not an object');
  const metadata: Record<string, string> = {};
  for (const [key, value] of Object.entries(rawMetadata)) {
    if (typeof value !== 'string') fail('its metadata is not text');
    metadata[key] = value as string;
  }
  let expected = 0;
  const tensors = Object.entries(entries).map(([name, raw]): NamedTensor => {
    if (!isRecord(raw)) return fail(`tensor ${name} is not described by an object`);
    const { dtype, shape, data_offsets: offsets } = raw;
    if (dtype !== 'F32') fail(`tensor ${name} is not float32`);
    if (!Array.isArray(shape) || !shape.every((extent) => Number.isSafeInteger(extent) && extent >= 0))
      return fail(`tensor ${name} has no valid shape`);
    if (
      !Array.isArray(offsets) ||
      offsets[0] !== expected ||
      offsets[1] !== expected + elementCount(shape as number[]) * 4
    ) {
      return fail(`tensor ${name} does not lie where its shape says`);
    }
    const start = dataStart + expected;
    expected = offsets[1] as number;
    if (dataStart + expected > bytes.length) fail(`tensor ${name} is cut off`);
    const data = new Float32Array(elementCount(shape as number[]));
    for (let i = 0; i < data.length; i++) {
      const value = view.getFloat32(start + i * 4, true);
      if (!Number.isFinite(value)) fail(`tensor ${name} holds a value that is not finite`);
      data[i] = value;
    }
    return { name, shape: shape as number[], data };
  });
  if (dataStart + expected !== bytes.length) fail('it holds more bytes than its tensors');
  return { tensors, metadata };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
