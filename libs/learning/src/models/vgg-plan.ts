import { scaledChannels, type ConvolutionPlan } from './layer-plan.js';

/** The convolutions between two poolings, by the channels that each puts out at width 1. */
const PUBLISHED_GROUPS: readonly (readonly number[])[] = [
  [64, 64],
  [128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [512, 512, 512],
];

/** How often the network halves the image; an odd row or column at the end is left over. */
export const VGG_POOLINGS = PUBLISHED_GROUPS.length;

/**
 * The convolutions of the sixteen-layer VGG, 3×3 each, from a grey image down, group by group: a 2×2 pooling follows each
 * group. The three fully connected layers are not among them.
 * @param width - scales every channel count; a scaled count is rounded and at least 1.
 * @see Simonyan, Zisserman, Very Deep Convolutional Networks (arXiv:1409.1556), table 1, column D.
 */
export function vggGroups(width: number, completion: ConvolutionPlan['completion']): ConvolutionPlan[][] {
  let inputChannels = 1;
  return PUBLISHED_GROUPS.map((published, level) =>
    published.map((channels, index): ConvolutionPlan => {
      const outputChannels = scaledChannels(channels, width);
      const name = `down${level}/conv${index}`;
      const plan = { name, kind: 'convolution', kernelSize: 3, inputChannels, outputChannels, completion } as const;
      inputChannels = outputChannels;
      return plan;
    }),
  );
}
