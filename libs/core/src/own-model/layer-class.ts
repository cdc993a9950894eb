import type { Pair, Setting } from './setting.js';

/** Rows, columns and channels of what a layer puts out for one image. */
export type ImageShape = readonly [rows: number, columns: number, channels: number];

export type InputShapes = readonly [ImageShape, ...ImageShape[]];

/** One of a layer's tensors. */
export interface OwnTensor {
  /** As tfjs calls it, without its layer's name. */
  readonly name: string;
  readonly shape: readonly number[];
  /** Drawn with variance 2 / fanIn; 0: every element is `initialValue`. */
  readonly fanIn: number;
  readonly initialValue: number;
}

/** What a layer does to the shapes it is given. */
export interface Effect {
  readonly shape: ImageShape;
  /** How many times further apart its pixels are than those of its input, along rows and columns. */
  readonly spacing?: Pair;
  readonly tensors?: readonly OwnTensor[];
  /** Elements of what it puts out to itself on the way, for one image; none if not given. */
  readonly hiddenElements?: number;
  /** How far what it cuts off or adds moves the middle, along rows and columns, in pixels of its input. */
  readonly shift?: Pair;
  /** For one image, forwards; 0 where it is nothing beside convolutions. */
  readonly multiplications?: number;
  /** Places of its kernel or window, where a compiled step has nodes for each. */
  readonly taps?: number;
}

/** What is allowed of a class of layers. Every tensor between layers is a batch of images, (B, rows, columns, channels). */
export interface LayerClass<Settings> {
  readonly settings: { readonly [Key in keyof Settings]: Setting<Settings[Key]> };
  /** Further keys, which may only say what is so anyway. */
  readonly fixed?: Readonly<Record<string, readonly unknown[]>>;
  /** How many layers it reads, at least and at most; one if not given. */
  readonly inputs?: Pair;
  /** @returns words on why the inputs do not fit, instead. */
  readonly effect: (settings: NoInfer<Settings>, inputs: InputShapes) => Effect | string;
}

export function layerClass<Settings>(definition: LayerClass<Settings>): LayerClass<Settings> {
  return definition;
}

/** Values that settings may only have because they say what is so anyway. */
export const IS_NULL = [null];
export const LAST_AXIS = [-1, 3, [-1], [3]];
export const ZEROS = [{ class_name: 'Zeros', config: {} }];
export const ONES = [{ class_name: 'Ones', config: {} }];
export const CHANNELS_LAST = { data_format: ['channels_last'] };

/** Of a layer that puts out as much as it reads. */
export function unchanged(_settings: unknown, [shape]: InputShapes): Effect {
  return { shape };
}

/** A tensor with a number for each channel. */
export function filled(name: string, channels: number, initialValue: number): OwnTensor {
  return { name, shape: [channels], fanIn: 0, initialValue };
}

export function shapeText(shape: readonly number[]): string {
  return shape.join('×');
}

/** Rows and columns of windows; words where there is none. */
export function windowPlaces(
  input: ImageShape,
  window: Pair,
  strides: Pair,
  padding: 'valid' | 'same',
  dilation: Pair = [1, 1],
): Pair | string {
  const along = (axis: 0 | 1): number => {
    const reach = (window[axis] - 1) * dilation[axis] + 1;
    return Math.ceil((padding === 'same' ? input[axis] : input[axis] - reach + 1) / strides[axis]);
  };
  const places = [along(0), along(1)] as const;
  return places[0] > 0 && places[1] > 0
    ? places
    : `a window of ${shapeText(window)} does not fit into an image of ${shapeText(input)}`;
}
