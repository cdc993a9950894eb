import { connectedComponents, type Components } from './connected-components.js';

/** What became of the lesions of one image. */
export interface LesionDetection {
  /** Parts of the reference. */
  readonly lesions: number;
  /** Of these, the ones of which the prediction covers enough. */
  readonly detected: number;
  /** Parts of the prediction of which too little lies on the reference. */
  readonly falsePositives: number;
}

/** Least share of a part that must lie on the other mask. */
export const LESION_OVERLAP = 0.1;

/**
 * Counts lesions that were found and marks where there is none. Lesions are the reference's connected parts (8 neighbours),
 * whatever their size. A lesion is detected if at least a tenth of its pixels are predicted; a connected part of the
 * prediction is a false positive if less than a tenth of its pixels lie on the reference. One mark may find several lesions,
 * several marks one; to mark everything finds all of them and is a false positive unless they fill a tenth of the picture.
 * @param predicted - shape (height, width), 0 or non-zero.
 * @param reference - of the same shape.
 * @see Maier-Hein, Reinke et al., Metrics reloaded, Nature Methods 21 (2024), 195-212: object detection needs a rule of
 * localization; this one is their intersection over reference with a loose threshold, since outlining is measured apart.
 */
export function lesionDetection(
  predicted: Uint8Array,
  reference: Uint8Array,
  width: number,
  height: number,
): LesionDetection {
  const lesions = connectedComponents(reference, width, height);
  const marks = connectedComponents(predicted, width, height);
  const detected = countOn(lesions, predicted);
  return { lesions: lesions.count, detected, falsePositives: marks.count - countOn(marks, reference) };
}

/** How many of the parts lie on the mask with enough of their pixels. */
function countOn({ count, labels }: Components, mask: Uint8Array): number {
  const sizes = new Float64Array(count + 1);
  const overlaps = new Float64Array(count + 1);
  labels.forEach((label, i) => {
    if (label === 0) return;
    sizes[label] = (sizes[label] as number) + 1;
    if (mask[i] !== 0) overlaps[label] = (overlaps[label] as number) + 1;
  });
  let enough = 0;
  // Whole numbers on both sides: 0.1 of 10 pixels is 1 of them, not a little more.
  for (let label = 1; label <= count; label++)
    if ((overlaps[label] as number) / (sizes[label] as number) >= LESION_OVERLAP) enough++;
  return enough;
}
