/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { isUnder, seededRng, type NamedTensor } from '@mammofed/core';
import { initialTensors } from '../initial-tensors.js';
import { freshSeed, normals } from '../reference.test-support.js';
import { CompiledTrainer } from './compiled-trainer.js';
import type { ExampleInputs } from './example-inputs.js';
import type { RoundInputs } from './round-inputs.js';
import type { TrainingOptions } from './training-options.js';

const seed = freshSeed();

// 1.9 million weights: more than one group holds.
const SPEC = { name: 'unet', width: 1 / 4, size: 16 } as const;
const BATCH = 2;
const RATE = 0.125;
const SGD = { spec: SPEC, batchSize: BATCH, learningRate: RATE, threads: 2, optimizer: { kind: 'sgd' } } as const;

const rng = seededRng('weight groups', seed);
const images = normals(rng, BATCH * 16 * 16);
const masks = images.map((value) => (value > 0 ? 1 : 0));

interface Run {
  readonly options?: Partial<TrainingOptions>;
  readonly inputs?: RoundInputs;
  readonly examples?: ExampleInputs;
}

interface Trained {
  readonly weights: readonly NamedTensor[];
  readonly averaged: readonly NamedTensor[];
}

/** The weights after a step from the same ones on the same batch. */
async function trained(start: readonly NamedTensor[], { options, inputs, examples }: Run = {}): Promise<Trained> {
  const trainer = await CompiledTrainer.create({ ...SGD, ...options });
  trainer.reset(start, inputs);
  await trainer.step(images, masks, examples);
  const weights = await trainer.weights();
  const averaged = options?.averageDecay === undefined ? [] : await trainer.averagedWeights();
  await trainer.dispose();
  return { weights, averaged };
}

function drawn(like: readonly NamedTensor[]): NamedTensor[] {
  return like.map(({ name, shape, data }) => ({ name, shape, data: normals(rng, data.length) }));
}

/** The largest difference of a tensor's numbers from what is expected of them. */
function error(
  found: readonly NamedTensor[],
  expected: (tensor: number, place: number, tensorName: string) => number,
): number {
  let largest = 0;
  found.forEach(({ name, data }, tensor) =>
    data.forEach((value, place) => (largest = Math.max(largest, Math.abs(value - expected(tensor, place, name))))),
  );
  return largest;
}

const at = (tensors: readonly NamedTensor[], tensor: number, place: number): number =>
  tensors[tensor]?.data[place] as number;

describe(`weights in several groups (seed ${seed})`, () => {
  it('are pulled to the anchor and moved by the control variates, each by its own; local-only layers by none', async () => {
    const start = await initialTensors(SPEC, seed);
    const local = { localOnlyLayers: ['down3', 'logits'] };
    const isLocal = (name: string): boolean => isUnder(name, local.localOnlyLayers);
    const plain = await trained(start, { options: local });
    const anchor = drawn(start);
    const pulled = await trained(start, {
      options: { ...local, objective: { kind: 'fedprox', mu: 0.5 } },
      inputs: { anchor },
    });
    const pull = (t: number, i: number): number => RATE * 0.5 * (at(start, t, i) - at(anchor, t, i));
    expect(
      error(pulled.weights, (t, i, name) => at(plain.weights, t, i) - (isLocal(name) ? 0 : pull(t, i))),
    ).toBeLessThan(1e-5);

    const shared = start.filter(({ name }) => !isLocal(name));
    const controls = { site: drawn(shared), all: drawn(shared) };
    const corrected = await trained(start, {
      options: { ...local, objective: { kind: 'scaffold' } },
      inputs: { controls },
    });
    const place = new Map(shared.map(({ name }, index) => [name, index]));
    const offset = (name: string, i: number): number => {
      const t = place.get(name);
      return t === undefined ? 0 : RATE * (at(controls.all, t, i) - at(controls.site, t, i));
    };
    expect(error(corrected.weights, (t, i, name) => at(plain.weights, t, i) - offset(name, i))).toBeLessThan(1e-5);
  });

  it('are clipped by one norm, averaged, and the same in micro-batches', async () => {
    const start = await initialTensors(SPEC, seed);
    const plain = await trained(start);
    const change = start.map(({ data }, t) => data.map((before, i) => (before - at(plain.weights, t, i)) / RATE));
    const squares = change.map((gradient) => gradient.reduce((sum, value) => sum + value * value, 0));
    const norm = Math.sqrt(squares.reduce((sum, each) => sum + each, 0));
    const options = { clip: { kind: 'norm', limit: norm / 4 }, averageDecay: 0.75 } as const;
    for (const microBatches of [1, BATCH]) {
      const clipped = await trained(start, { options: { ...options, microBatches } });
      const quarter = (t: number, i: number): number => at(start, t, i) - (RATE / 4) * (change[t]?.[i] as number);
      expect(error(clipped.weights, quarter)).toBeLessThan(1e-5);
      const towards = (t: number, i: number): number => 0.75 * at(start, t, i) + 0.25 * at(clipped.weights, t, i);
      expect(error(clipped.averaged, towards)).toBeLessThan(1e-6);
    }
  });

  it('get the noise that was drawn for them', async () => {
    const start = await initialTensors(SPEC, seed);
    const size = start.reduce((sum, { data }) => sum + data.length, 0);
    const options = { perExample: { clipNorm: 1, lotSize: BATCH } };
    const weights = new Float32Array(BATCH).fill(1);
    const noise = normals(rng, size);
    const quiet = await trained(start, { options, examples: { weights, noise: new Float32Array(size) } });
    const noisy = await trained(start, { options, examples: { weights, noise } });
    let next = 0;
    expect(error(noisy.weights, (t, i) => at(quiet.weights, t, i) - RATE * (noise[next++] as number))).toBeLessThan(
      1e-5,
    );
  });
});
