import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { decodeModelFile } from '@mammofed/core';
import {
  encodeSecondaryCapture,
  encodeSegmentation,
  fullOverlayPng,
  ImagingError,
  isDicomFile,
  loadPredictionInputs,
  maskPng,
  openLayout,
  pictureOf,
  placeMask,
  type DerivedBy,
  type Layout,
  type PredictionInput,
  type PredictionSource,
  type RegionSource,
  type WholeMammogramOptions,
} from '@mammofed/imaging';
import { CompiledPredictor } from '@mammofed/learning';
import { thresholded } from '../trainer/measure.js';
import { detect, type Detection } from './detect.js';
import type { PredictJob } from './jobs.js';
import type { Listener } from './messages.js';
import { complete, describeModel, specOf } from './model-metadata.js';
import { OutputFolder } from './output-folder.js';

/** An image with what was written for it. */
export interface PredictedImage {
  readonly file: string;
  readonly regionSource: RegionSource | 'whole-mammogram';
  /** The region, in the image's pixels. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** In the mask, at the image's size. */
  readonly markedPixels: number;
  /** Names in the folder for results. */
  readonly mask: string;
  readonly overlay: string;
  /** Of a DICOM image: its segmentation and its overlay as DICOM objects. */
  readonly dicom: { readonly segmentation: string; readonly secondaryCapture: string } | null;
  /** Places that were marked, the most likely first; null unless the whole image was searched. */
  readonly detections: readonly Detection[] | null;
}

export interface PredictionResult {
  readonly modelSha256: string;
  readonly out: string;
  readonly images: readonly PredictedImage[];
  readonly failed: readonly { readonly file: string; readonly code: string; readonly message: string }[];
}

const IMAGE_NAME = /\.(png|jpg|jpeg|pgm)$/i;

/**
 * Writes a mask and an overlay at its own size for every image. One that cannot be used is listed and the others go on.
 * @throws SiteError `missing-model-metadata` | as `OutputFolder`; ImagingError if the folder is not in order; CoreError
 * `bad-model-file`; LearningError.
 */
export async function predictImages(job: PredictJob, listener: Listener): Promise<PredictionResult> {
  const { tensors, metadata } = decodeModelFile(await readFile(job.modelPath));
  const described = complete(describeModel(metadata, job.described), [
    'name',
    'width',
    'size',
    'marginFraction',
    'window',
  ]);
  const { size, marginFraction, window } = described;
  const output = await OutputFolder.open({ dir: job.out, force: job.force });
  const { source, images, inputs } = await sourceOf(job.in, job.layout);
  await output.claim(
    images.flatMap((file) => Object.values(outputNames(file))),
    inputs,
  );
  const box = job.box === null ? {} : { box: job.box };
  // One image at a time: a whole mammogram is large, and the network is not what takes the time.
  const predictor = await CompiledPredictor.create({ spec: specOf(described), batchSize: 1, threads: job.threads });
  try {
    predictor.load(tensors);
    const predicted: PredictedImage[] = [];
    const failed: { file: string; code: string; message: string }[] = [];
    const owners = new Map<string, string>();
    for await (const outcome of loadPredictionInputs({ ...source, size, marginFraction, window, ...box })) {
      const file = outcome.kind === 'input' ? outcome.input.file : outcome.refused.file;
      const owner = owners.get(ownName(file));
      owners.set(ownName(file), owner ?? file);
      if (outcome.kind === 'refused') {
        // With --force: a result of an earlier time would pass for one of this image.
        if (owner === undefined) for (const name of Object.values(outputNames(file))) await output.remove(name);
        failed.push(outcome.refused);
      } else if (owner !== undefined) failed.push(sameName(file, owner));
      else {
        const found = await markedIn(outcome.input, job.whole, { size, window }, predictor);
        const source = await dicomSourceOf(job.in, file);
        const by = { modelSha256: job.modelSha256, version: job.version, atMs: Date.now() };
        predicted.push(await writePrediction(output, outcome.input, found, source, by));
      }
      const done = predicted.length + failed.length;
      listener.progress('predicting', done, Math.max(done, images.length));
    }
    return { modelSha256: job.modelSha256, out: output.root, images: predicted, failed };
  } finally {
    await predictor.dispose();
  }
}

/** What is read: where, the names of the images, and every file that must not be replaced. */
async function sourceOf(
  path: string,
  layout: Layout | undefined,
): Promise<{
  readonly source: PredictionSource;
  readonly images: readonly string[];
  readonly inputs: readonly string[];
}> {
  if (layout !== undefined) {
    const { cases, refused } = await openLayout(path, layout);
    // What of the folder is read, its layout alone knows.
    const names = await readdir(path, { recursive: true });
    return {
      source: { dir: path, layout },
      images: [...cases, ...refused].map(({ file }) => file),
      inputs: names.map((name) => join(path, name)),
    };
  }
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const parent = isFolder ? path : dirname(path);
  const root = !isFolder && basename(parent) === 'images' ? dirname(parent) : parent;
  const folders = [root, join(root, 'images'), join(root, 'masks')];
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(folder).catch(() => [])).map((name) => join(folder, name))),
  );
  const inputs = files.flat();
  if (!isFolder) return { source: { file: path }, images: [basename(path)], inputs };
  const [alone = [], inImages = []] = files;
  const candidates = alone.includes(join(root, 'images')) ? inImages : alone;
  const images = candidates.map((file) => basename(file)).filter((name) => IMAGE_NAME.test(name));
  // A folder of DICOM objects, say: what it is, its names say.
  if (images.length === 0 && !alone.includes(join(root, 'images'))) {
    const listing = await openLayout(path).catch((error: unknown) => {
      // What a folder without images is told says more.
      if (error instanceof ImagingError && error.code === 'unknown-layout') return null;
      throw error;
    });
    if (listing !== null && listing.cases.length > 0) return sourceOf(path, listing.layout);
  }
  return { source: { dir: path }, images, inputs };
}

interface Found {
  /** At the image's size. */
  readonly mask: Uint8Array;
  readonly detections: readonly Detection[] | null;
}

async function markedIn(
  input: PredictionInput,
  whole: PredictJob['whole'],
  { size, window }: Pick<WholeMammogramOptions, 'size' | 'window'>,
  predictor: CompiledPredictor,
): Promise<Found> {
  const predict = (image: Float32Array): Promise<Float32Array> => predictor.predict(image);
  if (whole !== null)
    return detect(input, { size, window, tileFraction: whole.tileFraction }, whole.threshold, predict);
  const region = thresholded(await predict(input.image));
  return { mask: placeMask(region, size, input.box, input.imageWidth, input.imageHeight), detections: null };
}

/** The bytes of an image's file, if it is a DICOM object. */
async function dicomSourceOf(path: string, file: string): Promise<Uint8Array | null> {
  for (const candidate of [join(path, file), path]) {
    if (await isDicomFile(candidate)) return new Uint8Array(await readFile(candidate));
  }
  return null;
}

async function writePrediction(
  output: OutputFolder,
  input: PredictionInput,
  { mask: full, detections }: Found,
  source: Uint8Array | null,
  by: DerivedBy,
): Promise<PredictedImage> {
  const { file, regionSource, box, imageWidth, imageHeight, fullDisplay, fullMask } = input;
  const names = outputNames(file);
  await output.write(names.mask, await maskPng(full, imageWidth, imageHeight));
  const overlay = await fullOverlayPng({
    display: fullDisplay,
    width: imageWidth,
    height: imageHeight,
    reference: fullMask,
    predictions: [{ name: 'prediction', mask: full }],
    ...(detections === null ? { box } : {}),
  });
  await output.write(names.overlay, overlay);
  if (source !== null) {
    const mask = { width: imageWidth, height: imageHeight, mask: full };
    await output.write(names.segmentation, encodeSegmentation(source, file, mask, by));
    await output.write(names.secondaryCapture, encodeSecondaryCapture(source, file, await pictureOf(overlay), by));
  }
  const { segmentation, secondaryCapture, ...pictures } = names;
  return {
    file,
    regionSource: detections === null ? regionSource : 'whole-mammogram',
    box: { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top },
    markedPixels: full.reduce((sum, value) => sum + value, 0),
    ...pictures,
    dicom: source === null ? null : { segmentation, secondaryCapture },
    detections,
  };
}

function outputNames(file: string) {
  // Some layouts name images by paths, or by folders without an ending.
  const stem = file.slice(0, file.length - extname(file).length).replaceAll('/', '_');
  return {
    mask: `${stem}-mask.png`,
    overlay: `${stem}-overlay.png`,
    segmentation: `${stem}-segmentation.dcm`,
    secondaryCapture: `${stem}-overlay.dcm`,
  };
}

/** Two images of one own name would share their results; file systems may take A and a for the same. */
function ownName(file: string): string {
  return outputNames(file).mask.toLowerCase();
}

function sameName(file: string, owner: string): { file: string; code: string; message: string } {
  const message = `${file} and ${owner} would share ${outputNames(file).mask}. Rename one of them.`;
  return { file, code: 'duplicate-file', message };
}
