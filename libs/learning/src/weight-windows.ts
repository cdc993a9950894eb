import { tf, type tfLayers } from './tfjs.js';

/** Where a tensor of a model lies in one of a compiled graph's state vectors. */
export interface WeightSlot {
  /** The tensor's name in the model; the same however many models were built before. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly size: number;
  /** Name of the state that holds it. */
  readonly state: string;
  /** Its first element there. */
  readonly offset: number;
}

/** A model's variable with its slot. */
export interface WeightWindow {
  readonly variable: tf.Variable;
  readonly slot: WeightSlot;
}

/** Name of the state that holds all trainable weights, one after the other. */
export const WEIGHTS_STATE = 'weights';

/**
 * Lays the model's trainable tensors one after the other into one vector: the optimizer then updates one variable
 * instead of one for each layer, which saves some two thousand small nodes of a U-Net's step.
 */
export function weightWindows(model: tfLayers.LayersModel): WeightWindow[] {
  let offset = 0;
  return model.trainableWeights.map((weight) => {
    const variable = variableOf(weight);
    const window: WeightWindow = {
      variable,
      slot: { name: weight.originalName, shape: variable.shape, size: variable.size, state: WEIGHTS_STATE, offset },
    };
    offset += variable.size;
    return window;
  });
}

/** Tensors that a step changes without a gradient (moving statistics of a normalization): each is a state of its own. */
export function statisticWindows(model: tfLayers.LayersModel): WeightWindow[] {
  return model.nonTrainableWeights.map((weight, index) => {
    const variable = variableOf(weight);
    const slot = {
      name: weight.originalName,
      shape: variable.shape,
      size: variable.size,
      state: `statistic${index}`,
      offset: 0,
    };
    return { variable, slot };
  });
}

/** Makes the variables read their values from the vector. */
export function bindWindows(windows: readonly WeightWindow[], vector: tf.Tensor): void {
  const parts = tf.split(
    vector,
    windows.map(({ slot }) => slot.size),
  );
  windows.forEach(({ variable }, index) => variable.assign(tf.reshape(parts[index] as tf.Tensor, variable.shape)));
}

// tfjs-layers keeps the variable to itself, but registers it under the weight's (process-wide unique) name.
function variableOf(weight: tfLayers.LayersModel['weights'][number]): tf.Variable {
  return tf.engine().registeredVariables[weight.name] as tf.Variable;
}
