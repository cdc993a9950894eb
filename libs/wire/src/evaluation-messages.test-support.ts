import fc from 'fast-check';
import { LENGTH_UNITS, runId, sha256Hex } from '@mammofed/core';
import type { EvaluationReport, EvaluationStored } from './messages.js';

type EvaluationMessage = EvaluationReport | EvaluationStored;

const MAX_UINT32 = 2 ** 32 - 1;
const uint32 = fc.nat({ max: MAX_UINT32 });
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { nil: null });
const line = fc.stringMatching(/^[!-~]{1,64}$/);
const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => sha256Hex(Buffer.from(bytes).toString('hex')));
const summary = fc.record({ mean: optional(finite), min: optional(finite), max: optional(finite) });
const subset = fc.record({ n: fc.integer({ min: 1, max: MAX_UINT32 }), dice: finite });
const part = optional(subset);

const segmentation = fc.record({
  iou: optional(finite),
  surface: optional(
    fc.record({
      unit: fc.constantFrom(...LENGTH_UNITS),
      tolerance: finite,
      hausdorff95: finite,
      averageSurfaceDistance: finite,
      normalizedSurfaceDice: finite,
    }),
  ),
  lesions: optional(fc.record({ step: finite, sensitivity: finite, falsePositivesPerImage: finite })),
  size: optional(fc.record({ small: part, medium: part, large: part })),
  density: optional(fc.record({ a: part, b: part, c: part, d: part, unknown: part })),
  pathology: optional(fc.record({ benign: part, malignant: part, unknown: part })),
});

/** What the messages around an evaluation hold. */
export const EVALUATION_CONTENTS: {
  readonly [Kind in EvaluationMessage['kind']]: fc.Arbitrary<Omit<Extract<EvaluationMessage, { kind: Kind }>, 'kind'>>;
} = {
  'evaluation-report': fc.record({
    runId: fc.stringMatching(/^[a-z0-9]{1,40}$/).map(runId),
    round: uint32,
    modelSha256: hash,
    n: optional(uint32),
    dice: summary,
    sensitivity: summary,
    specificity: summary,
    accuracy: summary,
    allLesionDice: optional(finite),
    meanMaskDice: optional(finite),
    diceInterval: optional(fc.record({ low: finite, high: finite })),
    edge: optional(subset),
    central: optional(subset),
    segmentation: optional(segmentation),
    engine: fc.record({ name: line, device: line, steps: optional(uint32) }),
  }),
  'evaluation-stored': fc.record({}),
};
