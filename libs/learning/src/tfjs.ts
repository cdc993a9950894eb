// The one place that loads tfjs, so that there is one instance of it and the order is right: tfjs-core's Node entry
// comes without gradients, and loading tfjs-layers registers them.
import * as tf from '@tensorflow/tfjs-core';
import * as tfLayers from '@tensorflow/tfjs-layers';

// tfjs has the gradient of `x >= y`, zero, and forgot that of `x > y`: without it no model with a thresholded ReLU trains.
tf.registerGradient({
  kernelName: tf.Greater,
  inputsToSave: ['a', 'b'],
  gradFunc: (_, saved) => {
    const [a, b] = saved as [tf.Tensor, tf.Tensor];
    return { a: () => tf.zerosLike(a), b: () => tf.zerosLike(b) };
  },
});

// tfjs adds up the repeats one by one: tens of thousands of operations for the layer normalization of one image.
tf.registerGradient({
  kernelName: tf.Tile,
  inputsToSave: ['x'],
  gradFunc: (dy, saved, attributes) => {
    const { shape } = (saved as [tf.Tensor])[0];
    const { reps } = attributes as unknown as tf.TileAttrs;
    return { x: () => sumOfRepeats(dy as tf.Tensor, shape, reps) };
  },
});

function sumOfRepeats(dy: tf.Tensor, shape: readonly number[], reps: readonly number[]): tf.Tensor {
  const repeated = [...shape.keys()].filter((axis) => (reps[axis] as number) > 1);
  // Where all that is repeated is single, the repeats lie along the axis itself.
  if (repeated.every((axis) => shape[axis] === 1)) return tf.sum(dy, repeated, true);
  const apart = tf.reshape(
    dy,
    shape.flatMap((extent, axis) => [reps[axis] as number, extent]),
  );
  const places = shape.map((_, axis) => 2 * axis);
  return tf.reshape(tf.sum(apart, places), [...shape]);
}

export { tf, tfLayers };
