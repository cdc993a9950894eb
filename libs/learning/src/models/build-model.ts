import { assertModelSpec, type ModelSpec } from '../model-spec.js';
import type { tfLayers } from '../tfjs.js';
import { buildDeconvnet } from './deconvnet.js';
import { buildUnet, buildValidUnet } from './unet.js';

/**
 * Builds a model in tfjs, with all weights zero, on tfjs's current backend. The caller disposes of it.
 * @throws LearningError `bad-model-spec`.
 */
export function buildModel(spec: ModelSpec): tfLayers.LayersModel {
  assertModelSpec(spec);
  switch (spec.name) {
    case 'unet':
      return buildUnet(spec);
    case 'deconvnet':
      return buildDeconvnet(spec);
    case 'unet-valid':
      return buildValidUnet(spec);
  }
}
