import { seededRng, uniformInt, type Interval } from '@mammofed/core';

const RESAMPLES = 2000;

/**
 * 95 % percentile bootstrap of a mean. Whole patients are drawn with replacement: two views of one breast are not two
 * independent witnesses.
 * @param values - shape (n,); of one image each.
 * @param patients - shape (n,): whose image it is.
 * @returns null where there are fewer than two patients: of one nothing can be said.
 * @see Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
 */
export function bootstrapInterval(
  values: readonly number[],
  patients: readonly string[],
  seed: number,
): Interval | null {
  const groups = new Map<string, { sum: number; count: number }>();
  values.forEach((value, i) => {
    const group = groups.get(patients[i] as string) ?? { sum: 0, count: 0 };
    groups.set(patients[i] as string, { sum: group.sum + value, count: group.count + 1 });
  });
  // In an order that does not depend on how the images were listed.
  const drawn = [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  if (drawn.length < 2) return null;
  const rng = seededRng('demo-bootstrap', seed);
  const means = new Float64Array(RESAMPLES).map(() => {
    let sum = 0;
    let count = 0;
    for (let i = 0; i < drawn.length; i++) {
      const group = drawn[uniformInt(rng, drawn.length)] as { sum: number; count: number };
      sum += group.sum;
      count += group.count;
    }
    return sum / count;
  });
  means.sort();
  return { low: quantile(means, 0.025), high: quantile(means, 0.975) };
}

function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (place - below);
}
