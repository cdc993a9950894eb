import { basename, dirname, join, resolve } from 'node:path';
import type { GreyWindow } from '@mammofed/core';
import { boxOfRow, requireInsideImage } from './box.js';
import { DataFolder } from './data-folder.js';
import type { MaskPixels } from './decode.js';
import { isDicomFile } from './dicom/preamble.js';
import { MAX_DICOM_BYTES } from './dicom/limits.js';
import { readDicomInThread } from './dicom/shared-decoder.js';
import { ImagingError } from './errors.js';
import type { DataCase, Layout, RefusedCase, VoiWindow, CaseImage } from './layouts/layout.js';
import { openLayout } from './layouts/open-layout.js';
import { hasImagesFolder, listImages, maskName, type PairRecord } from './pairs-index.js';
import type { GreyPixels } from './pgm.js';
import { readImage, readMask, requireSameSize, vanished } from './read-pair.js';
import { boundingBox, cutRegion, needsWindow, placeOf, type Box, type RegionPlace } from './region.js';
import { requireRegionOptions } from './region-options.js';
import { windowed } from './window.js';

/** Where a region came from: the image's mask, the caller's box, the box in index.csv, or nowhere. */
export type RegionSource = 'mask' | 'box' | 'index' | 'whole-image';

/** An image to predict on, with its region at the model's size S. */
export interface PredictionInput extends RegionPlace {
  /** Name of the image's file. */
  readonly file: string;
  readonly patient: string;
  readonly regionSource: RegionSource;
  /** For the network, shape (S, S); as `Region`. */
  readonly image: Float32Array;
  /** For a person, shape (S, S). */
  readonly display: Uint8Array;
  /** The reference, shape (S, S), 0 or 1; null without a mask. */
  readonly mask: Uint8Array | null;
  /** The whole image for a person, shape (imageHeight, imageWidth): its 8-bit values, or windowed by all its pixels. */
  readonly fullDisplay: Uint8Array;
  /** The reference in the whole image, 0 or 1; null without a mask. */
  readonly fullMask: Uint8Array | null;
  /** The whole image as it was read. */
  readonly whole: Pick<CaseImage, 'pixels' | 'voi'>;
}

export type PredictionOutcome =
  | { readonly kind: 'input'; readonly input: PredictionInput }
  | { readonly kind: 'refused'; readonly refused: RefusedCase };

interface LayoutSource {
  readonly dir: string;
  readonly layout: Layout;
}

export interface PredictionOptions {
  /** S: side of the square regions, pixels, 8..1024. */
  readonly size: number;
  /** Added to a region that comes from a mask; a box is the region as it is given. */
  readonly marginFraction: number;
  readonly window: GreyWindow;
  /** The region of every image without a mask, in the image's pixels. */
  readonly box?: Box;
}

/**
 * A folder (images/ with or without masks/ and index.csv, or images alone), a folder in a layout, or one image's file.
 */
export type PredictionSource =
  { readonly dir: string; readonly layout?: undefined } | LayoutSource | { readonly file: string };

/**
 * Reads images to predict on, one at a time, because whole mammograms are large. The region of each is the bounding
 * box of its mask with the margin, if there is a mask that marks anything; else `box`; else the box in index.csv; else
 * the whole image. A file in a folder named images has the masks/ and index.csv beside that folder.
 * A layout's images are those that it lists; its masks are the references.
 * @returns in the order of file names; an image that cannot be used is refused with its reason and the others go on.
 * @throws ImagingError `missing-folder` (also without any image), `missing-file`, `bad-index`, `duplicate-file`,
 * `unsafe-path` if the folder is not in order; `bad-argument`.
 */
export async function* loadPredictionInputs(
  options: PredictionOptions & PredictionSource,
): AsyncGenerator<PredictionOutcome, void> {
  requireRegionOptions(options);
  if ('layout' in options && options.layout !== undefined) {
    yield* layoutInputs(options.dir, options.layout, options);
    return;
  }
  if ('file' in options && (await isDicomFile(options.file))) {
    const file = basename(options.file);
    yield attempt(file, () => dicomInput(options.file, file, options));
    return;
  }
  const { folder, imagesName, records } = await sourceOf(options);
  for (const record of records) {
    const { file } = record;
    yield attempt(file, async () => {
      const name = `${imagesName}${file}`;
      const pixels = await readImage(folder, record.imagePath, name);
      const reference = await referenceOf(folder, imagesName, record, pixels);
      const box = options.box ?? boxOfRow(record.columns, file);
      const boxSource = options.box === undefined ? 'index' : 'box';
      return inputOf({ ...record, name, pixels, reference, voi: null, box, boxSource }, options);
    });
  }
}

async function* layoutInputs(
  dir: string,
  layout: Layout,
  options: PredictionOptions,
): AsyncGenerator<PredictionOutcome, void> {
  const { cases, refused } = await openLayout(dir, layout);
  const found = [
    ...cases.map((one) => ({ file: one.file, outcome: () => attempt(one.file, () => caseInput(one, options)) })),
    ...refused.map((one) => ({ file: one.file, outcome: async () => ({ kind: 'refused' as const, refused: one }) })),
  ];
  for (const { outcome } of found.sort((a, b) => (a.file < b.file ? -1 : 1))) yield outcome();
}

async function dicomInput(path: string, file: string, options: PredictionOptions): Promise<PredictionInput> {
  const folder = await DataFolder.open(dirname(resolve(path)));
  const bytes = await folder.read(resolve(path), file, MAX_DICOM_BYTES, 'bad-dicom');
  const { pixels, voi } = await readDicomInThread(bytes, file);
  const image = { file, patient: file, name: file, pixels, reference: null, voi, box: options.box ?? null };
  return inputOf({ ...image, boxSource: 'box' }, options);
}

async function caseInput(one: DataCase, options: PredictionOptions): Promise<PredictionInput> {
  const { pixels, mask, voi } = await one.read();
  const { file, patient } = one;
  const box = options.box ?? null;
  return inputOf({ file, patient, name: file, pixels, reference: mask, voi, box, boxSource: 'box' }, options);
}

async function attempt(file: string, read: () => Promise<PredictionInput>): Promise<PredictionOutcome> {
  try {
    return { kind: 'input', input: await read() };
  } catch (error) {
    if (!(error instanceof ImagingError)) throw error;
    const { code, message } = error;
    return { kind: 'refused', refused: { file, code, message } };
  }
}

async function sourceOf(source: { readonly dir: string } | { readonly file: string }) {
  if ('dir' in source) {
    const folder = await DataFolder.open(source.dir);
    const imagesName = (await hasImagesFolder(folder)) ? 'images/' : '';
    const records = await listImages(folder, imagesName);
    if (records.length > 0) return { folder, imagesName, records };
    throw new ImagingError(
      'missing-folder',
      `There are no images (png, jpg, jpeg, pgm) in ${join(source.dir, imagesName)}. Check the path, or name the layout with --layout.`,
    );
  }
  const file = resolve(source.file);
  const parent = dirname(file);
  const isInImages = basename(parent) === 'images';
  const folder = await DataFolder.open(isInImages ? dirname(parent) : parent);
  const imagesName = isInImages ? 'images/' : '';
  const records = (await listImages(folder, imagesName)).filter((record) => record.file === basename(file));
  if (records.length > 0) return { folder, imagesName, records };
  throw new ImagingError(
    'missing-file',
    `${source.file} is not there, or no image by its name (png, jpg, jpeg, pgm). Check the path.`,
  );
}

/** An image that was read, and where its region may come from. */
interface ReadImage {
  readonly file: string;
  readonly patient: string;
  /** How a person knows it. */
  readonly name: string;
  readonly pixels: GreyPixels;
  readonly reference: MaskPixels | null;
  readonly voi: VoiWindow | null;
  /** Of an image without a reference; null: the whole image. */
  readonly box: Box | null;
  readonly boxSource: 'box' | 'index';
}

function inputOf(
  { file, patient, name, pixels, reference, voi, box, boxSource }: ReadImage,
  { size, marginFraction, window }: PredictionOptions,
): PredictionInput {
  const { width, height, grey } = pixels;
  const marked = reference === null ? null : boundingBox(reference);
  const [regionSource, place] = ((): [RegionSource, RegionPlace] => {
    if (marked !== null) return ['mask', placeOf(marked, marginFraction, width, height)];
    if (box === null)
      return ['whole-image', placeOf({ left: 0, top: 0, right: width, bottom: height }, 0, width, height)];
    requireInsideImage(box, name, width, height);
    return [boxSource, placeOf(box, 0, width, height)];
  })();
  const mask = reference?.mask ?? new Uint8Array(grey.length);
  const region = cutRegion(pixels, { mask }, place.box, size, window, voi);
  if (marked !== null && !region.mask.includes(1)) throw vanished(file, size);
  return {
    ...{ file, patient, regionSource },
    ...place,
    ...region,
    mask: reference === null ? null : region.mask,
    fullDisplay: fullDisplayOf(grey, window, voi),
    fullMask: reference?.mask ?? null,
    whole: { pixels, voi },
  };
}

function fullDisplayOf(grey: GreyPixels['grey'], window: GreyWindow, voi: VoiWindow | null): Uint8Array {
  if (grey instanceof Uint8Array && !needsWindow(grey, window, voi)) return grey;
  return Uint8Array.from(windowed(grey, window, voi), Math.round);
}

async function referenceOf(
  folder: DataFolder,
  imagesName: string,
  { file, maskPath }: PairRecord,
  pixels: GreyPixels,
): Promise<MaskPixels | null> {
  // Images alone have no masks/: a folder of that name beside them would not be of this layout.
  if (imagesName === '' || !(await folder.has(maskPath))) return null;
  const maskFile = `masks/${maskName(file)}`;
  const mask = await readMask(folder, maskPath, maskFile);
  requireSameSize(pixels, `${imagesName}${file}`, mask, maskFile);
  return mask;
}
