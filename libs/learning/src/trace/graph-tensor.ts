import { tf } from '../tfjs.js';
import type { Recording } from './recording.js';

/** A tfjs tensor that stands for an input of the graph. */
export function graphInput(recording: Recording, name: string, shape: readonly number[]): tf.Tensor {
  return graphTensor(recording, recording.graph.input(name, shape), shape);
}

/** A tfjs tensor of a value of the graph, whose elements lie as the shape says. */
export function graphTensor(recording: Recording, name: string, shape: readonly number[]): tf.Tensor {
  const { dataId } = recording.tensor(name, shape);
  return tf.engine().makeTensorFromDataId(dataId, [...shape], 'float32');
}
