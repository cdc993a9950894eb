import { LearningError } from './errors.js';
import { tf, type tfLayers } from './tfjs.js';
import type { GraphTarget } from './trace/graph-target.js';
import type { Recording } from './trace/recording.js';
import { withTraceBackend } from './trace/with-trace-backend.js';
import {
  bindWindows,
  statisticWindows,
  WEIGHTS_STATE,
  weightWindows,
  type WeightSlot,
  type WeightWindow,
} from './weight-windows.js';

/** Names of the graph's inputs and outputs besides the states. */
export const STEP_PORTS = { images: 'images', masks: 'masks', loss: 'loss' } as const;

/** Something a step reads and leaves changed: graph input `name`, graph output {@link nextState}. */
export interface StateSpec {
  readonly name: string;
  readonly shape: readonly number[];
  /** What every element is before the first step; undefined if it comes with the model's weights. */
  readonly initialValue: number | undefined;
}

/** A training step as one ONNX graph. */
export interface CompiledStep {
  /** An ONNX file. */
  readonly bytes: Uint8Array;
  readonly nodeCount: number;
  readonly states: readonly StateSpec[];
  /** Where the model's tensors are in the states. */
  readonly weights: readonly WeightSlot[];
}

export interface StepDefinition {
  /** Builds the model; it is disposed of after compiling. */
  readonly buildModel: () => tfLayers.LayersModel;
  /** Builds the optimizer. What its first step creates (its slots) must start at zero, as in all tfjs optimizers but Adagrad. */
  readonly buildOptimizer: () => tf.Optimizer;
  /** Loss of a batch, a scalar, from masks and logits. */
  readonly loss: (masks: tf.Tensor, logits: tf.Tensor) => tf.Scalar;
  /** Shape of a batch of images, (B, H, W, channels). */
  readonly imageShape: readonly number[];
  /** Shape of a batch of masks. */
  readonly maskShape: readonly number[];
  /** What will run the step; any processor if not given. */
  readonly target?: GraphTarget | undefined;
}

/** Name of the graph output that holds a state after the step. */
export function nextState(name: string): string {
  return `next/${name}`;
}

/**
 * Records one training step (forward pass, tfjs's gradients, optimizer update) as an ONNX graph. Trainable weights,
 * the optimizer's slots and moving statistics are inputs and outputs; the batch is an input; everything else, the
 * learning rate too, is a constant. Nothing is computed and no tfjs tensor is left behind.
 * @throws LearningError `unsupported-op` if an operation has no lowering; `compile-failed` if tfjs refuses the step.
 */
export function compileStep(definition: StepDefinition): CompiledStep {
  return withTraceBackend((backend) => {
    const known = new Set(registeredVariables());
    // A scope and not tf.tidy, which would look for tensors in every byte of the result.
    tf.engine().startScope('compile step');
    let optimizer: tf.Optimizer | undefined;
    try {
      const model = definition.buildModel();
      optimizer = definition.buildOptimizer();
      const step = new StepRecorder(definition, model, optimizer, known);
      // A step must be recorded twice: the first pass creates the optimizer's slots, only the second one knows them all
      // and can make them inputs.
      backend.record((recording) => step.prepare(recording), definition.target);
      return backend.record((recording) => step.record(recording), definition.target);
    } catch (error) {
      if (error instanceof LearningError) throw error;
      throw new LearningError('compile-failed', `the training step cannot be compiled: ${String(error)}`, {}, error);
    } finally {
      optimizer?.dispose();
      for (const variable of registeredVariables()) if (!known.has(variable)) variable.dispose();
      tf.engine().endScope();
    }
  });
}

class StepRecorder {
  readonly #definition: StepDefinition;
  readonly #model: tfLayers.LayersModel;
  readonly #optimizer: tf.Optimizer;
  readonly #foreign: ReadonlySet<tf.Variable>;
  readonly #trainable: readonly WeightWindow[];
  readonly #statistics: readonly WeightWindow[];
  readonly #initialValues = new Map<tf.Variable, number>();
  #vector: tf.Variable | undefined;

  constructor(
    definition: StepDefinition,
    model: tfLayers.LayersModel,
    optimizer: tf.Optimizer,
    foreign: ReadonlySet<tf.Variable>,
  ) {
    this.#definition = definition;
    this.#model = model;
    this.#optimizer = optimizer;
    this.#foreign = foreign;
    this.#trainable = weightWindows(model);
    this.#statistics = statisticWindows(model);
  }

  /** The first pass: finds out which variables the step has and what they start from. */
  prepare(recording: Recording): void {
    const size = this.#trainable.reduce((sum, { slot }) => sum + slot.size, 0);
    this.#vector = tf.variable(graphInput(recording, WEIGHTS_STATE, [size]), true);
    for (const variable of this.#optimizerVariables()) this.#initialValues.set(variable, uniformValue(variable));
    this.#run(recording);
    for (const variable of this.#optimizerVariables())
      if (!this.#initialValues.has(variable)) this.#initialValues.set(variable, 0);
  }

  /** The second pass: the step whose graph is kept. */
  record(recording: Recording): CompiledStep {
    const vector = this.#vector as tf.Variable;
    const states: { variable: tf.Variable; spec: StateSpec }[] = [
      { variable: vector, spec: { name: WEIGHTS_STATE, shape: vector.shape, initialValue: undefined } },
      ...this.#statistics.map(({ variable, slot }) => ({
        variable,
        spec: { name: slot.state, shape: slot.shape, initialValue: undefined },
      })),
      ...this.#optimizerVariables().map((variable, index) => ({
        variable,
        spec: { name: `slot${index}`, shape: variable.shape, initialValue: this.#initialValues.get(variable) },
      })),
    ];
    for (const { variable, spec } of states) variable.assign(graphInput(recording, spec.name, spec.shape));
    const loss = this.#run(recording);
    for (const { variable, spec } of states)
      recording.graph.output(nextState(spec.name), recording.nameOf(variable), spec.shape);
    recording.graph.output(STEP_PORTS.loss, recording.nameOf(loss), []);
    return {
      bytes: recording.graph.encode(),
      nodeCount: recording.graph.nodeCount,
      states: states.map(({ spec }) => spec),
      weights: [...this.#trainable, ...this.#statistics].map(({ slot }) => slot),
    };
  }

  #run(recording: Recording): tf.Scalar {
    const { imageShape, maskShape, loss } = this.#definition;
    const vector = this.#vector as tf.Variable;
    const images = graphInput(recording, STEP_PORTS.images, imageShape);
    const masks = graphInput(recording, STEP_PORTS.masks, maskShape);
    return tf.tidy(() => {
      bindWindows(this.#trainable, vector);
      const variables = this.#trainable.map(({ variable }) => variable);
      const { value, grads } = tf.variableGrads(
        () => loss(masks, applyModel(this.#model, images, { training: true }, recording)),
        variables,
      );
      const gradient = tf.concat(variables.map(({ name, size }) => tf.reshape(grads[name] as tf.Tensor, [size])));
      this.#optimizer.applyGradients([{ name: vector.name, tensor: gradient }]);
      return value;
    });
  }

  #optimizerVariables(): tf.Variable[] {
    const own = new Set([this.#vector, ...[...this.#trainable, ...this.#statistics].map(({ variable }) => variable)]);
    return registeredVariables().filter((variable) => !this.#foreign.has(variable) && !own.has(variable));
  }
}

/** Applies a model layer by layer, telling the recording which layer is at work. */
export function applyModel(
  model: tfLayers.LayersModel,
  images: tf.Tensor,
  options: { training: boolean },
  recording: Recording,
): tf.Tensor {
  for (const layer of model.layers) {
    const call = layer.call.bind(layer);
    layer.call = (inputs, kwargs) => {
      recording.enterLayer(layer.name);
      return call(inputs, kwargs);
    };
  }
  try {
    return model.apply(images, options) as tf.Tensor;
  } finally {
    recording.enterLayer(undefined);
    // Uncovers the class's own method again.
    for (const layer of model.layers) Reflect.deleteProperty(layer, 'call');
  }
}

/** A tfjs tensor that stands for an input of the graph. */
export function graphInput(recording: Recording, name: string, shape: readonly number[]): tf.Tensor {
  const { dataId } = recording.tensor(recording.graph.input(name, shape), shape);
  return tf.engine().makeTensorFromDataId(dataId, [...shape], 'float32');
}

function registeredVariables(): tf.Variable[] {
  return Object.values(tf.engine().registeredVariables);
}

// What exists before the first step are the optimizer's own scalars (Adam's powers of beta).
function uniformValue(variable: tf.Variable): number {
  const values = variable.dataSync();
  const [first] = values;
  if (first === undefined || values.some((value) => value !== first))
    throw new LearningError(
      'compile-failed',
      `the optimizer's variable ${variable.name} does not start from one number`,
    );
  return first;
}
