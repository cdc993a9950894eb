// Compares lowerings with tfjs's own arithmetic, and sees to it that none is left out.
import { describe, expect, it, jest } from '@jest/globals';
import { normal, seededRng, type Rng } from '@mammofed/core';
import { freshSeed, runFunctionBothWays, type Operand } from '../../reference.test-support.js';
import { tf } from '../../tfjs.js';
import type { Lowering } from '../lowering.js';

/** Where a case's numbers come from. `wholes`: from -2 to 2, so that zeros and equal numbers are frequent. */
export type Numbers = 'normals' | 'positives' | 'wholes';

export interface KernelCase {
  readonly name: string;
  readonly compute: (...inputs: tf.Tensor[]) => tf.Tensor | tf.Tensor[];
  /** One for each input. */
  readonly shapes: readonly (readonly number[])[];
  readonly numbers?: Numbers;
}

/** Sums in another order differ by rounding; nothing here sums more than a few thousand products. */
const TOLERANCE = 1e-5;

const DRAWS: Readonly<Record<Numbers, (rng: Rng) => number>> = {
  normals: normal,
  positives: (rng) => 0.1 + 3 * rng.next(),
  wholes: (rng) => Math.floor(5 * rng.next()) - 2,
};

/**
 * An image tensor with the same numbers that lies in memory as onnxruntime's convolutions leave their results, channels
 * first, and in blocks if they are 16, 32 and so on. An input of the graph lies as its shape says; most tensors of a network
 * do not.
 */
export function channelsFirst(x: tf.Tensor): tf.Tensor {
  const channels = x.shape[3] as number;
  const identity = tf.reshape(tf.tensor2d(eye(channels)), [1, 1, channels, channels]) as tf.Tensor4D;
  return tf.conv2d(x as tf.Tensor4D, identity, 1, 'same');
}

/** The case, and for every non-empty choice of its image inputs one in which these lie channels first. */
export function inEveryLayout(kernelCase: KernelCase): KernelCase[] {
  const { name, shapes, compute } = kernelCase;
  const images = shapes.flatMap((shape, index) => (shape.length === 4 ? [index] : []));
  return Array.from({ length: 2 ** images.length }, (_, choice) => {
    const chosen = new Set(images.filter((_image, bit) => (choice & (1 << bit)) !== 0));
    if (chosen.size === 0) return kernelCase;
    return {
      ...kernelCase,
      name: `${name}, channels first: ${[...chosen].join(' and ')}`,
      compute: (...inputs: tf.Tensor[]) =>
        compute(...inputs.map((x, index) => (chosen.has(index) ? channelsFirst(x) : x))),
    };
  });
}

/**
 * One test for each case, and one that fails if a lowering was not used by any of them. What is written for a GPU has
 * standard operators alone, so that a processor can run it and say whether it means the same.
 */
export function describeLowerings(what: string, lowerings: readonly Lowering[], cases: readonly KernelCase[]): void {
  const seed = freshSeed();
  const used = new Set<string>();
  describe(`${what} against tfjs's own arithmetic (seed ${seed})`, () => {
    it.each(cases.map((kernelCase, index) => ({ ...kernelCase, index })))('$name', async ({ index, ...kernelCase }) => {
      const operands = operandsOf(kernelCase, seededRng(seed, index));
      const runKernel = jest.spyOn(tf.engine(), 'runKernel');
      const compute = (...inputs: tf.Tensor[]): tf.Tensor[] => [kernelCase.compute(...inputs)].flat();
      const results = await runFunctionBothWays(compute, operands);
      for (const [kernelName] of runKernel.mock.calls) used.add(kernelName);
      runKernel.mockRestore();
      const forGpu = await runFunctionBothWays(compute, operands, { target: { device: 'webgpu' } });
      for (const [way, all] of Object.entries({ results, forGpu }))
        all.forEach(({ compiled, reference }, result) => {
          const differs = worstDifference(compiled, reference);
          expect({ way, result, differs }).toEqual({ way, result, differs: undefined });
        });
    });

    it('leaves out none', () => {
      expect(lowerings.map(({ kernelName }) => kernelName).filter((kernelName) => !used.has(kernelName))).toEqual([]);
    });
  });
}

/** Where two results differ by more than rounding; undefined if nowhere. Infinities and NaN must be the same. */
function worstDifference(
  compiled: Float32Array,
  reference: Float32Array,
): { at: number; compiled: number; reference: number } | undefined {
  const scale = reference.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 1);
  const at = reference.findIndex((value, i) => {
    const other = compiled[i] as number;
    return !(Object.is(other, value) || Math.abs(other - value) <= TOLERANCE * scale);
  });
  return at < 0 ? undefined : { at, compiled: compiled[at] as number, reference: reference[at] as number };
}

function operandsOf({ shapes, numbers = 'normals' }: KernelCase, rng: Rng): Operand[] {
  return shapes.map((shape) => ({
    shape,
    values: Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, () => DRAWS[numbers](rng)),
  }));
}

function eye(size: number): number[][] {
  return Array.from({ length: size }, (_row, i) => Array.from({ length: size }, (_column, j) => (i === j ? 1 : 0)));
}
