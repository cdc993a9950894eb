import { tfLayers } from '../tfjs.js';
import { normalizationName, type ConvolutionPlan } from './layer-plan.js';
import { BatchNormalization } from './layers/batch-normalization.js';
import { InstanceNormalization } from './layers/group-normalization.js';

/** A tensor of a model that is being put together. */
export type Symbolic = tfLayers.SymbolicTensor;

/** Applies a layer. */
export function apply(layer: tfLayers.layers.Layer, inputs: Symbolic | Symbolic[]): Symbolic {
  return layer.apply(inputs) as Symbolic;
}

/**
 * Applies a planned convolution, with all weights zero, and its normalization if it has one.
 * @param padding - `same` keeps the image's size; of an up-convolution it makes no difference.
 */
export function convolution(x: Symbolic, plan: ConvolutionPlan, padding: 'same' | 'valid' = 'same'): Symbolic {
  const { name, kind, kernelSize, outputChannels, completion } = plan;
  const settings = {
    name,
    filters: outputChannels,
    kernelSize,
    padding,
    useBias: completion === 'bias',
    kernelInitializer: 'zeros',
    biasInitializer: 'zeros',
  } as const;
  const convolved = apply(
    kind === 'convolution'
      ? tfLayers.layers.conv2d({ ...settings, strides: plan.stride ?? 1 })
      : tfLayers.layers.conv2dTranspose({ ...settings, strides: enlargement(plan) }),
    x,
  );
  switch (completion) {
    case 'batch-normalization':
      return apply(new BatchNormalization(normalizationName(name)), convolved);
    case 'instance-normalization':
      return apply(new InstanceNormalization(normalizationName(name)), convolved);
    default:
      return convolved;
  }
}

/** How much larger a transposed convolution makes an image. */
function enlargement({ kind, kernelSize }: ConvolutionPlan): number {
  switch (kind) {
    case 'up-convolution':
      return kernelSize;
    case 'interpolation':
      return kernelSize / 2;
    default:
      return 1;
  }
}

/**
 * Applies a planned convolution and a ReLU. The activation is a layer of its own: tfjs then hands convolution and bias
 * over as one operation even while it records gradients, and onnxruntime fuses the Relu with them again.
 */
export function convolutionWithRelu(x: Symbolic, plan: ConvolutionPlan, padding: 'same' | 'valid' = 'same'): Symbolic {
  return activated(convolution(x, plan, padding), 'relu', `${plan.name}/relu`);
}

export function activated(x: Symbolic, activation: 'relu' | 'sigmoid', name: string): Symbolic {
  return apply(tfLayers.layers.activation({ activation, name }), x);
}

/** The largest of each 2×2 pixels. */
export function pooled(x: Symbolic, name: string): Symbolic {
  return apply(tfLayers.layers.maxPooling2d({ poolSize: 2, name }), x);
}
