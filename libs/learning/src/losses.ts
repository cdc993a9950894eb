import {
  FOCAL_GAMMA,
  lossProblems,
  type FocalParameters,
  type LossSpec,
  type LossTerm,
  type TverskyParameters,
} from '@mammofed/core';
import { refuseProblems } from './option-checks.js';
import { tf } from './tfjs.js';

/** What a loss is taken of: all images of a batch, a scalar, or each of them, shape (B,), of which the former is the mean. */
type Mean = (values: tf.Tensor) => tf.Tensor;

const ofBatch: Mean = (values) => tf.mean(values);
const ofEachImage: Mean = (values) => (values.rank === 1 ? values : tf.mean(values, PIXELS));

/** One pixel added to both sides of the soft Dice ratio, so that an image without foreground has a gradient. */
const DICE_SMOOTHING = 1;

/** All axes of an image but the batch's. */
const PIXELS = [1, 2, 3];

/**
 * The loss of a batch of segmentations as a function of masks, (B, H, W, 1), 0 or 1, and logits, (B, H, W, 1): a scalar.
 * @throws LearningError `bad-options` if a term or its numbers make no sense.
 */
export function lossFunction(spec: LossSpec): (masks: tf.Tensor, logits: tf.Tensor) => tf.Scalar {
  return sumOfTerms(spec, ofBatch) as (masks: tf.Tensor, logits: tf.Tensor) => tf.Scalar;
}

/**
 * The loss of each image by itself, shape (B,): {@link lossFunction} is their mean.
 * @throws LearningError `bad-options` if a term or its numbers make no sense.
 */
export function imageLossFunction(spec: LossSpec): (masks: tf.Tensor, logits: tf.Tensor) => tf.Tensor1D {
  return sumOfTerms(spec, ofEachImage) as (masks: tf.Tensor, logits: tf.Tensor) => tf.Tensor1D;
}

function sumOfTerms(spec: LossSpec, mean: Mean): (masks: tf.Tensor, logits: tf.Tensor) => tf.Tensor {
  refuseProblems(lossProblems(spec));
  return (masks, logits) =>
    tf.tidy(() =>
      spec
        .map((term): tf.Tensor => {
          const { weight = 1 } = term;
          const loss = termLoss(term, masks, logits, mean);
          return weight === 1 ? loss : tf.mul(loss, weight);
        })
        .reduce((sum, loss) => tf.add(sum, loss)),
    );
}

function termLoss(term: LossTerm, masks: tf.Tensor, logits: tf.Tensor, mean: Mean): tf.Tensor {
  switch (term.kind) {
    case 'cross-entropy':
      // tfjs takes the mean over the batch itself.
      if (mean === ofBatch) return tf.losses.sigmoidCrossEntropy(masks, logits);
      return mean(tf.losses.sigmoidCrossEntropy(masks, logits, undefined, 0, tf.Reduction.NONE));
    case 'soft-dice':
      return softDiceLoss(masks, logits, mean);
    case 'focal':
      return focalLoss(masks, logits, term, mean);
    case 'tversky':
      return tverskyLoss(masks, logits, term, mean);
  }
}

/**
 * 1 − (2 Σ p·m + 1) / (Σ p + Σ m + 1) with p the sigmoid of the logits: sums over the pixels of one image, then the mean
 * over the images, so that a large mass does not outweigh a small one.
 * @see Milletari, Navab, Ahmadi, V-Net (arXiv:1606.04797), section 3; here with plain instead of squared sums.
 */
function softDiceLoss(masks: tf.Tensor, logits: tf.Tensor, mean: Mean): tf.Tensor {
  const probabilities = tf.sigmoid(logits);
  const overlap = tf.sum(tf.mul(probabilities, masks), PIXELS);
  const total = tf.add(tf.sum(probabilities, PIXELS), tf.sum(masks, PIXELS));
  const dice = tf.div(tf.add(tf.mul(overlap, 2), DICE_SMOOTHING), tf.add(total, DICE_SMOOTHING));
  return tf.sub(1, mean(dice));
}

/**
 * −α_t (1 − p_t)^γ log p_t, p_t being the probability of what the mask says: the mean over all pixels.
 * @see Lin, Goyal, Girshick, He, Dollár, Focal Loss for Dense Object Detection (arXiv:1708.02002), equations 4 and 5.
 */
function focalLoss(
  masks: tf.Tensor,
  logits: tf.Tensor,
  { gamma = FOCAL_GAMMA, alpha }: FocalParameters,
  mean: Mean,
): tf.Tensor {
  // With s the logit of what the mask says: −log p_t = softplus(−s) and (1 − p_t)^γ = exp(−γ softplus(s)), which neither
  // overflow nor lose their gradient's sign, however sure the network is.
  const s = tf.mul(logits, tf.sub(tf.mul(masks, 2), 1));
  const modulation = tf.exp(tf.mul(tf.softplus(s), -gamma));
  const loss = tf.mul(modulation, tf.softplus(tf.neg(s)));
  if (alpha === undefined) return mean(loss);
  return mean(tf.mul(loss, tf.add(tf.mul(masks, 2 * alpha - 1), 1 - alpha)));
}

/**
 * 1 − (Σ p·m + ½) / (Σ p·m + α Σ p·(1 − m) + β Σ (1 − p)·m + ½), smoothed so that α = β = ½ is {@link softDiceLoss}; sums
 * and mean as there.
 * @see Salehi, Erdogmus, Gholipour, Tversky loss function for image segmentation (arXiv:1706.05721), equation 3.
 */
function tverskyLoss(masks: tf.Tensor, logits: tf.Tensor, { alpha, beta }: TverskyParameters, mean: Mean): tf.Tensor {
  const probabilities = tf.sigmoid(logits);
  const overlap = tf.sum(tf.mul(probabilities, masks), PIXELS);
  const falsePositives = tf.sub(tf.sum(probabilities, PIXELS), overlap);
  const falseNegatives = tf.sub(tf.sum(masks, PIXELS), overlap);
  const smoothed = tf.add(overlap, DICE_SMOOTHING / 2);
  const wrong = tf.add(tf.mul(falsePositives, alpha), tf.mul(falseNegatives, beta));
  return tf.sub(1, mean(tf.div(smoothed, tf.add(smoothed, wrong))));
}
