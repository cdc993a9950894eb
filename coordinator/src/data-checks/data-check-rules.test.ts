import { describe, expect, it } from '@jest/globals';
import { mapStatistics, runId, siteId, STATISTICS, type DataCheckFigures, type StatisticName } from '@mammofed/core';
import type { DataCheckRow } from '../database/schema.js';
import { joiningSites, othersOf, unfitness } from './data-check-rules.js';

const FITS = { fits: true, codes: [], usablePatients: 20, imageCounts: [] } as const;

/** A report of 60 images, of which these measures are not known. */
function rowOf(site: string, ...unknown: StatisticName[]): DataCheckRow {
  const statistics = mapStatistics((name) =>
    STATISTICS[name].map((_, bin) => (bin < 2 && !unknown.includes(name) ? 30 : 0)),
  );
  const figures: DataCheckFigures = { ...FITS, usableImages: 60, statistics };
  return { runId: runId('run'), siteId: siteId(site), figures, reportedAtMs: 0 };
}

const joined = (rows: readonly DataCheckRow[]): string[] => [...joiningSites(rows, []).keys()].sort();

describe('the sum of what sites share', () => {
  it('is joined by three at a time that know the same measures', () => {
    const [a, b, c] = [rowOf('a'), rowOf('b'), rowOf('c')];
    expect(joined([a, b])).toEqual([]);
    expect(joined([a, b, c])).toEqual(['a', 'b', 'c']);
    // Of the distance of pixels the sum would be of a and b alone: each would know the other's.
    expect(joined([a, b, rowOf('c', 'spacingMm')])).toEqual([]);
    const without = ['d', 'e', 'f'].map((site) => rowOf(site, 'spacingMm'));
    expect(joined([a, b, ...without])).toEqual(['d', 'e', 'f']);
    expect(joined([a, b, c, ...without])).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('is joined once', () => {
    const rows = ['a', 'b', 'c', 'd'].map((site) => rowOf(site));
    const pooled = [...joiningSites(rows.slice(0, 3), [])].map(([site, counted]) => ({
      study: 's',
      siteId: site,
      counted,
    }));
    expect(joiningSites(rows, pooled).size).toBe(0);
    expect(othersOf(siteId('a'), pooled)).toMatchObject({ sites: 2, images: 120 });
    expect(othersOf(siteId('d'), pooled)).toMatchObject({ sites: 3, images: 180 });
    expect(othersOf(siteId('a'), [])).toBeNull();
  });
});

it('a verdict of another version keeps a site out by the codes that are known', () => {
  const codes = ['masks-turned', 'of-tomorrow'] as DataCheckFigures['codes'];
  const figures = { ...FITS, fits: false, codes, usableImages: null, statistics: null };
  expect(unfitness(figures)).toEqual({ code: 'data-does-not-fit', reason: 'data-does-not-fit: masks-turned' });
});
