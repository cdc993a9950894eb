import { elementCount, type NamedTensor } from '@mammofed/core';
import protobuf from 'protobufjs';
import { tensorPlans, type ModelSpec } from '../model-spec.js';
import { decodeModel, ELEMENT_TYPE, type ModelMessage, type TensorMessage } from '../onnx/schema.js';
import { assertFinite, cappedMetadata, damaged, foreign, type ExchangeFile } from './exchange-file.js';
import { firstDifference } from './first-difference.js';
import { onnxFile } from './onnx-file.js';

/** An ONNX file without the numbers of its tensors; a DeconvNet's has 60 KB. */
const MAX_ONNX_STRUCTURE_BYTES = 4 * 1024 * 1024;

/**
 * Opens an ONNX file. Only what this program exports is taken: the whole graph must be the one that it writes for these
 * weights. Nothing of the file is run.
 * @param bytes - left unchanged.
 * @throws LearningError `bad-exchange-file` if these are not the bytes of an ONNX file, or hold more than 4 MiB beside the
 * numbers of tensors, or endless metadata.
 */
export function readOnnx(bytes: Uint8Array): ExchangeFile {
  const message = decoded(bytes);
  const metadata = cappedMetadata(message.metadata_props.map(({ key, value }) => [key, value]));
  return {
    metadata,
    async tensors(spec) {
      const initializers = new Map(message.graph.initializer.map((tensor) => [tensor.name, tensor]));
      const tensors = tensorPlans(spec).map(({ name, shape }) => {
        const found = initializers.get(name);
        if (found === undefined) return foreign(spec, `there is no initializer ${name}`);
        return floatsOf(spec, found, shape);
      });
      const expected = decodeModel(onnxFile(spec, tensors, metadata)) as ModelMessage;
      const difference = graphDifference(message, expected);
      return difference === null ? tensors : foreign(spec, difference);
    },
  };
}

function decoded(bytes: Uint8Array): ModelMessage {
  let message: ModelMessage | null;
  try {
    const structure = bytes.length - rawDataBytes(bytes);
    if (structure > MAX_ONNX_STRUCTURE_BYTES)
      return damaged(`${structure} bytes of the file are no numbers of tensors, more than 4 MiB`);
    message = decodeModel(bytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error;
    return damaged('it is not an ONNX file, or it is cut off', error);
  }
  if (message === null) return damaged('it holds fields of ONNX that this program does not write');
  if (message.graph === null) return damaged('it is not an ONNX file: it has no graph');
  return message;
}

/** Field numbers on the way from a ModelProto to the numbers of a tensor: graph, initializer, raw_data. */
const PATH_TO_RAW_DATA = [7, 5, 9];
const LENGTH_DELIMITED = 2;

/** How many bytes of the file are raw data of initializers, without decoding anything else into memory. */
function rawDataBytes(bytes: Uint8Array, [field, ...deeper] = PATH_TO_RAW_DATA): number {
  const reader = protobuf.Reader.create(bytes);
  let sum = 0;
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag >>> 3 === field && (tag & 7) === LENGTH_DELIMITED) {
      const length = reader.uint32();
      const start = reader.pos;
      reader.skip(length);
      sum += deeper.length === 0 ? length : rawDataBytes(bytes.subarray(start, start + length), deeper);
    } else reader.skipType(tag & 7);
  }
  return sum;
}

function floatsOf(
  spec: ModelSpec,
  { name, dims, data_type, raw_data }: TensorMessage,
  shape: readonly number[],
): NamedTensor {
  if (data_type !== ELEMENT_TYPE.float32) foreign(spec, `initializer ${name} is not float32`);
  if (dims.join() !== shape.join())
    foreign(spec, `initializer ${name} has the shape (${dims.join()}), not (${shape.join()})`);
  if (raw_data.length !== 4 * elementCount(shape))
    damaged(`initializer ${name} has ${raw_data.length} bytes, not ${4 * elementCount(shape)}`);
  const view = new DataView(raw_data.buffer, raw_data.byteOffset, raw_data.byteLength);
  const data = Float32Array.from({ length: elementCount(shape) }, (_, index) => view.getFloat32(4 * index, true));
  const tensor = { name, shape, data };
  assertFinite(tensor);
  return tensor;
}

function graphDifference(message: ModelMessage, expected: ModelMessage): string | null {
  const nodes = expected.graph.node.map(({ name }, index) => ({ path: `.node.${index}.`, name }));
  const difference =
    // The image's size shows best there.
    firstDifference(message.graph.input, expected.graph.input, 'model.graph.input') ??
    firstDifference(message, expected, 'model');
  const node = nodes.find(({ path }) => difference?.includes(path));
  return node === undefined ? difference : `${difference ?? ''} (node ${node.name})`;
}
