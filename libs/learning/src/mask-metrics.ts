import { LearningError } from './errors.js';

/** Agreement of a predicted mask with a reference, each from 0 to 1. */
export interface MaskMetrics {
  /** Dice similarity coefficient, 2 TP / (2 TP + FP + FN). */
  readonly dice: number;
  /** TP / (TP + FN). */
  readonly sensitivity: number;
  /** TN / (TN + FP). */
  readonly specificity: number;
  /** (TP + TN) / all pixels. */
  readonly accuracy: number;
}

/** Mean, smallest and largest of some values. */
export interface Summary {
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Compares two masks pixel by pixel. A ratio with nothing to count is 1: where the reference has no foreground nothing
 * could be missed (sensitivity), and two empty masks agree (Dice). An empty prediction of a mass has Dice 0.
 * @param predicted - 0 for background, anything else for foreground.
 * @param reference - as many pixels, in the same order.
 * @throws LearningError `wrong-shape` if the masks are empty arrays or differ in length.
 */
export function maskMetrics(predicted: Uint8Array, reference: Uint8Array): MaskMetrics {
  if (predicted.length !== reference.length || predicted.length === 0)
    throw new LearningError(
      'wrong-shape',
      'a prediction and its reference must have the same number of pixels, at least 1',
      {
        predicted: predicted.length,
        reference: reference.length,
      },
    );
  let truePositives = 0;
  let falsePositives = 0;
  let falseNegatives = 0;
  for (let i = 0; i < predicted.length; i++) {
    const isPredicted = predicted[i] !== 0;
    const isReference = reference[i] !== 0;
    if (isPredicted && isReference) truePositives++;
    else if (isPredicted) falsePositives++;
    else if (isReference) falseNegatives++;
  }
  const trueNegatives = predicted.length - truePositives - falsePositives - falseNegatives;
  return {
    dice: ratio(2 * truePositives, falsePositives + falseNegatives),
    sensitivity: ratio(truePositives, falseNegatives),
    specificity: ratio(trueNegatives, falsePositives),
    accuracy: (truePositives + trueNegatives) / predicted.length,
  };
}

/** @throws LearningError `no-values` if there are none: their mean would not be a number. */
export function summarize(values: readonly number[]): Summary {
  if (values.length === 0) throw new LearningError('no-values', 'nothing was measured, so there is nothing to average');
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return { mean: sum / values.length, min, max };
}

function ratio(hits: number, misses: number): number {
  return hits + misses === 0 ? 1 : hits / (hits + misses);
}
