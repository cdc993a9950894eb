import { describe, expect, it } from '@jest/globals';
import { mammofed } from '@mammofed/proto';
import { decodeEnvelope } from './envelope-codec.js';
import type { Message } from './messages.js';

const NOTHING = { dice: {}, sensitivity: {}, specificity: {}, accuracy: {} };
const SURFACE = { unit: 'mm', tolerance: 2, hausdorff95: 3, averageSurfaceDistance: 1, normalizedSurfaceDice: 0.9 };
const LESIONS = { step: 0.25, sensitivity: 0.75, falsePositivesPerImage: 0.5 };

/** What a peer makes of a report with these figures. */
function received(figures: object): Message {
  const report = {
    ...{ runId: 'run-1', round: 0, modelSha256: new Uint8Array(32), engine: { name: 'compiled', device: 'cpu' } },
    ...{ ...NOTHING, ...figures },
  };
  const envelope = { id: 1, replyTo: 0, evaluationReport: report } as mammofed.v1.Envelope.$Properties;
  return decodeEnvelope(mammofed.v1.Envelope.encode(envelope).finish()).message;
}

describe('the report of an evaluation', () => {
  it('of a site that does not know the figures of outlines is understood: they are withheld ones', () => {
    expect(received({ n: 8 })).toMatchObject({ kind: 'evaluation-report', n: 8, segmentation: null });
  });

  it('may have some of them alone', () => {
    expect(received({ segmentation: { iou: 0.5, density: { b: { n: 9, dice: 0.4 } } } })).toMatchObject({
      segmentation: {
        ...{ iou: 0.5, surface: null, lesions: null, size: null, pathology: null },
        density: { a: null, b: { n: 9, dice: 0.4 }, c: null, d: null, unknown: null },
      },
    });
    expect(received({ segmentation: { surface: SURFACE, lesions: LESIONS } })).toMatchObject({
      segmentation: { surface: SURFACE, lesions: LESIONS },
    });
  });

  it.each([
    ['a unit that is none', { surface: { ...SURFACE, unit: 'cm' } }, 'surface.unit'],
    ['a distance without end', { surface: { ...SURFACE, hausdorff95: Infinity } }, 'surface.hausdorff95'],
    [
      'a surface Dice that is no number',
      { surface: { ...SURFACE, normalizedSurfaceDice: NaN } },
      'surface.normalizedSurfaceDice',
    ],
    ['a ratio that is no number', { lesions: { ...LESIONS, sensitivity: NaN } }, 'lesions.sensitivity'],
    ['a part of no images', { pathology: { benign: { n: 0, dice: 0.5 } } }, 'pathology.benign.n'],
  ])('is refused with %s', (_what, segmentation, field) => {
    expect(() => received({ segmentation })).toThrow(
      expect.objectContaining({ code: 'malformed', context: { field: `evaluation-report.segmentation.${field}` } }),
    );
  });
});
