import { FRACTION, kindProblems, needed, NOT_NEGATIVE, POSITIVE, type KindTable } from './kinds.js';

/**
 * One part of a loss, times `weight` (1 if not given):
 * - `cross-entropy`: the mean sigmoid cross-entropy over all pixels;
 * - `soft-dice`: 1 − the Dice coefficient of the probabilities (Milletari, Navab, Ahmadi, arXiv:1606.04797), image by image;
 * - `focal`: Lin et al. (arXiv:1708.02002);
 * - `tversky`: Salehi, Erdogmus, Gholipour (arXiv:1706.05721), image by image.
 */
export type LossTerm = (
  | { readonly kind: 'cross-entropy' }
  | { readonly kind: 'soft-dice' }
  | ({ readonly kind: 'focal' } & FocalParameters)
  | ({ readonly kind: 'tversky' } & TverskyParameters)
) & { readonly weight?: number };

/** A loss of segmentations: the sum of its terms, at least one. */
export type LossSpec = readonly LossTerm[];

/** Cross-entropy plus soft Dice. */
export const SEGMENTATION_LOSS: LossSpec = [{ kind: 'cross-entropy' }, { kind: 'soft-dice' }];

export interface FocalParameters {
  /** γ ≥ 0, how much less a pixel counts that is right already; 2 if not given. 0 is cross-entropy. */
  readonly gamma?: number;
  /** α from 0 to 1, the weight of foreground pixels, 1 − α being that of the others; if not given, all have weight 1. */
  readonly alpha?: number;
}

export interface TverskyParameters {
  /** α ≥ 0, the weight of false positives. */
  readonly alpha: number;
  /** β ≥ 0, the weight of false negatives. α = β = 1/2 is soft Dice. */
  readonly beta: number;
}

/** γ with the best results in the paper's table 1b. */
export const FOCAL_GAMMA = 2;

const WEIGHT = { weight: POSITIVE };

const LOSSES = {
  'cross-entropy': WEIGHT,
  'soft-dice': WEIGHT,
  focal: { gamma: NOT_NEGATIVE, alpha: FRACTION, ...WEIGHT },
  tversky: { alpha: needed(NOT_NEGATIVE), beta: needed(NOT_NEGATIVE), ...WEIGHT },
} as const satisfies KindTable & Readonly<Record<LossTerm['kind'], unknown>>;

export const LOSS_NAMES = Object.keys(LOSSES) as LossTerm['kind'][];

/** @returns every problem of the loss, in words; empty if it is sound. */
export function lossProblems(spec: LossSpec): string[] {
  if (!Array.isArray(spec) || spec.length === 0) return ['a loss needs at least one term'];
  return spec.flatMap((term) => kindProblems('loss', LOSSES, term));
}
