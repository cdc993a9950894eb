import { LearningError } from '../errors.js';
import {
  ATTRIBUTE_TYPE,
  ELEMENT_TYPE,
  encodeModel,
  IR_VERSION,
  OPERATOR_SETS,
  type AttributeMessage,
  type NodeMessage,
  type TensorMessage,
  type ValueInfoMessage,
} from './schema.js';

/** A whole number or a list of them, a text, or `{ float }`: ONNX keeps whole and real numbers apart. */
export type AttributeValue = number | string | readonly number[] | { readonly float: number };
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** Domains of operators: the standard's, onnxruntime's own, and onnxruntime's for images with their channels in blocks. */
export type OperatorDomain = '' | 'com.microsoft' | 'com.microsoft.nchwc';

export interface NodeOptions {
  readonly attributes?: Attributes;
  readonly domain?: OperatorDomain;
  /** What the node belongs to (a layer); goes into its name, which onnxruntime's errors and profiles show. */
  readonly scope?: string;
}

/** A node that is already part of the graph and can still be given further outputs. */
export interface GraphNode {
  readonly outputs: readonly string[];
}

/**
 * Collects the nodes of one ONNX graph of float32 values with fixed shapes and writes it as an ONNX file.
 * Values are named by text; every name is made here, but for those of the graph's inputs and outputs.
 */
export class GraphBuilder {
  readonly #nodes: (NodeMessage & { readonly output: string[] })[] = [];
  readonly #initializers: TensorMessage[] = [];
  readonly #inputs: ValueInfoMessage[] = [];
  readonly #outputs: ValueInfoMessage[] = [];
  readonly #constants = new Map<string, string>();
  readonly #defaults = new Set<string>();
  #nextValue = 0;

  get nodeCount(): number {
    return this.#nodes.length;
  }

  /** Appends a node; the inputs must come from this builder. */
  node(opType: string, inputs: readonly string[], outputCount: number, options: NodeOptions = {}): GraphNode {
    const output = Array.from({ length: outputCount }, () => this.#newName());
    this.#nodes.push({
      op_type: opType,
      domain: options.domain ?? '',
      name: `${options.scope ?? 'step'}/${opType}_${this.#nodes.length}`,
      input: inputs,
      output,
      attribute: Object.entries(options.attributes ?? {}).map(([name, value]) => attributeMessage(name, value)),
    });
    return { outputs: output };
  }

  /** Gives a node that was added before one more output (an optional one of its operator). */
  addOutput(node: GraphNode): string {
    const found = this.#nodes.find((candidate) => candidate.output === node.outputs);
    if (found === undefined) throw new LearningError('compile-failed', 'a node of another graph was to be changed');
    const name = this.#newName();
    found.output.push(name);
    return name;
  }

  /** Declares an input of the graph, float32. */
  input(name: string, shape: readonly number[]): string {
    this.#inputs.push(valueInfo(name, shape));
    return name;
  }

  /** Declares an output of the graph, float32: an Identity node gives `source` its public name. */
  output(name: string, source: string, shape: readonly number[]): void {
    this.#nodes.push({
      op_type: 'Identity',
      domain: '',
      name: `output/${name}`,
      input: [source],
      output: [name],
      attribute: [],
    });
    this.#outputs.push(valueInfo(name, shape));
  }

  /** A constant vector of whole numbers (axes, sizes, pads); equal ones are stored once. */
  int64(values: readonly number[]): string {
    return this.#constant(`int64:${values.join()}`, () => ({
      dims: [values.length],
      data_type: ELEMENT_TYPE.int64,
      raw_data: bytesOf(BigInt64Array.from(values, (value) => BigInt(value))),
    }));
  }

  /**
   * The same numbers as an input of the graph that nobody need give, for it has a default value: what is made of them is not
   * known before the graph runs.
   */
  int64Default(values: readonly number[]): string {
    const name = this.int64(values);
    if (!this.#defaults.has(name)) {
      this.#defaults.add(name);
      this.#inputs.push(valueInfo(name, [values.length], ELEMENT_TYPE.int64));
    }
    return name;
  }

  /** A constant number, shape (); equal ones are stored once. */
  scalar(value: number): string {
    return this.#constant(`float32:${value}`, () => ({
      dims: [],
      data_type: ELEMENT_TYPE.float32,
      raw_data: bytesOf(Float32Array.of(value)),
    }));
  }

  /**
   * A constant array in row-major order; the values are copied.
   * @param name - unique in the graph; made here if not given.
   */
  float32(values: ArrayLike<number>, shape: readonly number[], name = this.#newName()): string {
    this.#initializers.push({
      name,
      dims: shape,
      data_type: ELEMENT_TYPE.float32,
      raw_data: bytesOf(Float32Array.from(values)),
    });
    return name;
  }

  /**
   * @param metadata - texts about the model.
   * @returns the bytes of an ONNX file.
   */
  encode(metadata: Readonly<Record<string, string>> = {}): Uint8Array {
    // A file that names onnxruntime's own operators is refused by other programs, even if it has none of them.
    const domains = new Set(['', ...this.#nodes.map(({ domain }) => domain)]);
    return encodeModel({
      ir_version: IR_VERSION,
      opset_import: OPERATOR_SETS.filter(({ domain }) => domains.has(domain)),
      producer_name: 'mammofed',
      graph: {
        name: 'step',
        node: this.#nodes,
        initializer: this.#initializers,
        input: this.#inputs,
        output: this.#outputs,
      },
      metadata_props: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    });
  }

  #constant(key: string, make: () => Omit<TensorMessage, 'name'>): string {
    let name = this.#constants.get(key);
    if (name === undefined) {
      name = this.#newName();
      this.#constants.set(key, name);
      this.#initializers.push({ name, ...make() });
    }
    return name;
  }

  #newName(): string {
    return `v${this.#nextValue++}`;
  }
}

function attributeMessage(name: string, value: AttributeValue): AttributeMessage {
  if (typeof value === 'number') return { name, type: ATTRIBUTE_TYPE.int, i: value };
  if (typeof value === 'string') return { name, type: ATTRIBUTE_TYPE.string, s: new TextEncoder().encode(value) };
  if ('float' in value) return { name, type: ATTRIBUTE_TYPE.float, f: value.float };
  return { name, type: ATTRIBUTE_TYPE.ints, ints: value };
}

function valueInfo(name: string, shape: readonly number[], type: number = ELEMENT_TYPE.float32): ValueInfoMessage {
  return {
    name,
    type: {
      tensor_type: { elem_type: type, shape: { dim: shape.map((extent) => ({ dim_value: extent })) } },
    },
  };
}

// ONNX's raw_data is little-endian, as is every platform onnxruntime-node is built for.
function bytesOf(values: Float32Array | BigInt64Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
