import { LearningError } from '../errors.js';
import type { ModelSpec } from '../model-spec.js';
import { tfLayers } from '../tfjs.js';
import type { ConvolutionPlan } from './layer-plan.js';
import { apply, convolution, convolutionWithRelu, type Symbolic } from './network-layers.js';
import { POOLING_LEVELS, unetConvolutions } from './unet-plan.js';

/**
 * Builds the U-Net as a tfjs model: (B, S, S, 1) in, logits (B, S, S, 1) out, `same` padding. All weights are zero; the
 * caller gives it its weights.
 * @see unetConvolutions
 */
export function buildUnet({ width, size }: ModelSpec): tfLayers.LayersModel {
  const plans = new Map(unetConvolutions(width).map((plan) => [plan.name, plan]));
  const planOf = (name: string): ConvolutionPlan => {
    const plan = plans.get(name);
    if (plan === undefined) throw new LearningError('compile-failed', `the U-Net's plan has no convolution ${name}`);
    return plan;
  };
  const pair = (input: Symbolic, name: string): Symbolic =>
    [`${name}/conv0`, `${name}/conv1`].reduce((x, layer) => convolutionWithRelu(x, planOf(layer)), input);

  const image = tfLayers.input({ shape: [size, size, 1], name: 'image' });
  const skips: Symbolic[] = [];
  let x: Symbolic = image;
  for (let level = 0; level < POOLING_LEVELS; level++) {
    x = pair(x, `down${level}`);
    skips.push(x);
    x = apply(tfLayers.layers.maxPooling2d({ poolSize: 2, name: `down${level}/pool` }), x);
  }
  x = pair(x, 'bottom');
  for (let level = POOLING_LEVELS - 1; level >= 0; level--) {
    const up = convolution(x, planOf(`up${level}/upconv`));
    x = apply(tfLayers.layers.concatenate({ name: `up${level}/concat` }), [skips[level] as Symbolic, up]);
    x = pair(x, `up${level}`);
  }
  return tfLayers.model({ inputs: image, outputs: convolution(x, planOf('logits')), name: 'unet' });
}
