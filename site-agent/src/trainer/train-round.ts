import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { quantizeUpdate, ringToBytes } from '@mammofed/aggregation';
import { decodeModelFile, ringBitsOf, seededRng, type NamedTensor } from '@mammofed/core';
import type { Trainer } from '@mammofed/learning';
import { siteNoiseOf, type MechanismUse } from '@mammofed/privacy';
import { sha256Of, writeDurably } from '@mammofed/storage';
import { untilSpace } from '../disk-space.js';
import { SiteError } from '../errors.js';
import { assertWithinBudget, forecastText, privacyForecast, type PrivacyUnit } from '../policy/privacy-forecast.js';
import { MeasuredFeed } from './batches.js';
import type { FeedThread } from './feed-thread.js';
import type { HeldDataset } from './held-data.js';
import { noisyUpdate } from './noisy-update.js';
import type { TrainedResult, TrainerProgress, TrainJob } from './trainer-messages.js';
import { trainingFeed } from './training-feed.js';

/** Between two tries to write an update to a full disk; also how soon a cancelled job stops meanwhile. */
const SPACE_AGAIN_MS = 1000;

export interface RoundParts {
  /** For the run and its steps per round at this site. */
  readonly trainer: Trainer;
  readonly dataset: HeldDataset;
  readonly feedThread: FeedThread;
  readonly progress: (progress: TrainerProgress) => void;
  /** Words for the terminal of the site. */
  readonly notice: (text: string) => void;
  /** Lets messages in between two steps; throws if the job was cancelled. */
  readonly breathe: () => Promise<void>;
}

/**
 * Trains one round from the base model and writes the quantized update. Equal jobs on equal data give equal
 * bytes, except with differential privacy, whose noise nobody can repeat.
 * @throws LearningError, AggregationError, CoreError `bad-model-file`; SiteError `wrong-clips`, `privacy-budget-spent`, `site-privacy-budget-spent`, `batches-failed`; what `breathe` throws.
 */
export async function trainRound(
  job: TrainJob,
  { trainer, dataset, feedThread, progress, notice, breathe }: RoundParts,
): Promise<TrainedResult> {
  const { config, siteIndex, round, clips, quanta, updatePath } = job;
  const { seed, sitePrivacy } = config;
  const base = decodeModelFile(await readFile(job.modelPath)).tensors;
  const feed = trainingFeed({ config, dataset, siteIndex, round, trainedCount: trainer.trainedCount });
  const { stepCount } = feed;
  if (feed.notice !== null) notice(feed.notice);
  // Also starts the optimizer afresh, and finds a model that is not the run's.
  trainer.reset(base, { randomSeed: [seed, siteIndex, round], firstStep: (round - 1) * stepCount });
  assertClipsFit(job, base);
  const noise = siteNoiseOf(
    config,
    base.reduce((sum, { data }) => sum + data.length, 0),
  );
  assertPrivacyAllows(job, { patients: feed.privacyUse, sites: noise?.use ?? null }, notice);

  const lastEpochStart = stepCount - feed.stepsPerEpoch;
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
  const steps = new MeasuredFeed(feedThread.steps(feed.source), () => performance.now());
  for await (const { images, masks, examples } of steps) {
    await breathe();
    note(await trainer.advance(images, masks, examples));
    // The noise does not protect a loss: with privacy it stays here.
    const loss = feed.privacyUse === null && noise === null ? lastLoss : null;
    progress({ phase: 'training', step: ++step, stepCount, loss });
  }
  // Those that wait still: no update is made of weights that are none.
  note(await trainer.readLosses());
  const { waitingShare } = steps;

  const delta = changeOf(base, await trainer.weights());
  const { weightMax } = quanta;
  const vector =
    noise === null || sitePrivacy === undefined
      ? quantizeUpdate({
          delta,
          clips: clips.map(({ clip }) => clip),
          weight: feed.weight,
          ...quanta,
          rng: seededRng(seed, siteIndex, round, 'rounding'),
        })
      : await noisyUpdate({ delta, privacy: sitePrivacy, noise, seed, round, weightMax, breathe });
  const bytes = ringToBytes(vector, ringBitsOf(config));
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
    exampleCount: dataset.train.length,
    meanLoss: lastEpochLoss / feed.stepsPerEpoch,
    engine: { ...trainer.engine, steps: step },
    waitingShare,
    privacyUse: feed.privacyUse,
    sitePrivacyUse: noise?.use ?? null,
  };
}

/** @throws SiteError `privacy-budget-spent` | `site-privacy-budget-spent`. */
function assertPrivacyAllows(
  { config, round, privacy, sitePrivacy }: TrainJob,
  uses: Readonly<Record<PrivacyUnit, MechanismUse | null>>,
  notice: (text: string) => void,
): void {
  const accounts = { patients: privacy, sites: sitePrivacy } as const;
  const deltas = { patients: config.privacy?.delta, sites: config.sitePrivacy?.delta } as const;
  for (const unit of ['patients', 'sites'] as const) {
    const [use, { spent, budget }] = [uses[unit], accounts[unit]];
    const delta = budget?.delta ?? deltas[unit];
    if (use === null || delta === undefined) continue;
    const forecast = privacyForecast(spent, use, config.rounds - round + 1, delta);
    notice(forecastText(forecast, unit));
    assertWithinBudget(forecast, budget, unit);
  }
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
