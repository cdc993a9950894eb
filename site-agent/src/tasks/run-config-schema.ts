import { assertRunConfig, isCodedError, MODEL_NAMES, MODES, type RunConfig } from '@mammofed/core';
import { z } from 'zod';

/**
 * The shape of a run's configuration. Unknown settings are refused: all sites must agree on everything in it, and one
 * that this version does not know is one that it would not keep to.
 */
const schema = z.strictObject({
  study: z.string(),
  seed: z.number(),
  rounds: z.number(),
  mode: z.enum(MODES),
  strategy: z.literal('fedavg'),
  model: z.strictObject({ name: z.enum(MODEL_NAMES), width: z.number(), size: z.number() }),
  training: z.strictObject({
    epochs: z.number(),
    batchSize: z.number(),
    learningRate: z.number(),
    augment: z.boolean(),
  }),
  preprocessing: z.strictObject({ mode: z.literal('region'), marginFraction: z.number() }),
  quorum: z.strictObject({ minSites: z.number(), minExamples: z.number(), maxSites: z.number() }),
  timing: z.strictObject({
    selectMs: z.number(),
    stallMs: z.number(),
    maxRoundMs: z.number(),
    evaluationMs: z.number(),
  }),
  wMax: z.number(),
});

/** Reads a run's configuration as a peer sent it. @returns the configuration, or what is wrong with it in words. */
export function parseRunConfig(json: string): RunConfig | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { problem: 'it is not JSON' };
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    return {
      problem: parsed.error.issues
        .map(({ path, message }) => `${path.join('.') || 'configuration'}: ${message}`)
        .join('; '),
    };
  }
  const config: RunConfig = parsed.data;
  try {
    assertRunConfig(config);
    return config;
  } catch (error) {
    if (isCodedError(error)) return { problem: error.message };
    throw error;
  }
}
