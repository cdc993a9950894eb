// Optimizers and losses, each in steps of a tiny network that are held against tfjs's own arithmetic.
import { SEGMENTATION_LOSS, type LossSpec, type NamedTensor } from '@mammofed/core';
import { lossFunction } from './losses.js';
import type { UpdateRule } from './optimizers/update-rule.js';
import {
  moves,
  randomBatches,
  relativeDifference,
  runCompiled,
  runReference,
  type Outcome,
  type ReferenceUpdate,
  type TestStep,
} from './reference.test-support.js';
import { tf } from './tfjs.js';
import { TINY_PIXELS, TINY_SHAPE, weightsOf, type TinyNetwork } from './tiny-networks.test-support.js';
import type { Device } from './trace/graph-target.js';

const STEPS = 5;
const TOLERANCE = 1e-4;

/**
 * How far a tensor's move may be off, relative to the largest number in it: where weights hardly move, the tolerance of the
 * weights alone would not see a wrong update.
 */
const MOVE_TOLERANCE = 1e-2;

/** With a tiny one, a gradient that is zero up to rounding moves a weight by plus or minus the learning rate. */
const epsilon = 1e-4;

export interface Update {
  readonly what: string;
  readonly rule: UpdateRule;
  readonly learningRate: number;
  /** The same in plain numbers, where tfjs has no such optimizer or not this one. */
  readonly plain?: () => ReferenceUpdate;
}

export const UPDATES: readonly Update[] = [
  { what: 'sgd', rule: { optimizer: { kind: 'sgd' } }, learningRate: 0.2 },
  { what: 'momentum', rule: { optimizer: { kind: 'momentum', momentum: 0.9 } }, learningRate: 0.1 },
  {
    what: "Nesterov's momentum",
    rule: { optimizer: { kind: 'momentum', momentum: 0.8, nesterov: true } },
    learningRate: 0.1,
  },
  { what: 'adagrad', rule: { optimizer: { kind: 'adagrad' } }, learningRate: 0.05 },
  {
    what: 'adagrad from 0.5',
    rule: { optimizer: { kind: 'adagrad', initialAccumulator: 0.5 } },
    learningRate: 0.05,
  },
  { what: 'adadelta', rule: { optimizer: { kind: 'adadelta', rho: 0.8, epsilon } }, learningRate: 0.5 },
  { what: 'adam', rule: { optimizer: { kind: 'adam', epsilon } }, learningRate: 0.01 },
  {
    what: 'adam with other decays',
    rule: { optimizer: { kind: 'adam', beta1: 0.6, beta2: 0.7, epsilon } },
    learningRate: 0.01,
  },
  { what: 'adamax', rule: { optimizer: { kind: 'adamax', epsilon } }, learningRate: 0.01 },
  { what: 'rmsprop', rule: { optimizer: { kind: 'rmsprop', epsilon } }, learningRate: 0.01 },
  {
    what: 'rmsprop with momentum',
    rule: { optimizer: { kind: 'rmsprop', decay: 0.7, momentum: 0.5, epsilon } },
    learningRate: 0.01,
  },
  {
    what: 'centered rmsprop with momentum',
    rule: { optimizer: { kind: 'rmsprop', momentum: 0.5, centered: true, epsilon } },
    learningRate: 0.01,
    plain: () => plainUpdate(centeredRmsprop),
  },
  {
    what: 'adamw',
    rule: { optimizer: { kind: 'adamw', epsilon }, weightDecay: 2 },
    learningRate: 0.01,
    plain: () => plainUpdate((weight, gradient, slots) => adam(weight, gradient, slots) - 0.01 * 2 * weight),
  },
  {
    what: 'adam with weight decay in the gradient',
    rule: { optimizer: { kind: 'adam', epsilon }, weightDecay: 0.01 },
    learningRate: 0.01,
    plain: () => plainUpdate((weight, gradient, slots) => adam(weight, gradient + 0.01 * weight, slots)),
  },
];

export const LOSSES: readonly { readonly what: string; readonly spec: LossSpec }[] = [
  { what: 'cross-entropy plus soft Dice', spec: SEGMENTATION_LOSS },
  { what: 'cross-entropy', spec: [{ kind: 'cross-entropy' }] },
  { what: 'soft Dice', spec: [{ kind: 'soft-dice' }] },
  { what: 'focal', spec: [{ kind: 'focal', alpha: 0.75 }] },
  { what: 'Tversky', spec: [{ kind: 'tversky', alpha: 0.3, beta: 0.7 }] },
  {
    what: 'a weighted sum',
    spec: [
      { kind: 'focal', gamma: 1, weight: 2 },
      { kind: 'tversky', alpha: 0.7, beta: 0.3, weight: 0.5 },
    ],
  },
];

/** What an update keeps for one weight, in double precision. */
type Slots = Record<string, number>;

/** One step of one weight. @returns the weight after it. */
type PlainStep = (weight: number, gradient: number, slots: Slots) => number;

/** Adam at rate 0.01 as in arXiv:1412.6980, algorithm 1. */
function adam(weight: number, gradient: number, slots: Slots): number {
  const { t = 0, m = 0, v = 0 } = slots;
  slots.t = t + 1;
  slots.m = 0.9 * m + 0.1 * gradient;
  slots.v = 0.999 * v + 0.001 * gradient ** 2;
  const unbiased = slots.m / (1 - 0.9 ** slots.t);
  return weight - (0.01 * unbiased) / (Math.sqrt(slots.v / (1 - 0.999 ** slots.t)) + epsilon);
}

/** At rate 0.01, decay 0.9 and momentum 0.5, as in arXiv:1308.0850, equations 38 to 45. */
function centeredRmsprop(weight: number, gradient: number, slots: Slots): number {
  const { n = 0, g = 0, delta = 0 } = slots;
  slots.n = 0.9 * n + 0.1 * gradient ** 2;
  slots.g = 0.9 * g + 0.1 * gradient;
  slots.delta = 0.5 * delta - (0.01 * gradient) / Math.sqrt(slots.n - slots.g ** 2 + epsilon);
  return weight + slots.delta;
}

function plainUpdate(step: PlainStep): ReferenceUpdate {
  const slots = new Map<string, Slots[]>();
  return {
    step: (trained) => {
      for (const { variable, gradient } of trained) {
        const gradients = gradient.dataSync();
        const ofTensor = slots.get(variable.name) ?? Array.from(gradients, () => ({}));
        slots.set(variable.name, ofTensor);
        const next = variable.dataSync().map((weight, i) => step(weight, gradients[i] as number, ofTensor[i] as Slots));
        variable.assign(tf.tensor(next, variable.shape));
      }
    },
  };
}

export interface Combination {
  readonly network: TinyNetwork;
  readonly update: Update;
  readonly loss: (typeof LOSSES)[number];
}

/**
 * Trains five steps both ways.
 * @param device - what runs the compiled ones; the CPU if not given.
 * @returns what differs by more than it may; undefined if nothing does.
 */
export async function disagreement(
  { network, update, loss }: Combination,
  drawSeed: number,
  device?: Device,
): Promise<unknown> {
  const { rule, learningRate, plain } = update;
  const step: TestStep = {
    buildModel: network.build,
    update: rule,
    learningRate,
    loss: lossFunction(loss.spec),
    imageShape: TINY_SHAPE,
    maskShape: TINY_SHAPE,
    ...(plain === undefined ? {} : { plainUpdate: plain() }),
  };
  const weights = weightsOf(network.build, drawSeed);
  const batches = randomBatches(drawSeed, STEPS, TINY_PIXELS);
  const compiled = await runCompiled(step, weights, batches, device);
  return difference(compiled, await runReference(step, weights, batches), weights);
}

function difference(compiled: Outcome, reference: Outcome, before: readonly NamedTensor[]): unknown {
  const loss = relativeDifference(compiled.losses, reference.losses);
  if (!(loss <= TOLERANCE)) return { what: 'loss', difference: loss };
  const [moved, start] = [moves(before, compiled.weights), before.map(({ data }) => largest(data))];
  return moves(before, reference.weights)
    .map(({ name, data }, index) => {
      const after = dataOf(reference.weights, name);
      const off = relativeDifference(dataOf(compiled.weights, name), after) * largest(after);
      const ofMove = relativeDifference(moved[index]?.data ?? [], data) * largest(data);
      // A move is a difference of weights, each of them rounded in every step.
      const allowed = MOVE_TOLERANCE * largest(data) + STEPS * 2 ** -23 * largest(after);
      // A tensor of one number may come near zero by chance: what it came from is the scale then.
      const scale = Math.max(largest(after), start[index] as number);
      return off <= TOLERANCE * scale && ofMove <= allowed ? undefined : { name, off, scale, ofMove, allowed };
    })
    .find((each) => each !== undefined);
}

function dataOf(weights: readonly NamedTensor[], name: string): Float32Array {
  return weights.find((tensor) => tensor.name === name)?.data ?? new Float32Array(0);
}

/** The largest magnitude; 0 of none. */
export function largest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
