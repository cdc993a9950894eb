import { scaledChannels, type ConvolutionPlan } from './layer-plan.js';

/** How often the contracting path halves the image. */
export const POOLING_LEVELS = 4;

// Channels of the first level at width 1; every level below doubles them.
const PUBLISHED_CHANNELS = 64;

/**
 * The convolutions of the U-Net from the image to the logits. Level 0 has the image's resolution, level 4 a sixteenth.
 * At width 1 they hold 31,030,593 weights: the published network with one logit in place of two classes.
 * @param width - scales every channel count; a scaled count is rounded and at least 1.
 * @see Ronneberger, Fischer, Brox, U-Net (arXiv:1505.04597), figure 1.
 */
export function unetConvolutions(width: number): ConvolutionPlan[] {
  const channels = (level: number): number => scaledChannels(PUBLISHED_CHANNELS * 2 ** level, width);
  const convolution = (name: string, inputChannels: number, outputChannels: number): ConvolutionPlan => ({
    name,
    kind: 'convolution',
    kernelSize: 3,
    inputChannels,
    outputChannels,
    completion: 'bias',
  });
  const pair = (name: string, inputChannels: number, outputChannels: number): ConvolutionPlan[] => [
    convolution(`${name}/conv0`, inputChannels, outputChannels),
    convolution(`${name}/conv1`, outputChannels, outputChannels),
  ];
  const plan: ConvolutionPlan[] = [];
  for (let level = 0; level < POOLING_LEVELS; level++)
    plan.push(...pair(`down${level}`, level === 0 ? 1 : channels(level - 1), channels(level)));
  plan.push(...pair('bottom', channels(POOLING_LEVELS - 1), channels(POOLING_LEVELS)));
  for (let level = POOLING_LEVELS - 1; level >= 0; level--) {
    plan.push({
      ...convolution(`up${level}/upconv`, channels(level + 1), channels(level)),
      kind: 'up-convolution',
      kernelSize: 2,
    });
    plan.push(...pair(`up${level}`, 2 * channels(level), channels(level)));
  }
  plan.push({ ...convolution('logits', channels(0), 1), kernelSize: 1 });
  return plan;
}
