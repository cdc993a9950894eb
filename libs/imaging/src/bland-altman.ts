import type { Interval } from '@mammofed/core';
import { ImagingError } from './errors.js';
import { noncentralTQuantile } from './noncentral-t.js';

/** Areas of the same masses, one of each per image, all in one unit. */
export interface AreaPairs {
  readonly reference: readonly number[];
  readonly predicted: readonly number[];
}

/** Agreement of two measurements, in the unit of the areas. */
export interface BlandAltman {
  readonly n: number;
  /** Mean of predicted - reference. */
  readonly bias: number;
  /** Of the differences, with n - 1; null with fewer than two pairs. */
  readonly standardDeviation: number | null;
  /** Limits of agreement, bias -+ 1.96 standard deviations: about 95 % of differences lie between. Null as above. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** 95 % confidence intervals of the three; null as above. */
  readonly biasInterval: Interval | null;
  readonly lowerInterval: Interval | null;
  readonly upperInterval: Interval | null;
}

/** What one pair says of limits: nothing. */
const UNKNOWN = {
  standardDeviation: null,
  lower: null,
  upper: null,
  biasInterval: null,
  lowerInterval: null,
  upperInterval: null,
} as const;

/** Two-sided 95 % of the normal distribution, as Bland and Altman round it. */
const Z_95 = 1.96;

/** Left out of an interval at each end. */
const TAIL = 0.025;

/**
 * The bias of one measurement against another, the limits of agreement and how certain all three are. The intervals are
 * exact for differences that are normal and independent: Student's t for the bias, the noncentral t for the limits (the
 * square-root formula of 1999 approximates it, and puts the outer ends too near in small samples). Several images of a patient are not
 * independent: with them the intervals are somewhat too narrow.
 * @throws ImagingError `bad-argument` if there is no pair, the lists differ in length, or a value is not finite.
 * @see Bland and Altman, Lancet 1986; 327: 307-310; and Stat Methods Med Res 1999; 8: 135-160, section 2.2, for the intervals;
 * Carkeet, Optom Vis Sci 2015; 92: e71-e80, for the exact ones, each limit by itself.
 */
export function blandAltman({ reference, predicted }: AreaPairs): BlandAltman {
  const n = reference.length;
  if (n === 0 || n !== predicted.length || ![...reference, ...predicted].every(Number.isFinite)) {
    throw new ImagingError(
      'bad-argument',
      `Agreement needs pairs of finite areas, not ${n} reference and ${predicted.length} predicted ones.`,
    );
  }
  const differences = predicted.map((value, i) => value - reference[i]);
  const bias = differences.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2) return { n, bias, ...UNKNOWN };
  const squares = differences.reduce((sum, value) => sum + (value - bias) ** 2, 0);
  const standardDeviation = Math.sqrt(squares / (n - 1));
  const reach = Z_95 * standardDeviation;
  const around = (middle: number, low: number, high: number): Interval => ({
    low: middle + low * standardDeviation,
    high: middle + high * standardDeviation,
  });
  const { ofBias, inner, outer } = multiplesFor(n);
  return {
    ...{ n, bias, standardDeviation, lower: bias - reach, upper: bias + reach },
    biasInterval: around(bias, -ofBias, ofBias),
    lowerInterval: around(bias, -outer, -inner),
    upperInterval: around(bias, inner, outer),
  };
}

/** Of the sample's deviation: how far an interval's ends are from the bias. */
interface Multiples {
  readonly ofBias: number;
  /** The true upper limit lies above this multiple, and below the outer one. */
  readonly inner: number;
  readonly outer: number;
}

/** They depend on nothing but n, and one takes a tenth of a second. */
const MULTIPLES = new Map<number, Multiples>();

function multiplesFor(n: number): Multiples {
  const known = MULTIPLES.get(n);
  if (known !== undefined) return known;
  const root = Math.sqrt(n);
  const multiple = (share: number, shift: number): number => noncentralTQuantile(share, n - 1, shift) / root;
  const multiples = {
    ofBias: multiple(1 - TAIL, 0),
    inner: multiple(TAIL, Z_95 * root),
    outer: multiple(1 - TAIL, Z_95 * root),
  };
  MULTIPLES.set(n, multiples);
  return multiples;
}
