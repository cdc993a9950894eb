/** Which inputs make each output along one axis: `weights[o]` apply from input index `starts[o]` on, and sum to 1. */
interface AxisFilter {
  readonly starts: Int32Array;
  readonly weights: readonly Float64Array[];
}

/**
 * Resamples a plane by a separable triangle filter whose support grows with the reduction (antialiased on the way
 * down, bilinear on the way up); pixel centres lie at half integers. Written out here, in double precision, so that
 * every machine of a study computes the same pixels.
 * @param source - shape (height, width); left unchanged.
 * @returns a new array, shape (outHeight, outWidth), float32, within the range of the source.
 */
export function resample(
  source: ArrayLike<number>,
  width: number,
  height: number,
  outWidth: number,
  outHeight: number,
): Float32Array {
  const across = triangleFilter(width, outWidth);
  const down = triangleFilter(height, outHeight);
  const narrowed = new Float64Array(height * outWidth);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < outWidth; x++) {
      const weights = across.weights[x];
      const start = y * width + across.starts[x];
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k] * source[start + k];
      narrowed[y * outWidth + x] = sum;
    }
  }
  const result = new Float32Array(outHeight * outWidth);
  for (let y = 0; y < outHeight; y++) {
    const weights = down.weights[y];
    const start = down.starts[y] * outWidth;
    for (let x = 0; x < outWidth; x++) {
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k] * narrowed[start + k * outWidth + x];
      result[y * outWidth + x] = sum;
    }
  }
  return result;
}

/**
 * Resamples a binary plane: an output pixel is set when at least half of its filtered area is.
 * @param mask - shape (height, width), each 0 or 1.
 * @returns a new array, shape (outHeight, outWidth), each 0 or 1.
 */
export function resampleMask(
  mask: Uint8Array,
  width: number,
  height: number,
  outWidth: number,
  outHeight: number,
): Uint8Array {
  return Uint8Array.from(resample(mask, width, height, outWidth, outHeight), (share) => (share >= 0.5 ? 1 : 0));
}

function triangleFilter(inputLength: number, outputLength: number): AxisFilter {
  const step = inputLength / outputLength;
  const support = Math.max(1, step);
  const starts = new Int32Array(outputLength);
  const weights = Array.from({ length: outputLength }, (_, output) => {
    const center = (output + 0.5) * step;
    const start = Math.max(0, Math.ceil(center - support - 0.5));
    const end = Math.min(inputLength - 1, Math.floor(center + support - 0.5));
    starts[output] = start;
    const row = new Float64Array(end - start + 1);
    let total = 0;
    for (let k = 0; k < row.length; k++) {
      row[k] = Math.max(0, 1 - Math.abs(start + k + 0.5 - center) / support);
      total += row[k];
    }
    return row.map((weight) => weight / total);
  });
  return { starts, weights };
}
