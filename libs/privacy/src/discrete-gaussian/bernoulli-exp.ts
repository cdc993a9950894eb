/**
 * Coins that fall on true with probability exp(−x), exactly, from whole numbers alone: K counts how often Bernoulli(x / K)
 * comes true in a row, for K = 1, 2, …, and where it stops it is odd with probability exp(−x), for every x from 0 to 1. The
 * four x of the discrete Gaussian are below; x / K is a product of probabilities each time, one drawn number for each.
 * @see Canonne, Kamath, Steinke, The Discrete Gaussian for Differential Privacy (arXiv:2004.00010), algorithm 1
 */
import type { UniformIntegers } from './uniform-integers.js';

/** x = 1. */
export function bernoulliExpOfOne(uniform: UniformIntegers): boolean {
  let k = 1;
  while (uniform.below(k) === 0) k++;
  return k % 2 === 1;
}

/** x = 1/2. */
export function bernoulliExpOfHalf(uniform: UniformIntegers): boolean {
  let k = 1;
  while (uniform.below(2 * k) === 0) k++;
  return k % 2 === 1;
}

/** x = a/b. @param a - from 0 to b. @param b - from 1 to 2³¹. */
export function bernoulliExpOfFraction(a: number, b: number, uniform: UniformIntegers): boolean {
  let k = 1;
  while (uniform.below(b) < a && uniform.below(k) === 0) k++;
  return k % 2 === 1;
}

/** x = (a/b)²/2. @param a - from 0 to b. @param b - from 1 to 2³¹. */
export function bernoulliExpOfHalfSquare(a: number, b: number, uniform: UniformIntegers): boolean {
  let k = 1;
  while (uniform.below(b) < a && uniform.below(b) < a && uniform.below(2 * k) === 0) k++;
  return k % 2 === 1;
}
