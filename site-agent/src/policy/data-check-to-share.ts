import { isRefusal, type DataCheckFigures, type PatientPrivacy, type SitePrivacy } from '@mammofed/core';
import { withoutSmallCells } from '@mammofed/imaging';
import type { CheckedResult } from '../trainer/trainer-messages.js';
import { hasNoPrivacy, type SharePolicy } from './what-leaves.js';

/**
 * What the site tells of a dry run. The verdict and the codes of findings about all images leave in any case: a site whose
 * data do not fit trains nothing, which nobody could overlook. Counts are training statistics, and leave as these do: where
 * the operator shares them, without small ones, and never with differential privacy, whose noise does not protect them.
 * How many images were refused in all is not told: less the counts by code it would count those that were left out.
 * @param hasDrift - whether the shared counts differ from the consortium's.
 * @param privacy - of the run.
 */
export function dataCheckToShare(
  { findings, usableImages, usablePatients, imageCounts, statistics }: CheckedResult,
  hasDrift: boolean,
  policy: SharePolicy,
  privacy?: PatientPrivacy | SitePrivacy,
): DataCheckFigures {
  const fits = !findings.some(isRefusal);
  const codes = [...new Set(findings.map(({ code }) => code))];
  if (!sharesCounts(policy, privacy))
    return { fits, codes, usableImages: null, usablePatients: null, imageCounts: [], statistics: null };
  const { minCellSize } = policy;
  const isLarge = (count: number): boolean => count >= Math.max(1, minCellSize);
  const hasImages = isLarge(usableImages);
  return {
    fits,
    codes: hasDrift ? [...codes, 'drifts-from-consortium'] : codes,
    usableImages: hasImages ? usableImages : null,
    usablePatients: hasImages && isLarge(usablePatients) ? usablePatients : null,
    imageCounts: imageCounts.filter(({ images }) => isLarge(images)),
    // Of data that do not fit they would only mislead the others.
    statistics: fits && hasImages ? withoutSmallCells({ images: usableImages, statistics }, minCellSize) : null,
  };
}

/** Whether counts of the images may leave at all. */
function sharesCounts(policy: SharePolicy, privacy: PatientPrivacy | SitePrivacy | undefined): boolean {
  return policy.shareTrainingStats && hasNoPrivacy(policy, privacy);
}
