import { LearningError } from './errors.js';

/**
 * The best mask that looks at no image: pixels that are foreground in at least t of the training masks, with the t whose
 * mask has the highest mean Dice over those training masks (the smallest such t if several have). A network must beat it
 * to show that it uses the pixels.
 * @param trainMasks - 0 or non-zero, all of the same size; left unchanged.
 * @returns a new mask of that size, 0 or 1.
 * @throws LearningError `no-values` if there is no mask, `wrong-shape` if they differ in size.
 */
export function meanMaskBaseline(trainMasks: readonly Uint8Array[]): Uint8Array {
  const [first] = trainMasks;
  if (first === undefined)
    throw new LearningError('no-values', 'there is no training mask to take the image-blind mask from');
  const pixels = first.length;
  if (trainMasks.some((mask) => mask.length !== pixels))
    throw new LearningError('wrong-shape', 'the training masks differ in size', { pixels });

  const votes = new Uint32Array(pixels);
  for (const mask of trainMasks)
    for (let i = 0; i < pixels; i++) if (mask[i] !== 0) votes[i] = (votes[i] as number) + 1;

  const diceSums = diceSumByThreshold(trainMasks, votes);
  let best = 1;
  for (let threshold = 2; threshold < diceSums.length; threshold++)
    if ((diceSums[threshold] as number) > (diceSums[best] as number)) best = threshold;
  return Uint8Array.from(votes, (count) => (count >= best ? 1 : 0));
}

/** For every threshold t from 1 to the number of masks: the sum over the masks of the Dice of {votes >= t} with it. */
function diceSumByThreshold(masks: readonly Uint8Array[], votes: Uint32Array): Float64Array {
  const sums = new Float64Array(masks.length + 1);
  const predicted = countsFrom(votes, () => true, masks.length);
  for (const mask of masks) {
    const overlap = countsFrom(votes, (pixel) => mask[pixel] !== 0, masks.length);
    const size = overlap[0] as number;
    for (let threshold = 1; threshold < sums.length; threshold++) {
      const total = (predicted[threshold] as number) + size;
      const dice = total === 0 ? 1 : (2 * (overlap[threshold] as number)) / total;
      sums[threshold] = (sums[threshold] as number) + dice;
    }
  }
  return sums;
}

/** For every t from 0 to `maxVotes`: how many of the chosen pixels have at least t votes. */
function countsFrom(votes: Uint32Array, isChosen: (pixel: number) => boolean, maxVotes: number): Float64Array {
  const counts = new Float64Array(maxVotes + 2);
  for (let pixel = 0; pixel < votes.length; pixel++)
    if (isChosen(pixel)) counts[votes[pixel] as number] = (counts[votes[pixel] as number] as number) + 1;
  for (let threshold = maxVotes; threshold >= 0; threshold--)
    counts[threshold] = (counts[threshold] as number) + (counts[threshold + 1] as number);
  return counts.subarray(0, maxVotes + 1);
}
