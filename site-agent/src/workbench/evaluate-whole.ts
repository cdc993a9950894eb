import { readFile } from 'node:fs/promises';
import { decodeModelFile } from '@mammofed/core';
import { ImagingError, openLayout, splitPart, type DataCase } from '@mammofed/imaging';
import { CompiledPredictor } from '@mammofed/learning';
import { SiteError } from '../errors.js';
import { evaluatedSegmentation } from '../evaluation/evaluated-segmentation.js';
import { listedWholeImage } from '../evaluation/listed-image.js';
import { passingPatientKeys } from '../evaluation/patient-keys.js';
import { wholeImageRow, type SegmentationRow } from '../evaluation/segmentation-row.js';
import { detect } from './detect.js';
import { seedOf } from './evaluate.js';
import type { EvaluateWholeJob } from './jobs.js';
import type { Listener } from './messages.js';
import { complete, describeModel, specOf } from './model-metadata.js';

/**
 * Measures how a model finds masses in whole images: the window slides over each, and what it marks is held to the reference.
 * An image whose reference marks nothing is a negative: it has no Dice and counts in the rate of false positives.
 * @returns the figures and what was left out.
 * @throws SiteError `missing-model-metadata` | `nothing-to-measure`; ImagingError as `openLayout`; CoreError
 * `bad-model-file`; LearningError.
 */
export async function evaluateWhole(job: EvaluateWholeJob, listener: Listener): Promise<object> {
  const { tensors, metadata } = decodeModelFile(await readFile(job.modelPath));
  const described = complete(describeModel(metadata, job.described), ['name', 'width', 'size', 'study', 'window']);
  const { study, size, window } = described;
  listener.progress('reading images', 0, 0);
  const listing = await openLayout(job.data, job.layout);
  const cases = listing.cases.filter(({ patient }) => job.part === 'all' || splitPart(study, patient) === job.part);
  const refused = [...listing.refused];
  const rows: SegmentationRow[] = [];
  const predictor = await CompiledPredictor.create({ spec: specOf(described), batchSize: 1, threads: job.threads });
  try {
    predictor.load(tensors);
    const options = { size, window, tileFraction: job.whole.tileFraction };
    for (const [i, one] of cases.entries()) {
      try {
        rows.push(
          await measured(
            one,
            (whole) => detect(whole, options, job.whole.threshold, (image) => predictor.predict(image)),
            job,
          ),
        );
      } catch (error) {
        if (!(error instanceof ImagingError)) throw error;
        refused.push({ file: one.file, code: error.code, message: error.message });
      }
      listener.progress('evaluating', i + 1, cases.length);
    }
  } finally {
    await predictor.dispose();
  }
  if (rows.length === 0) {
    const message = `There is no image with a reference in the ${job.part} part of study ${study}. Choose another --part or --study, or check the folder.`;
    throw new SiteError('nothing-to-measure', message, { leftOut: refused.length });
  }
  const keys = passingPatientKeys();
  return {
    ...{ modelSha256: job.modelSha256, study, part: job.part, whole: job.whole },
    segmentation: evaluatedSegmentation(rows, job.tolerances, seedOf(metadata)),
    images: rows.map((row) => listedWholeImage(row, keys)),
    unlistedImages: listing.unlistedImages,
    refused,
  };
}

async function measured(
  one: DataCase,
  mark: (whole: Parameters<typeof detect>[0]) => ReturnType<typeof detect>,
  { tolerances }: EvaluateWholeJob,
): Promise<SegmentationRow> {
  const image = one.maskKind === 'none' ? null : await one.read();
  if (image === null || image.mask === null)
    throw new ImagingError(
      'missing-mask',
      `${one.file} has no reference. Add a mask, empty if there is no mass, or leave it out.`,
    );
  const { width, height } = image.pixels;
  const { mask } = await mark({ whole: image, imageWidth: width, imageHeight: height });
  return wholeImageRow(one, { ...image, mask: image.mask }, mask, tolerances);
}
