import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { decodeModelFile } from '@mammofed/core';
import {
  fullOverlayPng,
  loadPredictionInputs,
  maskPng,
  openLayout,
  placeMask,
  type Layout,
  type PredictionInput,
  type PredictionSource,
  type RegionSource,
} from '@mammofed/imaging';
import { CompiledPredictor } from '@mammofed/learning';
import { thresholded } from '../trainer/measure.js';
import type { PredictJob } from './jobs.js';
import type { Listener } from './messages.js';
import { complete, describeModel, specOf } from './model-metadata.js';
import { OutputFolder } from './output-folder.js';

/** An image with what was written for it. */
export interface PredictedImage {
  readonly file: string;
  readonly regionSource: RegionSource;
  /** The region, in the image's pixels. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** In the mask, at the image's size. */
  readonly markedPixels: number;
  /** Names in the folder for results. */
  readonly mask: string;
  readonly overlay: string;
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
        const marked = thresholded(await predictor.predict(outcome.input.image));
        predicted.push(await writePrediction(output, outcome.input, marked, size));
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
  return { source: { dir: path }, images, inputs };
}

async function writePrediction(
  output: OutputFolder,
  input: PredictionInput,
  regionMask: Uint8Array,
  size: number,
): Promise<PredictedImage> {
  const { file, regionSource, box, imageWidth, imageHeight, fullDisplay, fullMask } = input;
  const full = placeMask(regionMask, size, box, imageWidth, imageHeight);
  const names = outputNames(file);
  await output.write(names.mask, await maskPng(full, imageWidth, imageHeight));
  const overlay = await fullOverlayPng({
    display: fullDisplay,
    width: imageWidth,
    height: imageHeight,
    reference: fullMask,
    predictions: [{ name: 'prediction', mask: full }],
    box,
  });
  await output.write(names.overlay, overlay);
  return {
    file,
    regionSource,
    box: { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top },
    markedPixels: full.reduce((sum, value) => sum + value, 0),
    ...names,
  };
}

function outputNames(file: string): { readonly mask: string; readonly overlay: string } {
  // Some layouts name images by paths, or by folders without an ending.
  const stem = file.slice(0, file.length - extname(file).length).replaceAll('/', '_');
  return { mask: `${stem}-mask.png`, overlay: `${stem}-overlay.png` };
}

/** Two images of one own name would share their results; file systems may take A and a for the same. */
function ownName(file: string): string {
  return outputNames(file).mask.toLowerCase();
}

function sameName(file: string, owner: string): { file: string; code: string; message: string } {
  const message = `${file} and ${owner} would share ${outputNames(file).mask}. Rename one of them.`;
  return { file, code: 'duplicate-file', message };
}
