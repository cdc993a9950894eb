import type { ExampleInputs } from '@mammofed/learning';
import { batchArrays, batchesOf, type BatchArrays, type BatchOptions } from './batches.js';
import { privateLots, type LotOptions } from './private-lots.js';
import { fillNormal, secretRng } from './secret-random.js';

/** One step's inputs. */
export interface StepInputs extends BatchArrays {
  /** With privacy for patients. */
  readonly examples?: ExampleInputs;
}

/** What a round's steps are made from; it can be sent to a thread. */
export type StepSource =
  | { readonly kind: 'batches'; readonly options: BatchOptions }
  | {
      /** With privacy for patients: who is in a lot and its noise come from the system's generator. */
      readonly kind: 'lots';
      readonly options: Omit<LotOptions, 'rng'>;
      /** How many numbers a step takes, and their standard deviation. */
      readonly noise: { readonly count: number; readonly deviation: number };
    };

/** New arrays for one step's inputs. */
export function emptyInputs(source: StepSource): StepInputs {
  if (source.kind === 'batches') return batchArrays(source.options.batchSize, source.options.size);
  const { capacity, size } = source.options;
  const examples = { weights: new Float32Array(capacity), noise: new Float32Array(source.noise.count) };
  return { ...batchArrays(capacity, size), examples };
}

/**
 * The inputs of a round's steps.
 * @param arrays - gives what the next step's are written into, made by {@link emptyInputs}.
 */
export function* stepsOf(source: StepSource, arrays: () => StepInputs): Generator<StepInputs> {
  if (source.kind === 'batches') {
    yield* batchesOf(source.options, arrays);
    return;
  }
  const rng = secretRng();
  for (const inputs of privateLots({ ...source.options, rng }, arrays as () => Required<StepInputs>)) {
    fillNormal(inputs.examples.noise, source.noise.deviation, rng);
    yield inputs;
  }
}
