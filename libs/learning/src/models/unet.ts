import { LearningError } from '../errors.js';
import type { ModelSpec } from '../model-spec.js';
import { tfLayers } from '../tfjs.js';
import { POOLING_LEVELS, unetConvolutions, type ConvolutionPlan } from './unet-plan.js';

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
  const pair = (input: tfLayers.SymbolicTensor, name: string): tfLayers.SymbolicTensor =>
    [`${name}/conv0`, `${name}/conv1`].reduce((x, layer) => relu(convolution(x, planOf(layer)), layer), input);

  const image = tfLayers.input({ shape: [size, size, 1], name: 'image' });
  const skips: tfLayers.SymbolicTensor[] = [];
  let x: tfLayers.SymbolicTensor = image;
  for (let level = 0; level < POOLING_LEVELS; level++) {
    x = pair(x, `down${level}`);
    skips.push(x);
    x = apply(tfLayers.layers.maxPooling2d({ poolSize: 2, name: `down${level}/pool` }), x);
  }
  x = pair(x, 'bottom');
  for (let level = POOLING_LEVELS - 1; level >= 0; level--) {
    const up = upConvolution(x, planOf(`up${level}/upconv`));
    x = apply(tfLayers.layers.concatenate({ name: `up${level}/concat` }), [
      skips[level] as tfLayers.SymbolicTensor,
      up,
    ]);
    x = pair(x, `up${level}`);
  }
  return tfLayers.model({ inputs: image, outputs: convolution(x, planOf('logits')), name: 'unet' });
}

// The activation is a layer of its own: tfjs then hands convolution and bias over as one operation even while it
// records gradients, and onnxruntime fuses the Relu with them again.
function convolution(
  x: tfLayers.SymbolicTensor,
  { name, kernelSize, outputChannels }: ConvolutionPlan,
): tfLayers.SymbolicTensor {
  const layer = tfLayers.layers.conv2d({
    name,
    filters: outputChannels,
    kernelSize,
    padding: 'same',
    kernelInitializer: 'zeros',
    biasInitializer: 'zeros',
  });
  return apply(layer, x);
}

function upConvolution(
  x: tfLayers.SymbolicTensor,
  { name, kernelSize, outputChannels }: ConvolutionPlan,
): tfLayers.SymbolicTensor {
  const layer = tfLayers.layers.conv2dTranspose({
    name,
    filters: outputChannels,
    kernelSize,
    strides: kernelSize,
    kernelInitializer: 'zeros',
    biasInitializer: 'zeros',
  });
  return apply(layer, x);
}

function relu(x: tfLayers.SymbolicTensor, name: string): tfLayers.SymbolicTensor {
  return apply(tfLayers.layers.activation({ activation: 'relu', name: `${name}/relu` }), x);
}

function apply(
  layer: tfLayers.layers.Layer,
  inputs: tfLayers.SymbolicTensor | tfLayers.SymbolicTensor[],
): tfLayers.SymbolicTensor {
  return layer.apply(inputs) as tfLayers.SymbolicTensor;
}
