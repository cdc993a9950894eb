/**
 * How the elements of a rank-4 tensor lie in memory, against the order tfjs's shape tells:
 * - `plain`: as the shape says (NHWC for images, HWIO for convolution kernels);
 * - `nchw`: an NHWC tensor with its channels before its rows, as onnxruntime's Conv and pooling want images;
 * - `nchwc`: as `nchw`, but with `b` channels side by side at each place, (N, C/b, H, W, b), as onnxruntime's fastest
 *   convolutions want images. `b` is what the processor's vectors hold. onnxruntime calls the shape of such a tensor
 *   (N, C, H, W) all the same, which only operations on equal shapes may take by its word;
 * - `oihw`: an HWIO tensor as onnxruntime's Conv wants kernels.
 */
export type Layout = 'plain' | 'nchw' | 'nchwc' | 'oihw';

type Axes = readonly [number, number, number, number];

// Axis i in memory (of `nchwc`: in onnxruntime's shape) is axis PERMUTATION[layout][i] of the shape.
const PERMUTATION: Readonly<Record<Layout, Axes>> = {
  plain: [0, 1, 2, 3],
  nchw: [0, 3, 1, 2],
  nchwc: [0, 3, 1, 2],
  oihw: [3, 2, 0, 1],
};

/** Values listed by the shape's axes, listed by the axes in memory. */
export function inMemoryOrder<T>(values: readonly T[], layout: Layout): T[] {
  if (layout === 'plain') return [...values];
  return PERMUTATION[layout].map((axis) => values[axis] as T);
}

/** Where an axis of the shape lies in memory. */
export function axisInMemory(axis: number, layout: Layout): number {
  return layout === 'plain' ? axis : PERMUTATION[layout].indexOf(axis);
}

/** The `perm` of a Transpose that turns memory in layout `from` into memory in layout `to`. */
export function transposition(from: Layout, to: Layout): number[] {
  return PERMUTATION[to].map((axis) => PERMUTATION[from].indexOf(axis));
}

/** Whether a Transpose by `perm` leaves the elements where they are: the axes longer than 1 keep their order. */
export function isOrderPreserving(extents: readonly number[], perm: readonly number[]): boolean {
  const moved = perm.filter((axis) => (extents[axis] as number) > 1);
  return moved.every((axis, index) => index === 0 || axis > (moved[index - 1] as number));
}
