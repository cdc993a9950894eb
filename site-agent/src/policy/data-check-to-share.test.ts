import { describe, expect, it } from '@jest/globals';
import { mapStatistics, STATISTICS } from '@mammofed/core';
import type { CheckedResult } from '../trainer/trainer-messages.js';
import { dataCheckToShare } from './data-check-to-share.js';
import { DEFAULT_POLICY } from './site-policy.js';

const SHARES = { ...DEFAULT_POLICY, shareTrainingStats: true };
const RESULT: CheckedResult = {
  kind: 'checked',
  findings: [{ code: 'many-refused', file: null, message: '12 of 72 images are refused' }],
  usableImages: 60,
  usablePatients: 30,
  imageCounts: [
    { code: 'mask-in-air', images: 12 },
    { code: 'burned-in-text', images: 4 },
  ],
  statistics: mapStatistics((name) => STATISTICS[name].map((_, bin) => [4, 50, 6][bin] ?? 0)),
};
const WITHHELD = { usableImages: null, usablePatients: null, imageCounts: [], statistics: null };
const PRIVACY = { clipNorm: 1, noiseMultiplier: 1, lotSize: 8, delta: 1e-5 };

describe('what leaves of a dry run of the data contract', () => {
  it('is the verdict and the codes about all images, and counts only where the operator shares them', () => {
    expect(dataCheckToShare(RESULT, true, DEFAULT_POLICY)).toEqual({
      fits: true,
      codes: ['many-refused'],
      ...WITHHELD,
    });
    expect(dataCheckToShare(RESULT, false, SHARES)).toEqual({
      fits: true,
      codes: ['many-refused'],
      usableImages: 60,
      usablePatients: 30,
      imageCounts: [{ code: 'mask-in-air', images: 12 }],
      // The four go with the six: 60 images less 56 would count them.
      statistics: mapStatistics((name) => STATISTICS[name].map((_, bin) => (bin === 1 ? 50 : 0))),
    });
    expect(dataCheckToShare(RESULT, true, SHARES).codes).toEqual(['many-refused', 'drifts-from-consortium']);
  });

  it.each([
    ['the run is private for patients', SHARES, PRIVACY],
    ['the site has a budget for patients', { ...SHARES, privacyBudget: { epsilon: 3, delta: 1e-5 } }, undefined],
    ['the site has a budget for itself', { ...SHARES, sitePrivacyBudget: { epsilon: 3, delta: 1e-5 } }, undefined],
  ])('holds no count where %s', (_what, policy, privacy) => {
    expect(dataCheckToShare(RESULT, true, policy, privacy)).toEqual({
      ...{ fits: true, codes: ['many-refused'] },
      ...WITHHELD,
    });
  });

  it('holds no small count, and no distribution of data that do not fit', () => {
    const few = dataCheckToShare({ ...RESULT, usableImages: 4, usablePatients: 2 }, false, SHARES);
    expect(few).toMatchObject({ usableImages: null, usablePatients: null, statistics: null });
    expect(dataCheckToShare({ ...RESULT, usablePatients: 4 }, false, SHARES).usablePatients).toBeNull();
    const turned = { code: 'masks-turned', file: null, message: 'mirrored' } as const;
    const unfit = dataCheckToShare({ ...RESULT, findings: [turned] }, false, SHARES);
    expect(unfit).toMatchObject({ fits: false, codes: ['masks-turned'], usableImages: 60, statistics: null });
    expect(dataCheckToShare(RESULT, false, { ...SHARES, minCellSize: 0 }).imageCounts).toHaveLength(2);
  });
});
