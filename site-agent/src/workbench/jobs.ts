import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { dataContractProblems, greyWindowProblems, MODEL_NAMES, STATISTIC_NAMES } from '@mammofed/core';
import { LAYOUTS } from '@mammofed/imaging';
import { dataContractShape } from '@mammofed/wire';
import { SiteError } from '../errors.js';

const path = z.string().refine(isAbsolute, 'must be an absolute path');

const described = z.strictObject({
  name: z.enum(MODEL_NAMES).optional(),
  width: z.number().positive().max(2).optional(),
  size: z.number().int().min(16).max(1024).optional(),
  study: z.string().min(1).optional(),
  marginFraction: z.number().min(0).max(1).optional(),
  window: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['percentiles', 'header']) }),
      z.strictObject({ kind: z.literal('level'), level: z.number(), width: z.number() }),
    ])
    .refine((window) => greyWindowProblems(window).length === 0, 'must be a window of 16-bit values')
    .optional(),
  batchSize: z.number().int().min(1).max(256).optional(),
});

const threads = z.number().int().min(1).max(1024);

const exportJob = z.strictObject({
  kind: z.literal('export'),
  modelPath: path,
  described,
  format: z.enum(['onnx', 'tfjs']),
  /** A file; of tfjs a folder. */
  out: path,
  /** Whether files of an earlier export in that folder may be replaced. */
  force: z.boolean(),
});

const importJob = z.strictObject({
  kind: z.literal('import'),
  /** An ONNX file, a tfjs model.json, or its folder. */
  path,
  /** Said in place of the file's metadata. */
  described,
  out: path,
});

/** Of the surface Dice. */
const tolerances = z.strictObject({ mm: z.number().min(0), px: z.number().min(0) });

const evaluateJob = z.strictObject({
  kind: z.literal('evaluate'),
  modelPath: path,
  modelSha256: z.string(),
  /** Said in place of the model's metadata. */
  described,
  data: path,
  /** Absent: recognised. */
  layout: z.enum(LAYOUTS).optional(),
  part: z.enum(['train', 'validation', 'test', 'all']),
  /** Of the normalized surface Dice: where the image's spacing is known, and where it is not. */
  tolerances,
  /** Null: the figures alone, no files. */
  out: path.nullable(),
  force: z.boolean(),
  threads,
});

/** How a whole image is searched. */
const whole = z.strictObject({ threshold: z.number().gt(0).lt(1), tileFraction: z.number().gt(0).max(1) });

const evaluateWholeJob = z.strictObject({
  kind: z.literal('evaluate-whole'),
  modelPath: path,
  modelSha256: z.string(),
  described,
  data: path,
  layout: z.enum(LAYOUTS).optional(),
  part: z.enum(['train', 'validation', 'test', 'all']),
  tolerances,
  whole,
  force: z.boolean(),
  threads,
});

const checkDataJob = z.strictObject({
  kind: z.literal('check-data'),
  /** The site's folder, for what its configuration and policy say; null: not enrolled. */
  siteDir: path.nullable(),
  /** The images; null: those of the site's configuration. */
  data: path.nullable(),
  /** Null: as the site's configuration says, or told from the names in the folder. */
  layout: z.enum(LAYOUTS).nullable(),
  study: z.string().min(1),
  /** Null: nothing beyond what training needs. */
  contract: dataContractShape
    .superRefine((contract, context) => {
      for (const message of dataContractProblems(contract)) context.addIssue({ code: 'custom', message });
    })
    .nullable(),
  /** Counts of other sites, added; null: nothing is compared. */
  others: z.record(z.enum(STATISTIC_NAMES), z.array(z.number().int().min(0))).nullable(),
  /** Whether counts are to be handed to others. */
  isShared: z.boolean(),
  /** Whether samples are drawn. */
  hasFigures: z.boolean(),
});

const predictJob = z.strictObject({
  kind: z.literal('predict'),
  modelPath: path,
  modelSha256: z.string(),
  described,
  /** An image or a folder. */
  in: path,
  /** Given: the folder is laid out so. */
  layout: z.enum(LAYOUTS).optional(),
  out: path,
  /** The region in each image's pixels; null: from the mask, the index, or the whole image. */
  box: z
    .strictObject({
      left: z.number().int().min(0),
      top: z.number().int().min(0),
      right: z.number().int().min(1),
      bottom: z.number().int().min(1),
    })
    .nullable(),
  /** Given: the whole image is searched, and no box counts. */
  whole: whole.nullable(),
  /** Of this software, for what DICOM results say of their origin. */
  version: z.string(),
  force: z.boolean(),
  threads,
});

const workbenchJob = z.discriminatedUnion('kind', [
  exportJob,
  importJob,
  evaluateJob,
  evaluateWholeJob,
  predictJob,
  checkDataJob,
]);

export type ExportJob = z.infer<typeof exportJob>;
export type ImportJob = z.infer<typeof importJob>;
export type EvaluateJob = z.infer<typeof evaluateJob>;
export type PredictJob = z.infer<typeof predictJob>;
export type EvaluateWholeJob = z.infer<typeof evaluateWholeJob>;
export type CheckDataJob = z.infer<typeof checkDataJob>;
export type WorkbenchJob = z.infer<typeof workbenchJob>;

/** Reads a job from JSON. @throws SiteError `bad-usage` that names every problem. */
export function workbenchJobFrom(text: string): WorkbenchJob {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SiteError('bad-usage', 'the workbench takes its job as JSON on standard input', {}, error);
  }
  const { success, data, error } = workbenchJob.safeParse(value);
  if (success) return data;
  const problems = error.issues.map(({ path: at, message }) => `${at.join('.') || 'the job'}: ${message}`);
  throw new SiteError('bad-usage', `the workbench cannot do this job: ${problems.join('; ')}`);
}
