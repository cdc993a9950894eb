import { requireOnGrid, type MaskGrid } from './mask-grid.js';

/**
 * The exact squared Euclidean distance of every pixel's centre to the nearest marked pixel's centre, in time that grows with
 * the number of pixels alone: the lower envelope of parabolas, first down the columns, then along the rows.
 * @param marked - shape (height, width), 0 or non-zero; left unchanged.
 * @returns a new array, shape (height, width), in the square of the grid's unit; Infinity everywhere if nothing is marked.
 * @throws LearningError `wrong-shape` as `requireOnGrid`.
 * @see Felzenszwalb and Huttenlocher, Distance Transforms of Sampled Functions, Theory of Computing 8 (2012), 415-428,
 * section 2.1; here with a spacing for each axis.
 */
export function squaredDistances(marked: Uint8Array, grid: MaskGrid): Float64Array {
  requireOnGrid(marked, grid);
  const { width, height, rowSpacing, columnSpacing } = grid;
  const field = new Float64Array(marked.length);
  for (let i = 0; i < field.length; i++) field[i] = marked[i] === 0 ? Infinity : 0;
  const envelope = new Envelope(Math.max(width, height));
  for (let x = 0; x < width; x++) envelope.transform(field, x, width, height, rowSpacing);
  for (let y = 0; y < height; y++) envelope.transform(field, y * width, 1, width, columnSpacing);
  return field;
}

/** One line's transform, with room that every line uses anew. */
class Envelope {
  readonly #values: Float64Array;
  /** Places of the parabolas in the lower envelope. */
  readonly #places: Int32Array;
  /** Where each of them begins to be the lowest; one more than there are parabolas. */
  readonly #starts: Float64Array;

  constructor(longest: number) {
    this.#values = new Float64Array(longest);
    this.#places = new Int32Array(longest);
    this.#starts = new Float64Array(longest + 1);
  }

  /** Replaces `count` values from `first` on, `stride` apart, by the least of value + (distance)². */
  transform(field: Float64Array, first: number, stride: number, count: number, spacing: number): void {
    const values = this.#values;
    for (let i = 0; i < count; i++) values[i] = field[first + i * stride] as number;
    const last = this.#build(count, spacing);
    if (last < 0) return;
    let k = 0;
    for (let i = 0; i < count; i++) {
      const at = i * spacing;
      while (k < last && (this.#starts[k + 1] as number) < at) k++;
      const place = this.#places[k] as number;
      field[first + i * stride] = (at - place * spacing) ** 2 + (values[place] as number);
    }
  }

  /** @returns the index of the envelope's last parabola; -1 if every value is infinite. */
  #build(count: number, spacing: number): number {
    const [values, places, starts] = [this.#values, this.#places, this.#starts];
    let k = -1;
    for (let q = 0; q < count; q++) {
      const value = values[q] as number;
      // An infinite parabola is nowhere the lowest, and its crossing with another is not a number.
      if (value === Infinity) continue;
      let start = -Infinity;
      while (k >= 0) {
        const p = places[k] as number;
        const [from, to] = [p * spacing, q * spacing];
        start = (value + to * to - ((values[p] as number) + from * from)) / (2 * (to - from));
        if (start > (starts[k] as number)) break;
        k--;
      }
      k++;
      places[k] = q;
      starts[k] = k === 0 ? -Infinity : start;
    }
    return k;
  }
}
