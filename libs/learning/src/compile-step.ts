import { LearningError } from './errors.js';
import { algorithmOf } from './optimizers/algorithms.js';
import {
  anchorStrength,
  assertUpdateRule,
  hasGradientOffset,
  updatedWeights,
  type UpdateRule,
} from './optimizers/update-rule.js';
import { assertPositiveInteger, refuseOptions } from './option-checks.js';
import type { RandomInput } from './random-inputs.js';
import { tf, type tfLayers } from './tfjs.js';
import type { GraphTarget } from './trace/graph-target.js';
import { unsupported } from './trace/lowering.js';
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

/** Name of the state that holds the gradient's sum over micro-batches. */
export const GRADIENT_STATE = 'gradient';

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

export interface CompiledGraph {
  /** An ONNX file. */
  readonly bytes: Uint8Array;
  readonly nodeCount: number;
}

/** A training step as one ONNX graph; as two if its batch comes in micro-batches. */
export interface CompiledStep extends CompiledGraph {
  /**
   * Present with micro-batches: reads the weights and a micro-batch, and changes the state {@link GRADIENT_STATE}, which is to
   * begin at 0. The step's own graph then reads that state in place of images and masks, and has no loss.
   */
  readonly gradient?: CompiledGraph;
  readonly states: readonly StateSpec[];
  /** Inputs that are the same in every step: frozen weights, anchor, gradient offset. */
  readonly fixed: readonly InputSpec[];
  /** Where the model's tensors are in the states and fixed inputs. */
  readonly weights: readonly WeightSlot[];
  /** The trained tensors that sites share, in the model's order. Anchor and gradient offset hold them as the weights do. */
  readonly shared: readonly WeightSlot[];
  /** Names of the tensors of local-only layers. */
  readonly localOnly: readonly string[];
  /** Inputs of the whole batch that must be drawn afresh for each step; none where no layer is random. */
  readonly randomInputs: readonly RandomInput[];
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
  /**
   * In how many equal parts a batch goes through the model, one after the other, so that only one of them has to be in memory;
   * 1 if not given. The update is that of the whole batch.
   */
  readonly microBatches?: number | undefined;
  /** What will run the step; any processor if not given. */
  readonly target?: GraphTarget | undefined;
}

/** Name of the graph output that holds a state after the step. */
export function nextState(name: string): string {
  return `next/${name}`;
}

/**
 * Records one training step (forward pass, tfjs's gradients, update of the weights) as an ONNX graph. Trained weights, the
 * optimizer's slots and moving statistics are inputs and outputs; the batch, the learning rate and what is the same in every
 * step of a round are inputs; everything else is a constant. Nothing is computed and no tfjs tensor is left behind.
 * @throws LearningError `bad-options` if the update, a role or the number of micro-batches makes no sense;
 * `unsupported-op` if an operation has no lowering; `compile-failed` if tfjs refuses the step.
 */
export function compileStep(definition: StepDefinition): CompiledStep {
  const { update, microBatches = 1, target } = definition;
  assertUpdateRule(update);
  return withTraceBackend((backend) => {
    const known = new Set(registeredVariables());
    // A scope and not tf.tidy, which would look for tensors in every byte of the result.
    tf.engine().startScope('compile step');
    let model: tfLayers.LayersModel | undefined;
    try {
      const built = (model = definition.buildModel());
      if (microBatches === 1) return backend.record((recording) => recordStep(definition, built, recording), target);
      const gradient = backend.record((recording) => recordGradient(definition, built, recording), target);
      const { fixed, ...step } = backend.record((recording) => recordGivenUpdate(definition, built, recording), target);
      const randomInputs = gradient.randomInputs.map((input) => ofWholeBatch(input, microBatches));
      return { ...step, fixed: [...gradient.fixed, ...fixed], gradient, randomInputs };
    } catch (error) {
      if (error instanceof LearningError) throw error;
      const whose = model === undefined ? '' : ` of model ${model.name}`;
      const what = `the training step${whose} cannot be compiled: ${String(error)}`;
      throw new LearningError('compile-failed', what, {}, error);
    } finally {
      for (const variable of registeredVariables()) if (!known.has(variable)) variable.dispose();
      tf.engine().endScope();
    }
  });
}

/** The graph of one step: forward pass, gradient and update. */
function recordStep(definition: StepDefinition, model: tfLayers.LayersModel, recording: Recording): CompiledStep {
  const windows = stepWindows(model, definition.roles);
  const ports = new StepPorts(recording);
  const weights = ports.state(WEIGHTS_STATE, [totalSize(windows.trained)]);
  bindWindows(windows.trained, weights);
  bindFrozen(windows, ports);
  for (const { variable, slot } of windows.statistics) variable.assign(ports.state(slot.state, slot.shape));
  const { loss, gradient } = lossAndGradient(definition, model, windows, recording);
  recordUpdate(definition.update, windows, ports, { weights, gradient });
  for (const { variable, slot } of windows.statistics) ports.next(slot.state, variable);
  recording.graph.output(STEP_PORTS.loss, recording.nameOf(loss), []);
  return ports.compiled(windows);
}

/** The graph that adds a micro-batch's part of the gradient to that of the ones before it. */
function recordGradient(
  { microBatches = 1, ...definition }: StepDefinition,
  model: tfLayers.LayersModel,
  recording: Recording,
): CompiledStep {
  const windows = stepWindows(model, definition.roles);
  if (windows.statistics.length > 0)
    refuseOptions(
      `the model normalizes by statistics of the whole batch (${windows.statistics[0]?.slot.name ?? ''}): in micro-batches it would not learn the same`,
    );
  const size = totalSize(windows.trained);
  const ports = new StepPorts(recording);
  bindWindows(windows.trained, graphInput(recording, WEIGHTS_STATE, [size]));
  bindFrozen(windows, ports);
  const { loss, gradient } = lossAndGradient(
    {
      ...definition,
      imageShape: microBatchShape(definition.imageShape, microBatches),
      maskShape: microBatchShape(definition.maskShape, microBatches),
    },
    model,
    windows,
    recording,
  );
  const before = ports.state(GRADIENT_STATE, [size], 0);
  // A loss is the mean of its images', so that its gradient is that of the micro-batches'.
  ports.next(GRADIENT_STATE, tf.add(before, tf.mul(gradient, 1 / microBatches)));
  recording.graph.output(STEP_PORTS.loss, recording.nameOf(loss), []);
  return ports.compiled(windows);
}

/** The graph that updates the weights by a gradient that is an input. */
function recordGivenUpdate(
  { update, roles }: StepDefinition,
  model: tfLayers.LayersModel,
  recording: Recording,
): CompiledStep {
  const windows = stepWindows(model, roles);
  const shape = [totalSize(windows.trained)];
  const ports = new StepPorts(recording);
  const weights = ports.state(WEIGHTS_STATE, shape);
  recordUpdate(update, windows, ports, { weights, gradient: graphInput(recording, GRADIENT_STATE, shape) });
  return ports.compiled(windows);
}

/** @throws LearningError `bad-options`. */
function microBatchShape([batchSize = 1, ...rest]: readonly number[], microBatches: number): number[] {
  assertPositiveInteger('the number of micro-batches', microBatches);
  if (batchSize % microBatches !== 0)
    refuseOptions(`a batch of ${batchSize} images cannot be split into ${microBatches} equal micro-batches`);
  return [batchSize / microBatches, ...rest];
}

/** A micro-batch takes its images' part of what is drawn for the batch. */
function ofWholeBatch(input: RandomInput, microBatches: number): RandomInput {
  const [images = 1, ...rest] = input.shape;
  return { ...input, shape: [images * microBatches, ...rest] };
}

/** Collects what a graph reads and leaves changed. */
class StepPorts {
  readonly #states: StateSpec[] = [];
  readonly #fixed: InputSpec[] = [];
  readonly #next = new Map<string, tf.Tensor>();

  constructor(readonly recording: Recording) {}

  state(name: string, shape: readonly number[], initialValue?: number): tf.Tensor {
    this.#states.push({ name, shape, initialValue });
    return graphInput(this.recording, name, shape);
  }

  fixed(name: string, size: number): tf.Tensor {
    this.#fixed.push({ name, shape: [size] });
    return graphInput(this.recording, name, [size]);
  }

  /** Says what a state is after the step. */
  next(name: string, value: tf.Tensor): void {
    this.#next.set(name, value);
  }

  compiled({ trained, shared, statistics, frozen, localOnly }: StepWindows): CompiledStep {
    const { graph } = this.recording;
    for (const { name, shape } of this.#states)
      graph.output(nextState(name), this.recording.nameOf(this.#next.get(name) as tf.Tensor), shape);
    return {
      bytes: graph.encode(),
      nodeCount: graph.nodeCount,
      states: this.#states,
      fixed: this.#fixed,
      weights: [...trained, ...statistics, ...frozen].map(({ slot }) => slot),
      shared: shared.map(({ slot }) => slot),
      localOnly,
      randomInputs: this.recording.randomInputs,
    };
  }
}

function bindFrozen({ frozen }: StepWindows, ports: StepPorts): void {
  if (frozen.length > 0) bindWindows(frozen, ports.fixed(FROZEN_INPUT, totalSize(frozen)));
}

function recordUpdate(
  rule: UpdateRule,
  { trained, shared }: StepWindows,
  ports: StepPorts,
  inputs: { readonly weights: tf.Tensor; readonly gradient: tf.Tensor },
): void {
  const [size, sharedSize] = [totalSize(trained), totalSize(shared)];
  const { slots } = algorithmOf(rule.optimizer);
  const slotState = (name: string): string => `slot/${name}`;
  const next = updatedWeights(rule, {
    ...inputs,
    rate: graphInput(ports.recording, STEP_PORTS.learningRate, []),
    slots: Object.fromEntries(
      slots.map(({ name, isPerWeight, initialValue }) => [
        name,
        ports.state(slotState(name), isPerWeight ? [size] : [], initialValue),
      ]),
    ),
    average: rule.averageDecay === undefined ? undefined : ports.state(AVERAGE_STATE, [size]),
    anchor: anchorStrength(rule.objective) > 0 ? ports.fixed(STEP_PORTS.anchor, sharedSize) : undefined,
    gradientOffset: hasGradientOffset(rule.objective) ? ports.fixed(STEP_PORTS.gradientOffset, sharedSize) : undefined,
  });
  ports.next(WEIGHTS_STATE, next.weights);
  for (const { name } of slots) ports.next(slotState(name), next.slots[name] as tf.Tensor);
  if (next.average !== undefined) ports.next(AVERAGE_STATE, next.average);
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
  recording.enterModel(model.name);
  const layers = layersOf(model);
  for (const layer of layers) {
    const call = layer.call.bind(layer);
    // Not of a layer without weights: a dropout has nothing to freeze.
    const isFrozen = layer.weights.length > 0 && isUnder(layer.name, frozen);
    layer.call = (inputs, kwargs) => {
      recording.enterLayer(layer.name);
      if (training) refuseRandom(layer, recording);
      return call(inputs, isFrozen ? { ...kwargs, training: false } : kwargs);
    };
  }
  try {
    return model.apply(images, { training }) as tf.Tensor;
  } finally {
    recording.enterLayer(undefined);
    // Uncovers the class's own method again.
    for (const layer of layers) Reflect.deleteProperty(layer, 'call');
  }
}

type Layer = tfLayers.layers.Layer;

/** A model's layers, with those of models and of wrappers inside it. */
function layersOf(model: tfLayers.LayersModel): Layer[] {
  const inside = (layer: Layer & { readonly layers?: Layer[]; readonly layer?: Layer }): Layer[] => [
    ...(layer.layers ?? []),
    ...(layer.layer === undefined ? [] : [layer.layer]),
  ];
  const found = new Set<Layer>();
  const visit = (layer: Layer): void => {
    if (found.has(layer)) return;
    found.add(layer);
    inside(layer).forEach(visit);
  };
  model.layers.forEach(visit);
  return [...found];
}

/** tfjs's layers that draw in training: recorded, one draw would be a constant of every step. */
const RANDOM_LAYERS = [
  'Dropout',
  'SpatialDropout1D',
  'GaussianNoise',
  'GaussianDropout',
  'AlphaDropout',
  'RandomWidth',
];

function refuseRandom(layer: Layer, recording: Recording): void {
  const className = layer.getClassName();
  if (RANDOM_LAYERS.includes(className))
    unsupported(className, 'draws its own random numbers, which a compiled step must be given', recording, []);
}

/** A tfjs tensor that stands for an input of the graph. */
export function graphInput(recording: Recording, name: string, shape: readonly number[]): tf.Tensor {
  const { dataId } = recording.tensor(recording.graph.input(name, shape), shape);
  return tf.engine().makeTensorFromDataId(dataId, [...shape], 'float32');
}

function registeredVariables(): tf.Variable[] {
  return Object.values(tf.engine().registeredVariables);
}
