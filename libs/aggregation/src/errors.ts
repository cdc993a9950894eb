import { CodedError, type ErrorCatalogue } from '@mammofed/core';

export const AGGREGATION_ERRORS = {
  'non-finite': {
    meaning: 'A weight update holds a number that is not finite: the training diverged.',
    next: 'Lower the learning rate of the run, and look for images that are not as the others.',
  },
  'length-mismatch': {
    meaning: "A contribution or a list of clips does not fit the model's number of weights.",
    next: 'Check that all parts are of one version; if they are, report it with the log.',
  },
  'bad-argument': {
    meaning: 'A clip, a weight or a number of sites or examples is out of its range.',
    next: 'This is a mistake in the program: report it with the log.',
  },
  'ring-too-small': {
    meaning: 'The sum over the largest cohort, with its privacy noise, does not fit into the ring.',
    next: 'Use a wider ring, a smaller cohort or less noise.',
  },
  'weight-out-of-range': {
    meaning: 'The example weights in a sum are less or more than its sites can have: a site sent garbage.',
    next: 'The round is not used. Find the site that takes part in every such round, and check its agent.',
  },
  'mean-exceeds-clip': {
    meaning: 'The mean change in a sum is larger than the clip allows: a site sent garbage.',
    next: 'The round is not used. Find the site that takes part in every such round, and check its agent.',
  },
} as const satisfies ErrorCatalogue;

export type AggregationErrorCode = keyof typeof AGGREGATION_ERRORS;

export class AggregationError extends CodedError<AggregationErrorCode> {}
