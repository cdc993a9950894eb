import { scaledChannels, type ConvolutionPlan } from './layer-plan.js';

/** The convolutions between two poolings, by the channels that each puts out at width 1: the sixteen-layer VGG's. */
const PUBLISHED_GROUPS: readonly (readonly number[])[] = [
  [64, 64],
  [128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [512, 512, 512],
];

/** How often the encoder halves the image; an odd row or column at the end is left over. */
export const DECONVNET_POOLINGS = PUBLISHED_GROUPS.length;

/** The convolutions of one group, and of its mirror image in the decoder, in the order they are applied. */
export interface DeconvnetGroup {
  readonly encoder: readonly ConvolutionPlan[];
  readonly decoder: readonly ConvolutionPlan[];
}

/**
 * The groups of the DeconvNet from the image's resolution down, without the last 1×1 convolution. The decoder's layers
 * are those of the encoder backwards, each from the other's output channels to its input channels; only the last one keeps
 * the channels of the first group instead of going back to the image's single one.
 * @param width - scales every channel count; a scaled count is rounded and at least 1.
 * @see Noh, Hong, Han, Learning Deconvolution Network for Semantic Segmentation (arXiv:1505.04366), table 3.
 */
export function deconvnetGroups(width: number): DeconvnetGroup[] {
  const groups: DeconvnetGroup[] = [];
  let inputChannels = 1;
  PUBLISHED_GROUPS.forEach((published, level) => {
    const encoder = published.map((channels, index): ConvolutionPlan => {
      const outputChannels = scaledChannels(channels, width);
      const plan: ConvolutionPlan = {
        name: `down${level}/conv${index}`,
        kind: 'convolution',
        kernelSize: 3,
        inputChannels,
        outputChannels,
        isNormalized: true,
      };
      inputChannels = outputChannels;
      return plan;
    });
    const decoder = [...encoder].reverse().map((mirrored, index): ConvolutionPlan => ({
      ...mirrored,
      name: `up${level}/deconv${index}`,
      kind: 'deconvolution',
      inputChannels: mirrored.outputChannels,
      outputChannels: level === 0 ? mirrored.outputChannels : mirrored.inputChannels,
    }));
    groups.push({ encoder, decoder });
  });
  return groups;
}

/** The 1×1 convolution from the decoder's last channels to one logit per pixel. */
export function deconvnetLogits(width: number): ConvolutionPlan {
  const inputChannels = scaledChannels((PUBLISHED_GROUPS[0] as readonly number[])[0] as number, width);
  return {
    name: 'logits',
    kind: 'convolution',
    kernelSize: 1,
    inputChannels,
    outputChannels: 1,
    isNormalized: false,
  };
}

/** The convolutions of the DeconvNet from the image to the logits: 29,486,977 numbers at width 1, 16,000 of them moving statistics. */
export function deconvnetConvolutions(width: number): ConvolutionPlan[] {
  const groups = deconvnetGroups(width);
  return [
    ...groups.flatMap(({ encoder }) => encoder),
    ...[...groups].reverse().flatMap(({ decoder }) => decoder),
    deconvnetLogits(width),
  ];
}
