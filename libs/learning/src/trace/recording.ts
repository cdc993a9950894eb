import { LearningError } from '../errors.js';
import {
  GraphBuilder,
  type AttributeValue,
  type GraphNode,
  type NodeOptions,
  type OperatorDomain,
} from '../onnx/graph-builder.js';
import type { DropoutFactors } from '../models/layers/dropout.js';
import { randomInput, type RandomInput } from '../random-inputs.js';
import { tf } from '../tfjs.js';
import type { GraphTarget } from './graph-target.js';
import { inMemoryOrder, isOrderPreserving, transposition, type Layout } from './layout.js';

export type HostValues = Float32Array | Int32Array | Uint8Array;

/** Numbers known while recording: a constant of the model, a hyper-parameter. */
export interface HostEntry {
  readonly kind: 'host';
  readonly values: HostValues;
}

/** A sum over the images of a batch that can still be told apart by image, as clipping each image's gradient wants it. */
export interface ImageSum {
  /** Appends the squared L2 norm of what each image adds. @returns a name, shape (B,). */
  squaredNorms(): string;
  /**
   * Appends the sum of what each image adds times a factor of its own.
   * @param factors - a name, shape (B,).
   * @returns a name; its elements lie as the sum's.
   */
  weighted(factors: string): string;
}

/** A tensor that only exists when the graph runs. Its name is valid in its own recording and nowhere else. */
export interface GraphEntry {
  readonly kind: 'graph';
  readonly recording: Recording;
  readonly shape: readonly number[];
  readonly layout: Layout;
  /** The node that computes it; absent for an input. */
  readonly node: GraphNode | undefined;
  /** Layer that was being applied when it was made. */
  readonly layer: string | undefined;
  /** Its names in the layouts in which it was needed so far. */
  readonly views: Map<Layout, string>;
  /** Appends what computes it in its own layout, the first time it is needed; absent where that was done at once. */
  readonly write?: () => string;
  /** If it is a sum over images: what they add. Only in a recording that keeps images apart. */
  readonly imageSum?: ImageSum;
  /** If a Relu of this tensor was recorded: the name of its result, in this tensor's layout. */
  relu?: string;
}

export type Entry = HostEntry | GraphEntry;

/** What a recording needs of the storage behind tfjs's tensors. */
export interface EntryStore {
  add(entry: Entry): tf.DataId;
  get(dataId: tf.DataId): Entry;
  share(dataId: tf.DataId): void;
}

export interface OpOptions {
  readonly domain?: OperatorDomain;
}

/**
 * One pass of a step through tfjs, written down as an ONNX graph. The lowerings in `kernels/` speak to it.
 * Every number in the graph is float32: tfjs's `bool` and `int32` tensors are float32 values that happen to be whole.
 */
export class Recording {
  readonly graph = new GraphBuilder();
  readonly #store: EntryStore;
  readonly #constants = new WeakMap<tf.DataId, Map<string, string>>();
  readonly #namedConstants = new WeakMap<HostValues, string>();
  readonly #randomInputs: RandomInput[] = [];
  #model: string | undefined;
  #layer: string | undefined;
  #mixesImagesAt: string | undefined;
  #hidesShapes = false;

  /** @param imageCount - B, the images of a batch, if sums over them are to be kept apart by image; else undefined. */
  constructor(
    store: EntryStore,
    readonly target: GraphTarget,
    readonly imageCount: number | undefined,
  ) {
    this.#store = store;
  }

  /** Channels in a block of the layout `nchwc`; undefined where there is no such layout. */
  get channelBlock(): number | undefined {
    return this.target.device === 'cpu' ? this.target.channelBlock : undefined;
  }

  /** The model whose step this is; undefined where there is none. */
  get model(): string | undefined {
    return this.#model;
  }

  /** What the host has to draw before each run of the graph. */
  get randomInputs(): readonly RandomInput[] {
    return this.#randomInputs;
  }

  /** Says which model's step is recorded. */
  enterModel(name: string): void {
    this.#model = name;
  }

  /**
   * From here on, what becomes of a Reshape has no shape that is known before the graph runs. Where onnxruntime knows shapes,
   * it lets a value of the backward pass have the memory of one of the forward pass that had the same shape, and holds that
   * memory from the one to the other: a step of the U-Net then takes half as much again.
   */
  hideShapes(): void {
    this.#hidesShapes = true;
  }

  /** Says which layer the following kernels belong to; undefined after the last one. */
  enterLayer(name: string | undefined): void {
    this.#layer = name;
  }

  /** The layer being applied, or else (gradients, optimizer) the one that made the first of these tensors. */
  layerNear(tensors: readonly tf.TensorInfo[]): string | undefined {
    if (this.#layer !== undefined) return this.#layer;
    return tensors.map((tensor) => this.#graphEntry(tensor)?.layer).find((layer) => layer !== undefined);
  }

  /** Appends a node with one output. @returns the output's name. */
  op(
    opType: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, AttributeValue>> = {},
    options: OpOptions = {},
  ): string {
    return this.ops(opType, inputs, 1, attributes, options).outputs[0] as string;
  }

  /** Appends a node with several outputs. */
  ops(
    opType: string,
    inputs: readonly string[],
    outputCount: number,
    attributes: Readonly<Record<string, AttributeValue>> = {},
    options: OpOptions = {},
  ): GraphNode {
    const nodeOptions: NodeOptions = {
      attributes,
      ...options,
      ...(this.#layer === undefined ? {} : { scope: this.#layer }),
    };
    return this.graph.node(opType, inputs, outputCount, nodeOptions);
  }

  /**
   * A new tensor of shape `shape` whose elements lie in `layout` in the graph's value `name`, or in the one that `name`
   * appends if the tensor is ever needed.
   */
  tensor(
    name: string | (() => string),
    shape: readonly number[],
    options: { layout?: Layout; dtype?: tf.DataType; node?: GraphNode; imageSum?: ImageSum | undefined } = {},
  ): tf.TensorInfo {
    const { layout: given = 'plain', dtype = 'float32', node, imageSum } = options;
    const layout = given === 'nchw' && !this.#keepsChannelsFirst ? 'plain' : given;
    const views = new Map<Layout, string>();
    const write = (): string => {
      const written = typeof name === 'string' ? name : name();
      views.set(given, written);
      return this.rearranged(written, shape, given, layout);
    };
    if (typeof name === 'string') views.set(layout, write());
    const dataId = this.#store.add({
      kind: 'graph',
      recording: this,
      shape,
      layout,
      node,
      layer: this.#layer,
      ...(imageSum === undefined ? {} : { imageSum }),
      views,
      ...(typeof name === 'string' ? {} : { write }),
    });
    return { dataId, shape: [...shape], dtype };
  }

  /**
   * onnxruntime's WebGPU provider turns images to have their channels last before each convolution and back after it, and
   * looks for pairs of Transposes that undo each other. Between convolutions they are therefore left channels last: what is
   * added to or multiplied with images need not be turned then.
   */
  get #keepsChannelsFirst(): boolean {
    return this.target.device === 'cpu';
  }

  /** A new tensor that the host draws. */
  randomInput(wanted: DropoutFactors): tf.TensorInfo {
    const input = randomInput(wanted, this.#randomInputs);
    this.#randomInputs.push(input);
    return this.tensor(this.graph.input(input.name, input.shape), input.shape);
  }

  /**
   * A new tensor that is a sum over images, of a recording that keeps them apart: appended only if it is read as a whole.
   * @param of - what is summed; for the layer's name.
   */
  sumOverImages(
    of: tf.TensorInfo,
    write: () => string,
    shape: readonly number[],
    options: { layout?: Layout; imageSum?: ImageSum | undefined },
  ): tf.TensorInfo {
    const layer = this.layerNear([of]) ?? 'a gradient';
    const writeWhole = (): string => {
      this.#mixesImagesAt ??= layer;
      return write();
    };
    return this.tensor(writeWhole, shape, options);
  }

  /** The layer whose sum over images was first read as a whole; undefined if none was, so that no image saw another. */
  get mixesImagesAt(): string | undefined {
    return this.#mixesImagesAt;
  }

  /** The same elements in a tensor that tfjs does not know and so does not dispose of. */
  kept(tensor: tf.TensorInfo): tf.TensorInfo {
    return { ...tensor, dataId: this.#store.add(this.#store.get(tensor.dataId)) };
  }

  /** A new tensor whose numbers are known now. */
  hostTensor(values: HostValues, shape: readonly number[], dtype: tf.DataType): tf.TensorInfo {
    return { dataId: this.#store.add({ kind: 'host', values }), shape: [...shape], dtype };
  }

  /**
   * Writes a tensor whose numbers are known into the graph under a name of its own, in its own shape. What is later made of
   * its numbers under another shape is made of that.
   */
  nameConstant(tensor: tf.TensorInfo, name: string): void {
    const values = this.hostValues(tensor) as HostValues;
    this.#namedConstants.set(values, this.graph.float32(values, tensor.shape, name));
  }

  /** The same elements under the same shape, counted as one more tensor. */
  share(tensor: tf.TensorInfo, dtype: tf.DataType = tensor.dtype): tf.TensorInfo {
    this.#store.share(tensor.dataId);
    return { dataId: tensor.dataId, shape: tensor.shape, dtype };
  }

  /** The numbers of a tensor, if they are known while recording. */
  hostValues(tensor: tf.TensorInfo): HostValues | undefined {
    const entry = this.#store.get(tensor.dataId);
    return entry.kind === 'host' ? entry.values : undefined;
  }

  /** What is known about a tensor of this graph; undefined for one whose numbers are known. */
  graphEntry(tensor: tf.TensorInfo): GraphEntry | undefined {
    const entry = this.#graphEntry(tensor);
    if (entry !== undefined && entry.recording !== this) {
      // Such a name would silently mean another value of this graph, or none.
      throw new LearningError('compile-failed', 'a tensor of an earlier recording is used in a later one');
    }
    return entry;
  }

  layoutOf(tensor: tf.TensorInfo): Layout {
    return this.graphEntry(tensor)?.layout ?? 'plain';
  }

  /** The nearest layout to a tensor's own in which its axes lie one after the other. */
  axisLayoutOf(tensor: tf.TensorInfo): Layout {
    const layout = this.layoutOf(tensor);
    return layout === 'nchwc' ? 'nchw' : layout;
  }

  /** The graph's name of a tensor's elements in a layout; a Transpose is added the first time it is needed. */
  nameOf(tensor: tf.TensorInfo, layout: Layout = 'plain'): string {
    const entry = this.graphEntry(tensor);
    if (entry === undefined) return this.#constantName(tensor, layout);
    let name = entry.views.get(layout);
    if (name === undefined) {
      name =
        layout === entry.layout
          ? (entry.write as () => string)()
          : this.rearranged(this.nameOf(tensor, entry.layout), entry.shape, entry.layout, layout);
      entry.views.set(layout, name);
    }
    return name;
  }

  /** Moves elements from one layout to another; a mere Reshape where that is the same in memory. */
  rearranged(name: string, shape: readonly number[], from: Layout, to: Layout): string {
    if (from === to) return name;
    if (from === 'nchwc' || to === 'nchwc') return this.#reordered(name, shape, from, to);
    const perm = transposition(from, to);
    if (isOrderPreserving(inMemoryOrder(shape, from), perm)) return this.reshaped(name, inMemoryOrder(shape, to));
    return this.op('Transpose', [name], { perm });
  }

  /** Moves an image's channels into blocks or out of them. */
  #reordered(name: string, shape: readonly number[], from: Layout, to: Layout): string {
    const options = { domain: 'com.microsoft.nchwc' } as const;
    const layout = from === 'nchw' || to === 'nchw' ? 'nchw' : 'plain';
    const channelsLast = layout === 'plain' ? 1 : 0;
    if (from === 'nchwc') {
      const attributes = { channels: shape[3] as number, channels_last: channelsLast };
      const image = this.op('ReorderOutput', [name], attributes, options);
      return this.rearranged(image, shape, layout, to);
    }
    const image = this.rearranged(name, shape, from, layout);
    return this.op('ReorderInput', [image], { channels_last: channelsLast }, options);
  }

  reshaped(name: string, shape: readonly number[]): string {
    return this.op('Reshape', [name, this.#hidesShapes ? this.graph.int64Default(shape) : this.graph.int64(shape)]);
  }

  #graphEntry(tensor: tf.TensorInfo): GraphEntry | undefined {
    const entry = this.#store.get(tensor.dataId);
    return entry.kind === 'graph' ? entry : undefined;
  }

  #constantName(tensor: tf.TensorInfo, layout: Layout): string {
    const values = this.hostValues(tensor) as HostValues;
    if (tensor.shape.length === 0) return this.graph.scalar(values[0] as number);
    let names = this.#constants.get(tensor.dataId);
    if (names === undefined) this.#constants.set(tensor.dataId, (names = new Map<string, string>()));
    const key = `${layout}:${tensor.shape.join()}`;
    let name = names.get(key);
    if (name === undefined) {
      const plain = layout === 'plain' ? this.#plainConstant(tensor, values) : this.nameOf(tensor);
      name = this.rearranged(plain, tensor.shape, 'plain', layout);
      names.set(key, name);
    }
    return name;
  }

  #plainConstant({ shape }: tf.TensorInfo, values: HostValues): string {
    const named = this.#namedConstants.get(values);
    return named === undefined ? this.graph.float32(values, shape) : this.reshaped(named, shape);
  }
}
