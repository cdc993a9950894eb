import { describe, expect, it } from '@jest/globals';
import { seededRng, uniformInt } from '@mammofed/core';
import fc from 'fast-check';
import { evaluatedRows, segmentationRows } from '../evaluation/evaluated.test-support.js';
import type { SegmentationRow } from '../evaluation/segmentation-row.js';
import { DEFAULT_POLICY } from '../policy/site-policy.js';
import { figuresToShare } from '../policy/what-leaves.js';
import { figuresOf, measure, type ImageRow, type MeasuredSample } from './measure.js';

const SIZE = 4;
const BASELINES = { allLesionDice: 0.4, meanMaskDice: 0.5 };

/** Sample i marks the first `marked` pixels; its image has the probabilities that the fake predictor gives back. */
function sample(i: number, marked: number, probabilities: readonly number[], touchesEdge = false): MeasuredSample {
  return {
    file: `${i}.png`,
    patient: `P${i}`,
    image: Float32Array.from({ length: SIZE * SIZE }, (_, p) => probabilities[p] ?? 0),
    mask: Uint8Array.from({ length: SIZE * SIZE }, (_, p) => (p < marked ? 1 : 0)),
    touchesEdge,
  };
}

const echo = { predict: async (images: Float32Array) => images.slice() };

function row(index: number, dice: number, changes: Partial<ImageRow> = {}): ImageRow {
  return {
    file: `${index}.png`,
    patient: `P${index}`,
    touchesEdge: false,
    dice,
    sensitivity: dice,
    specificity: dice,
    accuracy: dice,
    referenceArea: 0.5,
    predictedArea: 0.5,
    index,
    ...changes,
  };
}

describe('measuring a set', () => {
  it('compares what is at least as likely as not with the reference, image by image', async () => {
    const samples = [
      sample(0, 4, [1, 1, 0.5, 0.5]),
      sample(1, 4, [0.49, 1, 0.5, 0]),
      sample(2, 8, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], true),
    ];
    const { rows, predictions } = await measure({ samples, predictor: echo, batchSize: 2, size: SIZE });
    expect(rows).toMatchObject([
      { file: '0.png', patient: 'P0', dice: 1, referenceArea: 0.25, predictedArea: 0.25, touchesEdge: false, index: 0 },
      { dice: 2 / 3, sensitivity: 0.5, specificity: 1, predictedArea: 0.125, index: 1 },
      { dice: 0.8, sensitivity: 1, specificity: 0.5, referenceArea: 0.5, predictedArea: 0.75, touchesEdge: true },
    ]);
    expect(predictions[1]).toEqual(Uint8Array.from({ length: 16 }, (_, p) => (p === 1 || p === 2 ? 1 : 0)));
  });

  it('says how far it is, and stops where it is told to', async () => {
    const samples = Array.from({ length: 5 }, (_, i) => sample(i, 4, [1]));
    const seen: string[] = [];
    const options = { samples, predictor: echo, batchSize: 2, size: SIZE };
    await measure({ ...options, onProgress: (done, total) => seen.push(`${done}/${total}`) });
    expect(seen).toEqual(['0/5', '2/5', '4/5', '5/5']);
    let breaths = 0;
    const breathe = async (): Promise<void> => {
      if (++breaths === 2) throw new Error('enough');
    };
    await expect(measure({ ...options, breathe })).rejects.toThrow('enough');
  });
});

describe('the figures of a set', () => {
  const rows = [row(0, 0.2, { touchesEdge: true }), row(1, 0.6), row(2, 0.7), row(3, 0.9, { patient: 'P2' })];

  it('are means over images, and of those at the edge and the others apart', () => {
    const figures = figuresOf(rows, BASELINES, 1);
    expect(figures).toMatchObject({ n: 4, patientCount: 3, ...BASELINES });
    expect(figures.dice).toEqual({ mean: expect.closeTo(0.6, 12), min: 0.2, max: 0.9 });
    expect(figures.edge).toEqual({ n: 1, dice: 0.2 });
    expect(figures.central).toEqual({ n: 3, dice: expect.closeTo(2.2 / 3, 12) });
    expect(figuresOf(rows.slice(1), BASELINES, 1).edge).toBeNull();
    expect(figuresOf(rows.slice(0, 1), BASELINES, 1).central).toBeNull();
  });

  it('have an interval around the mean, the same for the same seed', () => {
    const figures = figuresOf(rows, BASELINES, 1);
    const { low, high } = figures.diceInterval as { low: number; high: number };
    expect(low).toBeLessThanOrEqual(0.6);
    expect(high).toBeGreaterThanOrEqual(0.6);
    expect(low).toBeGreaterThanOrEqual(0.2);
    expect(high).toBeLessThanOrEqual(0.9);
    expect(figuresOf(rows, BASELINES, 1)).toEqual(figures);
  });

  it('cannot be had of no images', () => {
    expect(() => figuresOf([], BASELINES, 1)).toThrow(expect.objectContaining({ code: 'no-values' }));
  });
});

/** Rows with figures that no mean of several of them hits by chance: 52 random bits each. */
function randomRows(seed: number, count: number, patients: number): ImageRow[] {
  const rng = seededRng(seed, 'rows');
  const figure = (): number => (Math.floor(rng.next() * 2 ** 26) + rng.next()) / 2 ** 26;
  return Array.from({ length: count }, (_, index) => ({
    file: `secret-file-${index}.png`,
    patient: `secret-patient-${uniformInt(rng, patients)}`,
    touchesEdge: uniformInt(rng, 3) === 0,
    dice: figure(),
    sensitivity: figure(),
    specificity: figure(),
    accuracy: figure(),
    referenceArea: figure(),
    predictedArea: figure(),
    index,
  }));
}

/** Outlines, lesions and facts of the same images: some missed, some in no known part. */
function randomOutlines(rows: readonly ImageRow[], seed: number): SegmentationRow[] {
  const rng = seededRng(seed, 'outlines');
  return segmentationRows(rows.length, (i) => {
    const { file, patient, touchesEdge, dice } = rows[i] as ImageRow;
    const isMissed = uniformInt(rng, 4) === 0;
    return {
      ...{ file, patient, touchesEdge, dice, iou: rng.next(), lesionArea: 1000 * rng.next() },
      ...{ sensitivity: rng.next(), specificity: rng.next(), accuracy: rng.next() },
      empty: isMissed ? 'prediction' : 'none',
      surface: isMissed
        ? null
        : {
            ...{ hausdorff: 50 * rng.next(), hausdorff95: 40 * rng.next() },
            ...{ averageSurfaceDistance: 10 * rng.next(), normalizedSurfaceDice: rng.next() },
          },
      density: (['a', 'b', null] as const)[uniformInt(rng, 3)] ?? null,
      pathology: uniformInt(rng, 2) === 0 ? 'benign' : 'malignant',
    };
  });
}

const NO_OUTLINES = { iou: null, surface: null, lesions: null, size: null, density: null, pathology: null };

const leavesOf = (value: unknown): unknown[] =>
  value !== null && typeof value === 'object' ? Object.values(value).flatMap(leavesOf) : [value];

describe('what passes policy of a measured set', () => {
  it('is no single image’s figure, file or patient, whatever the set', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 2, max: 12 }),
        fc.boolean(),
        (seed, count, patients, minCellSize, shareTrainingStats) => {
          const rows = randomRows(seed, count, patients);
          const policy = { ...DEFAULT_POLICY, minCellSize, shareTrainingStats, shareExtremes: false };
          const outlines = randomOutlines(rows, seed);
          const segmentation = evaluatedRows(outlines);
          const shared = figuresToShare({ ...figuresOf(rows, BASELINES, seed), segmentation }, policy);
          const { lesions, surface, ...means } = shared.segmentation ?? NO_OUTLINES;
          // What is a convention, and what has the few values of its steps.
          const figures = {
            ...shared,
            diceInterval: null,
            segmentation: { ...means, ...surface, unit: null, tolerance: null },
          };
          const ofImages = new Set([
            ...rows.flatMap((one) => leavesOf({ ...one, index: null, touchesEdge: null })),
            ...outlines.flatMap((one) => leavesOf({ ...one, lesions: null })),
          ]);
          for (const leaf of leavesOf(figures)) {
            if (leaf === null) continue;
            expect(typeof leaf).toBe('number');
            expect(ofImages.has(leaf)).toBe(false);
          }
          // Counts: of the set and of its parts, none below the smallest cell.
          const { size, density, pathology } = means;
          const slices = [size, density, pathology].map((slice) => Object.values(slice ?? {}));
          for (const part of [shared, shared.edge, shared.central, ...slices.flat()]) {
            if (typeof part?.n === 'number') expect(part.n).toBeGreaterThanOrEqual(minCellSize);
          }
          expect([0, count]).toContain((shared.edge?.n ?? 0) + (shared.central?.n ?? 0));
          for (const slice of slices)
            expect([0, count]).toContain(slice.reduce((sum, part) => sum + (part?.n ?? 0), 0));
          if (lesions) expect(count * lesions.step).toBeGreaterThanOrEqual(minCellSize);
        },
      ),
    );
  });
});
