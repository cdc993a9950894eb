import { filled, IS_NULL, LAST_AXIS, layerClass, ONES, unchanged, ZEROS, type OwnTensor } from './layer-class.js';
import { MAX_CHANNELS } from './limits.js';
import { activation, exactly, number, numberOrNull, whole } from './setting.js';

const NORMALIZATION = {
  axis: LAST_AXIS,
  center: [true],
  scale: [true],
  beta_initializer: ZEROS,
  gamma_initializer: ONES,
  ...{ beta_regularizer: IS_NULL, gamma_regularizer: IS_NULL, beta_constraint: IS_NULL, gamma_constraint: IS_NULL },
};

const epsilon = number(1e-7, 1, 1e-3);

/** What leaves the shape as it is: normalizations, dropout, activations. */
export const ELEMENT_CLASSES = {
  BatchNormalization: layerClass({
    settings: { momentum: number(0, 0.9999, 0.99), epsilon },
    fixed: { ...NORMALIZATION, moving_mean_initializer: ZEROS, moving_variance_initializer: ONES },
    effect: (_settings, [input]) => ({
      shape: input,
      tensors: [...gammaAndBeta(input[2]), filled('moving_mean', input[2], 0), filled('moving_variance', input[2], 1)],
    }),
  }),
  LayerNormalization: layerClass({
    settings: { epsilon },
    fixed: NORMALIZATION,
    effect: (_settings, [input]) => ({ shape: input, tensors: gammaAndBeta(input[2]) }),
  }),
  GroupNormalization: layerClass({
    settings: { groups: whole(-1, MAX_CHANNELS, 32), epsilon },
    fixed: NORMALIZATION,
    effect: ({ groups }, [input]) =>
      groups === -1 || (groups > 0 && input[2] % groups === 0)
        ? { shape: input, tensors: gammaAndBeta(input[2]) }
        : `${input[2]} channels cannot be parted into ${groups} groups`,
  }),
  Dropout: layerClass({
    settings: { rate: number(0, 0.99) },
    fixed: { noise_shape: IS_NULL, seed: IS_NULL },
    effect: unchanged,
  }),

  Activation: layerClass({ settings: { activation: activation() }, effect: unchanged }),
  ReLU: layerClass({
    settings: { max_value: numberOrNull(0, 1e6) },
    fixed: { negative_slope: [0], threshold: [0] },
    effect: unchanged,
  }),
  LeakyReLU: layerClass({ settings: { alpha: number(0, 1, 0.3) }, effect: unchanged }),
  // tfjs has no other.
  ELU: layerClass({ settings: {}, fixed: { alpha: [1] }, effect: unchanged }),
  PReLU: layerClass({
    // Without it tfjs and Keras have a slope for each place.
    settings: { shared_axes: exactly([1, 2]) },
    fixed: {
      alpha_initializer: ZEROS,
      alpha_regularizer: IS_NULL,
      alpha_constraint: IS_NULL,
    },
    effect: (_settings, [input]) => ({
      shape: input,
      tensors: [{ name: 'alpha', shape: [1, 1, input[2]], fanIn: 0, initialValue: 0 }],
    }),
  }),
};

function gammaAndBeta(channels: number): OwnTensor[] {
  return [filled('gamma', channels, 1), filled('beta', channels, 0)];
}
