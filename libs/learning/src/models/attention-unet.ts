import type { ModelSpec } from '../model-spec.js';
import { tfLayers } from '../tfjs.js';
import { attentionUnetConvolutions, gateName } from './attention-unet-plan.js';
import { planFinder } from './layer-plan.js';
import { BilinearUpsampling } from './layers/bilinear-upsampling.js';
import { activated, apply, convolution, type Symbolic } from './network-layers.js';
import { contractAndExpand } from './unet.js';

/**
 * Builds the Attention U-Net as a tfjs model: (B, S, S, 1) in, logits (B, S, S, 1) out, `same` padding, S a multiple of 16.
 * It is the U-Net with skips that pass an additive attention gate. All weights are zero; the caller gives it its weights.
 * @see attentionUnetConvolutions
 */
export function buildAttentionUnet({ width, size }: ModelSpec): tfLayers.LayersModel {
  const image = tfLayers.input({ shape: [size, size, 1], name: 'image' });
  const plans = attentionUnetConvolutions(width);
  const planOf = planFinder(plans);
  const gated = (skip: Symbolic, signal: Symbolic, level: number): Symbolic => {
    if (level === 0) return skip;
    const name = gateName(level);
    const sum = apply(tfLayers.layers.add({ name: `${name}/sum` }), [
      convolution(skip, planOf(`${name}/skip`)),
      convolution(signal, planOf(`${name}/signal`)),
    ]);
    const score = convolution(activated(sum, 'relu', `${name}/relu`), planOf(`${name}/score`));
    const coefficients = apply(
      new BilinearUpsampling(`${name}/upsample`, 2),
      activated(score, 'sigmoid', `${name}/sigmoid`),
    );
    return apply(tfLayers.layers.multiply({ name: `${name}/product` }), [skip, coefficients]);
  };
  const logits = contractAndExpand(image, plans, { passed: gated });
  return tfLayers.model({ inputs: image, outputs: logits, name: 'attention-unet' });
}
