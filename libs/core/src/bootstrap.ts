import { CoreError } from './errors.js';
import { quantile } from './quantile.js';
import { seededRng, uniformInt } from './rng.js';
import type { Interval } from './run-view.js';

/** Resamples if a caller does not say how many: the ends of a 95 % interval then rest on fifty of them each. */
const DEFAULT_RESAMPLES = 2000;

// What is left out of the interval at each end.
const TAIL = 0.025;

export interface BootstrapOptions {
  /** One figure for each image; finite. */
  readonly values: readonly number[];
  /** Whose image each one is (a patient), as long as `values`. */
  readonly groups: readonly string[];
  /**
   * What each value is a sum over (an image's lesions, where the value counts the detected ones), 0 or more and not all 0: the
   * interval is then of the sum of the values over the sum of these. 1 each if not given: of the mean.
   */
  readonly counts?: readonly number[];
  /** Equal seeds give equal intervals. */
  readonly seed: number;
  /** How often the patients are drawn anew; 2000 if not given. */
  readonly resamples?: number;
}

/**
 * The 95 % percentile bootstrap interval of the mean over the images. Whole patients are drawn with replacement, as many as
 * there are: two images of one patient are alike, and to draw them one by one would make the interval too narrow. It does not
 * depend on the order of the images.
 * @returns its ends, `low` ≤ `high`; null of a single patient, who says nothing of others.
 * @throws CoreError `no-interval` if there is no value or one that is not finite, if the groups are not as many, or for a
 * number of resamples that is not whole and at least 1.
 * @see Davison, Hinkley, Bootstrap Methods and their Application (1997), sections 3.8 (clusters) and 5.3 (percentiles).
 */
export function bootstrapInterval({
  values,
  groups,
  counts,
  seed,
  resamples = DEFAULT_RESAMPLES,
}: BootstrapOptions): Interval | null {
  if (values.length === 0) throw new CoreError('no-interval', 'there is no value to give an interval of the mean of');
  if (groups.length !== values.length)
    throw new CoreError('no-interval', 'an interval needs one group for each value', {
      values: values.length,
      groups: groups.length,
    });
  if (!values.every(Number.isFinite))
    throw new CoreError('no-interval', 'an interval needs values that are finite numbers');
  if (counts !== undefined && !areCounts(counts, values.length))
    throw new CoreError(
      'no-interval',
      'an interval of a ratio needs one count for each value, 0 or more and not all 0',
    );
  if (!Number.isInteger(resamples) || resamples < 1)
    throw new CoreError('no-interval', `the number of resamples must be a whole number from 1, not ${resamples}`);

  const patients = sumsByGroup(values, groups, counts);
  if (patients.filter(({ count }) => count > 0).length < 2) return null;
  const rng = seededRng('bootstrap', seed);
  const means = Float64Array.from({ length: resamples }, () => {
    let sum = 0;
    let count = 0;
    for (let draw = 0; draw < patients.length; draw++) {
      const drawn = patients[uniformInt(rng, patients.length)] as GroupSum;
      sum += drawn.sum;
      count += drawn.count;
    }
    return sum / count;
  })
    // Patients alone of whom nothing was counted say nothing of a ratio.
    .filter((mean) => !Number.isNaN(mean))
    .sort();
  return { low: quantile(means, TAIL), high: quantile(means, 1 - TAIL) };
}

function areCounts(counts: readonly number[], length: number): boolean {
  return (
    counts.length === length && counts.every((count) => count >= 0 && Number.isFinite(count)) && counts.some(Boolean)
  );
}

interface GroupSum {
  readonly sum: number;
  readonly count: number;
}

/** In an order, and summed in one, that follow from the names and values alone. */
function sumsByGroup(
  values: readonly number[],
  groups: readonly string[],
  counts: readonly number[] | undefined,
): GroupSum[] {
  const valuesOf = new Map<string, number[]>();
  const countOf = new Map<string, number>();
  groups.forEach((group, index) => {
    const own = valuesOf.get(group);
    if (own === undefined) valuesOf.set(group, [values[index] as number]);
    else own.push(values[index] as number);
    countOf.set(group, (countOf.get(group) ?? 0) + (counts?.[index] ?? 1));
  });
  return [...valuesOf.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, own]) => ({
      sum: own.sort((a, b) => a - b).reduce((sum, value) => sum + value, 0),
      count: countOf.get(group) as number,
    }));
}
