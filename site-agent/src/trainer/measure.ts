import { bootstrapInterval, type SubsetFigures } from '@mammofed/core';
import type { PatientKey, PatientKeys } from '@mammofed/imaging';
import { maskMetrics, summarize, type CompiledPredictor, type MaskMetrics } from '@mammofed/learning';
import type { MeasuredFigures } from '../policy/what-leaves.js';

/** What is measured on: an image's region with its reference, as RegionSample of libs/imaging has it. */
export interface MeasuredSample {
  readonly file: string;
  readonly patient: string;
  /** For the network, shape (S, S). */
  readonly image: Float32Array;
  /** The reference, shape (S, S), 0 or 1. */
  readonly mask: Uint8Array;
  /** The lesion's region is cut by the image's border. */
  readonly touchesEdge: boolean;
}

/**
 * One image's figures. They stay at the site. The patient is as the data have it: intervals repeat because patients are drawn
 * in the order of their identifiers.
 */
export interface ImageRow extends MaskMetrics {
  readonly file: string;
  readonly patient: string;
  readonly touchesEdge: boolean;
  /** Marked area of the reference, as a fraction of the region. */
  readonly referenceArea: number;
  /** Marked area of the prediction, as a fraction of the region. */
  readonly predictedArea: number;
  /** The image's place in the measured set. */
  readonly index: number;
}

/** A row as it is written down: without its place in the set, and with the patient's key in place of the patient. */
export type ListedFigures = Omit<ImageRow, 'index' | 'patient'> & { readonly patientKey: PatientKey };

/** What `evaluation.json` and `images.csv` say of an image, in their order. */
export const IMAGE_COLUMNS = [
  'file',
  'patientKey',
  'touchesEdge',
  'dice',
  'sensitivity',
  'specificity',
  'accuracy',
  'referenceArea',
  'predictedArea',
] as const satisfies readonly (keyof ListedFigures)[];

export function listedFigures(row: ImageRow, keys: PatientKeys): ListedFigures {
  const listed = { ...row, patientKey: keys.of(row.patient) };
  return Object.fromEntries(IMAGE_COLUMNS.map((column) => [column, listed[column]])) as unknown as ListedFigures;
}

/** A measured set: row i and prediction i belong to sample i. */
export interface Measurement {
  readonly rows: readonly ImageRow[];
  /** Predicted masks, shape (S, S) each, 0 or 1. */
  readonly predictions: readonly Uint8Array[];
}

export interface MeasureOptions {
  readonly samples: readonly MeasuredSample[];
  /** With the weights that are measured loaded. */
  readonly predictor: Pick<CompiledPredictor, 'predict'>;
  /** Regions that are predicted at a time; no more than the predictor was compiled for. */
  readonly batchSize: number;
  /** S, pixels. */
  readonly size: number;
  /** Called before each batch: lets messages in between, and throws if nobody wants the result any more. */
  readonly breathe?: () => Promise<void>;
  /** Called with how many images are done, before each batch and at the end. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What two masks that never look at an image reach on the same set; see HeldDataset. */
export interface Baselines {
  readonly allLesionDice: number;
  readonly meanMaskDice: number;
}

/** A pixel belongs to the mass if the network finds that at least as likely as not. */
const THRESHOLD = 0.5;

/**
 * Predicts every sample and compares with its reference.
 * @throws LearningError; what `breathe` throws.
 */
export async function measure(options: MeasureOptions): Promise<Measurement> {
  const { samples, predictor, batchSize, size, breathe, onProgress } = options;
  const pixels = size * size;
  const rows: ImageRow[] = [];
  const predictions: Uint8Array[] = [];
  for (let start = 0; start < samples.length; start += batchSize) {
    await breathe?.();
    onProgress?.(start, samples.length);
    const batch = samples.slice(start, start + batchSize);
    const probabilities = await predictor.predict(stacked(batch, pixels));
    for (const [i, sample] of batch.entries()) {
      const predicted = thresholded(probabilities.subarray(i * pixels, (i + 1) * pixels));
      predictions.push(predicted);
      rows.push(rowOf(sample, predicted, start + i));
    }
  }
  onProgress?.(samples.length, samples.length);
  return { rows, predictions };
}

/**
 * The mask that probabilities stand for.
 * @returns a new array as long, 0 or 1.
 */
export function thresholded(probabilities: Float32Array): Uint8Array {
  return Uint8Array.from(probabilities, (probability) => (probability >= THRESHOLD ? 1 : 0));
}

function rowOf({ file, patient, touchesEdge, mask }: MeasuredSample, predicted: Uint8Array, index: number): ImageRow {
  return {
    file,
    patient,
    touchesEdge,
    ...maskMetrics(predicted, mask),
    referenceArea: markedFraction(mask),
    predictedArea: markedFraction(predicted),
    index,
  };
}

/**
 * The figures of a measured set but for its outlines and lesions, nothing withheld yet.
 * @param rows - one at least.
 * @param seed - of the interval's resampling: equal seeds and rows give equal intervals.
 * @throws LearningError `no-values` if there are no rows.
 */
export function figuresOf(
  rows: readonly ImageRow[],
  baselines: Baselines,
  seed: number,
): Omit<MeasuredFigures, 'segmentation'> {
  return {
    n: rows.length,
    patientCount: new Set(rows.map(({ patient }) => patient)).size,
    dice: summarize(rows.map(({ dice }) => dice)),
    sensitivity: summarize(rows.map(({ sensitivity }) => sensitivity)),
    specificity: summarize(rows.map(({ specificity }) => specificity)),
    accuracy: summarize(rows.map(({ accuracy }) => accuracy)),
    allLesionDice: baselines.allLesionDice,
    meanMaskDice: baselines.meanMaskDice,
    diceInterval: bootstrapInterval({
      values: rows.map(({ dice }) => dice),
      groups: rows.map(({ patient }) => patient),
      seed,
    }),
    edge: subsetOf(rows.filter(({ touchesEdge }) => touchesEdge)),
    central: subsetOf(rows.filter(({ touchesEdge }) => !touchesEdge)),
  };
}

function subsetOf(rows: readonly ImageRow[]): SubsetFigures | null {
  return rows.length === 0 ? null : { n: rows.length, dice: summarize(rows.map(({ dice }) => dice)).mean };
}

function markedFraction(mask: Uint8Array): number {
  let marked = 0;
  for (const value of mask) if (value !== 0) marked++;
  return marked / mask.length;
}

function stacked(samples: readonly MeasuredSample[], pixels: number): Float32Array {
  const images = new Float32Array(samples.length * pixels);
  samples.forEach(({ image }, i) => images.set(image, i * pixels));
  return images;
}
