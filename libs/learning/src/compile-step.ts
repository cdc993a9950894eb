import { LearningError } from './errors.js';
import { algorithmOf } from './optimizers/algorithms.js';
import {
  anchorStrength,
  assertUpdateRule,
  hasGradientOffset,
  updatedWeights,
  type UpdateRule,
} from './optimizers/update-rule.js';
import { tf, type tfLayers } from './tfjs.js';
import type { Recording } from './trace/recording.js';
import { withTraceBackend } from './trace/with-trace-backend.js';
import {
  bindWindows,
  FROZEN_INPUT,
  isUnder,
  stepWindows,
  totalSize,
  WEIGHTS_STATE,
  type LayerRoles,
  type StepWindows,
  type WeightSlot,
} from './weight-windows.js';

/** Names of the graph's inputs and outputs besides the states. */
export const STEP_PORTS = {
  images: 'images',
  masks: 'masks',
  learningRate: 'learningRate',
  /** What the local objective pulls the shared weights to. */
  anchor: 'anchor',
  /** What the local objective adds to the gradient of the shared weights. */
  gradientOffset: 'gradientOffset',
  loss: 'loss',
} as const;

/** Name of the state that holds the moving average of the trained weights. */
export const AVERAGE_STATE = 'average';

/** An input of the graph, float32. */
export interface InputSpec {
  readonly name: string;
  readonly shape: readonly number[];
}

/** Something a step reads and leaves changed: graph input `name`, graph output {@link nextState}. */
export interface StateSpec extends InputSpec {
  /** What every element is before the first step; undefined if it comes with the model's weights. */
  readonly initialValue: number | undefined;
}

/** A training step as one ONNX graph. */
export interface CompiledStep {
  /** An ONNX file. */
  readonly bytes: Uint8Array;
  readonly nodeCount: number;
  readonly states: readonly StateSpec[];
  /** Inputs that are the same in every step: frozen weights, anchor, gradient offset. */
  readonly fixed: readonly InputSpec[];
  /** Where the model's tensors are in the states and fixed inputs. */
  readonly weights: readonly WeightSlot[];
  /** The trained tensors that sites share, in the model's order. Anchor and gradient offset hold them as the weights do. */
  readonly shared: readonly WeightSlot[];
  /** Names of the tensors of local-only layers. */
  readonly localOnly: readonly string[];
}

export interface StepDefinition {
  /** Builds the model; it is disposed of after compiling. */
  readonly buildModel: () => tfLayers.LayersModel;
  readonly update: UpdateRule;
  /** Layers that are not trained, or not shared. */
  readonly roles?: LayerRoles | undefined;
  /** Loss of a batch, a scalar, from masks and logits. */
  readonly loss: (masks: tf.Tensor, logits: tf.Tensor) => tf.Scalar;
  /** Shape of a batch of images, (B, H, W, channels). */
  readonly imageShape: readonly number[];
  /** Shape of a batch of masks. */
  readonly maskShape: readonly number[];
  /** Channels in a block of onnxruntime's blocked layout on the machine that will run the step; absent: without it. */
  readonly channelBlock?: number | undefined;
}

/** Name of the graph output that holds a state after the step. */
export function nextState(name: string): string {
  return `next/${name}`;
}

/**
 * Records one training step (forward pass, tfjs's gradients, update of the weights) as an ONNX graph. Trained weights, the
 * optimizer's slots and moving statistics are inputs and outputs; the batch, the learning rate and what is the same in every
 * step of a round are inputs; everything else is a constant. Nothing is computed and no tfjs tensor is left behind.
 * @throws LearningError `bad-options` if the update or a role makes no sense; `unsupported-op` if an operation has no
 * lowering; `compile-failed` if tfjs refuses the step.
 */
export function compileStep(definition: StepDefinition): CompiledStep {
  assertUpdateRule(definition.update);
  return withTraceBackend((backend) => {
    const known = new Set(registeredVariables());
    // A scope and not tf.tidy, which would look for tensors in every byte of the result.
    tf.engine().startScope('compile step');
    try {
      const model = definition.buildModel();
      return backend.record((recording) => recordStep(definition, model, recording), definition.channelBlock);
    } catch (error) {
      if (error instanceof LearningError) throw error;
      throw new LearningError('compile-failed', `the training step cannot be compiled: ${String(error)}`, {}, error);
    } finally {
      for (const variable of registeredVariables()) if (!known.has(variable)) variable.dispose();
      tf.engine().endScope();
    }
  });
}

function recordStep(definition: StepDefinition, model: tfLayers.LayersModel, recording: Recording): CompiledStep {
  const { update, roles } = definition;
  const windows = stepWindows(model, roles);
  const fixed: InputSpec[] = [];
  const states: StateSpec[] = [];
  const fixedInput = (name: string, size: number): tf.Tensor => {
    fixed.push({ name, shape: [size] });
    return graphInput(recording, name, [size]);
  };
  const state = (name: string, shape: readonly number[], initialValue?: number): tf.Tensor => {
    states.push({ name, shape, initialValue });
    return graphInput(recording, name, shape);
  };
  const { trained, shared, statistics, frozen, localOnly } = windows;
  const [size, sharedSize] = [totalSize(trained), totalSize(shared)];

  const weights = state(WEIGHTS_STATE, [size]);
  bindWindows(trained, weights);
  if (frozen.length > 0) bindWindows(frozen, fixedInput(FROZEN_INPUT, totalSize(frozen)));
  for (const { variable, slot } of statistics) variable.assign(state(slot.state, slot.shape));
  const { loss, gradient } = lossAndGradient(definition, model, windows, recording);

  const slots = algorithmOf(update.optimizer).slots.map(
    ({ name, isPerWeight, initialValue }) =>
      [name, state(`slot/${name}`, isPerWeight ? [size] : [], initialValue)] as const,
  );
  const next = updatedWeights(update, {
    weights,
    gradient,
    rate: graphInput(recording, STEP_PORTS.learningRate, []),
    slots: Object.fromEntries(slots),
    average: update.averageDecay === undefined ? undefined : state(AVERAGE_STATE, [size]),
    anchor: anchorStrength(update.objective) > 0 ? fixedInput(STEP_PORTS.anchor, sharedSize) : undefined,
    gradientOffset: hasGradientOffset(update.objective) ? fixedInput(STEP_PORTS.gradientOffset, sharedSize) : undefined,
  });

  const results = new Map<string, tf.Tensor>([
    [WEIGHTS_STATE, next.weights],
    ...statistics.map(({ variable, slot }): [string, tf.Tensor] => [slot.state, variable]),
    ...slots.map(([name]): [string, tf.Tensor] => [`slot/${name}`, next.slots[name] as tf.Tensor]),
    ...(next.average === undefined ? [] : [[AVERAGE_STATE, next.average] as [string, tf.Tensor]]),
  ]);
  for (const { name, shape } of states)
    recording.graph.output(nextState(name), recording.nameOf(results.get(name) as tf.Tensor), shape);
  recording.graph.output(STEP_PORTS.loss, recording.nameOf(loss), []);
  return {
    bytes: recording.graph.encode(),
    nodeCount: recording.graph.nodeCount,
    states,
    fixed,
    weights: [...trained, ...statistics, ...frozen].map(({ slot }) => slot),
    shared: shared.map(({ slot }) => slot),
    localOnly,
  };
}

/** The loss of the batch, and its gradient by the trained weights as one vector. */
function lossAndGradient(
  { imageShape, maskShape, loss, roles = {} }: StepDefinition,
  model: tfLayers.LayersModel,
  { trained }: StepWindows,
  recording: Recording,
): { readonly loss: tf.Scalar; readonly gradient: tf.Tensor } {
  const images = graphInput(recording, STEP_PORTS.images, imageShape);
  const masks = graphInput(recording, STEP_PORTS.masks, maskShape);
  const variables = trained.map(({ variable }) => variable);
  const { value, grads } = tf.variableGrads(
    () => loss(masks, applyModel(model, images, { training: true, frozen: roles.frozen }, recording)),
    variables,
  );
  return {
    loss: value,
    gradient: tf.concat(variables.map(({ name, size }) => tf.reshape(grads[name] as tf.Tensor, [size]))),
  };
}

export interface ApplyOptions {
  readonly training: boolean;
  /** Layers, by the beginnings of their names, that normalize by their moving statistics even in training. */
  readonly frozen?: readonly string[] | undefined;
}

/** Applies a model layer by layer, telling the recording which layer is at work. */
export function applyModel(
  model: tfLayers.LayersModel,
  images: tf.Tensor,
  { training, frozen = [] }: ApplyOptions,
  recording: Recording,
): tf.Tensor {
  for (const layer of model.layers) {
    const call = layer.call.bind(layer);
    // Not of a layer without weights: a dropout has nothing to freeze.
    const isFrozen = layer.weights.length > 0 && isUnder(layer.name, frozen);
    layer.call = (inputs, kwargs) => {
      recording.enterLayer(layer.name);
      return call(inputs, isFrozen ? { ...kwargs, training: false } : kwargs);
    };
  }
  try {
    return model.apply(images, { training }) as tf.Tensor;
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
