import type { ModelSpec } from '../model-spec.js';
import { tfLayers } from '../tfjs.js';
import { planFinder, type ConvolutionPlan } from './layer-plan.js';
import { Mirroring } from './layers/mirroring.js';
import { apply, convolution, convolutionWithRelu, pooled, type Symbolic } from './network-layers.js';
import { POOLING_LEVELS, unetConvolutions } from './unet-plan.js';

/**
 * Builds the U-Net as a tfjs model: (B, S, S, 1) in, logits (B, S, S, 1) out, `same` padding. All weights are zero; the
 * caller gives it its weights.
 * @see unetConvolutions
 */
export function buildUnet({ width, size }: ModelSpec): tfLayers.LayersModel {
  const image = tfLayers.input({ shape: [size, size, 1], name: 'image' });
  return tfLayers.model({ inputs: image, outputs: contractAndExpand(image, unetConvolutions(width)), name: 'unet' });
}

/**
 * The side of the smallest image that the U-Net without padding can take and whose output is at least `size`: both come from
 * the side b of the lowest level's input, 16 b + 60 and 16 b − 124. 160 gives 348, whose output is 164.
 */
export function validInputSize(size: number): number {
  return 16 * Math.ceil((size + 124) / 16) + 60;
}

/**
 * Builds the published U-Net, whose convolutions have no padding: (B, S, S, 1) in, logits (B, S, S, 1) out. Inside, the image
 * is continued by mirroring to {@link validInputSize}, the skips are cut to their middle, and so is the output. Its weights
 * are those of the other U-Net.
 * @see Ronneberger, Fischer, Brox (arXiv:1505.04597), figures 1 and 2.
 */
export function buildValidUnet({ width, size }: ModelSpec): tfLayers.LayersModel {
  const image = tfLayers.input({ shape: [size, size, 1], name: 'image' });
  const mirrored = apply(new Mirroring('mirror', validInputSize(size)), image);
  const logits = cropped(contractAndExpand(mirrored, unetConvolutions(width), { padding: 'valid' }), size, 'crop');
  return tfLayers.model({ inputs: image, outputs: logits, name: 'unet-valid' });
}

/** What makes a U-Net of another kind. */
export interface UnetVariation {
  /** `same` if not given. */
  readonly padding?: 'same' | 'valid';
  /** What the expanding path is given of a level's skip, knowing also the output of the level below. */
  readonly passed?: (skip: Symbolic, below: Symbolic, level: number) => Symbolic;
}

/**
 * The two paths of a U-Net, from the image to the logits.
 * @param plans - {@link unetConvolutions}, and maybe others.
 */
export function contractAndExpand(
  image: Symbolic,
  plans: readonly ConvolutionPlan[],
  { padding = 'same', passed = (skip) => skip }: UnetVariation = {},
): Symbolic {
  const planOf = planFinder(plans);
  const pair = (input: Symbolic, name: string): Symbolic =>
    [`${name}/conv0`, `${name}/conv1`].reduce((x, layer) => convolutionWithRelu(x, planOf(layer), padding), input);

  const skips: Symbolic[] = [];
  let x: Symbolic = image;
  for (let level = 0; level < POOLING_LEVELS; level++) {
    x = pair(x, `down${level}`);
    skips.push(x);
    x = pooled(x, `down${level}/pool`);
  }
  x = pair(x, 'bottom');
  for (let level = POOLING_LEVELS - 1; level >= 0; level--) {
    const skip = passed(skips[level] as Symbolic, x, level);
    const up = convolution(x, planOf(`up${level}/upconv`));
    x = apply(tfLayers.layers.concatenate({ name: `up${level}/concat` }), [
      cropped(skip, up.shape[1] as number, `up${level}/crop`),
      up,
    ]);
    x = pair(x, `up${level}`);
  }
  return convolution(x, planOf('logits'));
}

/** The middle of an image; the image itself where that is all of it. What is cut off is always even. */
function cropped(x: Symbolic, size: number, name: string): Symbolic {
  const margin = ((x.shape[1] as number) - size) / 2;
  if (margin === 0) return x;
  const sides: [[number, number], [number, number]] = [
    [margin, margin],
    [margin, margin],
  ];
  return apply(tfLayers.layers.cropping2D({ cropping: sides, name }), x);
}
