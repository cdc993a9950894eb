import type { ConvolutionPlan } from './layer-plan.js';
import { vggGroups } from './vgg-plan.js';

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
  return vggGroups(width, 'batch-normalization').map((encoder, level) => {
    const decoder = [...encoder].reverse().map((mirrored, index): ConvolutionPlan => ({
      ...mirrored,
      name: `up${level}/deconv${index}`,
      kind: 'deconvolution',
      inputChannels: mirrored.outputChannels,
      outputChannels: level === 0 ? mirrored.outputChannels : mirrored.inputChannels,
    }));
    return { encoder, decoder };
  });
}

/** The 1×1 convolution from the decoder's last channels to one logit per pixel. */
export function deconvnetLogits(groups: readonly DeconvnetGroup[]): ConvolutionPlan {
  const inputChannels = groups[0]?.decoder.at(-1)?.outputChannels as number;
  return {
    name: 'logits',
    kind: 'convolution',
    kernelSize: 1,
    inputChannels,
    outputChannels: 1,
    completion: 'bias',
  };
}

/** The convolutions of the DeconvNet from the image to the logits: 29,486,977 numbers at width 1, 16,000 of them moving statistics. */
export function deconvnetConvolutions(width: number): ConvolutionPlan[] {
  const groups = deconvnetGroups(width);
  return [
    ...groups.flatMap(({ encoder }) => encoder),
    ...[...groups].reverse().flatMap(({ decoder }) => decoder),
    deconvnetLogits(groups),
  ];
}
