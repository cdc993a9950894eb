// The one place that loads tfjs, so that there is one instance of it and the order is right: tfjs-core's Node entry
// comes without gradients, and loading tfjs-layers registers them.
import * as tf from '@tensorflow/tfjs-core';
import * as tfLayers from '@tensorflow/tfjs-layers';

export { tf, tfLayers };
