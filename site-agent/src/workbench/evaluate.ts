import { readFile } from 'node:fs/promises';
import { decodeModelFile } from '@mammofed/core';
import { loadRegionDataset, type Dataset, type RegionSample } from '@mammofed/imaging';
import { CompiledPredictor, maskMetrics, meanMaskBaseline, summarize } from '@mammofed/learning';
import { SiteError } from '../errors.js';
import { evaluatedSegmentation } from '../evaluation/evaluated-segmentation.js';
import { listedImage } from '../evaluation/listed-image.js';
import { passingPatientKeys } from '../evaluation/patient-keys.js';
import { segmentationRow } from '../evaluation/segmentation-row.js';
import { figuresOf, measure, type Baselines } from '../trainer/measure.js';
import { bestFirst } from '../trainer/ranking.js';
import { writeEvaluation } from './evaluation-files.js';
import type { EvaluateJob } from './jobs.js';
import type { Listener } from './messages.js';
import { complete, describeModel, specOf } from './model-metadata.js';
import { OutputFolder } from './output-folder.js';

/** Of the interval's resampling where the model's metadata have no run's seed. */
const USUAL_SEED = 0;

/**
 * Measures a model on a part of a data set, treated as the model's training treated its own.
 * @returns the figures, what was left out, and what was written.
 * @throws SiteError `missing-model-metadata` | `nothing-to-measure` | as `OutputFolder`; ImagingError as
 * `loadRegionDataset`; CoreError `bad-model-file`; LearningError.
 */
export async function evaluateModel(job: EvaluateJob, listener: Listener): Promise<object> {
  const { tensors, metadata } = decodeModelFile(await readFile(job.modelPath));
  const described = complete(describeModel(metadata, job.described), [
    'name',
    'width',
    'size',
    'study',
    'marginFraction',
    'window',
    'batchSize',
  ]);
  const { study, size, marginFraction, window, batchSize } = described;
  const output = job.out === null ? null : await OutputFolder.open({ dir: job.out, force: job.force });
  await output?.claim(['evaluation.json', 'images.csv', 'bland-altman.svg', 'overlays.svg', 'overlays']);

  listener.progress('reading images', 0, 0);
  const dataset = await loadRegionDataset({
    dir: job.data,
    layout: job.layout,
    study,
    size,
    marginFraction,
    window,
    // Nothing leaves this machine, so a small set hides nobody.
    fewestPerPart: 0,
  });
  const samples = samplesOf(dataset, job.part);
  if (samples.length === 0) throw nothingToMeasure(job, dataset, study);

  const predictor = await CompiledPredictor.create({ spec: specOf(described), batchSize, threads: job.threads });
  try {
    predictor.load(tensors);
    const onProgress = (done: number, total: number): void => listener.progress('evaluating', done, total);
    const { rows, predictions } = await measure({ samples, predictor, batchSize, size, onProgress });
    const baselines = baselinesOf(dataset, samples);
    const seed = seedOf(metadata);
    const { patientCount, ...figures } = figuresOf(rows, baselines, seed);
    const measured = samples.map((sample, i) =>
      segmentationRow(sample, predictions[i] as Uint8Array, size, job.tolerances),
    );
    const result = {
      modelSha256: job.modelSha256,
      study,
      part: job.part,
      patients: patientCount,
      ...figures,
      meanMaskDice: Number.isNaN(baselines.meanMaskDice) ? null : baselines.meanMaskDice,
      skippedEmptyMasks: dataset.skippedEmptyMasks,
      unlistedImages: dataset.unlistedImages,
      refused: dataset.refused,
      flagged: dataset.flagged,
      engine: predictor.engine,
      segmentation: evaluatedSegmentation(measured, job.tolerances, seed),
    };
    const keys = passingPatientKeys();
    const listed = { ...result, images: bestFirst(rows).map((row) => listedImage(row, measured, keys)) };
    if (output === null) return { ...listed, out: null };
    const files = await writeEvaluation(output, { result, rows, measured, predictions, samples, size, keys });
    return { ...listed, out: { dir: output.root, files } };
  } finally {
    await predictor.dispose();
  }
}

/** In the order of file names, as the agent measures them. */
function samplesOf({ train, validation, test }: Dataset, part: EvaluateJob['part']): readonly RegionSample[] {
  switch (part) {
    case 'train':
      return train;
    case 'validation':
      return validation;
    case 'test':
      return test;
    case 'all':
      return [...train, ...validation, ...test].sort((a, b) => (a.file < b.file ? -1 : 1));
  }
}

/** `meanMaskDice` is NaN where there is no training image to take the mean mask from. */
function baselinesOf({ train }: Dataset, samples: readonly RegionSample[]): Baselines {
  const meanDice = (predicted: Uint8Array): number =>
    summarize(samples.map(({ mask }) => maskMetrics(predicted, mask).dice)).mean;
  const pixels = (samples[0] as RegionSample).mask.length;
  return {
    allLesionDice: meanDice(new Uint8Array(pixels).fill(1)),
    meanMaskDice: train.length === 0 ? NaN : meanDice(meanMaskBaseline(train.map(({ mask }) => mask))),
  };
}

function nothingToMeasure({ part }: EvaluateJob, dataset: Dataset, study: string): SiteError {
  const { train, validation, test, refused, skippedEmptyMasks } = dataset;
  const counts = `train ${train.length}, validation ${validation.length}, test ${test.length}`;
  const leftOut = refused.length + skippedEmptyMasks;
  return new SiteError(
    'nothing-to-measure',
    `There is no image to measure in the ${part} part of study ${study} (${counts}; ${leftOut} left out${refused[0] === undefined ? '' : `, for example: ${refused[0].message}`}). Choose another --part or --study, or check the folder.`,
    { train: train.length, validation: validation.length, test: test.length, leftOut },
  );
}

/** The seed of the run that made a model. */
export function seedOf({ seed }: Readonly<Record<string, string>>): number {
  return seed !== undefined && /^\d{1,15}$/.test(seed) ? Number(seed) : USUAL_SEED;
}
