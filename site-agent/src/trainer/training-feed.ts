import { exampleWeight } from '@mammofed/aggregation';
import type { PatientPrivacy, RunConfig } from '@mammofed/core';
import type { ExampleInputs } from '@mammofed/learning';
import type { MechanismUse } from '@mammofed/privacy';
import { batchesOf, stepsPerEpoch } from './batches.js';
import type { HeldDataset } from './held-data.js';
import { lotCapacity, patientCountOf, privateLots, samplingRate } from './private-lots.js';
import { fillNormal, secretRng } from './secret-random.js';

/** One step's inputs; valid until the next are asked for. */
export interface StepInputs {
  /** Shape (B, S, S). */
  readonly images: Float32Array;
  /** Shape (B, S, S), 0 or 1. */
  readonly masks: Float32Array;
  /** With privacy for patients. */
  readonly examples?: ExampleInputs;
}

/** What a round trains on, step by step. */
export interface TrainingFeed {
  readonly stepCount: number;
  readonly stepsPerEpoch: number;
  readonly steps: Iterable<StepInputs>;
  /** The site's in the mean. */
  readonly weight: number;
  /** Null without privacy for patients. */
  readonly privacyUse: MechanismUse | null;
}

/** How many optimizer steps a site makes in a round of the run; with privacy, an epoch has as many lots as hold all patients. */
export function roundLength(
  examples: HeldDataset['train'],
  { training, privacy }: RunConfig,
): Pick<TrainingFeed, 'stepCount' | 'stepsPerEpoch'> {
  const perEpoch =
    privacy === undefined
      ? stepsPerEpoch(examples.length, training.batchSize)
      : stepsPerEpoch(patientCountOf(examples), privacy.lotSize);
  return { stepCount: training.epochs * perEpoch, stepsPerEpoch: perEpoch };
}

interface FeedOptions {
  readonly config: RunConfig;
  readonly dataset: Pick<HeldDataset, 'train'>;
  readonly siteIndex: number;
  readonly round: number;
  /** How many weights are trained. */
  readonly trainedCount: number;
}

export function trainingFeed(options: FeedOptions): TrainingFeed {
  const { config, dataset, siteIndex, round } = options;
  const { privacy, training, model, seed, wMax } = config;
  if (privacy !== undefined) return privateFeed({ ...options, privacy });
  const examples = dataset.train;
  return {
    ...roundLength(examples, config),
    steps: batchesOf({ ...training, examples, size: model.size, seed, siteIndex, round }),
    weight: exampleWeight(examples.length, wMax),
    privacyUse: null,
  };
}

function privateFeed({
  config,
  privacy: { clipNorm, noiseMultiplier, lotSize },
  dataset: { train: examples },
  trainedCount,
}: FeedOptions & { readonly privacy: PatientPrivacy }): TrainingFeed {
  const { training, model } = config;
  const length = roundLength(examples, config);
  const rng = secretRng();
  const lots = privateLots({
    examples,
    lotSize,
    capacity: lotCapacity(lotSize, training.batchSize),
    lotCount: length.stepCount,
    size: model.size,
    augmentation: training.augmentation,
    rng,
  });
  const noise = new Float32Array(trainedCount);
  const withNoise = function* (): Generator<StepInputs> {
    for (const { images, masks, weights } of lots) {
      fillNormal(noise, (noiseMultiplier * clipNorm) / lotSize, rng);
      yield { images, masks, examples: { weights, noise } };
    }
  };
  return {
    ...length,
    steps: withNoise(),
    weight: 1,
    privacyUse: {
      samplingRate: samplingRate(patientCountOf(examples), lotSize),
      noiseMultiplier,
      times: length.stepCount,
    },
  };
}
