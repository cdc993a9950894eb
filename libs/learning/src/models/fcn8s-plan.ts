import type { ConvolutionPlan } from './layer-plan.js';
import { vggGroups } from './vgg-plan.js';

/** The poolings whose outputs are scored, from the deepest, which is the fifth, with that before it in the network. */
export const SCORED_POOLINGS = [5, 4, 3] as const;

/** How much the sum of all scores is enlarged to the image's size. */
export const LAST_ENLARGEMENT = 8;

/** The parts of an FCN-8s. */
export interface Fcn8sParts {
  /** The encoder's convolutions, group by group; a 2×2 pooling follows each. */
  readonly groups: readonly (readonly ConvolutionPlan[])[];
  /** The 1×1 convolution from a pooling's channels to one score per pixel, for each of {@link SCORED_POOLINGS}. */
  readonly scores: readonly ConvolutionPlan[];
  /** Before each score but the first: what enlarges the sum of those before it twofold. */
  readonly enlargements: readonly ConvolutionPlan[];
}

/**
 * The convolutions of the FCN-8s. The encoder's have biases and no normalization, as published; the two that enlarge scores
 * have neither and begin as bilinear interpolation. fc6 and fc7, as convolutions 119,545,856 weights more, are left out: the
 * last pooling is scored in their place.
 * @param width - scales every channel count; a scaled count is rounded and at least 1.
 * @see Long, Shelhamer, Darrell, Fully Convolutional Networks (arXiv:1411.4038), section 4.
 */
export function fcn8sParts(width: number): Fcn8sParts {
  const groups = vggGroups(width, 'bias');
  return {
    groups,
    scores: SCORED_POOLINGS.map((pooling): ConvolutionPlan => ({
      name: `score${pooling}`,
      kind: 'convolution',
      kernelSize: 1,
      inputChannels: groups[pooling - 1]?.at(-1)?.outputChannels as number,
      outputChannels: 1,
      completion: 'bias',
    })),
    enlargements: SCORED_POOLINGS.slice(1).map((pooling): ConvolutionPlan => ({
      name: `score${pooling}/enlarge`,
      kind: 'interpolation',
      kernelSize: 4,
      inputChannels: 1,
      outputChannels: 1,
      completion: 'nothing',
    })),
  };
}

/** The convolutions of the FCN-8s from the image to the scores: 14,714,851 weights at width 1. */
export function fcn8sConvolutions(width: number): ConvolutionPlan[] {
  const { groups, scores, enlargements } = fcn8sParts(width);
  return [...groups.flat(), ...scores, ...enlargements];
}
