import { tf } from '../../tfjs.js';
import { lowering, unsupported, type Lowering, type Tensors } from '../lowering.js';
import type { Recording } from '../recording.js';

type Rank4 = [number, number, number, number];

/** Enlarging and shrinking images by their nearest pixel or between pixels, and the gradients. */
export const resizeLowerings: readonly Lowering[] = [
  lowering<Tensors<'images'>, tf.ResizeNearestNeighborAttrs>(
    'ResizeNearestNeighbor',
    ({ images }, attributes, recording) => {
      requirePixelCorners('ResizeNearestNeighbor', attributes.halfPixelCenters, images, recording);
      const [batch, height, width, channels] = images.shape as Rank4;
      const [outHeight, outWidth] = attributes.size;
      const rows = nearestPlaces(height, outHeight, attributes.alignCorners);
      const columns = nearestPlaces(width, outWidth, attributes.alignCorners);
      const image = recording.nameOf(images, 'nchw');
      const isRepeat = isRepetition(rows, height) && isRepetition(columns, width);
      const resized = isRepeat
        ? recording.op('Resize', [image, '', '', recording.graph.int64([batch, channels, outHeight, outWidth])], {
            mode: 'nearest',
            coordinate_transformation_mode: 'asymmetric',
            nearest_mode: 'floor',
          })
        : gathered(image, rows, columns, recording);
      return recording.tensor(resized, [batch, outHeight, outWidth, channels], { layout: 'nchw' });
    },
  ),
  lowering<Tensors<'dy' | 'images'>, tf.ResizeNearestNeighborGradAttrs>(
    'ResizeNearestNeighborGrad',
    ({ dy, images }, { alignCorners }, recording) => {
      const [batch, height, width, channels] = images.shape as Rank4;
      const [, outHeight, outWidth] = dy.shape as Rank4;
      const rows = nearestPlaces(height, outHeight, alignCorners);
      const columns = nearestPlaces(width, outWidth, alignCorners);
      const gradient = recording.nameOf(dy, 'nchw');
      const name =
        isRepetition(rows, height) && isRepetition(columns, width)
          ? sumOfRepeats(gradient, [batch, channels, height, outHeight / height, width, outWidth / width], recording)
          : spread(gradient, rows.map(whole), columns.map(whole), images.shape as Rank4, recording);
      return recording.tensor(name, images.shape, { layout: 'nchw' });
    },
  ),
  lowering<Tensors<'images'>, tf.ResizeBilinearAttrs>('ResizeBilinear', ({ images }, attributes, recording) => {
    requirePixelCorners('ResizeBilinear', attributes.halfPixelCenters, images, recording);
    const [batch, , , channels] = images.shape as Rank4;
    const [outHeight, outWidth] = attributes.size;
    const operands = [
      recording.nameOf(images, 'nchw'),
      '',
      '',
      recording.graph.int64([batch, channels, outHeight, outWidth]),
    ];
    const resized = recording.op('Resize', operands, {
      mode: 'linear',
      coordinate_transformation_mode: attributes.alignCorners ? 'align_corners' : 'asymmetric',
    });
    return recording.tensor(resized, [batch, outHeight, outWidth, channels], { layout: 'nchw' });
  }),
  lowering<Tensors<'dy' | 'images'>, tf.ResizeBilinearGradAttrs>(
    'ResizeBilinearGrad',
    ({ dy, images }, { alignCorners }, recording) => {
      const [, height, width] = images.shape as Rank4;
      const [, outHeight, outWidth] = dy.shape as Rank4;
      const rows = betweenPlaces(height, outHeight, alignCorners);
      const columns = betweenPlaces(width, outWidth, alignCorners);
      const name = spread(recording.nameOf(dy, 'nchw'), rows, columns, images.shape as Rank4, recording);
      return recording.tensor(name, images.shape, { layout: 'nchw' });
    },
  ),
];

// tfjs computes the gradients as if there were no such thing.
function requirePixelCorners(
  kernelName: string,
  halfPixelCenters: boolean,
  images: tf.TensorInfo,
  recording: Recording,
): void {
  if (halfPixelCenters) unsupported(kernelName, 'measures from the centers of pixels', recording, [images]);
}

/** How far apart the places in an image of `size` are that `outSize` pixels show. */
function spacing(size: number, outSize: number, alignCorners: boolean): number {
  return alignCorners && outSize > 1 ? (size - 1) / (outSize - 1) : size / outSize;
}

/** For each pixel of the result, the place in the image that it shows. */
function nearestPlaces(size: number, outSize: number, alignCorners: boolean): number[] {
  const scale = spacing(size, outSize, alignCorners);
  const round = alignCorners ? Math.round : Math.floor;
  return Array.from({ length: outSize }, (_, index) => Math.min(size - 1, round(index * scale)));
}

/** Whether each place is shown equally often, one after the other. */
function isRepetition(places: readonly number[], size: number): boolean {
  const times = places.length / size;
  return places.every((place, index) => place === Math.floor(index / times)) && Number.isInteger(times);
}

/** What a pixel of the result takes of the places of the image. */
type Shares = readonly (readonly [place: number, share: number])[];

function whole(place: number): Shares {
  return [[place, 1]];
}

function betweenPlaces(size: number, outSize: number, alignCorners: boolean): Shares[] {
  const scale = spacing(size, outSize, alignCorners);
  return Array.from({ length: outSize }, (_, index) => {
    const before = Math.min(size - 1, Math.floor(index * scale));
    const after = Math.min(size - 1, Math.ceil(index * scale));
    const share = index * scale - before;
    return [
      [before, 1 - share],
      [after, share],
    ];
  });
}

function gathered(image: string, rows: readonly number[], columns: readonly number[], recording: Recording): string {
  const byRows = recording.op('Gather', [image, recording.graph.int64(rows)], { axis: 2 });
  return recording.op('Gather', [byRows, recording.graph.int64(columns)], { axis: 3 });
}

/** @param extents - of the gradient, each pixel's repeats apart: (B, C, H, times, W, times). */
function sumOfRepeats(gradient: string, extents: readonly number[], recording: Recording): string {
  const apart = recording.reshaped(gradient, extents);
  return recording.op('ReduceSum', [apart, recording.graph.int64([3, 5])], { keepdims: 0 });
}

/** Gives each place of the image its shares of the gradients of those that took of it: a product from either side. */
function spread(
  gradient: string,
  rows: readonly Shares[],
  columns: readonly Shares[],
  [, height, width]: Rank4,
  recording: Recording,
): string {
  const { graph } = recording;
  const turned = recording.op('Transpose', [graph.float32(shareMatrix(rows, height), [rows.length, height])], {
    perm: [1, 0],
  });
  const byRows = recording.op('MatMul', [turned, gradient]);
  return recording.op('MatMul', [byRows, graph.float32(shareMatrix(columns, width), [columns.length, width])]);
}

/** What each pixel of the result takes of each place, shape (results, size). */
function shareMatrix(results: readonly Shares[], size: number): Float32Array {
  const matrix = new Float32Array(results.length * size);
  results.forEach((shares, result) => {
    for (const [place, share] of shares) matrix[result * size + place] += share;
  });
  return matrix;
}
