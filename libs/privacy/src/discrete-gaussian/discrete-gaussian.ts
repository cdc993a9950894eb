import {
  bernoulliExpOfFraction,
  bernoulliExpOfHalf,
  bernoulliExpOfHalfSquare,
  bernoulliExpOfOne,
} from './bernoulli-exp.js';
import type { UniformIntegers } from './uniform-integers.js';

/** Deviations up to here keep every number of the sampler far inside the whole numbers that a double holds exactly. */
export const MAX_DEVIATION = 2 ** 28;

/**
 * Draws from the discrete Gaussian N_Z(0, s²), in which the probability of a whole number y is proportional to exp(−y²/2s²):
 * exactly, by comparing whole numbers that are drawn without bias. There is no table, no rounding and no floating-point
 * noise, whose low bits have given secrets away (Mironov, CCS 2012).
 *
 * Where we differ from the paper: s is a whole number, so that t = s serves as the scale of the proposal, in place of
 * t = ⌊s⌋ + 1. exp(−|y|/t) · exp(−(|y| − s²/t)²/2s²) is proportional to exp(−y²/2s²) for every t; with this one, each
 * probability that is asked for is a product of fractions of 32-bit numbers. How long a draw takes depends on what is drawn.
 * @param deviation - s, a whole number from 1 to {@link MAX_DEVIATION}.
 * @param uniform - secret; what was drawn from it is never used again.
 * @see Canonne, Kamath, Steinke, The Discrete Gaussian for Differential Privacy (arXiv:2004.00010), algorithm 3
 */
export function discreteGaussian(deviation: number, uniform: UniformIntegers): number {
  for (;;) {
    const candidate = discreteLaplace(deviation, uniform);
    if (isKept(Math.abs(Math.abs(candidate) - deviation), deviation, uniform)) return candidate;
  }
}

/** The probability of y is proportional to exp(−|y|/t). Algorithm 2 with s = 1. */
function discreteLaplace(scale: number, uniform: UniformIntegers): number {
  for (;;) {
    const remainder = uniform.below(scale);
    if (!bernoulliExpOfFraction(remainder, scale, uniform)) continue;
    let quotient = 0;
    while (bernoulliExpOfOne(uniform)) quotient++;
    const magnitude = remainder + scale * quotient;
    if (uniform.below(2) === 0) return magnitude;
    // −0 is 0, which would come twice as often as it should.
    if (magnitude > 0) return -magnitude;
  }
}

/**
 * True with probability exp(−m²/2s²). With m = q·s + r, the exponent is q²/2 + q·r/s + (r/s)²/2, and a product of
 * exponentials is that all of them come true.
 */
function isKept(distance: number, deviation: number, uniform: UniformIntegers): boolean {
  const remainder = distance % deviation;
  const quotient = (distance - remainder) / deviation;
  for (let i = 0; i < quotient * quotient; i++) if (!bernoulliExpOfHalf(uniform)) return false;
  for (let i = 0; i < quotient; i++) if (!bernoulliExpOfFraction(remainder, deviation, uniform)) return false;
  return bernoulliExpOfHalfSquare(remainder, deviation, uniform);
}

/**
 * Adds an independent draw to every number.
 * @param values - changed in place, modulo 2³².
 */
export function addDiscreteGaussian(values: Int32Array, deviation: number, uniform: UniformIntegers): void {
  for (let i = 0; i < values.length; i++) {
    values[i] = (values[i] as number) + discreteGaussian(deviation, uniform);
  }
}
