import type { ModelSpec } from '../model-spec.js';
import { tfLayers } from '../tfjs.js';
import type { ConvolutionPlan } from './layer-plan.js';
import { apply, convolution, type Symbolic } from './network-layers.js';
import { residualUnetParts, type ResidualBlock, type ResidualDecoderLevel } from './residual-unet-plan.js';

/** What a leaky ReLU makes of numbers below zero: nnU-Net's. */
const NEGATIVE_SLOPE = 0.01;

/**
 * Builds the residual U-Net as a tfjs model: (B, S, S, 1) in, S a multiple of 32 from 64. Its outputs are the logits of its
 * heads, (B, S, S, 1) and then, for deep supervision, those of the next levels, (B, S / 2, S / 2, 1) and so on. All weights
 * are zero; the caller gives it its weights.
 * @see residualUnetParts
 */
export function buildResidualUnet({ width, size }: ModelSpec): tfLayers.LayersModel {
  const { stem, encoder, decoder, heads } = residualUnetParts(width);
  const image = tfLayers.input({ shape: [size, size, 1], name: 'image' });
  const skips: Symbolic[] = [];
  let x = convolutionWithLeakyRelu(image, stem);
  for (const blocks of encoder) {
    x = blocks.reduce(residual, x);
    skips.push(x);
  }
  const decoded: Symbolic[] = [];
  for (let level = decoder.length - 1; level >= 0; level--) {
    const { enlargement, convolution: plan } = decoder[level] as ResidualDecoderLevel;
    const joined = apply(tfLayers.layers.concatenate({ name: `up${level}/concat` }), [
      convolution(x, enlargement),
      skips[level] as Symbolic,
    ]);
    x = convolutionWithLeakyRelu(joined, plan);
    decoded[level] = x;
  }
  const outputs = heads.map((head, level) => convolution(decoded[level] as Symbolic, head));
  return tfLayers.model({ inputs: image, outputs, name: 'residual-unet' });
}

/** A residual block: conv – norm – leaky ReLU – conv – norm, the way around added, leaky ReLU. */
function residual(
  x: Symbolic,
  { name, isHalving, convolutions: [first, second], projection }: ResidualBlock,
): Symbolic {
  const inner = convolution(leakyRelu(isHalving ? halved(x, first) : convolution(x, first), first.name), second);
  const shrunk = isHalving ? apply(tfLayers.layers.averagePooling2d({ poolSize: 2, name: `${name}/pool` }), x) : x;
  const around = projection === undefined ? shrunk : convolution(shrunk, projection);
  return leakyRelu(apply(tfLayers.layers.add({ name: `${name}/sum` }), [inner, around]), name);
}

/**
 * A 3×3 convolution of stride 2 with windows around every other pixel from the first one: `same` of tfjs would lay them
 * around every other one from the second.
 */
function halved(x: Symbolic, plan: ConvolutionPlan): Symbolic {
  const padding: [[number, number], [number, number]] = [
    [1, 0],
    [1, 0],
  ];
  return convolution(apply(tfLayers.layers.zeroPadding2d({ padding, name: `${plan.name}/pad` }), x), plan, 'valid');
}

function convolutionWithLeakyRelu(x: Symbolic, plan: ConvolutionPlan): Symbolic {
  return leakyRelu(convolution(x, plan), plan.name);
}

function leakyRelu(x: Symbolic, name: string): Symbolic {
  return apply(tfLayers.layers.leakyReLU({ alpha: NEGATIVE_SLOPE, name: `${name}/relu` }), x);
}
