import { assertModelSpec, type ModelSpec } from '../model-spec.js';
import type { tfLayers } from '../tfjs.js';
import { buildAttentionUnet } from './attention-unet.js';
import { buildDeconvnet } from './deconvnet.js';
import { buildFcn8s } from './fcn8s.js';
import { buildOwnModel } from './own-model.js';
import { buildResidualUnet } from './residual-unet.js';
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
    case 'fcn8s':
      return buildFcn8s(spec);
    case 'attention-unet':
      return buildAttentionUnet(spec);
    case 'residual-unet':
      return buildResidualUnet(spec);
    case 'own':
      return buildOwnModel(spec);
  }
}
