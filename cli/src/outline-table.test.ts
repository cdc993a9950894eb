import { describe, expect, it } from '@jest/globals';
import type { RunView, SegmentationSummary } from '@mammofed/core';
import { outlineTable, type OutlineTable } from './outline-table.js';
import { outlineTableText } from './outline-table-text.js';
import { completedRun, evaluation, outlines } from './run-view.test-support.js';

const EDGES = { edge: { n: 10, dice: 0.25 }, central: { n: 20, dice: 0.75 } };

/** North has 30 images, south 10. */
function view(south: Partial<SegmentationSummary> | null = {}): RunView {
  const segmentation = south && { ...outlines(10), ...south };
  const evaluations = [
    evaluation('north', 2, 0.6, { n: 30, segmentation: outlines(30), ...EDGES }),
    evaluation('south', 2, 0.4, { n: 10, segmentation, edge: null, central: { n: 10, dice: 0.5 } }),
  ];
  return completedRun({ evaluations });
}

describe('the table of outlines and lesions', () => {
  it('has what each site told, and over all sites the averages that add up', () => {
    const { sites, overall, shownParts } = outlineTable(view(), 2) as OutlineTable;
    expect(sites.map(({ site, n, iou, surface }) => [site, n, iou, surface?.hausdorff95])).toEqual([
      ['north', 30, 0.3, 4.125],
      ['south', 10, 0.1, 4.125],
    ]);
    expect(overall).toMatchObject({
      ...{ n: 40, iou: expect.closeTo((30 * 0.3 + 10 * 0.1) / 40, 12) },
      lesions: { sensitivity: null, falsePositivesPerImage: expect.closeTo(0.5, 12) },
      edge: { edge: { n: 10, dice: 0.25 }, central: { n: 30, dice: expect.closeTo(20 / 30, 12) } },
      pathology: { benign: { n: 30, dice: expect.closeTo((25 * 0.3 + 5 * 0.1) / 30, 12) }, malignant: { n: 10 } },
    });
    expect(shownParts).toEqual({
      ...{ edge: ['edge', 'central'], size: ['small', 'large'] },
      ...{ density: [], pathology: ['benign', 'malignant'] },
    });
  });

  it('has no distance and no third of the size over all sites, which do not add up', () => {
    expect(outlineTable(view(), 2)?.overall).toMatchObject({ surface: null, size: null });
  });

  it('withholds over all sites what one of them withholds', () => {
    const without = outlineTable(view({ iou: null, lesions: null, pathology: null }), 2)?.overall;
    expect(without).toMatchObject({ n: 40, iou: null, lesions: null, pathology: null, edge: { edge: { n: 10 } } });
  });

  it('is none where no site tells any of it, be its version older', () => {
    expect(outlineTable(completedRun(), 2)).toBeNull();
    const evaluations = completedRun().evaluations.map(({ segmentation: _untold, ...older }) => older);
    expect(
      outlineTable({ ...completedRun(), evaluations: evaluations as unknown as RunView['evaluations'] }, 2),
    ).toBeNull();
    expect(outlineTable(view(null), 2)?.sites[1]).toMatchObject({ site: 'south', iou: null, surface: null });
  });

  it('names the sites without figures, which are in no total', () => {
    const [north] = view().evaluations;
    const table = outlineTable({ ...view(), evaluations: north === undefined ? [] : [north] }, 2) as OutlineTable;
    expect([table.missing, table.overall.n]).toEqual([['south'], 30]);
    expect(outlineTableText(table)).toContain('  not evaluated in time, and not in the total: south');
    expect(outlineTableText(outlineTable(view(), 2) as OutlineTable).join('\n')).not.toContain('not in the total');
  });

  it('as text has units, tolerance and how far a step may be off, and fits a terminal', () => {
    const text = outlineTableText(outlineTable(view(), 2) as OutlineTable);
    expect(text[0]).toBe('Outlines and lesions, model of round 2: averages on the test images');
    expect(text[2]).toMatch(/^ {2}north +0\.300 +4\.13 mm +1\.50 mm +0\.875 at 2 mm +0\.90 ±0\.05 +0\.50 ±0\.05$/);
    expect(text[4]).toMatch(/^ {2}all sites +0\.250 +– +– +– +– +0\.50 ±0\.05$/);
    expect(text[5]).toMatch(/^ {2}Dice \(images\) +north +south +all sites$/);
    expect(text[6]).toMatch(/^ {2}edge +0\.250 \(10\) +\(0\) +0\.250 \(10\)$/);
    expect(text.find((line) => line.includes('size: small'))).toMatch(/ 0\.250 \(15\) +0\.250 \(5\) +–$/);
    for (const line of text) expect(line.length).toBeLessThanOrEqual(120);
  });
});
