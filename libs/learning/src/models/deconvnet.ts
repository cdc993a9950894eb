import type { ModelSpec } from '../model-spec.js';
import { tfLayers } from '../tfjs.js';
import { deconvnetGroups, deconvnetLogits } from './deconvnet-plan.js';
import { Unpooling } from './layers/unpooling.js';
import { apply, convolution, convolutionWithRelu, type Symbolic } from './network-layers.js';

/**
 * Builds the DeconvNet as a tfjs model: (B, S, S, 1) in, logits (B, S, S, 1) out. The decoder's unpooling goes back to the
 * places and exactly to the size before each pooling, so that any S from 32 will do. All kernels are zero; the caller gives
 * the model its weights.
 * @see deconvnetGroups
 */
export function buildDeconvnet({ width, size }: ModelSpec): tfLayers.LayersModel {
  const groups = deconvnetGroups(width);
  const image = tfLayers.input({ shape: [size, size, 1], name: 'image' });
  const pooled: { readonly input: Symbolic; readonly output: Symbolic }[] = [];
  let x: Symbolic = image;
  groups.forEach(({ encoder }, level) => {
    const input = encoder.reduce((before, plan) => convolutionWithRelu(before, plan), x);
    x = apply(tfLayers.layers.maxPooling2d({ poolSize: 2, name: `down${level}/pool` }), input);
    pooled.push({ input, output: x });
  });
  for (let level = groups.length - 1; level >= 0; level--) {
    const { input, output } = pooled[level] as (typeof pooled)[number];
    x = apply(new Unpooling(`up${level}/unpool`), [x, input, output]);
    x = (groups[level] as (typeof groups)[number]).decoder.reduce(
      (before, plan) => convolutionWithRelu(before, plan),
      x,
    );
  }
  return tfLayers.model({ inputs: image, outputs: convolution(x, deconvnetLogits(groups)), name: 'deconvnet' });
}
