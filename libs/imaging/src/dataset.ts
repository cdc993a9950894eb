import type { GreyWindow } from '@mammofed/core';
import { DataFolder } from './data-folder.js';
import { ImagingError, type ImagingErrorCode } from './errors.js';
import { factsOfRow } from './index-facts.js';
import { MIN_IMAGES_PER_PART } from './limits.js';
import { listPairs, maskName, type PairRecord } from './pairs-index.js';
import { permuteImages } from './permute.js';
import { readImage, readMask, requireSameSize, vanished } from './read-pair.js';
import { requireRegionOptions } from './region-options.js';
import { boundingBox, cutRegion, placeOf, type Region, type RegionPlace, type RegionSample } from './region.js';
import { splitPart, type SplitPart } from './split.js';

/** A pair that is not used, with what is wrong and what to do, in words for a person at the hospital. */
export interface RefusedPair {
  readonly file: string;
  readonly code: ImagingErrorCode;
  readonly message: string;
}

/** A folder's regions by split part, each part in the order of file names, and what was left out. */
export interface Dataset {
  readonly train: RegionSample[];
  readonly validation: RegionSample[];
  readonly test: RegionSample[];
  /** Pairs whose mask marks nothing: there is no region to cut. */
  readonly skippedEmptyMasks: number;
  /** Images that an existing index.csv does not list. */
  readonly unlistedImages: number;
  readonly refused: RefusedPair[];
}

export interface RegionDatasetOptions {
  /** Folder in the pairs layout; see `readPairsIndex`. */
  readonly dir: string;
  /** The study's identifier: decides the split together with the patient. */
  readonly study: string;
  /** S: side of the square regions, pixels, 8..1024. */
  readonly size: number;
  /** Added on each side of the mask's bounding box, as a fraction of its width and height; 0..1, the paper's is 0.1. */
  readonly marginFraction: number;
  /** How images deeper than 8 bits become 8 bits. */
  readonly window: GreyWindow;
  /** Fewest images of each part, 0 or more; 5 unless given. Below it nothing measured may leave a site. */
  readonly fewestPerPart?: number;
  /** Given: the control in which images are exchanged between patients; see `permuteImages`. */
  readonly permuteImagesSeed?: number;
}

/** Pairs decoded at a time: enough to keep two cores busy, few enough for the memory of full-size mammograms. */
const PAIRS_AT_A_TIME = 4;

/**
 * Loads every pair of a folder as mass regions: bounding box of the whole mask, margin, 8-bit window, resized to S.
 * A pair that cannot be used is left out and reported in `refused`; the others are loaded.
 * @throws ImagingError `too-few-examples` if train, validation or test has fewer images than `fewestPerPart`; as `readPairsIndex` if
 * the folder or its index is not in order; `bad-argument`.
 */
export async function loadRegionDataset(options: RegionDatasetOptions): Promise<Dataset> {
  const { study, permuteImagesSeed, fewestPerPart = MIN_IMAGES_PER_PART } = options;
  requireRegionOptions(options);
  const folder = await DataFolder.open(options.dir);
  const { records, unlistedImages } = await listPairs(folder);
  const outcomes = await mapInOrder(records, PAIRS_AT_A_TIME, (record) => loadPair(folder, record, options));

  const parts: Record<SplitPart, RegionSample[]> = { train: [], validation: [], test: [] };
  const refused: RefusedPair[] = [];
  let skippedEmptyMasks = 0;
  for (const outcome of outcomes) {
    if (outcome.kind === 'sample') parts[splitPart(study, outcome.sample.patient)].push(outcome.sample);
    else if (outcome.kind === 'refused') refused.push(outcome.pair);
    else skippedEmptyMasks++;
  }
  requireEnough(parts, refused, skippedEmptyMasks, fewestPerPart);
  const finish = (samples: RegionSample[]): RegionSample[] =>
    permuteImagesSeed === undefined ? samples : permuteImages(samples, permuteImagesSeed);
  return {
    train: finish(parts.train),
    validation: finish(parts.validation),
    test: finish(parts.test),
    skippedEmptyMasks,
    unlistedImages,
    refused,
  };
}

type PairOutcome =
  | { readonly kind: 'sample'; readonly sample: RegionSample }
  | { readonly kind: 'empty-mask' }
  | { readonly kind: 'refused'; readonly pair: RefusedPair };

type CutOptions = Pick<RegionDatasetOptions, 'size' | 'marginFraction' | 'window'>;

async function loadPair(folder: DataFolder, record: PairRecord, options: CutOptions): Promise<PairOutcome> {
  try {
    const region = await readRegion(folder, record, options);
    if (region === null) return { kind: 'empty-mask' };
    return {
      kind: 'sample',
      sample: { file: record.file, patient: record.patient, facts: factsOfRow(record.columns), ...region },
    };
  } catch (error) {
    if (!(error instanceof ImagingError)) throw error;
    return { kind: 'refused', pair: { file: record.file, code: error.code, message: error.message } };
  }
}

async function readRegion(
  folder: DataFolder,
  record: PairRecord,
  { size, marginFraction, window }: CutOptions,
): Promise<(Region & RegionPlace) | null> {
  const imageName = `images/${record.file}`;
  const maskFile = `masks/${maskName(record.file)}`;
  if (!(await folder.has(record.maskPath))) {
    throw new ImagingError('missing-mask', `${imageName} has no ${maskFile}. Add the mask or remove the image.`);
  }
  const pixels = await readImage(folder, record.imagePath, imageName);
  const mask = await readMask(folder, record.maskPath, maskFile);
  requireSameSize(pixels, imageName, mask, maskFile);
  const box = boundingBox(mask);
  if (box === null) return null;
  const place = placeOf(box, marginFraction, mask.width, mask.height);
  const region = cutRegion(pixels, mask, place.box, size, window);
  if (!region.mask.includes(1)) throw vanished(maskFile, size);
  return { ...region, ...place };
}

/** Most refused files that the message of `too-few-examples` names. */
const NAMED_REFUSALS = 10;

function requireEnough(
  parts: Record<SplitPart, RegionSample[]>,
  refused: readonly RefusedPair[],
  skippedEmptyMasks: number,
  fewest: number,
): void {
  const counts = { train: parts.train.length, validation: parts.validation.length, test: parts.test.length };
  if (Object.values(counts).every((count) => count >= fewest)) return;
  const named = refused.slice(0, NAMED_REFUSALS).map(({ file, code }) => `${file} (${code})`);
  if (refused.length > named.length) named.push(`${refused.length - named.length} more`);
  const parted = `train ${counts.train}, validation ${counts.validation}, test ${counts.test}`;
  throw new ImagingError(
    'too-few-examples',
    `Too few usable images: ${parted}; each part needs at least ${fewest}. ` +
      (refused.length > 0 ? `Refused: ${named.join(', ')}. ` : '') +
      (skippedEmptyMasks > 0 ? `Empty masks: ${skippedEmptyMasks}. ` : '') +
      'Add patients to the folder' +
      (refused.length > 0 ? ' or repair the refused files.' : '.'),
    { ...counts, refused: refused.length, skippedEmptyMasks },
  );
}

/** Maps with at most `limit` calls under way; results in the order of the items. */
async function mapInOrder<T, R>(items: readonly T[], limit: number, map: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const i = next++;
      results[i] = await map(items[i]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
