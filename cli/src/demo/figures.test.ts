import { describe, expect, it } from '@jest/globals';
import { bootstrapInterval, type Interval } from '@mammofed/core';
import { diceDifference, setFigures } from './figures.js';
import type { ImageResult } from './image-results.js';

/** Two images of each of `patients` patients; the patients differ, the views of one hardly do. */
function images(patients: number, shift = 0): ImageResult[] {
  return Array.from({ length: 2 * patients }, (_, i) => ({
    file: `P${i >> 1}-${i % 2}.png`,
    patient: `P${i >> 1}`,
    site: 'north',
    ...{ sensitivity: 0.5, specificity: 0.5, accuracy: 0.5 },
    dice: ((i >> 1) % 10) / 20 + 0.2 + shift,
    touchesEdge: i % 4 === 0,
    referenceArea: null,
    predictedArea: null,
  }));
}

describe('figures of a set of images', () => {
  it('have the mean inside an interval that the same seed gives again, and that patients widen', () => {
    const set = images(20);
    const figures = setFigures(set, 5);
    const { interval } = figures;
    expect(figures.dice.mean).toBeCloseTo(0.425, 10);
    expect(interval?.low).toBeLessThan(0.425);
    expect(interval?.high).toBeGreaterThan(0.425);
    expect(setFigures([...set].reverse(), 5).interval).toEqual(interval);
    const values = set.map(({ dice }) => dice);
    // Taken for witnesses of their own, the two views of a patient would narrow it.
    const apart = bootstrapInterval({ values, groups: set.map(({ file }) => file), seed: 5 });
    // The same as a site's agent gives of the same images.
    expect(interval).toEqual(bootstrapInterval({ values, groups: set.map(({ patient }) => patient), seed: 5 }));
    const width = (ends: Interval | null): number => (ends === null ? NaN : ends.high - ends.low);
    expect(width(interval)).toBeGreaterThan(1.2 * width(apart));
    expect(figures).toMatchObject({ n: 40, patients: 20, edge: { n: 10 }, central: { n: 30 } });
  });

  it('say nothing of one patient, and nothing of edges that nobody noted', () => {
    const unknown = images(1).map((image) => ({ ...image, touchesEdge: null }));
    expect(setFigures(unknown, 5)).toMatchObject({ interval: null, edge: null, central: null });
  });

  it('are compared image by image', () => {
    const difference = diceDifference('unet', ['federated', 'pooled'], images(20, 0.1), images(20).slice(2), 5);
    expect(difference?.n).toBe(38);
    expect(difference?.mean).toBeCloseTo(0.1, 10);
    expect(difference?.interval?.low).toBeCloseTo(0.1, 10);
    expect(diceDifference('unet', ['federated', 'local'], images(2), [], 5)).toBeNull();
  });
});
