import { CodedError } from '@mammofed/core';

export type AggregationErrorCode =
  'non-finite' | 'length-mismatch' | 'bad-argument' | 'weight-out-of-range' | 'mean-exceeds-clip';

export class AggregationError extends CodedError<AggregationErrorCode> {}
