import type { tf } from '../../tfjs.js';
import type { Recording } from '../recording.js';
import { sumOfRows } from './gpu-sum.js';
import { joinAlong } from './shape.js';

type Geometry = tf.backend_util.Conv2DInfo;

/** Two images of equal rows and columns: a number for each place and channel, channels last, shape (B, rows, columns, C). */
interface Operands {
  readonly left: string;
  readonly leftChannels: number;
  readonly right: string;
  readonly rightChannels: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * The gradient of a convolution by its kernel for a GPU, shape (kH, kW, I, O): one product of matrices for all taps, in parts
 * that are computed side by side and then added up. A GPU takes as long for a small product of long rows as for many of them.
 */
export function gpuFilterGradient(
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  geometry: Geometry,
  recording: Recording,
): string {
  const { batchSize, inChannels, outChannels, filterHeight, filterWidth } = geometry;
  const shape = [filterHeight, filterWidth, inChannels, outChannels];
  const { operands, isByColumns } = operandsOf(x, dy, geometry, recording);
  const parts = partsOf(batchSize, operands);
  const product = productOf(batchSize, operands, parts, recording);
  const size = operands.leftChannels * operands.rightChannels;
  const sum = parts === 1 ? product : sumOfRows(product, { rows: parts, width: size }, recording);
  if (!isByColumns || filterHeight === 1) return recording.reshaped(sum, shape);
  const taps = recording.reshaped(sum, [filterWidth, inChannels, filterHeight, outChannels]);
  return recording.op('Transpose', [taps], { perm: [2, 0, 1, 3] });
}

/** The same gradient of each image by itself, its elements in some order: a name, shape (B, m, n). */
export function gpuFilterGradientPerImage(
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  geometry: Geometry,
  recording: Recording,
): string {
  const { operands } = operandsOf(x, dy, geometry, recording);
  return productOf(geometry.batchSize, operands, geometry.batchSize, recording);
}

/**
 * The images to multiply: `left` has the input under each tap, or under each column of taps (`isByColumns`), and `right` then
 * the output's gradient moved by each row of taps. The input under tap (r, c) and the gradient is the same sum over places as
 * the input moved by the tap's columns and the gradient moved back by its rows.
 */
function operandsOf(
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  geometry: Geometry,
  recording: Recording,
): { readonly operands: Operands; readonly isByColumns: boolean } {
  const { inChannels, outChannels, inHeight, inWidth, outHeight, outWidth } = geometry;
  const { filterHeight, filterWidth, strideHeight, strideWidth, padInfo } = geometry;
  const { top, left } = padInfo;
  const [image, gradient] = [recording.nameOf(x), recording.nameOf(dy)];
  const isByColumns = strideHeight === 1 && strideWidth === 1;
  if (!isByColumns)
    return {
      operands: {
        left: joinAlong(underTaps(image, geometry, recording), 3, recording),
        leftChannels: filterHeight * filterWidth * inChannels,
        right: gradient,
        rightChannels: outChannels,
        rows: outHeight,
        columns: outWidth,
      },
      isByColumns,
    };
  const byColumns = Array.from({ length: filterWidth }, (_, column) =>
    moved(image, 2, left - column, outWidth - inWidth, recording),
  );
  const byRows = Array.from({ length: filterHeight }, (_, row) =>
    moved(gradient, 1, row - top, inHeight - outHeight, recording),
  );
  return {
    operands: {
      left: joinAlong(byColumns, 3, recording),
      leftChannels: filterWidth * inChannels,
      right: joinAlong(byRows, 3, recording),
      rightChannels: filterHeight * outChannels,
      rows: inHeight,
      columns: outWidth,
    },
    isByColumns,
  };
}

/** Moves an image along an axis towards its end, and makes it longer by `longer`; zeros come in, what goes out is left out. */
function moved(name: string, axis: 1 | 2, by: number, longer: number, recording: Recording): string {
  if (by === 0 && longer === 0) return name;
  const pads = [0, 0, 0, 0, 0, 0, 0, 0];
  pads[axis] = by;
  pads[4 + axis] = longer - by;
  return recording.op('Pad', [name, recording.graph.int64(pads), recording.graph.scalar(0)]);
}

/** What lies under each tap, row by row of the kernel: as large as the output. */
function underTaps(image: string, geometry: Geometry, recording: Recording): string[] {
  const { outHeight, outWidth, filterHeight, filterWidth, strideHeight, strideWidth } = geometry;
  const { top, left, bottom, right } = geometry.padInfo;
  const { graph } = recording;
  const isPadded = top + left + bottom + right > 0;
  const padded = isPadded
    ? recording.op('Pad', [image, graph.int64([0, top, left, 0, 0, bottom, right, 0]), graph.scalar(0)])
    : image;
  return Array.from({ length: filterHeight * filterWidth }, (_, tap) => {
    const [row, column] = [Math.floor(tap / filterWidth), tap % filterWidth];
    return recording.op('Slice', [
      padded,
      graph.int64([row, column]),
      graph.int64([row + (outHeight - 1) * strideHeight + 1, column + (outWidth - 1) * strideWidth + 1]),
      graph.int64([1, 2]),
      graph.int64([strideHeight, strideWidth]),
    ]);
  });
}

/** The sums over the places of each part of leftᵀ · right: a name, shape (parts, left channels, right channels). */
function productOf(
  batchSize: number,
  { left, leftChannels, right, rightChannels, rows, columns }: Operands,
  parts: number,
  recording: Recording,
): string {
  const places = (batchSize * rows * columns) / parts;
  const matrices = recording.reshaped(left, [parts, places, leftChannels]);
  const turned = recording.op('Transpose', [matrices], { perm: [0, 2, 1] });
  return recording.op('MatMul', [turned, recording.reshaped(right, [parts, places, rightChannels])]);
}

/** A side of the squares in which onnxruntime's WebGPU product of matrices is computed, each by one group of threads. */
const TILE = 32;
/** So many groups of threads keep a large GPU busy. */
const WANTED_GROUPS = 512;
/** Places that a part has at least: fewer are not worth the sum of the parts. */
const MIN_PLACES = 128;

/** In how many parts the places of a batch are multiplied: whole rows, and a number of places that vectors of four fit into. */
function partsOf(batchSize: number, { leftChannels, rightChannels, rows, columns }: Operands): number {
  const allRows = batchSize * rows;
  const tiles = Math.ceil(leftChannels / TILE) * Math.ceil(rightChannels / TILE);
  let best = 1;
  for (let parts = 1; parts <= allRows && best * tiles < WANTED_GROUPS; parts++) {
    const places = (allRows / parts) * columns;
    if (places < MIN_PLACES) break;
    if (allRows % parts === 0 && (places % 4 === 0 || (allRows * columns) % 4 !== 0)) best = parts;
  }
  return best;
}
