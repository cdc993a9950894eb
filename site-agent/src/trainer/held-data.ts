import { canonicalJson, type RunConfig } from '@mammofed/core';
import { loadRegionDataset, type Dataset, type RegionSample } from '@mammofed/imaging';
import { maskMetrics, meanMaskBaseline, summarize } from '@mammofed/learning';
import type { DataSource } from './trainer-messages.js';

/** A data set in memory, with what is measured of it once. */
export interface HeldDataset extends Dataset {
  /** Mean Dice over the test masks of marking every pixel. */
  readonly allLesionDice: number;
  /** Mean Dice over the test masks of the thresholded mean training mask. */
  readonly meanMaskDice: number;
}

/** Most refused pairs that are named on the terminal. */
const NAMED_REFUSALS = 10;

/** Keeps the data set of the last task: a site trains on the same images round after round. */
export class DataHolder {
  #held: { readonly key: string; readonly dataset: HeldDataset } | null = null;

  /**
   * @param notice - gets words for the terminal when the folder is read; they name files.
   * @throws ImagingError as `loadRegionDataset`.
   */
  async get(source: DataSource, config: RunConfig, notice: (text: string) => void): Promise<HeldDataset> {
    const { size } = config.model;
    const { marginFraction, window } = config.preprocessing;
    const key = canonicalJson({ source, study: config.study, size, marginFraction, window });
    if (this.#held?.key === key) return this.#held.dataset;
    // Two sets need not fit into memory at a time.
    this.#held = null;
    const dataset = await loadRegionDataset({
      dir: source.dir,
      layout: source.layout ?? undefined,
      study: config.study,
      size,
      marginFraction,
      window,
      ...(source.permuteImagesSeed === null ? {} : { permuteImagesSeed: source.permuteImagesSeed }),
    });
    for (const line of describe(dataset)) notice(line);
    const held = { ...dataset, train: dataset.train.map(inSharedMemory), ...baselinesOf(dataset) };
    this.#held = { key, dataset: held };
    return held;
  }
}

/** The thread that makes batches reads the same memory. */
function inSharedMemory(sample: RegionSample): RegionSample {
  const image = new Float32Array(new SharedArrayBuffer(sample.image.byteLength));
  const mask = new Uint8Array(new SharedArrayBuffer(sample.mask.byteLength));
  image.set(sample.image);
  mask.set(sample.mask);
  return { ...sample, image, mask };
}

function baselinesOf({ train, test }: Dataset): Pick<HeldDataset, 'allLesionDice' | 'meanMaskDice'> {
  const meanMask = meanMaskBaseline(train.map(({ mask }) => mask));
  const everything = new Uint8Array(meanMask.length).fill(1);
  const meanDice = (predicted: Uint8Array): number =>
    summarize(test.map(({ mask }) => maskMetrics(predicted, mask).dice)).mean;
  return { allLesionDice: meanDice(everything), meanMaskDice: meanDice(meanMask) };
}

function describe({ train, validation, test, refused, flagged, skippedEmptyMasks, unlistedImages }: Dataset): string[] {
  const lines = [
    `images: ${train.length} to train on, ${validation.length} for validation, ${test.length} for the test`,
  ];
  if (skippedEmptyMasks > 0) lines.push(`left out: ${skippedEmptyMasks} with an empty mask`);
  if (unlistedImages > 0) lines.push(`left out: ${unlistedImages} that the folder's index does not list`);
  for (const [message, count] of countedFlags(flagged)) lines.push(`of ${count} images: ${message}`);
  for (const { message } of refused.slice(0, NAMED_REFUSALS)) lines.push(`left out: ${message}`);
  if (refused.length > NAMED_REFUSALS)
    lines.push(`left out: ${refused.length - NAMED_REFUSALS} more that cannot be used`);
  return lines;
}

/** How many images each flag was given to, in the order of first images. */
function countedFlags(flagged: Dataset['flagged']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { message } of flagged) counts.set(message, (counts.get(message) ?? 0) + 1);
  return counts;
}
