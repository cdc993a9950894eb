import type { tf } from '../../tfjs.js';
import type { Tensors } from '../lowering.js';
import type { GraphEntry, Recording } from '../recording.js';
import type { WindowGeometry as Geometry } from './window-geometry.js';

/**
 * Max pooling's winners without the operators that only the CPU has (MaxPool's second output, MaxUnpool, GatherElements of
 * it): every element is compared with its window's largest. Windows that do not overlap are seen as an image of cells, one
 * for each window, that begin where the windows do and are as large as the stride. Channels are last.
 */

/** Smaller than whatever an image has, and finite: what fills up windows that reach over the image's edge. */
const LOWEST = -3.4028234663852886e38;

/** Written once for each pooling. */
const marksOf = new WeakMap<GraphEntry, string>();

/**
 * Gives each window's one winner its window's value, and zeros to all others; where windows overlap, one element may win
 * more than one, and gets the sum. @returns a name of shape `input`.
 */
export function toWinners(
  values: tf.TensorInfo,
  pooling: Tensors<'input' | 'output'>,
  geometry: Geometry,
  recording: Recording,
): string {
  if (geometry.strideHeight < geometry.filterHeight || geometry.strideWidth < geometry.filterWidth)
    return toWinnersByTaps(values, pooling, geometry, recording);
  const marks = winnerMarks(pooling, geometry, recording);
  const spread = recording.op('Mul', [marks, inWindows(values, geometry, recording)]);
  const { batchSize, inChannels, outHeight, outWidth, strideHeight, strideWidth } = geometry;
  const image = recording.reshaped(spread, [batchSize, outHeight * strideHeight, outWidth * strideWidth, inChannels]);
  return resized(image, edges(geometry), -1, recording);
}

/**
 * Takes each window's winner out of an image like the pooling's input. The windows must not overlap.
 * @returns a name of shape `output`.
 */
export function ofWinners(
  image: tf.TensorInfo,
  pooling: Tensors<'input' | 'output'>,
  geometry: Geometry,
  recording: Recording,
): string {
  const marks = winnerMarks(pooling, geometry, recording);
  const windows = split(resized(recording.nameOf(image), edges(geometry), 1, recording), geometry, recording);
  const picked = recording.op('ReduceSum', [recording.op('Mul', [marks, windows]), recording.graph.int64([1, 3])]);
  const { batchSize, inChannels, outHeight, outWidth } = geometry;
  return recording.reshaped(picked, [batchSize, outHeight, outWidth, inChannels]);
}

/** 1 for each window's winner, the first of equal ones as in tfjs, and 0 for all others; shape (N·h, s, w, s, C). */
function winnerMarks({ input, output }: Tensors<'input' | 'output'>, geometry: Geometry, recording: Recording): string {
  const { filterHeight, filterWidth, strideHeight, strideWidth } = geometry;
  const pool = recording.graphEntry(output);
  const known = pool === undefined ? undefined : marksOf.get(pool);
  if (known !== undefined) return known;

  const { graph } = recording;
  const image = resized(recording.nameOf(input), edges(geometry), 1, recording, LOWEST);
  const isLargest = truth(
    'Equal',
    split(image, geometry, recording),
    inWindows(output, geometry, recording),
    recording,
  );
  // Numbers that fall along the window, so that of equal elements the first one has the largest; none outside of it.
  const falling = Array.from({ length: strideHeight * strideWidth }, (_, place) => {
    const [row, column] = [Math.floor(place / strideWidth), place % strideWidth];
    return row < filterHeight && column < filterWidth ? strideHeight * strideWidth - place : 0;
  });
  const ranks = recording.op('Mul', [isLargest, graph.float32(falling, [1, strideHeight, 1, strideWidth, 1])]);
  const highest = recording.op('ReduceMax', [ranks], { axes: [1, 3] });
  const marks = truth('Equal', ranks, highest, recording);
  if (pool !== undefined) marksOf.set(pool, marks);
  return marks;
}

/** One place of all windows after the other, in the order in which the first of equal elements wins. */
function toWinnersByTaps(
  values: tf.TensorInfo,
  { input, output }: Tensors<'input' | 'output'>,
  geometry: Geometry,
  recording: Recording,
): string {
  const { graph } = recording;
  const { inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth } = geometry;
  const { strideHeight, strideWidth, padInfo } = geometry;
  const [height, width] = [(outHeight - 1) * strideHeight + filterHeight, (outWidth - 1) * strideWidth + filterWidth];
  const { top, left } = padInfo;
  const around = { top, left, bottom: height - inHeight - top, right: width - inWidth - left };
  const image = resized(recording.nameOf(input), around, 1, recording, LOWEST);
  const [largest, given] = [recording.nameOf(output), recording.nameOf(values)];
  let taken: string | undefined;
  let sum: string | undefined;
  for (let row = 0; row < filterHeight; row++) {
    for (let column = 0; column < filterWidth; column++) {
      const under = recording.op('Slice', [
        image,
        graph.int64([row, column]),
        graph.int64([row + (outHeight - 1) * strideHeight + 1, column + (outWidth - 1) * strideWidth + 1]),
        graph.int64([1, 2]),
        graph.int64([strideHeight, strideWidth]),
      ]);
      const isLargest = truth('Equal', under, largest, recording);
      const isFirst =
        taken === undefined
          ? isLargest
          : recording.op('Mul', [isLargest, recording.op('Sub', [graph.scalar(1), taken])]);
      taken = taken === undefined ? isFirst : recording.op('Add', [taken, isFirst]);
      const won = spread(recording.op('Mul', [isFirst, given]), geometry, recording);
      // The last window's cell may reach beyond the image.
      const [below, beside] = [height - row - outHeight * strideHeight, width - column - outWidth * strideWidth];
      const placed = resized(won, { top: row, left: column, bottom: below, right: beside }, 1, recording);
      sum = sum === undefined ? placed : recording.op('Add', [sum, placed]);
    }
  }
  return resized(sum as string, around, -1, recording);
}

/** Puts the windows' values, shape (N, h, w, C), to the first places of cells as large as the stride, with zeros after them. */
function spread(values: string, geometry: Geometry, recording: Recording): string {
  const { batchSize, inChannels, outHeight, outWidth, strideHeight, strideWidth } = geometry;
  if (strideHeight === 1 && strideWidth === 1) return values;
  const { graph } = recording;
  const cells = recording.reshaped(values, [batchSize * outHeight, 1, outWidth, 1, inChannels]);
  const pads = graph.int64([0, 0, 0, 0, 0, 0, strideHeight - 1, 0, strideWidth - 1, 0]);
  const filled = recording.op('Pad', [cells, pads, graph.scalar(0)]);
  return recording.reshaped(filled, [batchSize, outHeight * strideHeight, outWidth * strideWidth, inChannels]);
}

function truth(opType: string, a: string, b: string, recording: Recording): string {
  return recording.op('Cast', [recording.op(opType, [a, b])], { to: 1 });
}

/** A number for each window, shape (N·h, 1, w, 1, C). */
function inWindows(values: tf.TensorInfo, geometry: Geometry, recording: Recording): string {
  const { batchSize, inChannels, outHeight, outWidth } = geometry;
  return recording.reshaped(recording.nameOf(values), [batchSize * outHeight, 1, outWidth, 1, inChannels]);
}

/** An image of whole cells, shape (N·h, s, w, s, C). */
function split(image: string, geometry: Geometry, recording: Recording): string {
  const { batchSize, inChannels, outHeight, outWidth, strideHeight, strideWidth } = geometry;
  return recording.reshaped(image, [batchSize * outHeight, strideHeight, outWidth, strideWidth, inChannels]);
}

interface Edges {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** By how much the cells reach over the image at each edge; less than zero where they leave some of it out. */
function edges({ inHeight, inWidth, outHeight, outWidth, strideHeight, strideWidth, padInfo }: Geometry): Edges {
  const { top, left } = padInfo;
  return {
    top,
    left,
    bottom: outHeight * strideHeight - inHeight - top,
    right: outWidth * strideWidth - inWidth - left,
  };
}

/** Lengthens (`sign` 1) or shortens (-1) an image at its edges. */
function resized(
  image: string,
  { top, left, bottom, right }: Edges,
  sign: 1 | -1,
  recording: Recording,
  filler = 0,
): string {
  if (top === 0 && left === 0 && bottom === 0 && right === 0) return image;
  const pads = [0, top, left, 0, 0, bottom, right, 0].map((count) => sign * count);
  const { graph } = recording;
  return recording.op('Pad', [image, graph.int64(pads), graph.scalar(filler)]);
}
