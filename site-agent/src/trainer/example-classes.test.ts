import { describe, expect, it } from '@jest/globals';
import { exampleClasses, type ClassedSample } from './example-classes.js';

const SIDE = 4;
const FACTS = { laterality: null, view: null, pathology: null, density: null } as const;

/** Of a lesion that fills `marked` of its region's 16 pixels; the region has 8 × 8 pixels of an image of 100 × 100. */
function sample(marked: number, changes: Partial<ClassedSample> = {}): ClassedSample {
  return {
    mask: Uint8Array.from({ length: SIDE * SIDE }, (_, p) => (p < marked ? 1 : 0)),
    box: { left: 10, top: 10, right: 18, bottom: 18 },
    ...{ imageWidth: 100, imageHeight: 100, touchesEdge: false },
    ...changes,
  };
}

describe('the classes of training examples', () => {
  it('are told by the image’s edge', () => {
    const classes = exampleClasses([sample(1), sample(1, { touchesEdge: true })], { kind: 'edge' });
    expect(classes).toEqual({ kind: 'edge', classOf: ['central', 'edge'], strength: 1 });
  });

  it.each([['density'], ['pathology']] as const)('have one for unknown %s', (kind) => {
    const known = { ...FACTS, density: 'd', pathology: 'malignant' } as const;
    const samples = [sample(1), sample(1, { facts: known }), sample(1, { facts: FACTS })];
    const said = known[kind];
    expect(exampleClasses(samples, { kind, strength: 0.5 })).toEqual({
      ...{ kind, strength: 0.5 },
      classOf: ['unknown', said, 'unknown'],
    });
  });

  const sizes = (samples: readonly ClassedSample[]): readonly string[] =>
    exampleClasses(samples, { kind: 'size' }).classOf;

  it('are three equal ratios of the range of sizes, however many lesions each has', () => {
    // From 1 to 8: the bounds are 2 and 4.
    expect(sizes([8, 1, 5, 5, 5, 3, 2, 5].map((marked) => sample(marked)))).toEqual([
      ...['large', 'small', 'large', 'large', 'large', 'medium', 'small', 'large'],
    ]);
    expect(sizes([sample(3), sample(3), sample(3)])).toEqual(['small', 'small', 'small']);
  });

  it('have a twentieth of the lesions at least, small and large: what is beyond sets no bound', () => {
    const large = { left: 0, top: 0, right: 100, bottom: 100 };
    const speck = sample(1, { box: { ...large, right: 1, bottom: 1 } });
    const most = Array.from({ length: 36 }, (_, i) => sample(4 + (i % 4)));
    // Of forty, the second at either end sets the bounds: from 4 to 32 pixels they are 8 and 16.
    const all = sizes([sample(16, { box: large }), sample(8), ...most, sample(1), speck]);
    const countOf = (name: string): number => all.filter((one) => one === name).length;
    expect(['small', 'medium', 'large'].map(countOf)).toEqual([2, 9, 29]);
  });

  it('are by millimetres where they are known of every image, else by the share of the image', () => {
    const inMm = (marked: number, mm: number): ClassedSample =>
      sample(marked, { spacing: { rowMm: mm, columnMm: mm, at: 'detector' } });
    // Areas of 8, 0.12 and 1 in proportion; as shares of the image 2, 3 and 16.
    expect(sizes([inMm(2, 2), inMm(3, 0.2), inMm(16, 0.25)])).toEqual(['large', 'small', 'medium']);
    expect(sizes([inMm(2, 2), inMm(3, 0.2), sample(16)])).toEqual(['small', 'small', 'large']);
  });

  it('are by the image’s own pixels, into which the box says how a region was squeezed', () => {
    const large = { left: 0, top: 0, right: 32, bottom: 32 };
    expect(sizes([sample(4), sample(4, { box: large })])).toEqual(['small', 'large']);
    expect(sizes([sample(4), sample(4, { box: large, imageWidth: 400, imageHeight: 400 })])).toEqual([
      'small',
      'small',
    ]);
  });
});
