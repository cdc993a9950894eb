import { kindProblems, POSITIVE_FRACTION, type KindTable } from './kinds.js';

/**
 * Training examples are drawn so that the classes of `kind` come up equally often, or nearer to that than the site's images
 * do; docs/training.md has the formula. The classes:
 * - `edge`: the image's border cuts the lesion's region, or not;
 * - `size`: small, medium and large, three equal ratios of the range of the site's own training lesions;
 * - `density`: ACR a to d;
 * - `pathology`: benign, malignant.
 *
 * Images of which the density or the pathology is not known are a class of their own.
 */
export interface Balance {
  readonly kind: 'edge' | 'size' | 'density' | 'pathology';
  /** Above 0, where every example comes once in an epoch, to 1, where every class has the same share of it. 1 if not given. */
  readonly strength?: number;
}

/** Without strength there is no balance: a run leaves the whole out. */
const STRENGTH = { strength: POSITIVE_FRACTION };

const BALANCES = {
  edge: STRENGTH,
  size: STRENGTH,
  density: STRENGTH,
  pathology: STRENGTH,
} as const satisfies KindTable & Readonly<Record<Balance['kind'], unknown>>;

export const BALANCE_NAMES = Object.keys(BALANCES) as Balance['kind'][];

/** @returns every problem, in words; empty if it is sound. */
export function balanceProblems(balance: Balance): string[] {
  return kindProblems('balance', BALANCES, balance);
}
