import type { MessagePort } from 'node:worker_threads';
import type { StepInputs, StepSource } from './step-source.js';

/**
 * To the thread: a round begins. By the port go arrays, there to be filled with the next step's inputs and back filled,
 * in the order of the steps; null comes back when there are no more steps. The thread forgets the round when the port closes.
 */
export interface RoundFeed {
  readonly source: StepSource;
  readonly port: MessagePort;
}

/** From the thread, each time that it has sent something by the port: wakes who waits for that. */
export const MADE = 'made';

/** The memory of a step's inputs, which moves with them and is not copied. */
export function buffersOf({ images, masks, examples }: StepInputs): ArrayBuffer[] {
  const arrays = examples === undefined ? [images, masks] : [images, masks, examples.weights, examples.noise];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
