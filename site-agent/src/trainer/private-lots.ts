import { lotsOf, uniformInt, type Augmentation, type Rng } from '@mammofed/core';
import { augment } from '@mammofed/imaging';
import type { BatchArrays, Example } from './batches.js';

export interface PatientExample extends Example {
  readonly patient: string;
}

export interface LotOptions {
  readonly examples: readonly PatientExample[];
  /** Patients that a lot has on average, from 1. */
  readonly lotSize: number;
  /** Places in a lot; see {@link lotCapacity}. */
  readonly capacity: number;
  readonly lotCount: number;
  /** S, pixels. */
  readonly size: number;
  readonly augmentation: Augmentation;
  /** Of the site alone: who is in a lot is as secret as the noise. */
  readonly rng: Rng;
}

/** What a lot is written into: the images of one step, in a batch of its capacity. */
export interface Lot extends BatchArrays {
  readonly examples: {
    /** Shape (capacity,): 1 for a patient's image, 0 for a place that stayed empty. */
    readonly weights: Float32Array;
  };
}

/**
 * Places that a lot needs, a multiple of `batchSize`: with L + 9√L + 20 of them a lot has no room for all whom the coins
 * chose with a probability below 10⁻¹⁶ (Bernstein's inequality), which no δ of a run notices.
 */
export function lotCapacity(lotSize: number, batchSize: number): number {
  return Math.ceil((lotSize + 9 * Math.sqrt(lotSize) + 20) / batchSize) * batchSize;
}

export function patientCountOf(examples: readonly Pick<PatientExample, 'patient'>[]): number {
  return new Set(examples.map(({ patient }) => patient)).size;
}

function byPatient(examples: readonly PatientExample[]): PatientExample[][] {
  const patients = new Map<string, PatientExample[]>();
  for (const example of examples) {
    const own = patients.get(example.patient);
    if (own === undefined) patients.set(example.patient, [example]);
    else own.push(example);
  }
  return [...patients.values()];
}

/**
 * Lots by Poisson sampling: each patient by a coin of its own, with one of the patient's images.
 * @param arrays - gives what the next lot is written into, which is then handed out.
 */
export function* privateLots<L extends Lot>(options: LotOptions, arrays: () => L): Generator<L> {
  const { examples, lotSize, capacity, lotCount, size, augmentation, rng } = options;
  const patients = byPatient(examples);
  const { samplingRate } = lotsOf(lotSize, patients.length);
  const pixels = size * size;
  for (let lot = 0; lot < lotCount; lot++) {
    const into = arrays();
    const { images, masks } = into;
    const { weights } = into.examples;
    weights.fill(0);
    let taken = 0;
    for (const own of patients) {
      if (rng.next() >= samplingRate || taken === capacity) continue;
      const { image, mask } = own[uniformInt(rng, own.length)] as PatientExample;
      augment({ image, mask, size, images, masks, offset: taken * pixels }, augmentation, rng);
      weights[taken++] = 1;
    }
    yield into;
  }
}
