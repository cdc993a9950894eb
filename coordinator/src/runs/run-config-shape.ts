import { CoreError, type RunConfig } from '@mammofed/core';
import { z } from 'zod';

/** What has to be there, and of which type; what the values may be is core's to say. */
const shape = z.strictObject({
  study: z.string(),
  seed: z.number(),
  rounds: z.number(),
  mode: z.string(),
  strategy: z.string(),
  model: z.strictObject({ name: z.string(), width: z.number(), size: z.number() }),
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

/**
 * A run's configuration as it arrived: every key there, no other, each of its type. Its values are still unchecked.
 * @throws CoreError `bad-run-config` that names every problem at once.
 */
export function runConfigOfShape(value: unknown): RunConfig {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data as RunConfig;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
  throw new CoreError('bad-run-config', `the run's configuration is not sound: ${problems.join('; ')}`);
}
