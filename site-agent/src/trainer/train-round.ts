import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { exampleWeight, quantizeUpdate, ringToBytes } from '@mammofed/aggregation';
import { decodeModelFile, seededRng, type NamedTensor } from '@mammofed/core';
import type { Trainer } from '@mammofed/learning';
import { sha256Of, writeDurably } from '@mammofed/storage';
import { untilSpace } from '../disk-space.js';
import { SiteError } from '../errors.js';
import { batchesOf, MeasuredFeed, stepsPerEpoch, stepsPerRound } from './batches.js';
import type { HeldDataset } from './held-data.js';
import type { TrainedResult, TrainerProgress, TrainJob } from './trainer-messages.js';

/** Between two tries to write an update to a full disk; also how soon a cancelled job stops meanwhile. */
const SPACE_AGAIN_MS = 1000;

export interface RoundParts {
  /** For the run and its steps per round at this site. */
  readonly trainer: Trainer;
  readonly dataset: HeldDataset;
  readonly progress: (progress: TrainerProgress) => void;
  /** Lets messages in between two steps; throws if the job was cancelled. */
  readonly breathe: () => Promise<void>;
}

/**
 * Trains one round from the base model and writes the quantized update. Equal jobs on equal data give equal bytes.
 * @throws LearningError, AggregationError, CoreError `bad-model-file`; SiteError `wrong-clips`; what `breathe` throws.
 */
export async function trainRound(
  job: TrainJob,
  { trainer, dataset, progress, breathe }: RoundParts,
): Promise<TrainedResult> {
  const { config, siteIndex, round, clips, quantumMax, updatePath } = job;
  const { seed, training, model, wMax } = config;
  const base = decodeModelFile(await readFile(job.modelPath)).tensors;
  const examples = dataset.train;
  const stepCount = stepsPerRound(examples.length, training);
  // Also starts the optimizer afresh, and finds a model that is not the run's.
  trainer.reset(base, { randomSeed: [seed, siteIndex, round], firstStep: (round - 1) * stepCount });
  assertClipsFit(job, base);

  const lastEpochStart = stepCount - stepsPerEpoch(examples.length, training.batchSize);
  let step = 0;
  let lossesRead = 0;
  let lastLoss: number | null = null;
  let lastEpochLoss = 0;
  const note = (losses: readonly number[]): void => {
    for (const loss of losses) {
      if (lossesRead++ >= lastEpochStart) lastEpochLoss += loss;
      lastLoss = loss;
    }
  };
  progress({ phase: 'training', step, stepCount, loss: null });
  const options = { ...training, examples, size: model.size, seed, siteIndex, round };
  const batches = new MeasuredFeed(batchesOf(options), () => performance.now());
  for (const { images, masks } of batches) {
    await breathe();
    note(await trainer.advance(images, masks));
    progress({ phase: 'training', step: ++step, stepCount, loss: lastLoss });
  }
  // Those that wait still: no update is made of weights that are none.
  note(await trainer.readLosses());
  const { waitingShare } = batches;

  const vector = quantizeUpdate({
    delta: changeOf(base, await trainer.weights()),
    clips: clips.map(({ clip }) => clip),
    weight: exampleWeight(examples.length, wMax),
    quantumMax,
    rng: seededRng(seed, siteIndex, round, 'rounding'),
  });
  const bytes = ringToBytes(vector);
  // Training takes hours, room on a disk is made in minutes: the update is kept in memory until then.
  await untilSpace(() => writeDurably(updatePath, bytes), {
    onFull: () => progress({ phase: 'disk-full', step: 0, stepCount: 0, loss: null }),
    pause: async () => {
      await delay(SPACE_AGAIN_MS);
      await breathe();
    },
  });
  return {
    kind: 'trained',
    sha256: sha256Of(bytes),
    byteLength: bytes.length,
    exampleCount: examples.length,
    meanLoss: lastEpochLoss / stepsPerEpoch(examples.length, training.batchSize),
    engine: { ...trainer.engine, steps: step },
    waitingShare,
  };
}

/** Trained weights minus base weights, tensor by tensor. */
function changeOf(base: readonly NamedTensor[], trained: readonly NamedTensor[]): Float32Array[] {
  return trained.map(({ data }, t) => {
    const before = (base[t] as NamedTensor).data;
    // The trainer's copies are ours to reuse: a large model need not exist once more.
    for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) - (before[i] as number);
    return data;
  });
}

function assertClipsFit({ clips }: TrainJob, tensors: readonly NamedTensor[]): void {
  const fits = clips.length === tensors.length && clips.every(({ tensor }, t) => tensor === tensors[t]?.name);
  if (!fits)
    throw new SiteError('wrong-clips', "the task's clips are not those of the model's tensors: nothing was trained");
}
