import { isUnder } from '@mammofed/core';
import type { Outputs } from './deep-supervision.js';
import type { tf, tfLayers } from './tfjs.js';
import { unsupported } from './trace/lowering.js';
import type { Recording } from './trace/recording.js';

export interface ApplyOptions {
  readonly training: boolean;
  /** Layers, by the beginnings of their names, that normalize by their moving statistics even in training. */
  readonly frozen?: readonly string[] | undefined;
}

/** Applies a model layer by layer, telling the recording which layer is at work. */
export function applyModel(
  model: tfLayers.LayersModel,
  images: tf.Tensor,
  { training, frozen = [] }: ApplyOptions,
  recording: Recording,
): Outputs {
  recording.enterModel(model.name);
  const layers = layersOf(model);
  for (const layer of layers) {
    const call = layer.call.bind(layer);
    // Not of a layer without weights: a dropout has nothing to freeze.
    const isFrozen = layer.weights.length > 0 && isUnder(layer.name, frozen);
    layer.call = (inputs, kwargs) => {
      recording.enterLayer(layer.name);
      if (training) refuseRandom(layer, recording);
      return call(inputs, isFrozen ? { ...kwargs, training: false } : kwargs);
    };
  }
  try {
    return model.apply(images, { training }) as Outputs;
  } finally {
    recording.enterLayer(undefined);
    // Uncovers the class's own method again.
    for (const layer of layers) Reflect.deleteProperty(layer, 'call');
  }
}

type Layer = tfLayers.layers.Layer;

/** A model's layers, with those of models and of wrappers inside it. */
function layersOf(model: tfLayers.LayersModel): Layer[] {
  const inside = (layer: Layer & { readonly layers?: Layer[]; readonly layer?: Layer }): Layer[] => [
    ...(layer.layers ?? []),
    ...(layer.layer === undefined ? [] : [layer.layer]),
  ];
  const found = new Set<Layer>();
  const visit = (layer: Layer): void => {
    if (found.has(layer)) return;
    found.add(layer);
    inside(layer).forEach(visit);
  };
  model.layers.forEach(visit);
  return [...found];
}

/** tfjs's layers that draw in training: recorded, one draw would be a constant of every step. */
const RANDOM_LAYERS = [
  'Dropout',
  'SpatialDropout1D',
  'GaussianNoise',
  'GaussianDropout',
  'AlphaDropout',
  'RandomWidth',
];

function refuseRandom(layer: Layer, recording: Recording): void {
  const className = layer.getClassName();
  if (RANDOM_LAYERS.includes(className))
    unsupported(className, 'draws its own random numbers, which a compiled step must be given', recording, []);
}
