import protobuf from 'protobufjs';

/** ONNX's numbers for the element types used here (TensorProto.DataType). */
export const ELEMENT_TYPE = { float32: 1, int64: 7 } as const;

/** ONNX's numbers for the attribute types used here (AttributeProto.AttributeType). */
export const ATTRIBUTE_TYPE = { float: 1, int: 2, string: 3, ints: 7 } as const;

/** Versions under which the operators of the graphs are meant. */
export const OPERATOR_SETS = [
  { domain: '', version: 17 },
  { domain: 'com.microsoft', version: 1 },
  { domain: 'com.microsoft.nchwc', version: 1 },
] as const;

/** IR version 8 belongs to operator set 17. */
export const IR_VERSION = 8;

// The part of onnx.proto that is written and read here, with its field numbers.
// Source: https://github.com/onnx/onnx/blob/v1.12.0/onnx/onnx.proto
const ONNX_PROTO = `
syntax = "proto3";
package onnx;
message AttributeProto { string name = 1; float f = 2; int64 i = 3; bytes s = 4; repeated int64 ints = 8; int32 type = 20; }
message NodeProto {
  repeated string input = 1; repeated string output = 2; string name = 3; string op_type = 4;
  repeated AttributeProto attribute = 5; string domain = 7;
}
message TensorProto { repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9; }
message Dimension { int64 dim_value = 1; }
message TensorShapeProto { repeated Dimension dim = 1; }
message TensorTypeProto { int32 elem_type = 1; TensorShapeProto shape = 2; }
message TypeProto { TensorTypeProto tensor_type = 1; }
message ValueInfoProto { string name = 1; TypeProto type = 2; }
message GraphProto {
  repeated NodeProto node = 1; string name = 2; repeated TensorProto initializer = 5;
  repeated ValueInfoProto input = 11; repeated ValueInfoProto output = 12;
}
message OperatorSetIdProto { string domain = 1; int64 version = 2; }
message StringStringEntryProto { string key = 1; string value = 2; }
message ModelProto {
  int64 ir_version = 1; repeated OperatorSetIdProto opset_import = 8; string producer_name = 2; GraphProto graph = 7;
  repeated StringStringEntryProto metadata_props = 14;
}
`;

export interface AttributeMessage {
  readonly name: string;
  readonly type: number;
  readonly f?: number;
  readonly i?: number;
  readonly s?: Uint8Array;
  readonly ints?: readonly number[];
}

export interface NodeMessage {
  readonly op_type: string;
  readonly domain: string;
  readonly name: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly AttributeMessage[];
}

export interface TensorMessage {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data_type: number;
  readonly raw_data: Uint8Array;
}

export interface ValueInfoMessage {
  readonly name: string;
  readonly type: {
    readonly tensor_type: {
      readonly elem_type: number;
      readonly shape: { readonly dim: readonly { readonly dim_value: number }[] };
    };
  };
}

export interface ModelMessage {
  readonly ir_version: number;
  readonly opset_import: readonly { readonly domain: string; readonly version: number }[];
  readonly producer_name: string;
  readonly graph: {
    readonly name: string;
    readonly node: readonly NodeMessage[];
    readonly initializer: readonly TensorMessage[];
    readonly input: readonly ValueInfoMessage[];
    readonly output: readonly ValueInfoMessage[];
  };
  readonly metadata_props: readonly { readonly key: string; readonly value: string }[];
}

const modelType = protobuf.parse(ONNX_PROTO, { keepCase: true }).root.lookupType('onnx.ModelProto');

/** @returns the bytes of an ONNX file. */
export function encodeModel(model: ModelMessage): Uint8Array {
  return modelType.encode(modelType.create(model as unknown as Record<string, unknown>)).finish();
}

/**
 * Reads an ONNX file. Fields that are absent have their defaults, and whole numbers are numbers.
 * @returns the model, whose raw data share the memory of `bytes`; null if the file holds fields that are never written here.
 * @throws Error of the decoder's own if these are not the bytes of such a file.
 */
export function decodeModel(bytes: Uint8Array): ModelMessage | null {
  const reader = protobuf.Reader.create(bytes);
  reader.discardUnknown = false;
  const message = modelType.decode(reader);
  if (hasUnknownFields(message)) return null;
  return modelType.toObject(message, { longs: Number, defaults: true, arrays: true, objects: true }) as ModelMessage;
}

function hasUnknownFields(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  if (Array.isArray(value)) return value.some(hasUnknownFields);
  return '$unknowns' in value || Object.values(value).some(hasUnknownFields);
}
