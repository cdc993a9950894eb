import { applyModel } from './apply-model.js';
import { lossOfHeads, type Outputs } from './deep-supervision.js';
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
import { assertPerExampleClip, clippedGradient, type PerExampleClip } from './per-example.js';
import type { RandomInput } from './random-inputs.js';
import { tf, type tfLayers } from './tfjs.js';
import type { GraphTarget } from './trace/graph-target.js';
import { graphInput } from './trace/graph-tensor.js';
import type { Recording } from './trace/recording.js';
import { withTraceBackend } from './trace/with-trace-backend.js';
import {
  beside,
  bindWindows,
  FROZEN_INPUT,
  stepWindows,
  totalSize,
  type LayerRoles,
  type StepWindows,
  type WeightGroup,
  type WeightSlot,
} from './weight-windows.js';

/**
 * Names of the graph's inputs and outputs besides the states. Those with a number for each weight are as many as the states of
 * weights, and named after them ({@link beside}).
 */
export const STEP_PORTS = {
  images: 'images',
  masks: 'masks',
  learningRate: 'learningRate',
  /** What the local objective pulls the shared weights to. */
  anchor: 'anchor',
  /** What the local objective adds to the gradient of the shared weights. */
  gradientOffset: 'gradientOffset',
  /** With per-example clipping: 1 for an example, 0 for what fills the batch up. */
  exampleWeights: 'exampleWeights',
  /** With per-example clipping: what is added to the gradient. */
  noise: 'noise',
  loss: 'loss',
} as const;

/** Name of the states that hold the moving average of the trained weights, {@link beside} these. */
export const AVERAGE_STATE = 'average';

/** Name of the states that hold the gradient's sum over micro-batches, {@link beside} the weights. */
const GRADIENT_STATE = 'gradient';

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
   * Present with micro-batches: reads the weights and a micro-batch, and changes the states {@link GRADIENT_STATE}. The step's
   * own graph then reads these in place of images and masks, and has no loss.
   */
  readonly gradient?: CompiledGraph & Pick<CompiledStep, 'states'>;
  readonly states: readonly StateSpec[];
  /** Inputs that are the same in every step: frozen weights, anchor, gradient offset. */
  readonly fixed: readonly InputSpec[];
  /** Where the model's tensors are in the states and fixed inputs. */
  readonly weights: readonly WeightSlot[];
  /** The trained tensors that sites share, in the model's order. */
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
  /**
   * If each image's gradient is clipped by itself: how, and the loss of each image, shape (B,), in place of that of the batch.
   * The step then reads the images' weights and the gradient's noise too, and its loss is the images' weighted sum divided by
   * the lot size.
   */
  readonly perExample?: (PerExampleClip & ImageLosses) | undefined;
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

interface ImageLosses {
  readonly losses: (masks: tf.Tensor, logits: tf.Tensor) => tf.Tensor1D;
}

/** Name of the graph output that holds a state after the step. */
export function nextState(name: string): string {
  return `next/${name}`;
}

/**
 * Records one training step (forward pass, tfjs's gradients, update of the weights) as an ONNX graph. Trained weights, the
 * optimizer's slots and moving statistics are inputs and outputs; the batch, the learning rate and what is the same in every
 * step of a round are inputs; everything else is a constant. Nothing is computed and no tfjs tensor is left behind.
 * @throws LearningError `bad-options` if the update, a role, the number of micro-batches or the clipping makes no sense;
 * `dp-batch-statistics` if single images' gradients are to be clipped and the images have to do with each other;
 * `unsupported-op` if an operation has no lowering; `compile-failed` if tfjs refuses the step.
 */
export function compileStep(definition: StepDefinition): CompiledStep {
  const { update, microBatches = 1, target, perExample } = definition;
  assertUpdateRule(update);
  if (perExample !== undefined) assertPerExampleClip(perExample);
  return withTraceBackend((backend) => {
    const known = new Set(registeredVariables());
    // A scope and not tf.tidy, which would look for tensors in every byte of the result.
    tf.engine().startScope('compile step');
    let model: tfLayers.LayersModel | undefined;
    try {
      const built = (model = definition.buildModel());
      const [imageCount = 1] = microBatchShape(definition.imageShape, microBatches);
      const images = perExample === undefined || imageCount === 1 ? undefined : imageCount;
      if (microBatches === 1)
        return backend.record((recording) => recordStep(definition, built, recording), target, images);
      const gradient = backend.record((recording) => recordGradient(definition, built, recording), target, images);
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
  const weights = windows.groups.map(({ state, size }) => ports.state(state, [size]));
  bindAll(windows, weights, ports);
  for (const { variable, slot } of windows.statistics) variable.assign(ports.state(slot.state, slot.shape));
  const { loss, gradients } = lossAndGradient(definition, model, windows, recording);
  recordUpdate(definition, windows, ports, { weights, gradients });
  for (const { variable, slot } of windows.statistics) ports.next(slot.state, variable);
  recording.graph.output(STEP_PORTS.loss, recording.nameOf(loss), []);
  return ports.compiled(windows);
}

/** The graph that adds a micro-batch's part of the gradient to that of the ones before it. */
function recordGradient(
  { microBatches = 1, perExample, ...definition }: StepDefinition,
  model: tfLayers.LayersModel,
  recording: Recording,
): CompiledStep {
  const windows = stepWindows(model, definition.roles);
  if (windows.statistics.length > 0 && perExample === undefined)
    refuseOptions(
      `the model normalizes by statistics of the whole batch (${windows.statistics[0]?.slot.name ?? ''}): in micro-batches it would not learn the same`,
    );
  const ports = new StepPorts(recording);
  const weights = windows.groups.map(({ state, size }) => graphInput(recording, state, [size]));
  bindAll(windows, weights, ports);
  const { loss, gradients } = lossAndGradient(
    {
      ...definition,
      imageShape: microBatchShape(definition.imageShape, microBatches),
      maskShape: microBatchShape(definition.maskShape, microBatches),
      perExample: perExample && { ...perExample, lotSize: perExample.lotSize / microBatches },
    },
    model,
    windows,
    recording,
  );
  windows.groups.forEach(({ state, size }, index) => {
    const name = beside(state, GRADIENT_STATE);
    const before = ports.state(name, [size], 0);
    // A loss is the mean of its images', so that its gradient is that of the micro-batches'. Clipped gradients are divided by
    // the lot size, of which a micro-batch has its part.
    ports.next(name, tf.add(before, tf.mul(gradients[index] as tf.Tensor, 1 / microBatches)));
  });
  recording.graph.output(STEP_PORTS.loss, recording.nameOf(loss), []);
  return ports.compiled(windows);
}

/** The graph that updates the weights by a gradient that is an input. */
function recordGivenUpdate(
  definition: StepDefinition,
  model: tfLayers.LayersModel,
  recording: Recording,
): CompiledStep {
  const windows = stepWindows(model, definition.roles);
  const ports = new StepPorts(recording);
  const weights = windows.groups.map(({ state, size }) => ports.state(state, [size]));
  const gradients = windows.groups.map(({ state, size }) =>
    graphInput(recording, beside(state, GRADIENT_STATE), [size]),
  );
  recordUpdate(definition, windows, ports, { weights, gradients });
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

  compiled({ groups, trained, statistics, frozen, localOnly }: StepWindows): CompiledStep {
    const { graph } = this.recording;
    for (const { name, shape } of this.#states)
      graph.output(nextState(name), this.recording.nameOf(this.#next.get(name) as tf.Tensor), shape);
    return {
      bytes: graph.encode(),
      nodeCount: graph.nodeCount,
      states: this.#states,
      fixed: this.#fixed,
      weights: [...trained, ...statistics, ...frozen].map(({ slot }) => slot),
      shared: groups.filter(({ isShared }) => isShared).flatMap(({ windows }) => windows.map(({ slot }) => slot)),
      localOnly,
      randomInputs: this.recording.randomInputs,
    };
  }
}

/** @param weights - of each group. */
function bindAll({ groups, frozen }: StepWindows, weights: readonly tf.Tensor[], ports: StepPorts): void {
  groups.forEach(({ windows }, index) => bindWindows(windows, weights[index] as tf.Tensor));
  if (frozen.length > 0) bindWindows(frozen, ports.fixed(FROZEN_INPUT, totalSize(frozen)));
}

/** @param of - weights and gradient of each group. */
function recordUpdate(
  { update: rule, perExample }: StepDefinition,
  { groups }: StepWindows,
  ports: StepPorts,
  of: { readonly weights: readonly tf.Tensor[]; readonly gradients: readonly tf.Tensor[] },
): void {
  const { objective } = rule;
  const rate = graphInput(ports.recording, STEP_PORTS.learningRate, []);
  const { slots } = algorithmOf(rule.optimizer);
  const slotState = (name: string): string => `slot/${name}`;
  const inAll = slots.filter(({ isPerWeight }) => !isPerWeight);
  const perWeight = slots.filter(({ isPerWeight }) => isPerWeight);
  const scalars = inAll.map(
    ({ name, initialValue }) => [name, ports.state(slotState(name), [], initialValue)] as const,
  );
  const inputs = groups.map(({ state, size, isShared }, index) => {
    const weights = of.weights[index] as tf.Tensor;
    const gradient = of.gradients[index] as tf.Tensor;
    const vectors = perWeight.map(
      ({ name, initialValue }) => [name, ports.state(beside(state, slotState(name)), [size], initialValue)] as const,
    );
    const fixed = (name: string): tf.Tensor => ports.fixed(beside(state, name), size);
    return {
      weights,
      // Noise once a step, after all micro-batches.
      gradient:
        perExample === undefined
          ? gradient
          : tf.add(gradient, graphInput(ports.recording, beside(state, STEP_PORTS.noise), [size])),
      rate,
      slots: Object.fromEntries([...scalars, ...vectors]),
      average: rule.averageDecay === undefined ? undefined : ports.state(beside(state, AVERAGE_STATE), [size]),
      anchor: isShared && anchorStrength(objective) > 0 ? fixed(STEP_PORTS.anchor) : undefined,
      gradientOffset: isShared && hasGradientOffset(objective) ? fixed(STEP_PORTS.gradientOffset) : undefined,
    };
  });
  updatedWeights(rule, inputs).forEach((next, index) => {
    const { state } = groups[index] as WeightGroup;
    ports.next(state, next.weights);
    for (const { name } of perWeight) ports.next(beside(state, slotState(name)), next.slots[name] as tf.Tensor);
    if (next.average !== undefined) ports.next(beside(state, AVERAGE_STATE), next.average);
    // Equal in all groups.
    for (const { name } of inAll) ports.next(slotState(name), next.slots[name] as tf.Tensor);
  });
}

/** The loss of the batch, and its gradient by the weights of each group. */
function lossAndGradient(
  definition: StepDefinition,
  model: tfLayers.LayersModel,
  { groups, trained, statistics }: StepWindows,
  recording: Recording,
): { readonly loss: tf.Scalar; readonly gradients: readonly tf.Tensor[] } {
  const { imageShape, maskShape, perExample, roles = {} } = definition;
  // What it does to a GPU's memory was not measured.
  if (recording.target.device === 'cpu') recording.hideShapes();
  if (perExample !== undefined && statistics[0] !== undefined)
    throw new LearningError(
      'dp-batch-statistics',
      `the gradients of single images cannot be clipped: the model normalizes by statistics of the whole batch (${statistics[0].slot.name})`,
      { tensor: statistics[0].slot.name },
    );
  const images = graphInput(recording, STEP_PORTS.images, imageShape);
  const masks = graphInput(recording, STEP_PORTS.masks, maskShape);
  const variables = trained.map(({ variable }) => variable);
  const joined = (gradients: readonly tf.Tensor[]): tf.Tensor[] => {
    const waiting = [...gradients];
    return groups.map(({ windows }) => tf.concat(waiting.splice(0, windows.length)));
  };
  const outputs = (): Outputs => applyModel(model, images, { training: true, frozen: roles.frozen }, recording);
  if (perExample !== undefined) {
    // Weighted before they are clipped, so that no weight lets an example's gradient pass the clip norm.
    const weights = graphInput(recording, STEP_PORTS.exampleWeights, imageShape.slice(0, 1));
    const { value, grads } = tf.variableGrads(
      () => tf.sum(tf.mul(lossOfHeads(perExample.losses, masks, outputs()), weights)),
      variables,
    );
    const gradients = joined(clippedGradient(trained, grads, perExample, recording));
    return { loss: tf.mul(value, 1 / perExample.lotSize), gradients };
  }
  const { value, grads } = tf.variableGrads(() => lossOfHeads(definition.loss, masks, outputs()), variables);
  return {
    loss: value,
    gradients: joined(variables.map(({ name, size }) => tf.reshape(grads[name] as tf.Tensor, [size]))),
  };
}

function registeredVariables(): tf.Variable[] {
  return Object.values(tf.engine().registeredVariables);
}
