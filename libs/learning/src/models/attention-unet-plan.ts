import type { ConvolutionPlan } from './layer-plan.js';
import { POOLING_LEVELS, unetConvolutions } from './unet-plan.js';

/**
 * The convolutions of the Attention U-Net: those of the U-Net, and three for the gate of each skip but the first, which,
 * as published, is passed on whole. At width 1 they hold 33,096,772 weights.
 * @param width - scales every channel count; a scaled count is rounded and at least 1.
 * @see Oktay et al., Attention U-Net (arXiv:1804.03999), section 3 and figure 2.
 */
export function attentionUnetConvolutions(width: number): ConvolutionPlan[] {
  const plans = unetConvolutions(width);
  const gatesByFollower = new Map(
    Array.from({ length: POOLING_LEVELS - 1 }, (_, index) => [`up${index + 1}/upconv`, index + 1]),
  );
  return plans.flatMap((plan) => {
    const level = gatesByFollower.get(plan.name);
    return level === undefined ? [plan] : [...gateConvolutions(level, plan), plan];
  });
}

/** The layer name of a level's gate. */
export function gateName(level: number): string {
  return `up${level}/gate`;
}

/**
 * W_x, W_g and ψ of equation 1, between which the gate has as many channels as the skip. W_x makes the skip as small as the
 * gating signal, the output of the level below, by a stride of 2; with the signal's bias it needs none of its own.
 * @param up - the up-convolution from the level below.
 */
function gateConvolutions(level: number, up: ConvolutionPlan): ConvolutionPlan[] {
  const [below, channels] = [up.inputChannels, up.outputChannels];
  const convolution = (part: string, inputChannels: number, outputChannels: number): ConvolutionPlan => ({
    name: `${gateName(level)}/${part}`,
    kind: 'convolution',
    kernelSize: 1,
    inputChannels,
    outputChannels,
    completion: 'bias',
  });
  return [
    { ...convolution('skip', channels, channels), kernelSize: 2, stride: 2, completion: 'nothing' },
    convolution('signal', below, channels),
    convolution('score', channels, 1),
  ];
}
