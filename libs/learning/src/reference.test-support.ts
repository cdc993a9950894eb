// Runs the same tfjs code twice: compiled to ONNX, and by tfjs's own arithmetic in JavaScript.
import { type NamedTensor, normal, type OptimizerSpec, type Rng, seededRng, SEGMENTATION_LOSS } from '@mammofed/core';
import { randomInt } from 'node:crypto';
import { nextState, STEP_PORTS, compileStep, type StepDefinition } from './compile-step.js';
import { lossOfHeads, type Outputs } from './deep-supervision.js';
import { graphInput } from './trace/graph-tensor.js';
import { targetHere } from './engine/channel-block.js';
import { floatsOf, floatTensor, GraphSession, type Ports } from './engine/graph-session.js';
import { initialTensors } from './initial-tensors.js';
import { lossFunction } from './losses.js';
import type { ModelSpec } from './model-spec.js';
import './reference-corrections.test-support.js';
import { buildModel } from './models/build-model.js';
import { DROPOUT_FACTORS, type DropoutFactors } from './models/layers/dropout.js';
import { drawRandomInput, randomInput, type RandomInput, type RandomSeed } from './random-inputs.js';
import { tf, type tfLayers } from './tfjs.js';
import type { WeightSlot } from './weight-windows.js';
import type { Device, GraphTarget } from './trace/graph-target.js';
import { withTraceBackend } from './trace/with-trace-backend.js';

// The JavaScript backend advises to install another one; production mode silences it.
tf.env().set('PROD', true);

/** A seed of its own for every run; put it into the test's name, so that a failure shows it. */
export function freshSeed(): number {
  return randomInt(2 ** 31);
}

export function normals(rng: Rng, length: number): Float32Array {
  return Float32Array.from({ length }, () => normal(rng));
}

/** What random inputs are drawn from in every run here. */
const RANDOM_SEED: RandomSeed = ['reference'];

// The draws of a compiled step, for tfjs's own arithmetic: the step's number, and what was drawn in it so far.
const drawn = { step: 0, inputs: [] as RandomInput[] };

tf.registerKernel({
  kernelName: DROPOUT_FACTORS,
  backendName: 'cpu',
  kernelFunc: ({ attrs }) => {
    const input = randomInput(attrs as unknown as DropoutFactors, drawn.inputs);
    drawn.inputs.push(input);
    return tf.tensor(drawRandomInput(input, RANDOM_SEED, drawn.step), [...input.shape]);
  },
});

export interface Batch {
  readonly images: Float32Array;
  readonly masks: Float32Array;
}

/** Images of noise, and masks in which about a third of the pixels are set. */
export function randomBatches(seed: number, count: number, pixels: number): Batch[] {
  const rng = seededRng('batches', seed);
  return Array.from({ length: count }, () => ({
    images: normals(rng, pixels),
    masks: Float32Array.from({ length: pixels }, () => (rng.next() < 1 / 3 ? 1 : 0)),
  }));
}

/** How a tensor that is no kernel is drawn, by the end of its name. */
const DRAWS: Readonly<Record<string, (rng: Rng) => number>> = {
  bias: (rng) => 0.1 * Math.abs(normal(rng)),
  gamma: (rng) => 0.5 + rng.next(),
  // Not near zero. Where one channel is normalized again after the next convolution, gamma and beta may grow together and
  // nothing changes: gamma's gradient is −beta / gamma times beta's, and with a tiny beta it is a sum that cancels to
  // rounding errors (off by 2.5e-3 of itself in such a draw, with every ReLU and pooling decided alike).
  beta: (rng) => 0.1 + 0.1 * rng.next(),
  moving_mean: (rng) => 0.1 * normal(rng),
  moving_variance: (rng) => 0.5 + rng.next(),
};

/**
 * A run's initial weights with biases and normalizations drawn too. Biases of zero would be nothing but their updates after
 * a few steps, so that a tiny gradient's rounding errors would count as large differences of the weights.
 */
export async function randomWeights(spec: ModelSpec, seed: number): Promise<NamedTensor[]> {
  const rng = seededRng('biases', seed);
  return (await initialTensors(spec, seed)).map((tensor) => {
    const draw = DRAWS[tensor.name.slice(tensor.name.lastIndexOf('/') + 1)];
    return draw === undefined ? tensor : { ...tensor, data: tensor.data.map(() => draw(rng)) };
  });
}

/** A step with the learning rate that it is run at. */
export interface TestStep extends StepDefinition {
  readonly learningRate: number;
  /** What the reference does in place of tfjs's own optimizer. */
  readonly plainUpdate?: ReferenceUpdate;
}

/** A model's training step as a trainer compiles it, with another optimizer. */
export function segmentationStep(
  spec: ModelSpec,
  batchSize: number,
  optimizer: OptimizerSpec,
  learningRate: number,
): TestStep {
  const shape = [batchSize, spec.size, spec.size, 1];
  return {
    buildModel: () => buildModel(spec),
    update: { optimizer },
    learningRate,
    loss: lossFunction(SEGMENTATION_LOSS),
    imageShape: shape,
    maskShape: shape,
  };
}

export interface Outcome {
  readonly losses: number[];
  readonly weights: NamedTensor[];
}

/** A compiled step, open for many runs from given weights. */
export interface CompiledRunner {
  run(weights: readonly NamedTensor[], batches: readonly Batch[]): Promise<Outcome>;
  close(): Promise<void>;
}

export async function openCompiled(definition: TestStep, device: Device = 'cpu'): Promise<CompiledRunner> {
  const step = compileStep({ ...definition, target: await targetHere(device) });
  const session = await GraphSession.create({ bytes: step.bytes, threads: 1, device });
  const run = async (weights: readonly NamedTensor[], batches: readonly Batch[]): Promise<Outcome> => {
    const state: Record<string, Ports[string]> = {};
    for (const { name, shape, initialValue = 0 } of step.states) {
      state[name] = floatTensor(shape);
      floatsOf(state[name]).fill(initialValue);
    }
    for (const { name, shape } of step.fixed) state[name] = floatTensor(shape);
    const window = ({ state: name, offset, size }: WeightSlot): Float32Array =>
      floatsOf(state[name] as Ports[string]).subarray(offset, offset + size);
    const byName = new Map(weights.map(({ name, data }) => [name, data]));
    for (const slot of step.weights) window(slot).set(byName.get(slot.name) as Float32Array);
    const losses: number[] = [];
    for (const [index, { images, masks }] of batches.entries()) {
      const random = step.randomInputs.map((input): [string, Ports[string]] => [
        input.name,
        floatTensor(input.shape, drawRandomInput(input, RANDOM_SEED, index)),
      ]);
      const outputs = await session.run({
        ...state,
        ...Object.fromEntries(random),
        [STEP_PORTS.images]: floatTensor(definition.imageShape, images),
        [STEP_PORTS.masks]: floatTensor(definition.maskShape, masks),
        [STEP_PORTS.learningRate]: floatTensor([], Float32Array.of(definition.learningRate)),
      });
      for (const { name } of step.states) state[name] = outputs[nextState(name)] as Ports[string];
      losses.push(floatsOf(outputs[STEP_PORTS.loss] as Ports[string])[0] as number);
    }
    return {
      losses,
      weights: step.weights.map((slot) => ({ name: slot.name, shape: slot.shape, data: window(slot).slice() })),
    };
  };
  return { run, close: () => session.release() };
}

/** Runs one step for each batch as a compiled graph. */
export async function runCompiled(
  definition: TestStep,
  weights: readonly NamedTensor[],
  batches: readonly Batch[],
  device?: Device,
): Promise<Outcome> {
  const runner = await openCompiled(definition, device);
  const outcome = await runner.run(weights, batches);
  await runner.close();
  return outcome;
}

/** Runs one step for each batch by tfjs's own arithmetic and its own optimizer, or the step's plain update. */
export async function runReference(
  definition: TestStep,
  weights: readonly NamedTensor[],
  batches: readonly Batch[],
): Promise<Outcome> {
  await tf.setBackend('cpu');
  const model = definition.buildModel();
  giveWeights(model, weights);
  const update = definition.plainUpdate ?? tfjsUpdate(definition.update.optimizer, definition.learningRate);
  const trainable = model.trainableWeights.map((weight) => tf.engine().registeredVariables[weight.name] as tf.Variable);
  const losses = batches.map(({ images, masks }, step) =>
    tf.tidy(() => {
      Object.assign(drawn, { step, inputs: [] });
      const batch = tf.tensor(images, [...definition.imageShape]);
      const target = tf.tensor(masks, [...definition.maskShape]);
      const { value, grads } = tf.variableGrads(
        () => lossOfHeads(definition.loss, target, model.apply(batch, { training: true }) as Outputs),
        trainable,
      );
      update.step(trainable.map((variable) => ({ variable, gradient: grads[variable.name] as tf.Tensor })));
      return value.dataSync()[0] as number;
    }),
  );
  const outcome = { losses, weights: takeWeights(model) };
  model.dispose();
  update.dispose?.();
  return outcome;
}

/** One tensor of a model in an update by the reference. */
export interface Trained {
  readonly variable: tf.Variable;
  readonly gradient: tf.Tensor;
}

/** Changes the variables. */
export interface ReferenceUpdate {
  step(trained: readonly Trained[]): void;
  dispose?(): void;
}

function tfjsUpdate(spec: OptimizerSpec, rate: number): ReferenceUpdate {
  const optimizer = tfjsOptimizer(spec, rate);
  return {
    step: (trained) =>
      optimizer.applyGradients(trained.map(({ variable, gradient }) => ({ name: variable.name, tensor: gradient }))),
    dispose: () => optimizer.dispose(),
  };
}

/** tfjs's own optimizer for the same updates. */
function tfjsOptimizer(spec: OptimizerSpec, rate: number): tf.Optimizer {
  switch (spec.kind) {
    case 'sgd':
      return tf.train.sgd(rate);
    case 'momentum':
      return tf.train.momentum(rate, spec.momentum, spec.nesterov);
    case 'adagrad':
      return tf.train.adagrad(rate, spec.initialAccumulator);
    case 'adadelta':
      return tf.train.adadelta(rate, spec.rho, spec.epsilon);
    case 'rmsprop':
      if (spec.centered !== true) return tf.train.rmsprop(rate, spec.decay, spec.momentum, spec.epsilon);
      break;
    case 'adam':
      return tf.train.adam(rate, spec.beta1, spec.beta2, spec.epsilon);
    case 'adamax':
      return tf.train.adamax(rate, spec.beta1, spec.beta2, spec.epsilon);
    case 'adamw':
  }
  throw new Error(`tfjs has no ${spec.kind} that does the same`);
}

export function giveWeights(model: tfLayers.LayersModel, weights: readonly NamedTensor[]): void {
  const byName = new Map(weights.map((weight) => [weight.name, weight]));
  tf.tidy(() => {
    for (const variable of model.weights) {
      const { data, shape } = byName.get(variable.originalName) as NamedTensor;
      variable.write(tf.tensor(data, [...shape]));
    }
  });
}

function takeWeights(model: tfLayers.LayersModel): NamedTensor[] {
  return model.weights.map((variable) => ({
    name: variable.originalName,
    shape: variable.shape as number[],
    data: Float32Array.from(variable.read().dataSync()),
  }));
}

/** Largest difference, relative to the largest reference value. */
export function relativeDifference(actual: ArrayLike<number>, reference: ArrayLike<number>): number {
  let difference = 0;
  let largest = 0;
  for (let i = 0; i < reference.length; i++) {
    // NaN must not pass: Math.max keeps it.
    difference = Math.max(difference, Math.abs((actual[i] as number) - (reference[i] as number)));
    largest = Math.max(largest, Math.abs(reference[i] as number));
  }
  if (actual.length !== reference.length) return Infinity;
  return largest === 0 ? difference : difference / largest;
}

/** What differs, with by how much. */
export interface Difference {
  readonly name: string;
  readonly difference: number;
}

/** The largest difference; NaN is larger than any. */
export function worstOf(differences: readonly Difference[]): Difference {
  return differences.reduce((worst, each) =>
    Number.isNaN(worst.difference) || each.difference <= worst.difference ? worst : each,
  );
}

/** The tensor that differs most, with by how much: for a readable failure. */
export function worstTensor(actual: readonly NamedTensor[], reference: readonly NamedTensor[]): Difference {
  const byName = new Map(actual.map((tensor) => [tensor.name, tensor]));
  return worstOf(
    reference.map(({ name, data }) => ({ name, difference: relativeDifference(byName.get(name)?.data ?? [], data) })),
  );
}

/**
 * How far two results of training are apart, relative to how far it went, by the L2 norm of all tensors together. (One of a
 * single number may come near zero by chance, and has no scale of its own then.)
 */
export function distanceOfTrained(
  actual: readonly NamedTensor[],
  reference: readonly NamedTensor[],
  before: readonly NamedTensor[],
): number {
  return norm(moves(reference, actual)) / norm(moves(before, reference));
}

function norm(tensors: readonly NamedTensor[]): number {
  return Math.sqrt(tensors.reduce((sum, { data }) => data.reduce((part, value) => part + value ** 2, sum), 0));
}

/** What a step added to each tensor. */
export function moves(before: readonly NamedTensor[], after: readonly NamedTensor[]): NamedTensor[] {
  const byName = new Map(after.map((tensor) => [tensor.name, tensor.data]));
  return before.map(({ name, shape, data }) => ({
    name,
    shape,
    data: data.map((value, i) => ((byName.get(name) as Float32Array)[i] as number) - value),
  }));
}

/**
 * Weights changed by a random part of themselves, in pairs of opposite ones: what one of a pair does not bring to the other
 * side of zero, the other one mostly does.
 * @param size - standard deviation of the part.
 */
export function disturbed(weights: readonly NamedTensor[], size: number, seed: number): NamedTensor[][] {
  return [0, 1].flatMap((pair) =>
    [size, -size].map((signed) => {
      const rng = seededRng('disturbance', seed, pair);
      return weights.map((tensor) => ({
        ...tensor,
        data: tensor.data.map((value) => value * (1 + signed * normal(rng))),
      }));
    }),
  );
}

export interface Operand {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** What a function's graph is written for, and what runs it: this machine's processor if not given. */
export interface Way {
  readonly target?: GraphTarget;
  readonly device?: Device;
}

/** Runs a function of tensors both ways. @returns for each result: its shape and numbers by the graph and by tfjs. */
export async function runFunctionBothWays(
  compute: (...inputs: tf.Tensor[]) => tf.Tensor[],
  operands: readonly Operand[],
  way: Way = {},
): Promise<{ shape: number[]; compiled: Float32Array; reference: Float32Array }[]> {
  const { device = 'cpu', target = await targetHere(device) } = way;
  const { bytes, shapes } = withTraceBackend((backend) =>
    backend.record(
      (recording) =>
        tf.tidy(() => {
          const results = compute(...operands.map(({ shape }, index) => graphInput(recording, `input${index}`, shape)));
          results.forEach((result, index) =>
            recording.graph.output(`output${index}`, recording.nameOf(result), result.shape),
          );
          return { bytes: recording.graph.encode(), shapes: results.map(({ shape }) => shape) };
        }),
      target,
    ),
  );
  const session = await GraphSession.create({ bytes, threads: 1, device });
  const outputs = await session.run(
    Object.fromEntries(operands.map(({ shape, values }, index) => [`input${index}`, floatTensor(shape, values)])),
  );
  await session.release();
  await tf.setBackend('cpu');
  const references = tf.tidy(() =>
    compute(...operands.map(({ shape, values }) => tf.tensor(values, [...shape]))).map((result) => ({
      shape: result.shape,
      values: Float32Array.from(result.dataSync()),
    })),
  );
  return references.map(({ shape, values }, index) => {
    const output = outputs[`output${index}`] as Ports[string];
    if (shape.join() !== (shapes[index] as number[]).join() || shape.join() !== output.dims.join())
      throw new Error(
        `shapes differ: tfjs ${shape.join()}, traced ${String(shapes[index])}, run ${output.dims.join()}`,
      );
    return { shape, compiled: floatsOf(output), reference: values };
  });
}
