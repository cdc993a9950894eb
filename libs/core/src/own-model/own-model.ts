import { CoreError } from '../errors.js';
import { elementCount } from '../model-file.js';
import { shapeText, type ImageShape, type OwnTensor } from './layer-class.js';
import { LAYER_CLASSES, type LayerClassName, type SettingsOf } from './layer-classes.js';
import { MAX_ACTIVATION_BYTES, MAX_CHANNELS, MAX_MULTIPLICATIONS, MAX_PARAMETERS, MAX_TAPS } from './limits.js';
import type { Pair } from './setting.js';
import { normalTopology, readTopology, type ReadLayer, type Topology } from './topology.js';

/** A layer with everything that it takes to build it. */
export type OwnLayer = { readonly [Name in LayerClassName]: OwnLayerOf<Name> }[LayerClassName];

interface OwnLayerOf<Name extends LayerClassName> {
  readonly name: string;
  readonly className: Name;
  readonly settings: SettingsOf<Name>;
  /** The layers that it reads, the network's input among them. */
  readonly inputs: readonly string[];
  readonly shape: ImageShape;
  /** Without the layer's name before theirs. */
  readonly tensors: readonly OwnTensor[];
}

/** A study's own network, checked: one image of one channel in, logits out. */
export interface OwnModel {
  readonly topology: Topology;
  readonly input: { readonly name: string; readonly side: number };
  /** In the order in which they compute; the last one puts out the logits. */
  readonly layers: readonly OwnLayer[];
  /**
   * Side of the logits, and so of the study's images. If it is below the input's, the logits are those of the input's middle:
   * the image is continued by mirroring to the input's side.
   */
  readonly size: number;
}

/**
 * Reads and checks a network from anywhere: only layers and settings of the allow-list, one connected graph, shapes that fit,
 * and nothing over a cap. It takes a time that the caps bound, and makes nothing but a description.
 * @param json - as {@link readTopology} takes it.
 * @throws CoreError `bad-topology`, `layer-not-allowed`, `setting-not-allowed`, `topology-too-large`, `shapes-do-not-fit`:
 * the first problem, by layer and class.
 */
export function readOwnModel(json: unknown): OwnModel {
  const read = readTopology(json);
  const topology = normalTopology(read);
  const { input } = read;
  const made = new Map<string, Made>([
    [input.name, { shape: [input.side, input.side, 1], spacing: [1, 1], shift: [0, 0] }],
  ]);
  const sums = { parameters: 0, activationBytes: 0, multiplications: 0, taps: 0 };
  const layers = read.layers.map((layer): OwnLayer => {
    const { tensors, hiddenElements, multiplications, taps, ...out } = effectOf(layer, made);
    const { shape } = out;
    made.set(layer.name, out);
    sums.parameters += tensors.reduce((sum, tensor) => sum + elementCount(tensor.shape), 0);
    sums.activationBytes += 4 * (elementCount(shape) + hiddenElements);
    sums.multiplications += multiplications;
    sums.taps += taps;
    assertWithinCaps(layer, sums);
    // The table that read the settings and this type are made of the same classes.
    return { ...layer, shape, tensors } as unknown as OwnLayer;
  });
  if (sums.parameters === 0)
    throw new CoreError('bad-topology', 'this network cannot be used: it has no weights to train');
  return { topology, input, layers, size: outputSide(input.side, read.output, made.get(read.output) as Made) };
}

/** What a layer puts out. Along rows and columns, in pixels of the network's input: */
interface Made {
  readonly shape: ImageShape;
  /** How far its pixels are apart. */
  readonly spacing: Pair;
  /** How far its middle is from the input's, by what was cut off and added; a window's half pixels do not count. */
  readonly shift: Pair;
}

interface MadeByLayer extends Made {
  readonly tensors: readonly OwnTensor[];
  readonly hiddenElements: number;
  readonly multiplications: number;
  readonly taps: number;
}

function effectOf(layer: ReadLayer, made: ReadonlyMap<string, Made>): MadeByLayer {
  const inputs = layer.inputs.map((name) => made.get(name) as Made);
  const [first] = inputs.map(({ shape }) => shape) as [ImageShape];
  const { effect } = LAYER_CLASSES[layer.className];
  // Settings were read by the same entry of the table.
  const told = effect(layer.settings as never, [first, ...inputs.slice(1).map(({ shape }) => shape)]);
  if (typeof told === 'string') return doNotFit(layer, told);
  const { shape, spacing = [1, 1], shift = [0, 0], tensors = [] } = told;
  const { hiddenElements = 0, multiplications = 0, taps = 0 } = told;
  if (shape[2] > MAX_CHANNELS)
    return doNotFit(layer, `it would put out ${shape[2]} channels, more than ${MAX_CHANNELS}`);
  const before = commonSpacing(layer, inputs);
  const moved = leastShift(inputs);
  return {
    ...{ shape, tensors, hiddenElements, multiplications, taps },
    spacing: [before[0] * spacing[0], before[1] * spacing[1]],
    shift: [moved[0] + before[0] * shift[0], moved[1] + before[1] * shift[1]],
  };
}

/** Images are merged pixel by pixel: those of one must lie as far apart as the other's. A single pixel stands for all. */
function commonSpacing(layer: ReadLayer, inputs: readonly Made[]): Pair {
  const along = (axis: 0 | 1): number => {
    const spacings = inputs.filter(({ shape }) => shape[axis] > 1).map(({ spacing }) => spacing[axis]);
    const [first = inputs[0]?.spacing[axis] as number] = spacings;
    if (spacings.some((spacing) => !isNear(spacing, first)))
      doNotFit(
        layer,
        `pixels of one input lie ${spacings.join(' and ')} apart in the image: enlarge or pool one of them`,
      );
    return first;
  };
  return [along(0), along(1)];
}

/** Of merged images, the one nearest to the middle says where all of them are; not a single pixel, which stands for all. */
function leastShift(inputs: readonly Made[]): Pair {
  const along = (axis: 0 | 1): number => {
    const images = inputs.filter(({ shape }) => shape[axis] > 1);
    const shifts = (images.length === 0 ? inputs : images).map(({ shift }) => shift[axis]);
    return shifts.reduce((least, one) => (Math.abs(one) < Math.abs(least) ? one : least));
  };
  return [along(0), along(1)];
}

function outputSide(inputSide: number, output: string, { shape, spacing, shift }: Made): number {
  const [rows, columns, channels] = shape;
  const fits = rows === columns && rows <= inputSide && (inputSide - rows) % 2 === 0 && channels === 1;
  // Of the whole input's size it is the whole input's mask, however it came about.
  const isMiddle = rows === inputSide || shift.every((distance) => Math.abs(distance) < 1);
  if (fits && isMiddle && spacing.every((distance) => isNear(distance, 1))) return rows;
  const where = isMiddle ? '' : `, its middle ${shift.join(' and ')} pixels beside the input's`;
  throw new CoreError(
    'shapes-do-not-fit',
    `the output, layer ${output}, is ${shapeText(shape)} with pixels ${spacing.join(' and ')} apart${where}: it must be a mask of one channel, of the input's ${inputSide}×${inputSide} pixels or of its middle`,
    { layer: output },
  );
}

/** Three thirds are not quite one. */
function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * b;
}

function doNotFit({ name, className }: ReadLayer, why: string): never {
  throw new CoreError('shapes-do-not-fit', `layer ${name} (${className}) does not fit to what it reads: ${why}`, {
    layer: name,
    class: className,
  });
}

interface Sums {
  readonly parameters: number;
  readonly activationBytes: number;
  readonly multiplications: number;
  readonly taps: number;
}

function assertWithinCaps({ name, className }: ReadLayer, sums: Sums): void {
  const tooMany = (what: string, sum: number, most: number): void => {
    if (sum <= most) return;
    throw new CoreError(
      'topology-too-large',
      `up to layer ${name} (${className}) the network has ${sum} ${what}, more than ${most}: give it fewer channels or layers, or smaller images`,
      { layer: name, class: className },
    );
  };
  tooMany('parameters', sums.parameters, MAX_PARAMETERS);
  tooMany('bytes of activations for one image', sums.activationBytes, MAX_ACTIVATION_BYTES);
  tooMany('multiplications for one image', sums.multiplications, MAX_MULTIPLICATIONS);
  tooMany('places in its kernels and windows', sums.taps, MAX_TAPS);
}
