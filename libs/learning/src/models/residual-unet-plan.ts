import { scaledChannels, type ConvolutionPlan } from './layer-plan.js';

/** The encoder's stages from the image's resolution down: channels at width 1, and how many residual blocks. */
const PUBLISHED_STAGES: readonly { readonly channels: number; readonly blocks: number }[] = [
  { channels: 32, blocks: 1 },
  { channels: 64, blocks: 3 },
  { channels: 128, blocks: 4 },
  { channels: 256, blocks: 6 },
  { channels: 512, blocks: 6 },
  { channels: 512, blocks: 6 },
];

/** How often the encoder halves the image. */
export const RESIDUAL_HALVINGS = PUBLISHED_STAGES.length - 1;

/** Levels whose decoder output is scored, from the image's resolution down: every one but the deepest. */
const SCORED_LEVELS = RESIDUAL_HALVINGS - 1;

/** Two convolutions and the way around them. */
export interface ResidualBlock {
  readonly name: string;
  /** Whether it halves the image: its first convolution by a stride of 2, the way around by a mean of 2×2 pixels. */
  readonly isHalving: boolean;
  readonly convolutions: readonly [ConvolutionPlan, ConvolutionPlan];
  /** The 1×1 convolution on the way around, where the block changes the number of channels. */
  readonly projection: ConvolutionPlan | undefined;
}

/** One level of the decoder. */
export interface ResidualDecoderLevel {
  readonly enlargement: ConvolutionPlan;
  /** Of the enlarged image and the skip. */
  readonly convolution: ConvolutionPlan;
}

/** The parts of a residual U-Net. */
export interface ResidualUnetParts {
  readonly stem: ConvolutionPlan;
  /** The encoder's blocks, level by level from the image's resolution down. */
  readonly encoder: readonly (readonly ResidualBlock[])[];
  /** From the image's resolution down. */
  readonly decoder: readonly ResidualDecoderLevel[];
  /** The 1×1 convolutions to one logit for each pixel, from the image's resolution down. */
  readonly heads: readonly ConvolutionPlan[];
}

/**
 * The convolutions of nnU-Net with a residual encoder, as its preset M plans it for images of 160 pixels: six stages, one
 * convolution at each level of the decoder, and a head at each but the deepest for deep supervision. Every other
 * convolution is followed by instance normalization, which cancels a bias, so that those have none.
 * @param width - scales every channel count; a scaled count is rounded and at least 1.
 * @see Isensee et al., nnU-Net (Nature Methods 18, 2021), methods; Isensee et al., nnU-Net Revisited (arXiv:2404.09556),
 * section 3.
 */
export function residualUnetParts(width: number): ResidualUnetParts {
  const channels = PUBLISHED_STAGES.map((stage) => scaledChannels(stage.channels, width));
  const channelsOf = (level: number): number => channels[level] as number;
  const encoder = PUBLISHED_STAGES.map(({ blocks }, level) =>
    Array.from({ length: blocks }, (_, index): ResidualBlock => {
      const above = index === 0 && level > 0 ? level - 1 : level;
      return residualBlock(`down${level}/block${index}`, {
        isHalving: above < level,
        changesChannels: PUBLISHED_STAGES[above]?.channels !== PUBLISHED_STAGES[level]?.channels,
        inputChannels: channelsOf(above),
        outputChannels: channelsOf(level),
      });
    }),
  );
  const decoder = channels.slice(0, RESIDUAL_HALVINGS).map((outputChannels, level): ResidualDecoderLevel => ({
    enlargement: {
      ...convolution(`up${level}/upconv`, channelsOf(level + 1), outputChannels),
      kind: 'up-convolution',
      kernelSize: 2,
      completion: 'bias',
    },
    convolution: convolution(`up${level}/conv0`, 2 * outputChannels, outputChannels),
  }));
  const heads = channels.slice(0, SCORED_LEVELS).map((inputChannels, level): ConvolutionPlan => ({
    ...convolution(level === 0 ? 'logits' : `up${level}/logits`, inputChannels, 1),
    kernelSize: 1,
    completion: 'bias',
  }));
  return { stem: convolution('stem', 1, channelsOf(0)), encoder, decoder, heads };
}

/** The convolutions of the residual U-Net from the image to the heads. */
export function residualUnetConvolutions(width: number): ConvolutionPlan[] {
  const { stem, encoder, decoder, heads } = residualUnetParts(width);
  const ofBlock = ({ convolutions, projection }: ResidualBlock): ConvolutionPlan[] =>
    projection === undefined ? [...convolutions] : [...convolutions, projection];
  return [
    stem,
    ...encoder.flat().flatMap(ofBlock),
    ...[...decoder].reverse().flatMap(({ enlargement, convolution }) => [enlargement, convolution]),
    ...heads,
  ];
}

function residualBlock(
  name: string,
  {
    isHalving,
    changesChannels,
    inputChannels,
    outputChannels,
  }: {
    readonly isHalving: boolean;
    readonly changesChannels: boolean;
    readonly inputChannels: number;
    readonly outputChannels: number;
  },
): ResidualBlock {
  return {
    name,
    isHalving,
    convolutions: [
      { ...convolution(`${name}/conv0`, inputChannels, outputChannels), stride: isHalving ? 2 : 1 },
      // So that a block begins as the way around it.
      { ...convolution(`${name}/conv1`, outputChannels, outputChannels), initialGamma: 0 },
    ],
    projection: changesChannels
      ? { ...convolution(`${name}/skip`, inputChannels, outputChannels), kernelSize: 1 }
      : undefined,
  };
}

function convolution(name: string, inputChannels: number, outputChannels: number): ConvolutionPlan {
  return {
    name,
    kind: 'convolution',
    kernelSize: 3,
    inputChannels,
    outputChannels,
    completion: 'instance-normalization',
  };
}
