import { assertRunConfig, CoreError, type RunConfig } from '@mammofed/core';
import { z } from 'zod';

/** Which parameters a kind has is core's to say, too. */
const oneOfKinds = z.looseObject({ kind: z.string() });

const range = z.strictObject({ least: z.number(), most: z.number() }).nullable();

/** The shape of a study's data contract; what its values may be is core's to say. */
export const dataContractShape = z.strictObject({
  modalities: z.array(z.string()).nullable(),
  views: z.array(z.string()).nullable(),
  presentation: z.enum(['for-presentation', 'for-processing']).nullable(),
  spacingMm: range,
  label: z.string(),
  allowsWeakMasks: z.boolean(),
  minImages: z.number(),
  minPatients: z.number(),
  maskShare: range,
});

/**
 * What has to be there, and of which type; what the values may be is core's to say. Unknown settings are refused: all
 * sites must agree on everything in it, and one that this version does not know is one that it would not keep to.
 */
const shape = z.strictObject({
  study: z.string(),
  seed: z.number(),
  rounds: z.number(),
  mode: z.string(),
  ringBits: z.number().optional(),
  strategy: z.string(),
  model: z.strictObject({ name: z.string(), width: z.number(), size: z.number(), topology: z.unknown().optional() }),
  training: z.strictObject({
    epochs: z.number(),
    batchSize: z.number(),
    learningRate: z.number(),
    augmentation: z.strictObject({
      symmetries: z.boolean(),
      edgeShift: z.number(),
      rotationDegrees: z.number(),
      scale: z.number(),
      elastic: z.number(),
      brightness: z.number(),
      contrast: z.number(),
    }),
    balance: oneOfKinds.optional(),
    optimizer: oneOfKinds.optional(),
    loss: z.array(oneOfKinds).optional(),
    schedule: oneOfKinds.optional(),
    clipNorm: z.number().optional(),
    weightDecay: z.number().optional(),
    proximal: z.number().optional(),
    frozen: z.array(z.string()).optional(),
  }),
  privacy: z
    .strictObject({ clipNorm: z.number(), noiseMultiplier: z.number(), lotSize: z.number(), delta: z.number() })
    .optional(),
  sitePrivacy: z.strictObject({ clipNorm: z.number(), noiseMultiplier: z.number(), delta: z.number() }).optional(),
  preprocessing: z.strictObject({
    mode: z.literal('region'),
    marginFraction: z.number(),
    window: z.union([
      z.strictObject({ kind: z.enum(['percentiles', 'header']) }),
      z.strictObject({ kind: z.literal('level'), level: z.number(), width: z.number() }),
    ]),
  }),
  dataContract: dataContractShape.optional(),
  quorum: z.strictObject({
    minSites: z.number(),
    minExamples: z.number(),
    maxSites: z.number(),
    sites: z.array(z.string()).nullable(),
    threshold: z.number().optional(),
  }),
  timing: z.strictObject({
    selectMs: z.number(),
    stallMs: z.number(),
    maxRoundMs: z.number(),
    evaluationMs: z.number(),
  }),
  wMax: z.number(),
});

/**
 * A run's configuration as it arrived, from an administrator or a peer: every key there, no other, each of its type and
 * in its range.
 * @throws CoreError `bad-run-config` that names every problem at once.
 */
export function checkedRunConfig(value: unknown): RunConfig {
  const parsed = shape.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
    throw new CoreError('bad-run-config', `the run's configuration is not sound: ${problems.join('; ')}`);
  }
  // Words that must be one of a few are checked with the rest.
  const config = parsed.data as RunConfig;
  assertRunConfig(config);
  return config;
}
