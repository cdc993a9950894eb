import type { DataContract, GreyWindow } from '@mammofed/core';
import { duplicateFinder, type DataCounts } from './check/checked-case.js';
import { DATA_FINDINGS } from './check/findings.js';
import { inOrder, refusalOf, requireInOrder, type MeasuredCase } from './check/require-in-order.js';
import { ImagingError } from './errors.js';
import type { DataCase, DataFlag, Layout, PixelSpacing, RefusedCase } from './layouts/layout.js';
import { openLayout } from './layouts/open-layout.js';
import { MIN_IMAGES_PER_PART } from './limits.js';
import { permuteImages } from './permute.js';
import { vanished } from './read-pair.js';
import { requireRegionOptions } from './region-options.js';
import { boundingBox, cutRegion, placeOf, type Region, type RegionPlace, type RegionSample } from './region.js';
import { splitPart, type SplitPart } from './split.js';

/** What is noteworthy about an image that is used. */
export interface FlaggedImage extends DataFlag {
  readonly file: string;
}

/** A folder's regions by split part, each part in the order of file names, and what was left out. */
export interface Dataset {
  readonly train: RegionSample[];
  readonly validation: RegionSample[];
  readonly test: RegionSample[];
  /** Images whose mask marks nothing: there is no region to cut. */
  readonly skippedEmptyMasks: number;
  /** Images that the folder's own index does not list. */
  readonly unlistedImages: number;
  /** In the order of file names. */
  readonly refused: RefusedCase[];
  /** In the order of file names; of images that are used. */
  readonly flagged: FlaggedImage[];
}

export interface RegionDatasetOptions {
  readonly dir: string;
  /** How the folder is laid out; recognised if it is not given. */
  readonly layout?: Layout | undefined;
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
  /** Given: every image is held to it, and all of them together; see `checkData`. */
  readonly contract?: DataContract | undefined;
  /** Given: the control in which images are exchanged between patients; see `permuteImages`. */
  readonly permuteImagesSeed?: number;
}

/** Images decoded at a time: enough to keep two cores busy, few enough for the memory of full-size mammograms. */
const IMAGES_AT_A_TIME = 4;

/**
 * Loads every image of a folder as a mass region: bounding box of the whole mask, margin, 8-bit window, resized to S. An
 * image that cannot be used is left out and reported in `refused`; the others are loaded.
 * @throws ImagingError `too-few-examples` if train, validation or test has fewer images than `fewestPerPart`; as
 * `openLayout` if the folder or its index is not in order; `bad-argument`.
 */
export async function loadRegionDataset(options: RegionDatasetOptions): Promise<Dataset> {
  const { study, permuteImagesSeed, fewestPerPart = MIN_IMAGES_PER_PART } = options;
  requireRegionOptions(options);
  const listing = await openLayout(options.dir, options.layout);
  const outcomes = await mapInOrder(listing.cases, IMAGES_AT_A_TIME, (one) => loadCase(one, options));

  const parts: Record<SplitPart, RegionSample[]> = { train: [], validation: [], test: [] };
  const refused = [...listing.refused];
  const flagged: FlaggedImage[] = [];
  let skippedEmptyMasks = 0;
  const duplicatesOf = duplicateFinder();
  const measured: MeasuredCase[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind === 'sample') {
      if (outcome.measured !== null) {
        const { checked } = outcome.measured;
        const [duplicate] = duplicatesOf(checked.case, checked.measures);
        if (duplicate !== undefined) {
          refused.push(refusalOf(checked.case.file, [duplicate]));
          continue;
        }
        measured.push(outcome.measured);
      }
      parts[splitPart(study, outcome.sample.patient)].push(outcome.sample);
      flagged.push(...outcome.flags.map((flag) => ({ file: outcome.sample.file, ...flag })));
    } else if (outcome.kind === 'refused') refused.push(outcome.refused);
    else skippedEmptyMasks++;
  }
  refused.sort((a, b) => (a.file < b.file ? -1 : 1));
  requireEnough(parts, refused, skippedEmptyMasks, fewestPerPart);
  if (options.contract !== undefined)
    requireInOrder(measured, countsOf(parts, refused, skippedEmptyMasks), options.contract);
  const finish = (samples: RegionSample[]): RegionSample[] =>
    permuteImagesSeed === undefined ? samples : permuteImages(samples, permuteImagesSeed);
  return {
    train: finish(parts.train),
    validation: finish(parts.validation),
    test: finish(parts.test),
    skippedEmptyMasks,
    unlistedImages: listing.unlistedImages,
    refused,
    flagged,
  };
}

type CaseOutcome =
  | {
      readonly kind: 'sample';
      readonly sample: RegionSample;
      readonly flags: readonly DataFlag[];
      /** Null where there is no contract. */
      readonly measured: MeasuredCase | null;
    }
  | { readonly kind: 'empty-mask' }
  | { readonly kind: 'refused'; readonly refused: RefusedCase };

type CutOptions = Pick<RegionDatasetOptions, 'size' | 'marginFraction' | 'window' | 'contract'>;

async function loadCase(one: DataCase, options: CutOptions): Promise<CaseOutcome> {
  const { file, patient } = one;
  try {
    const read = await readRegion(one, options);
    if (read === null) return { kind: 'empty-mask' };
    const { region, spacing, flags, measured } = read;
    return { kind: 'sample', sample: { file, patient, facts: one.facts, spacing, ...region }, flags, measured };
  } catch (error) {
    if (!(error instanceof ImagingError)) throw error;
    return { kind: 'refused', refused: { file, code: error.code, message: error.message } };
  }
}

/** The window `header` was asked for, and the image has none. */
const NO_HEADER_WINDOW: DataFlag = {
  code: 'no-header-window',
  message: "the image's header says no window, so that the region's percentiles were taken",
};

/** Overlap with a box or a circle, and distances from it, say little of the mass in it. */
function weakMask(maskKind: DataCase['maskKind']): DataFlag[] {
  if (maskKind !== 'box' && maskKind !== 'circle') return [];
  const message = `the finding is marked by a ${maskKind} and not outlined: every figure is of the ${maskKind}`;
  return [{ code: 'marked-by-shape', message }];
}

async function readRegion(
  one: DataCase,
  { size, marginFraction, window, contract }: CutOptions,
): Promise<{
  readonly region: Region & RegionPlace;
  readonly spacing: PixelSpacing | null;
  readonly flags: readonly DataFlag[];
  readonly measured: MeasuredCase | null;
} | null> {
  // Before anything is decoded: it may be the most of a hospital's images.
  const image = one.maskKind === 'none' ? null : await one.read();
  if (image === null || image.mask === null)
    throw new ImagingError('missing-mask', `${one.file} has no mask. Add the mask or remove the image.`);
  const { pixels, mask, voi, spacing, flags } = image;
  const box = boundingBox(mask);
  if (box === null) return null;
  const measured = contract === undefined ? null : inOrder(one, image, contract);
  const place = placeOf(box, marginFraction, mask.width, mask.height);
  const region = cutRegion(pixels, mask, place.box, size, window, voi);
  if (!region.mask.includes(1)) throw vanished(one.file, size);
  const findings = (measured?.checked.findings ?? []).map(({ code }) => ({
    code,
    message: DATA_FINDINGS[code].meaning,
  }));
  const isWithoutWindow = window.kind === 'header' && voi === null && pixels.grey instanceof Uint16Array;
  return {
    ...{ region: { ...region, ...place }, spacing, measured },
    flags: [...flags, ...findings, ...weakMask(one.maskKind), ...(isWithoutWindow ? [NO_HEADER_WINDOW] : [])],
  };
}

function countsOf(
  { train, validation, test }: Record<SplitPart, RegionSample[]>,
  refused: readonly RefusedCase[],
  emptyMasks: number,
): DataCounts {
  const samples = [...train, ...validation, ...test];
  return {
    images: samples.length + emptyMasks + refused.length,
    refusedImages: refused.length,
    emptyMasks,
    usableImages: samples.length,
    usablePatients: new Set(samples.map(({ patient }) => patient)).size,
    parts: { train: train.length, validation: validation.length, test: test.length },
  };
}

/** Most refused files that the message of `too-few-examples` names. */
const NAMED_REFUSALS = 10;

function requireEnough(
  parts: Record<SplitPart, RegionSample[]>,
  refused: readonly RefusedCase[],
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
