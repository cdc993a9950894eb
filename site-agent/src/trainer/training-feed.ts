import { exampleWeight } from '@mammofed/aggregation';
import { lotsOf, type PatientPrivacy, type RunConfig } from '@mammofed/core';
import type { MechanismUse } from '@mammofed/privacy';
import { balanceText } from './balanced-order.js';
import { placesPerEpoch, stepsPerEpoch } from './batches.js';
import { exampleClasses } from './example-classes.js';
import type { HeldDataset } from './held-data.js';
import { lotCapacity, patientCountOf } from './private-lots.js';
import type { StepSource } from './step-source.js';

/** What a round trains on. */
export interface TrainingFeed {
  readonly stepCount: number;
  readonly stepsPerEpoch: number;
  readonly source: StepSource;
  /** The site's in the mean. */
  readonly weight: number;
  /** Null without privacy for patients. */
  readonly privacyUse: MechanismUse | null;
  /** What the site's people are told of it; null: nothing. */
  readonly notice: string | null;
}

/** How many optimizer steps a site makes in a round of the run; with privacy, an epoch has as many lots as hold all patients. */
export function roundLength(
  examples: HeldDataset['train'],
  { training, privacy }: RunConfig,
): Pick<TrainingFeed, 'stepCount' | 'stepsPerEpoch'> {
  const perEpoch =
    privacy === undefined
      ? stepsPerEpoch(examples.length, training.batchSize)
      : lotsOf(privacy.lotSize, patientCountOf(examples)).perEpoch;
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
  const examples = dataset.train.map(({ image, mask }) => ({ image, mask }));
  const { batchSize, epochs, augmentation, balance } = training;
  const classes = balance && exampleClasses(dataset.train, balance);
  return {
    ...roundLength(dataset.train, config),
    source: {
      kind: 'batches',
      options: { examples, classes, batchSize, epochs, size: model.size, augmentation, seed, siteIndex, round },
    },
    weight: exampleWeight(examples.length, wMax),
    privacyUse: null,
    notice: classes === undefined ? null : balanceText(classes, placesPerEpoch(examples.length, batchSize)),
  };
}

function privateFeed({
  config,
  privacy: { clipNorm, noiseMultiplier, lotSize },
  dataset: { train },
  trainedCount,
}: FeedOptions & { readonly privacy: PatientPrivacy }): TrainingFeed {
  const { training, model } = config;
  const length = roundLength(train, config);
  const examples = train.map(({ image, mask, patient }) => ({ image, mask, patient }));
  return {
    ...length,
    source: {
      kind: 'lots',
      options: {
        examples,
        lotSize,
        capacity: lotCapacity(lotSize, training.batchSize),
        lotCount: length.stepCount,
        size: model.size,
        augmentation: training.augmentation,
      },
      noise: { count: trainedCount, deviation: (noiseMultiplier * clipNorm) / lotSize },
    },
    weight: 1,
    privacyUse: {
      samplingRate: lotsOf(lotSize, patientCountOf(examples)).samplingRate,
      noiseMultiplier,
      times: length.stepCount,
    },
    notice: null,
  };
}
