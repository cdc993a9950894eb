import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blandAltman } from './bland-altman.js';
import { blandAltmanSvg } from './bland-altman-svg.js';
import { ImagingError } from './errors.js';

describe('blandAltman', () => {
  it('gives bias and limits of agreement with the sample deviation', () => {
    // Differences 0.1, -0.1, 0.3: mean 0.1, deviation 0.2.
    const agreement = blandAltman({ reference: [0.2, 0.5, 0.4], predicted: [0.3, 0.4, 0.7] });
    expect(agreement.n).toBe(3);
    expect(agreement.bias).toBeCloseTo(0.1, 12);
    expect(agreement.standardDeviation).toBeCloseTo(0.2, 12);
    expect(agreement.lower).toBeCloseTo(0.1 - 0.392, 12);
    expect(agreement.upper).toBeCloseTo(0.1 + 0.392, 12);
  });

  it('knows no limits from one pair', () => {
    const agreement = blandAltman({ reference: [0.5], predicted: [0.75] });
    expect(agreement).toEqual({
      ...{ n: 1, bias: 0.25, standardDeviation: null, lower: null, upper: null },
      ...{ biasInterval: null, lowerInterval: null, upperInterval: null },
    });
  });

  it.each([
    [[], []],
    [[0.5], []],
    [[0.5], [Number.NaN]],
  ])('refuses %j against %j', (reference, predicted) => {
    for (const attempt of [blandAltman, blandAltmanSvg]) {
      const code = ((): unknown => {
        try {
          attempt({ reference, predicted });
          return 'accepted';
        } catch (error) {
          return error instanceof ImagingError && error.code;
        }
      })();
      expect(code).toBe('bad-argument');
    }
  });
});

describe('blandAltmanSvg', () => {
  const pairs = { reference: [0.2, 0.5, 0.4], predicted: [0.3, 0.4, 0.7] };

  it('shows every pair, the bias and both limits with their values, and says what the axes are', () => {
    const svg = blandAltmanSvg({ ...pairs, title: 'U-Net & <others>' });
    expect(svg.match(/<circle /g)).toHaveLength(3);
    expect(svg.match(/<line class="ba-limit"/g)).toHaveLength(2);
    for (const value of ['+0.1000', '+0.4920', '\u22120.2920']) expect(svg).toContain(`>${value}</text>`);
    expect(svg).toContain('Mean of reference and predicted area');
    expect(svg).toContain('Predicted \u2212 reference area');
    expect(svg).toContain('n = 3');
    expect(svg).toContain('U-Net &amp; &lt;others&gt;');
    expect(svg).toContain('limits of agreement \u22120.2920 to +0.4920');
  });

  it('is self-contained and runs nothing', () => {
    const svg = blandAltmanSvg(pairs);
    expect(svg).not.toMatch(/<script|\son\w+=|href|url\(|@import/);
  });

  it('has an axis for areas that are equal but for rounding', () => {
    for (const near of [0, 1e-320, 1e-16, 1e-13, 1e-9, 1e-7, 2e-6]) {
      const svg = blandAltmanSvg({ reference: [0.5, 0.5, 1], predicted: [0.5, 0.5 + near, 1 - near] });
      const level = blandAltmanSvg({ reference: [1, 1 - near], predicted: [0, 0] });
      expect(`${svg}${level}`).not.toMatch(/NaN|Infinity/);
    }
  });

  it('has finite places inside the picture and ordered labels whatever the areas', () => {
    const area = fc.double({ min: 0, max: 1, noNaN: true });
    const areas = fc.array(fc.tuple(area, area), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(areas, fc.boolean(), (list, isPerfect) => {
        const reference = list.map(([value]) => value);
        const predicted = isPerfect ? reference : list.map(([, value]) => value);
        const svg = blandAltmanSvg({ reference, predicted });
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
        const places = [...svg.matchAll(/ (c?[xy])[12]?="([^"]+)"/g)];
        expect(places.length).toBeGreaterThan(10);
        for (const [, axis, text] of places) {
          expect(Number(text)).toBeGreaterThanOrEqual(0);
          expect(Number(text)).toBeLessThanOrEqual(axis?.endsWith('x') === true ? 640 : 400);
        }
        const labels = [...svg.matchAll(/class="ba-value" x="513" y="([^"]+)"/g)].map(([, at]) => Number(at));
        expect(labels).toHaveLength(list.length > 1 ? 3 : 1);
        labels.slice(1).forEach((at, i) => expect(at - labels[i]).toBeGreaterThanOrEqual(33.9));
      }),
    );
  });
});
