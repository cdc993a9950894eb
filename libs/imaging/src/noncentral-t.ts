/** Steps of Simpson's rule: the fewer the degrees of freedom, the wider the deviation's spread and the sharper the turn. */
const STEPS = { few: 2400, many: 600 } as const;

/** The deviation of a normal sample lies within so many of its own standard errors of 1, but for 1e-20. */
const REACH = 12;

/**
 * The quantile of Student's t distribution with a shift: the ratio of a normal deviate around `shift` to an independent
 * sample deviation. With shift 0 it is Student's t.
 * @param probability - between 0 and 1, both excluded.
 * @param degrees - of freedom, a whole number from 1.
 * @returns within 1e-8 of the value, relative to max(1, |value|).
 * @see Carkeet, Exact parametric confidence intervals for Bland-Altman limits of agreement, Optom Vis Sci 92 (2015), e71-e80, for
 * its use; the integral over the deviation is the definition.
 */
export function noncentralTQuantile(probability: number, degrees: number, shift: number): number {
  const weights = deviationWeights(degrees);
  let low = -Infinity;
  let high = Infinity;
  let t = shift;
  // Newton's method, held between the bounds that are known; the distribution has one turn, so it settles in a few steps.
  for (let round = 0; round < 200; round++) {
    let below = -probability;
    let density = 0;
    for (const { deviation, weight } of weights) {
      const x = t * deviation - shift;
      below += weight * normalBelow(x);
      density += weight * deviation * Math.exp(-(x * x) / 2);
    }
    if (below < 0) low = t;
    else high = t;
    const step = (-below * Math.sqrt(2 * Math.PI)) / density;
    if (Math.abs(step) < 1e-11 * Math.max(1, Math.abs(t))) return t + step;
    const reach = 2 * Math.max(1, Math.abs(t));
    const next = t + Math.min(reach, Math.max(-reach, step));
    t = next > low && next < high ? next : (low + high) / 2;
  }
  return t;
}

interface Weighted {
  readonly deviation: number;
  readonly weight: number;
}

/** Simpson's rule for an expectation over the sample deviation of a standard normal: its weights add up to 1. */
function deviationWeights(degrees: number): Weighted[] {
  const steps = degrees < 10 ? STEPS.few : STEPS.many;
  const width = REACH / Math.sqrt(2 * degrees);
  // In steps of the root: with one degree of freedom the density does not vanish at 0, and the rule would lose digits there.
  const from = Math.sqrt(Math.max(0, 1 - width));
  const step = (Math.sqrt(1 + width) - from) / steps;
  const points = Array.from({ length: steps + 1 }, (_, i) => {
    const root = from + i * step;
    const deviation = root * root;
    const simpson = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    // The density of chi / sqrt(degrees) but for a factor, which the sum below takes out; 1 at its peak.
    const power = degrees === 1 ? 0 : (degrees - 1) * Math.log(deviation);
    return { deviation, weight: simpson * root * Math.exp(power - (degrees * (deviation * deviation - 1)) / 2) };
  });
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  return points
    .map(({ deviation, weight }) => ({ deviation, weight: weight / total }))
    .filter(({ weight }) => weight > 0);
}

/** The standard normal distribution function, to 1e-15: a series near 0, a continued fraction in the tails. */
function normalBelow(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const tail = z < 2.5 ? (1 - errorSeries(z)) / 2 : errorTail(z) / 2;
  return x < 0 ? tail : 1 - tail;
}

/** erf(z), Abramowitz and Stegun 7.1.6. */
function errorSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= (2 * z * z) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-z * z) * sum;
}

/** erfc(z), Abramowitz and Stegun 7.1.14. */
function errorTail(z: number): number {
  if (z > 27) return 0;
  let fraction = z;
  for (let n = 60; n >= 1; n--) fraction = z + n / 2 / fraction;
  return Math.exp(-z * z) / Math.sqrt(Math.PI) / fraction;
}
