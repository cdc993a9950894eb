import { describe, expect, it } from '@jest/globals';
import { completedRun, evaluation, NONE } from './run-view.test-support.js';
import { diceByRound, siteNames, tableOne } from './table-one.js';
import { tableOneText } from './table-one-text.js';

describe('tableOne', () => {
  it('weights the total by the sites’ images, and takes the smallest minimum and the largest maximum', () => {
    const { overall } = tableOne(completedRun(), 2);
    expect(overall?.n).toBe(40);
    expect(overall?.dice.mean).toBeCloseTo((30 * 0.6 + 10 * 0.4) / 40, 12);
    expect(overall?.dice.min).toBeCloseTo(0.3, 12);
    expect(overall?.dice.max).toBeCloseTo(0.7, 12);
    expect(overall?.sensitivity.mean).toBeCloseTo(0.8, 12);
  });

  it('takes the better image-blind mask of each site, weighted like everything else', () => {
    const evaluations = [
      evaluation('north', 0, 0.4, { n: 30, allLesionDice: 0.5, meanMaskDice: 0.6 }),
      evaluation('south', 0, 0.4, { n: 10, allLesionDice: 0.7, meanMaskDice: 0.1 }),
    ];
    const { sites, overall } = tableOne(completedRun({ evaluations }), 0);
    expect(sites.map(({ imageBlindDice }) => imageBlindDice)).toEqual([0.6, 0.7]);
    expect(overall?.imageBlindDice).toBeCloseTo((30 * 0.6 + 10 * 0.7) / 40, 12);
  });

  it('withholds a total where one site withholds its part, and nothing else', () => {
    const evaluations = [
      evaluation('north', 0, 0.4, { n: 30 }),
      evaluation('south', 0, 0.4, { dice: { mean: 0.4, min: null, max: null }, sensitivity: NONE }),
    ];
    const { overall } = tableOne(completedRun({ evaluations }), 0);
    expect(overall?.n).toBe(40);
    expect(overall?.dice).toEqual({ mean: expect.closeTo(0.4, 12), min: null, max: null });
    expect(overall?.sensitivity).toEqual(NONE);
    expect(overall?.accuracy.mean).toBeCloseTo(0.75, 12);
  });

  it('gives no weighted figure where a count is withheld', () => {
    const withheld = {
      n: null,
      dice: NONE,
      sensitivity: NONE,
      specificity: NONE,
      accuracy: NONE,
      allLesionDice: null,
      meanMaskDice: null,
    };
    const evaluations = [evaluation('north', 0, 0.4), evaluation('south', 0, 0.4, withheld)];
    const { overall } = tableOne(completedRun({ evaluations }), 0);
    expect([overall?.n, overall?.accuracy.mean, overall?.imageBlindDice]).toEqual([null, null, null]);
    const text = tableOneText(tableOne(completedRun({ evaluations }), 0)).join('\n');
    expect(text).toMatch(/south +withheld +withheld +withheld +withheld +withheld +withheld/);
  });

  it('names the sites without figures, and says so where nobody has any', () => {
    const view = completedRun({ evaluations: [evaluation('north', 2, 0.5)] });
    expect(tableOne(view, 2).missing).toEqual(['south']);
    expect(tableOneText(tableOne(view, 2)).join('\n')).toMatch(/not in the total: south/);
    expect(tableOne(view, 0).overall).toBeNull();
    expect(tableOneText(tableOne(view, 0)).join('\n')).toMatch(/no site has evaluated this model/);
  });

  it('shows average, smallest and largest image, n, and the image-blind mask', () => {
    const lines = tableOneText(tableOne(completedRun(), 2));
    expect(lines[0]).toMatch(/model of round 2/);
    expect(lines.find((line) => line.includes('north'))).toMatch(/north +30 .*0\.600 \(0\.500–0\.700\) +0\.600$/);
    expect(lines.find((line) => line.includes('all sites'))).toMatch(/all sites +40 .*0\.550 \(0\.300–0\.700\)/);
  });

  it('follows the total from round to round, and names sites by index', () => {
    expect(diceByRound(completedRun()).map(({ round, dice }) => [round, dice?.toFixed(3)])).toEqual([
      [0, '0.350'],
      [1, '0.450'],
      [2, '0.550'],
    ]);
    expect(siteNames(completedRun())).toEqual(['north', 'south']);
  });
});
