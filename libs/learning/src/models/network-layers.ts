import { tfLayers } from '../tfjs.js';
import { normalizationName, type ConvolutionPlan } from './layer-plan.js';
import { BatchNormalization } from './layers/batch-normalization.js';

/** A tensor of a model that is being put together. */
export type Symbolic = tfLayers.SymbolicTensor;

/** Applies a layer. */
export function apply(layer: tfLayers.layers.Layer, inputs: Symbolic | Symbolic[]): Symbolic {
  return layer.apply(inputs) as Symbolic;
}

/**
 * Applies a planned convolution, with all weights zero, and its batch normalization if it has one.
 * @param padding - `same` keeps the image's size; of an up-convolution it makes no difference.
 */
export function convolution(x: Symbolic, plan: ConvolutionPlan, padding: 'same' | 'valid' = 'same'): Symbolic {
  const { name, kind, kernelSize, outputChannels, isNormalized } = plan;
  const settings = {
    name,
    filters: outputChannels,
    kernelSize,
    padding,
    useBias: !isNormalized,
    kernelInitializer: 'zeros',
    biasInitializer: 'zeros',
  } as const;
  const convolved = apply(
    kind === 'convolution'
      ? tfLayers.layers.conv2d(settings)
      : tfLayers.layers.conv2dTranspose({ ...settings, strides: kind === 'up-convolution' ? kernelSize : 1 }),
    x,
  );
  return isNormalized ? apply(new BatchNormalization(normalizationName(name)), convolved) : convolved;
}

/**
 * Applies a planned convolution and a ReLU. The activation is a layer of its own: tfjs then hands convolution and bias
 * over as one operation even while it records gradients, and onnxruntime fuses the Relu with them again.
 */
export function convolutionWithRelu(x: Symbolic, plan: ConvolutionPlan, padding: 'same' | 'valid' = 'same'): Symbolic {
  const relu = tfLayers.layers.activation({ activation: 'relu', name: `${plan.name}/relu` });
  return apply(relu, convolution(x, plan, padding));
}
