import { LearningError } from './errors.js';

/** @throws LearningError `bad-options`. */
export function refuseOptions(message: string): never {
  throw new LearningError('bad-options', message);
}

/** @throws LearningError `bad-options` that says every problem. */
export function refuseProblems(problems: readonly string[]): void {
  if (problems.length > 0) refuseOptions(problems.join('; '));
}

/** @throws LearningError `bad-options`. */
export function assertPositiveInteger(what: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) refuseOptions(`${what} must be a whole number from 1, not ${value}`);
}

/** @throws LearningError `bad-options`. */
export function assertNotNegativeInteger(what: string, value: number): void {
  if (!Number.isInteger(value) || value < 0) refuseOptions(`${what} must be a whole number from 0, not ${value}`);
}

/** @throws LearningError `bad-options`. */
export function assertPositive(what: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value))) refuseOptions(`${what} must be above 0, not ${value}`);
}

/** @throws LearningError `bad-options`. */
export function assertNotNegative(what: string, value: number): void {
  if (!(value >= 0 && Number.isFinite(value))) refuseOptions(`${what} must not be negative, but is ${value}`);
}

/** From 0, which means without, to below 1, which would keep the old for ever. @throws LearningError `bad-options`. */
export function assertDecay(what: string, value: number): void {
  if (!(value >= 0 && value < 1)) refuseOptions(`${what} must be from 0 to below 1, not ${value}`);
}
