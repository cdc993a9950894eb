import type { Recording } from '../recording.js';

/*
 * Sums for a GPU. onnxruntime's WebGPU reductions let 32 threads add up each number of the result, one after the other, and
 * move an axis that is not the last one there first: a sum over the places of a batch takes as long as the rest of its layer.
 * Here long sums come in two stages, each with many results, and those over the first axis are products with a vector of ones.
 */

/** What one thread adds up at most before its sum goes into a second stage. */
const MAX_TERMS = 512;

const onesOf = new WeakMap<Recording, Map<number, string>>();

/**
 * Adds up the rows of each matrix.
 * @param name - of a value whose numbers lie in `lists` matrices of `rows` rows and `width` columns.
 * @returns a name, shape (lists, 1, width).
 */
export function sumOfRows(
  name: string,
  { lists = 1, rows, width }: { readonly lists?: number; readonly rows: number; readonly width: number },
  recording: Recording,
): string {
  const parts = partsOf(rows);
  const terms = rows / parts;
  const matrices = recording.reshaped(name, [lists * parts, terms, width]);
  const sums = recording.op('MatMul', [ones(terms, recording), matrices]);
  return parts === 1 ? sums : sumOfRows(sums, { lists, rows: parts, width }, recording);
}

/**
 * Adds up each row.
 * @param name - of a value whose numbers lie in `rows` rows of `width`.
 * @returns a name, shape (rows).
 */
export function sumInRows(name: string, rows: number, width: number, recording: Recording): string {
  const parts = partsOf(width);
  const terms = recording.reshaped(name, [rows * parts, width / parts]);
  const sums = recording.op('ReduceSum', [terms, recording.graph.int64([1])], { keepdims: 0 });
  return parts === 1 ? sums : sumInRows(sums, rows, parts, recording);
}

/** In how many equal parts a sum of so many terms comes, each with {@link MAX_TERMS} at most if the number has such divisors. */
function partsOf(terms: number): number {
  if (terms <= MAX_TERMS) return 1;
  // Near the square root, so that both stages are short.
  const start = Math.max(Math.floor(Math.sqrt(terms)), Math.ceil(terms / MAX_TERMS));
  for (let parts = start; parts <= terms / 2; parts++) if (terms % parts === 0) return parts;
  return 1;
}

/** A row of ones, written once in a graph. */
function ones(length: number, recording: Recording): string {
  let names = onesOf.get(recording);
  if (names === undefined) onesOf.set(recording, (names = new Map<number, string>()));
  let name = names.get(length);
  if (name === undefined)
    names.set(length, (name = recording.graph.float32(new Float32Array(length).fill(1), [1, length])));
  return name;
}
