import { readFile } from 'node:fs/promises';
import { decodeModelFile } from '@mammofed/core';
import type { RegionSample } from '@mammofed/imaging';
import { maskMetrics, summarize, type CompiledPredictor, type MaskMetrics } from '@mammofed/learning';
import type { MeasuredFigures } from '../policy/what-leaves.js';
import type { HeldDataset } from './held-data.js';
import { bestFirst, type RankedImage } from './ranking.js';
import { writeResults } from './results-folder.js';
import type { EvaluatedResult, EvaluateJob, TrainerProgress } from './trainer-messages.js';

export interface EvaluationParts {
  readonly predictor: CompiledPredictor;
  readonly dataset: HeldDataset;
  readonly progress: (progress: TrainerProgress) => void;
  /** Lets messages in between two batches; throws if the job was cancelled. */
  readonly breathe: () => Promise<void>;
}

/** A pixel belongs to the mass if the network finds that at least as likely as not. */
const THRESHOLD = 0.5;

/**
 * Measures a model on this site's own test split. Per-image figures and overlays go to the results folder and nowhere
 * else; the result has the set's figures.
 * @throws LearningError, CoreError `bad-model-file`; what `breathe` throws.
 */
export async function evaluateRound(job: EvaluateJob, parts: EvaluationParts): Promise<EvaluatedResult> {
  const { predictor, dataset } = parts;
  predictor.load(decodeModelFile(await readFile(job.modelPath)).tensors);
  const predictions = await predictAll(job, parts);
  const images = dataset.test.map(({ file, mask }, index): RankedImage => {
    const metrics = maskMetrics(predictions[index] as Uint8Array, mask);
    return { file, index, ...metrics };
  });
  await writeResults(job, dataset.test, predictions, bestFirst(images));
  // Evaluation takes no optimizer step.
  return {
    kind: 'evaluated',
    figures: figuresOf(images, dataset),
    engine: { ...predictor.engine, steps: 0 },
  };
}

async function predictAll(
  job: EvaluateJob,
  { predictor, dataset, progress, breathe }: EvaluationParts,
): Promise<Uint8Array[]> {
  const { training, model } = job.config;
  const pixels = model.size * model.size;
  const { test } = dataset;
  const masks: Uint8Array[] = [];
  for (let start = 0; start < test.length; start += training.batchSize) {
    await breathe();
    progress({ phase: 'evaluating', step: start, stepCount: test.length, loss: null });
    const batch = test.slice(start, start + training.batchSize);
    const probabilities = await predictor.predict(stacked(batch, pixels));
    batch.forEach((_, i) => {
      const own = probabilities.subarray(i * pixels, (i + 1) * pixels);
      masks.push(Uint8Array.from(own, (probability) => (probability >= THRESHOLD ? 1 : 0)));
    });
  }
  progress({ phase: 'evaluating', step: test.length, stepCount: test.length, loss: null });
  return masks;
}

function stacked(samples: readonly RegionSample[], pixels: number): Float32Array {
  const images = new Float32Array(samples.length * pixels);
  samples.forEach(({ image }, i) => images.set(image, i * pixels));
  return images;
}

function figuresOf(images: readonly MaskMetrics[], { allLesionDice, meanMaskDice }: HeldDataset): MeasuredFigures {
  return {
    n: images.length,
    dice: summarize(images.map(({ dice }) => dice)),
    sensitivity: summarize(images.map(({ sensitivity }) => sensitivity)),
    specificity: summarize(images.map(({ specificity }) => specificity)),
    accuracy: summarize(images.map(({ accuracy }) => accuracy)),
    allLesionDice,
    meanMaskDice,
    diceInterval: null,
    edge: null,
    central: null,
  };
}
