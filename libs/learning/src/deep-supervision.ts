import { tf } from './tfjs.js';

/** What a network puts out: its logits, (B, H, W, 1), and maybe those of its other heads, each for a smaller image. */
export type Outputs = tf.Tensor | readonly tf.Tensor[];

/** The logits that count in prediction: those of the first head. */
export function mainLogits(outputs: Outputs): tf.Tensor {
  return isTensor(outputs) ? outputs : (outputs[0] as tf.Tensor);
}

/**
 * The loss of all of a network's heads: the sum of their losses, each head's weight being half of the one's before, all
 * together 1. A head for a smaller image is held to every so many pixels of the masks, from the middle of its own pixel.
 * @param loss - of masks and logits.
 * @param masks - (B, H, W, 1).
 * @see Lee et al., Deeply-Supervised Nets (arXiv:1409.5185); the weights are nnU-Net's (Isensee et al., 2021, methods).
 */
export function lossOfHeads<Loss extends tf.Tensor>(
  loss: (masks: tf.Tensor, logits: tf.Tensor) => Loss,
  masks: tf.Tensor,
  outputs: Outputs,
): Loss {
  if (isTensor(outputs)) return loss(masks, outputs);
  const total = outputs.reduce((sum, _, head) => sum + 2 ** -head, 0);
  const losses = outputs.map((logits, head) => tf.mul<Loss>(loss(thinned(masks, logits), logits), 2 ** -head / total));
  return losses.reduce((sum, each) => tf.add<Loss>(sum, each));
}

/** Every so many pixels of the masks, so that they are as many as the logits. */
function thinned(masks: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  return [1, 2].reduce((thinner, axis) => {
    const [before, after] = [masks, logits].map(({ shape }) => shape[axis] as number) as [number, number];
    if (before === after) return thinner;
    const places = Array.from({ length: after }, (_, place) => Math.floor(((place + 0.5) * before) / after));
    return tf.gather(thinner, places, axis);
  }, masks);
}

function isTensor(outputs: Outputs): outputs is tf.Tensor {
  return !Array.isArray(outputs);
}
