import { markup, type Markup } from '../report/markup.js';
import { units } from '../workbench/segmentation-text.js';
import type { SegmentationResult } from '../workbench/segmentation-result.js';

/** Every figure in a sentence, with where it is from; docs/metrics.md says more. */
export function definitions(segmentation: SegmentationResult): Markup {
  const { all, tolerances, lesionOverlap, intervalSeed } = segmentation;
  const inUnits = units(all);
  const lengths = inUnits.map((unit) => (unit === 'mm' ? 'millimetres' : 'pixels of the image')).join(' or ');
  const tolerance = inUnits.map((unit) => `${tolerances[unit]} ${unit}`).join(', ');
  const terms: readonly (readonly [string, string])[] = [
    [
      'Dice, IoU',
      '2 TP / (2 TP + FP + FN) and TP / (TP + FP + FN), over the pixels of the region. 0 where nothing was marked.',
    ],
    ['Sensitivity, specificity, accuracy', 'TP / (TP + FN), TN / (TN + FP), (TP + TN) / all pixels of the region.'],
    [
      'Distances',
      `Between the centres of boundary pixels, in ${lengths || 'pixels of the image'}: the pixels of a mask that have background, or the region’s end, on one of four sides. Not defined where nothing was marked, and then in no average.`,
    ],
    [
      'Hausdorff distance, HD95',
      'The largest distance from one boundary to the other, and the larger of the two directions’ 95th percentiles (Taha and Hanbury 2015; Maier-Hein et al. 2024).',
    ],
    ['Average surface distance', 'The mean over the boundary pixels of both masks (symmetric).'],
    [
      'Surface Dice',
      `The share of both boundaries within ${tolerance || 'the tolerance'} of the other (Nikolov et al. 2021). The tolerance is a convention.`,
    ],
    [
      'Lesions found, false marks',
      `A lesion is a connected part of the reference (8 neighbours), found if at least ${100 * lesionOverlap} % of it is marked. A connected part of the prediction is a false mark if less than ${100 * lesionOverlap} % of it lies on the reference.`,
    ],
    [
      'Intervals',
      `95 %, percentile bootstrap of 2000 resamples, seed ${intervalSeed}. Whole patients are drawn: images of one patient resemble each other.`,
    ],
    [
      'Limits of agreement',
      'Bland and Altman 1986; their confidence intervals exact for independent normal differences (Carkeet 2015), and somewhat too narrow where patients have several images.',
    ],
    [
      'Touching the image’s edge',
      'The region (the lesion’s bounding box with its margin) is cut by the image’s border, or the lesion reaches it.',
    ],
  ];
  return markup`<dl class="terms">${terms.map(([term, text]) => markup`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>`;
}
