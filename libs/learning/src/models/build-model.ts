import { LearningError } from '../errors.js';
import { assertModelSpec, type ModelSpec } from '../model-spec.js';
import type { tfLayers } from '../tfjs.js';
import { buildUnet } from './unet.js';

/**
 * Builds a model in tfjs, with all weights zero, on tfjs's current backend. The caller disposes of it.
 * @throws LearningError `bad-model-spec`.
 */
export function buildModel(spec: ModelSpec): tfLayers.LayersModel {
  assertModelSpec(spec);
  switch (spec.name) {
    case 'unet':
      return buildUnet(spec);
    case 'unet-valid':
    case 'deconvnet':
      throw new LearningError('bad-model-spec', `${spec.name} is not built yet`);
  }
}
