import type { MechanismUse } from './privacy-loss.js';

/**
 * β: a rounded update is rounded again with at most this probability (conditional rounding); the mean is shifted by at most
 * β/(1 − β)·√d quanta. With e⁻⁸ the bound on the norm grows by less than 1 % over what rounding adds anyhow.
 */
const SQRT_2_LN_1_OVER_BETA = 4;

/**
 * The square of the largest norm that a vector has after its coordinates were rounded to whole numbers, stochastically and
 * again until it holds.
 * @param norm - the largest norm before, in quanta.
 * @param dimension - d.
 * @param tail - √(2 ln(1/β)).
 * @see Kairouz, Liu, Steinke (arXiv:2102.06387), theorem 1, Δ₂ for γ = 1
 */
export function squaredRoundedNorm(norm: number, dimension: number, tail = SQRT_2_LN_1_OVER_BETA): number {
  const root = Math.sqrt(dimension);
  return Math.min((norm + root) ** 2, norm ** 2 + dimension / 4 + tail * (norm + root / 2));
}

/** A sum of whole vectors of bounded norm, with discrete Gaussian noise of several sites in each coordinate. */
interface DistributedGaussian {
  /** Δ₂²: the square of the largest norm of one site's vector, in quanta. */
  readonly squaredNorm: number;
  /** s: standard deviation of one site's noise, in quanta. */
  readonly deviation: number;
  /** Sites whose noise is in the sum, and unknown to whoever looks at it. */
  readonly noisySites: number;
  /** d. */
  readonly dimension: number;
}

/**
 * ε such that the sum is ½ε²-concentrated differentially private: with a site's vector or with zeros in its place, whatever
 * is done with the sum. A sum of discrete Gaussians is no discrete Gaussian; τ is what that costs, next to nothing from s = 4
 * on. Rényi losses are those of Gaussian noise of the multiplier 1/ε at every order.
 * @see Kairouz, Liu, Steinke (arXiv:2102.06387), proposition 14, the smallest of its bounds at order α: α/2·Δ₂²/ns² + τd, which
 * is at most α/2·(Δ₂²/ns² + 2τd); α/2·(Δ₂²/ns² + 2τ·Δ₁/√n·s + τ²d); α/2·(Δ₂/√n·s + τ√d)². The L1 norm Δ₁ of whole numbers is at
 * most Δ₂·min(√d, Δ₂).
 */
export function concentratedEpsilon({ squaredNorm, deviation, noisySites, dimension }: DistributedGaussian): number {
  const noise = Math.sqrt(noisySites) * deviation;
  const norm = Math.sqrt(squaredNorm);
  const root = Math.sqrt(dimension);
  let tau = 0;
  for (let k = 1; k < noisySites; k++) tau += 10 * Math.exp(-2 * (Math.PI * deviation) ** 2 * (k / (k + 1)));
  return Math.min(
    Math.sqrt((norm / noise) ** 2 + 2 * tau * dimension),
    Math.sqrt((norm / noise) ** 2 + (2 * tau * norm * Math.min(root, norm)) / noise + tau ** 2 * dimension),
    norm / noise + tau * root,
  );
}

/** One sum, as the accountant knows it. */
export function distributedGaussianUse(mechanism: DistributedGaussian): MechanismUse {
  return { samplingRate: 1, noiseMultiplier: 1 / concentratedEpsilon(mechanism), times: 1 };
}
