/**
 * Rényi differential privacy of the sampled Gaussian mechanism: each patient takes part with probability q, by a coin of
 * its own, and noise of standard deviation σ times the sensitivity is added to the sum. Neighbouring data sets differ by
 * one patient, who is there or not.
 * @see Mironov, Talwar, Zhang, Rényi Differential Privacy of the Sampled Gaussian Mechanism (arXiv:1908.10530)
 */
export interface SampledGaussian {
  /** q, from 0 to 1. */
  readonly samplingRate: number;
  /** σ > 0, in units of the sensitivity. */
  readonly noiseMultiplier: number;
}

/** How far the integral goes beyond the middles of its two hills, in standard deviations: a normal density is 10⁻³¹ there. */
const MARGIN_DEVIATIONS = 12;

/**
 * ε of (α, ε)-Rényi differential privacy of one use of the mechanism: ln(A) / (α − 1) with
 * A = E[((1 − q) + q · exp((2z − 1) / 2σ²))^α] over z from N(0, σ²) (section 3.3).
 * @param order - α > 1.
 */
export function renyiEpsilon({ samplingRate, noiseMultiplier }: SampledGaussian, order: number): number {
  if (samplingRate === 0) return 0;
  if (samplingRate === 1) return order / (2 * noiseMultiplier ** 2);
  const logA = Number.isInteger(order)
    ? logMomentOfWholeOrder(samplingRate, noiseMultiplier, order)
    : logMoment(samplingRate, noiseMultiplier, order);
  // A is at least 1; rounding may say otherwise.
  return Math.max(0, logA) / (order - 1);
}

/** The binomial of the expectation multiplied out: Σ_k C(α, k) (1 − q)^(α−k) q^k exp((k² − k) / 2σ²). */
function logMomentOfWholeOrder(q: number, sigma: number, order: number): number {
  const terms: number[] = [];
  let logBinomial = 0;
  for (let k = 0; k <= order; k++) {
    terms.push(logBinomial + k * Math.log(q) + (order - k) * Math.log1p(-q) + (k * k - k) / (2 * sigma ** 2));
    logBinomial += Math.log((order - k) / (k + 1));
  }
  return logOfSum(terms);
}

/**
 * The integral by the trapezoidal rule. The integrand has a hill around 0 and one around α, and no singularity within πσ²
 * of the real line, so that the rule's error is below that of its sums for steps of σ/8 and σ²/4.
 */
function logMoment(q: number, sigma: number, order: number): number {
  const step = Math.min(sigma / 8, sigma ** 2 / 4);
  const margin = MARGIN_DEVIATIONS * sigma;
  const count = Math.ceil((order + 2 * margin) / step);
  const terms = Array.from({ length: count + 1 }, (_, i) => {
    const z = i * step - margin;
    const logRatio = logOfSum([Math.log1p(-q), Math.log(q) + (2 * z - 1) / (2 * sigma ** 2)]);
    return order * logRatio - z ** 2 / (2 * sigma ** 2);
  });
  return logOfSum(terms) + Math.log(step / (sigma * Math.sqrt(2 * Math.PI)));
}

/** ln Σ exp(x), without leaving the range of a double. */
function logOfSum(logs: readonly number[]): number {
  const largest = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  return largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0));
}
