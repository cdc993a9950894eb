/** Endings of the tensors that hold what batch normalization saw: the running mean and variance of a channel. */
const MEAN = '/moving_mean';
const VARIANCE = '/moving_variance';

/**
 * Whether a tensor holds batch-norm statistics. They are measured, not learned: no gradient moves them, and their change
 * has nothing to do with the learning rate.
 * @param tensorName - as in the model file, `<layer>/<weight>`.
 */
export function isBatchStatistic(tensorName: string): boolean {
  return tensorName.endsWith(MEAN) || isBatchVariance(tensorName);
}

/** Whether a tensor holds running variances: none of its values may be negative, for their root is taken. */
export function isBatchVariance(tensorName: string): boolean {
  return tensorName.endsWith(VARIANCE);
}
