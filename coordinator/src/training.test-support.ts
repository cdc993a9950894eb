import { decodeModelFile, encodeModelFile, seededRng, type ModelFile } from '@mammofed/core';

/** About 2.1 MB: three chunks each way. */
const SHAPES: readonly (readonly [string, readonly number[]])[] = [
  ['kernel', [530, 1000]],
  ['bias', [1000]],
];

function tensorsOf(seed: string, scale: number): ModelFile['tensors'] {
  return SHAPES.map(([name, shape]) => {
    const rng = seededRng('tensors', seed, name);
    const size = shape.reduce((product, extent) => product * extent, 1);
    return { name, shape, data: Float32Array.from({ length: size }, () => scale * (2 * rng.next() - 1)) };
  });
}

export function initialModel(seed = 'initial'): Uint8Array {
  return encodeModelFile({ tensors: tensorsOf(seed, 1), metadata: { model: 'fake', round: '0' } });
}

/** A change of the weights so small that 8 times of it lie within the first round's clip of {@link testRunConfig}, 0.025. */
export function change(seed: string): Float32Array[] {
  return tensorsOf(seed, 0.002).map(({ data }) => data);
}

/**
 * Federated averaging as one writes it down: base + Σ n·Δ / Σ n.
 * @returns the largest difference of any weight of `model` from it.
 */
export function differenceFromAverage(
  model: Uint8Array,
  base: Uint8Array,
  contributions: readonly { readonly delta: readonly Float32Array[]; readonly exampleCount: number }[],
): number {
  const before = decodeModelFile(base).tensors;
  const total = contributions.reduce((sum, { exampleCount }) => sum + exampleCount, 0);
  let largest = 0;
  decodeModelFile(model).tensors.forEach(({ data }, t) => {
    const start = before[t]?.data ?? new Float32Array();
    for (let i = 0; i < data.length; i++) {
      let expected = start[i] ?? Number.NaN;
      for (const { delta, exampleCount } of contributions) {
        expected += ((delta[t]?.[i] ?? Number.NaN) * exampleCount) / total;
      }
      const difference = Math.abs((data[i] ?? Number.NaN) - expected);
      if (!(difference <= largest)) largest = difference;
    }
  });
  return largest;
}
