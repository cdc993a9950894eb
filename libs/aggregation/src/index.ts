export { changeBound } from './change-bound.js';
export { initialClips, nextClips } from './clipping.js';
export { ContributionCheck } from './contribution-check.js';
/** @public What this package refuses: docs/errors.md is made from it. */
export { AGGREGATION_ERRORS, AggregationError, type AggregationErrorCode } from './errors.js';
export { dequantizeMean, meanErrorBound, type FederatedAverage, type SummedUpdates } from './federated-average.js';
export { quantizeWithinNorm, type NormQuanta } from './norm-quantization.js';
export {
  exampleWeight,
  quantaFor,
  quantizeUpdate,
  ringToBytes,
  type Quanta,
  type UpdateToQuantize,
} from './quantization.js';
export { dequantizeRotatedMean } from './rotated-mean.js';
export { rotate, signsOfRound, unrotate, type SignsOfBlock } from './rotation.js';
export { RingAccumulator } from './ring-accumulator.js';
