import { AggregationError } from '@mammofed/aggregation';
import { CoreError, isCodedError } from '@mammofed/core';
import { LearningError } from '@mammofed/learning';
import { SiteError } from '../errors.js';
import { localFailureOf, type LocalFailure } from '../policy/failure-to-share.js';

/** These never see a file's name or a pixel, so their words may leave the site. ImagingError's may name files. */
const SAFE_CLASSES = [LearningError, AggregationError, CoreError, SiteError];

/** A failure in the trainer, as the agent is told. */
export function describeFailure(error: unknown): LocalFailure {
  if (!isCodedError(error)) return localFailureOf(error);
  const { code, message, context } = error;
  return { code, message, isMessageSafe: SAFE_CLASSES.some((safe) => error instanceof safe), context };
}
