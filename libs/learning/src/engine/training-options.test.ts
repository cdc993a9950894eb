/** @jest-environment ./libs/learning/jest-environment.mjs */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seededRng, type NamedTensor } from '@mammofed/core';
import type { ModelSpec } from '../model-spec.js';
import {
  distanceOfTrained,
  freshSeed,
  normals,
  randomBatches,
  randomWeights,
  type Batch,
} from '../reference.test-support.js';
import { CompiledTrainer } from './compiled-trainer.js';
import type { TrainingOptions } from './training-options.js';
import type { RoundInputs } from './round-inputs.js';

const seed = freshSeed();
const spec: ModelSpec = { name: 'unet', width: 1 / 32, size: 16 };
const RATE = 0.2;
const STEPS = 3;
/** Right rules were at most 4e-6 apart, wrong ones at least 0.1. */
const TOLERANCE = 1e-4;
const WRONG = 1e-2;
const OPTIONS: TrainingOptions = { spec, batchSize: 2, learningRate: RATE, threads: 1, optimizer: { kind: 'sgd' } };

/** Plain gradient descent at rate 1, whose every step is the gradient; parity.test.ts holds it to tfjs. */
let plain: CompiledTrainer;
let start: NamedTensor[];
let other: NamedTensor[];
let batches: Batch[];

beforeAll(async () => {
  plain = await CompiledTrainer.create({ ...OPTIONS, learningRate: 1 });
  start = await randomWeights(spec, seed);
  other = await randomWeights(spec, seed + 1);
  batches = randomBatches(seed, STEPS, 2 * spec.size ** 2);
});

afterAll(() => plain.dispose());

/** All weights of the model one after the other, in double precision. */
type Vector = Float64Array;

function vectorOf(tensors: readonly NamedTensor[]): Vector {
  return Float64Array.from(tensors.flatMap(({ data }) => [...data]));
}

function tensorsOf(vector: ArrayLike<number>): NamedTensor[] {
  let offset = 0;
  return start.map(({ name, shape, data }) => ({
    name,
    shape,
    data: Float32Array.from(data, () => vector[offset++] as number),
  }));
}

async function gradientAt(weights: Vector, { images, masks }: Batch): Promise<Vector> {
  const before = tensorsOf(weights);
  plain.reset(before);
  await plain.step(images, masks);
  const after = vectorOf(await plain.weights());
  return vectorOf(before).map((value, i) => value - (after[i] as number));
}

/** What a step should make of the weights and the gradient. */
type Rule = (weights: Vector, gradient: Vector, step: number) => Vector;

/** Gradient descent with a changed gradient. */
function descent(change: (gradient: number, weight: number, index: number) => number, rate = RATE): Rule {
  return (weights, gradient) => weights.map((weight, i) => weight - rate * change(gradient[i] as number, weight, i));
}

async function follow(rule: Rule): Promise<Vector> {
  let weights = vectorOf(start);
  for (const [step, batch] of batches.entries()) weights = rule(weights, await gradientAt(weights, batch), step);
  return weights;
}

async function withTrainer<T>(
  options: Partial<TrainingOptions>,
  use: (trainer: CompiledTrainer) => Promise<T> | T,
): Promise<T> {
  const trainer = await CompiledTrainer.create({ ...OPTIONS, ...options });
  try {
    return await use(trainer);
  } finally {
    await trainer.dispose();
  }
}

async function train(trainer: CompiledTrainer, inputs?: RoundInputs): Promise<void> {
  trainer.reset(start, inputs);
  for (const { images, masks } of batches) await trainer.step(images, masks);
}

function trained(options: Partial<TrainingOptions>, inputs?: RoundInputs): Promise<Vector> {
  return withTrainer(options, async (trainer) => {
    await train(trainer, inputs);
    return vectorOf(await trainer.weights());
  });
}

function apart(actual: Vector, expected: Vector): number {
  return distanceOfTrained(tensorsOf(actual), tensorsOf(expected), start);
}

/** Holds the weights to the rule, and sees to it that they would not agree with any of the wrong ones. */
async function expectRule(actual: Vector, right: Rule, wrong: readonly Rule[]): Promise<void> {
  expect(apart(actual, await follow(right))).toBeLessThan(TOLERANCE);
  for (const rule of wrong) expect(apart(actual, await follow(rule))).toBeGreaterThan(WRONG);
}

function norm(vector: Vector): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value ** 2, 0));
}

const unchanged = descent((gradient) => gradient);

describe(`a trainer's update (seed ${seed})`, () => {
  it('clips the whole gradient to a norm', async () => {
    const limit = 0.3 * norm(await gradientAt(vectorOf(start), batches[0] as Batch));
    const clipped: Rule = (weights, gradient) => {
      const factor = Math.min(1, limit / norm(gradient));
      return weights.map((weight, i) => weight - RATE * factor * (gradient[i] as number));
    };
    const actual = await trained({ clip: { kind: 'norm', limit } });
    await expectRule(actual, clipped, [unchanged, descent((g) => Math.max(-limit, Math.min(limit, g)))]);
  });

  it('leaves a gradient within the norm as it is, to the last bit', async () => {
    const actual = await trained({ clip: { kind: 'norm', limit: 1e6 } });
    expect(actual).toEqual(await trained({}));
  });

  it('clips every number of the gradient to a value', async () => {
    const first = await gradientAt(vectorOf(start), batches[0] as Batch);
    const highest = first.reduce((most, value) => Math.max(most, value), 0);
    const lowest = first.reduce((least, value) => Math.min(least, value), 0);
    // So that numbers of both signs are cut.
    const limit = 0.3 * Math.min(highest, -lowest);
    const actual = await trained({ clip: { kind: 'value', limit } });
    const clipped = descent((g) => Math.max(-limit, Math.min(limit, g)));
    await expectRule(actual, clipped, [
      unchanged,
      descent((g) => Math.min(limit, g)),
      descent((g) => Math.max(-limit, g)),
    ]);
  });

  it('adds weight decay to the gradient, after clipping', async () => {
    const [limit, lambda] = [0.01, 0.3];
    const cut = (g: number): number => Math.max(-limit, Math.min(limit, g));
    const actual = await trained({ clip: { kind: 'value', limit }, weightDecay: lambda });
    await expectRule(
      actual,
      descent((g, w) => cut(g) + lambda * w),
      [descent(cut), descent((g, w) => cut(g) - lambda * w), descent((g, w) => cut(g + lambda * w))],
    );
  });

  it('averages the weights after each step, from those of the reset, and can be read beside them', async () => {
    const decay = 0.7;
    const ways = { right: decay, forgotten: 0, swapped: 1 - decay };
    const averages = new Map(Object.keys(ways).map((way) => [way, vectorOf(start)]));
    const weights = await follow((before, gradient, step) => {
      const after = unchanged(before, gradient, step);
      for (const [way, kept] of Object.entries(ways)) {
        const average = averages.get(way) as Vector;
        averages.set(
          way,
          average.map((value, i) => kept * value + (1 - kept) * (after[i] as number)),
        );
      }
      return after;
    });
    await withTrainer({ averageDecay: decay }, async (trainer) => {
      await train(trainer);
      const average = vectorOf(await trainer.averagedWeights());
      expect(apart(average, averages.get('right') as Vector)).toBeLessThan(TOLERANCE);
      expect(apart(average, averages.get('swapped') as Vector)).toBeGreaterThan(WRONG);
      expect(apart(average, averages.get('forgotten') as Vector)).toBeGreaterThan(WRONG);
      expect(apart(vectorOf(await trainer.weights()), weights)).toBeLessThan(TOLERANCE);
      trainer.reset(start);
      expect(vectorOf(await trainer.averagedWeights())).toEqual(vectorOf(start));
    });
  });

  it('follows the schedule of the learning rate, and goes on in it where an earlier round ended', async () => {
    const schedule = { kind: 'step', everySteps: 2, factor: 0.25, warmupSteps: 1 } as const;
    const at =
      (rates: readonly number[]): Rule =>
      (weights, gradient, step) =>
        descent((g) => g, rates[step])(weights, gradient, step);
    const [first, later] = [
      [RATE, RATE, RATE],
      [RATE, RATE / 4, RATE / 4],
    ];
    await expectRule(await trained({ schedule }), at(first as number[]), [at(later as number[])]);
    await expectRule(await trained({ schedule }, { firstStep: 2 }), at(later as number[]), [at(first as number[])]);
  });
});

describe(`a trainer's local objective (seed ${seed})`, () => {
  const mu = 0.5;
  const fedprox = { kind: 'fedprox', mu } as const;
  const random = (name: string): NamedTensor[] => {
    const rng = seededRng(name, seed);
    return start.map((tensor) => ({ ...tensor, data: normals(rng, tensor.data.length).map((x) => 0.1 * x) }));
  };

  it('of FedProx pulls to the anchor', async () => {
    const anchor = vectorOf(other);
    const pulled = (factor: number): Rule => descent((g, w, i) => g + factor * (w - (anchor[i] as number)));
    const actual = await trained({ objective: fedprox }, { anchor: other });
    await expectRule(actual, pulled(mu), [pulled(0), pulled(-mu)]);
  });

  it('of FedProx pulls to the weights of the reset if there is no other anchor', async () => {
    const anchor = vectorOf(start);
    const strong = 4;
    const pulled = (factor: number): Rule => descent((g, w, i) => g + factor * (w - (anchor[i] as number)));
    const actual = await trained({ objective: { kind: 'fedprox', mu: strong } });
    await expectRule(actual, pulled(strong), [pulled(0), pulled(-strong)]);
  });

  it('of SCAFFOLD takes the site’s control variate off every gradient and adds that of all', async () => {
    const controls = { site: random('site'), all: random('all') };
    const [site, all] = [vectorOf(controls.site), vectorOf(controls.all)];
    const corrected = (ofSite: number, ofAll: number): Rule =>
      descent((g, _, i) => g + ofSite * (site[i] as number) + ofAll * (all[i] as number));
    const actual = await trained({ objective: { kind: 'scaffold' } }, { controls });
    await expectRule(actual, corrected(-1, 1), [corrected(0, 0), corrected(1, -1), corrected(-1, 0), corrected(0, 1)]);
  });

  it('of FedDyn pulls to the anchor and takes off the last gradient', async () => {
    const lastGradient = random('last');
    const [anchor, last] = [vectorOf(other), vectorOf(lastGradient)];
    const corrected = (alpha: number, ofLast: number): Rule =>
      descent((g, w, i) => g + alpha * (w - (anchor[i] as number)) + ofLast * (last[i] as number));
    const actual = await trained({ objective: { kind: 'feddyn', alpha: mu } }, { anchor: other, lastGradient });
    await expectRule(actual, corrected(mu, -1), [
      corrected(mu, 0),
      corrected(mu, 1),
      corrected(0, -1),
      corrected(-mu, -1),
    ]);
  });

  it('is part of what is clipped', async () => {
    const anchor = vectorOf(other);
    const limit = 0.05;
    const cut = (g: number): number => Math.max(-limit, Math.min(limit, g));
    const pull = (w: number, i: number): number => mu * (w - (anchor[i] as number));
    const actual = await trained({ objective: fedprox, clip: { kind: 'value', limit } }, { anchor: other });
    await expectRule(
      actual,
      descent((g, w, i) => cut(g + pull(w, i))),
      [descent((g, w, i) => cut(g) + pull(w, i))],
    );
  });

  it('does not reach layers that are the site’s alone', async () => {
    const anchor = vectorOf(other);
    await withTrainer({ objective: fedprox, localOnlyLayers: ['down0', 'logits'] }, async (trainer) => {
      await train(trainer, { anchor: other });
      const names = [
        'down0/conv0/kernel',
        'down0/conv0/bias',
        'down0/conv1/kernel',
        'down0/conv1/bias',
        'logits/kernel',
        'logits/bias',
      ];
      expect(trainer.localOnlyTensors).toEqual(names);
      expect(trainer.sharedTensors.map(({ name }) => name)).toEqual(
        start.map(({ name }) => name).filter((name) => !names.includes(name)),
      );
      const owners = start.flatMap(({ name, data }) => Array.from(data, () => names.includes(name)));
      const pulled = (isPulled: (i: number) => boolean): Rule =>
        descent((g, w, i) => (isPulled(i) ? g + mu * (w - (anchor[i] as number)) : g));
      await expectRule(
        vectorOf(await trainer.weights()),
        pulled((i) => !owners[i]),
        [pulled(() => true), pulled(() => false)],
      );
    });
  });

  it('of SCAFFOLD takes control variates of the shared tensors alone', async () => {
    const isShared = ({ name }: NamedTensor): boolean => !name.startsWith('down0/');
    const [site, all] = [random('site'), random('all')];
    const controls = { site: site.filter(isShared), all: all.filter(isShared) };
    const difference = Float64Array.from(
      site.flatMap((tensor, index) =>
        Array.from(tensor.data, (value, i) =>
          isShared(tensor) ? ((all[index] as NamedTensor).data[i] as number) - value : 0,
        ),
      ),
    );
    const actual = await trained({ objective: { kind: 'scaffold' }, localOnlyLayers: ['down0'] }, { controls });
    await expectRule(
      actual,
      descent((g, _, i) => g + (difference[i] as number)),
      [unchanged],
    );
  });
});

describe(`frozen layers (seed ${seed})`, () => {
  it('keep every bit, and the others learn as if nothing were frozen beside them', async () => {
    const isFrozen = start.flatMap(({ name, data }) =>
      Array.from(data, () => name.startsWith('down1/') || name.startsWith('up2/upconv/')),
    );
    const options = { frozenLayers: ['down1', 'up2/upconv'], weightDecay: 0.1 };
    const actual = await trained(options);
    const frozen = (values: Vector): Vector => values.filter((_, i) => isFrozen[i]);
    expect(frozen(actual)).toEqual(frozen(vectorOf(start)));
    const decayed = (reaches: boolean): Rule => descent((g, w, i) => (isFrozen[i] && !reaches ? 0 : g + 0.1 * w));
    await expectRule(actual, decayed(false), [decayed(true)]);
  });

  it('can be given weights again and again', async () => {
    await withTrainer({ frozenLayers: ['down1'] }, async (trainer) => {
      await train(trainer);
      trainer.reset(other);
      expect(vectorOf(await trainer.weights())).toEqual(vectorOf(other));
    });
  });
});
