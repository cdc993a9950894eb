import { readFile } from 'node:fs/promises';
import { decodeModelFile } from '@mammofed/core';
import type { Predictor } from '@mammofed/learning';
import { sitePatientKeys } from '../evaluation/patient-keys.js';
import type { HeldDataset } from './held-data.js';
import { figuresOf, measure } from './measure.js';
import { bestFirst } from './ranking.js';
import { writeResults } from './results-folder.js';
import type { EvaluatedResult, EvaluateJob, TrainerProgress } from './trainer-messages.js';

export interface EvaluationParts {
  readonly predictor: Predictor;
  readonly dataset: HeldDataset;
  readonly progress: (progress: TrainerProgress) => void;
  /** Lets messages in between two batches; throws if the job was cancelled. */
  readonly breathe: () => Promise<void>;
}

/**
 * Measures a model on this site's own test split. Per-image figures and overlays go to the results folder and nowhere
 * else; the result has the set's figures.
 * @throws LearningError, CoreError `bad-model-file`; as `sitePatientKeys`; what `breathe` throws.
 */
export async function evaluateRound(job: EvaluateJob, parts: EvaluationParts): Promise<EvaluatedResult> {
  const { predictor, dataset, progress, breathe } = parts;
  const keys = await sitePatientKeys(job.patientSaltPath);
  predictor.load(decodeModelFile(await readFile(job.modelPath)).tensors);
  const { model, training, seed } = job.config;
  const { rows, predictions } = await measure({
    samples: dataset.test,
    predictor,
    batchSize: training.batchSize,
    size: model.size,
    breathe,
    onProgress: (step, stepCount) => progress({ phase: 'evaluating', step, stepCount, loss: null }),
  });
  const segmentation = await writeResults(job, dataset.test, predictions, bestFirst(rows), keys);
  // Evaluation takes no optimizer step.
  return {
    kind: 'evaluated',
    figures: { ...figuresOf(rows, dataset, seed), segmentation },
    engine: { ...predictor.engine, steps: 0 },
  };
}
