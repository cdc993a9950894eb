import { tf } from './tfjs.js';

/** One pixel added to both sides of the soft Dice ratio, so that an image without foreground has a gradient. */
const DICE_SMOOTHING = 1;

/**
 * Loss of a batch of segmentations: mean sigmoid cross-entropy over all pixels, plus 1 − soft Dice averaged over the
 * images.
 * @param masks - (B, H, W, 1), 0 or 1.
 * @param logits - (B, H, W, 1).
 * @returns a scalar, at least 0.
 */
export function segmentationLoss(masks: tf.Tensor, logits: tf.Tensor): tf.Scalar {
  return tf.tidy(() => tf.add(tf.losses.sigmoidCrossEntropy(masks, logits), softDiceLoss(masks, logits)));
}

/**
 * 1 − (2 Σ p·m + 1) / (Σ p + Σ m + 1) with p the sigmoid of the logits: sums over the pixels of one image, then the mean
 * over the images, so that a large mass does not outweigh a small one.
 * @see Milletari, Navab, Ahmadi, V-Net (arXiv:1606.04797), section 3; here with plain instead of squared sums.
 */
export function softDiceLoss(masks: tf.Tensor, logits: tf.Tensor): tf.Scalar {
  return tf.tidy(() => {
    const pixels = [1, 2, 3];
    const probabilities = tf.sigmoid(logits);
    const overlap = tf.sum(tf.mul(probabilities, masks), pixels);
    const total = tf.add(tf.sum(probabilities, pixels), tf.sum(masks, pixels));
    const dice = tf.div(tf.add(tf.mul(overlap, 2), DICE_SMOOTHING), tf.add(total, DICE_SMOOTHING));
    return tf.sub(1, tf.mean(dice));
  });
}
