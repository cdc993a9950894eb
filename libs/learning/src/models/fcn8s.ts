import type { ModelSpec } from '../model-spec.js';
import { tfLayers } from '../tfjs.js';
import { fcn8sParts, LAST_ENLARGEMENT, SCORED_POOLINGS } from './fcn8s-plan.js';
import type { ConvolutionPlan } from './layer-plan.js';
import { BilinearUpsampling } from './layers/bilinear-upsampling.js';
import { apply, convolution, convolutionWithRelu, pooled, type Symbolic } from './network-layers.js';

/**
 * Builds the FCN-8s as a tfjs model: (B, S, S, 1) in, logits (B, S, S, 1) out, `same` padding, S a multiple of 32. The sum
 * of the scores is enlarged eightfold by a bilinear interpolation that is not trained. All weights are zero; the caller
 * gives it its weights.
 * @see fcn8sParts
 */
export function buildFcn8s({ width, size }: ModelSpec): tfLayers.LayersModel {
  const { groups, scores, enlargements } = fcn8sParts(width);
  const image = tfLayers.input({ shape: [size, size, 1], name: 'image' });
  const poolings: Symbolic[] = [];
  let x: Symbolic = image;
  groups.forEach((group, level) => {
    x = group.reduce((before, plan) => convolutionWithRelu(before, plan), x);
    x = pooled(x, `down${level}/pool`);
    poolings.push(x);
  });
  const [deepest, ...others] = SCORED_POOLINGS.map((pooling, index) =>
    convolution(poolings[pooling - 1] as Symbolic, scores[index] as ConvolutionPlan),
  );
  const sum = others.reduce((before, score, index) => {
    const plan = enlargements[index] as ConvolutionPlan;
    return apply(tfLayers.layers.add({ name: `${plan.name}/sum` }), [convolution(before, plan), score]);
  }, deepest as Symbolic);
  const logits = apply(new BilinearUpsampling('enlarge', LAST_ENLARGEMENT), sum);
  return tfLayers.model({ inputs: image, outputs: logits, name: 'fcn8s' });
}
