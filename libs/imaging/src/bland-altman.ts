import { ImagingError } from './errors.js';

/** Areas of the same masses, one of each per image, as fractions of the region. */
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
}

/** Two-sided 95 % of the normal distribution, as Bland and Altman round it. */
const Z_95 = 1.96;

/**
 * @throws ImagingError `bad-argument` if there is no pair, the lists differ in length, or a value is not finite.
 * @see Bland and Altman, Lancet 1986; 327: 307-310.
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
  if (n < 2) return { n, bias, standardDeviation: null, lower: null, upper: null };
  const squares = differences.reduce((sum, value) => sum + (value - bias) ** 2, 0);
  const standardDeviation = Math.sqrt(squares / (n - 1));
  const reach = Z_95 * standardDeviation;
  return { n, bias, standardDeviation, lower: bias - reach, upper: bias + reach };
}
