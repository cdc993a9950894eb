import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ADAM, elementCount, type NamedTensor, normal, seededRng } from '@mammofed/core';
import { type CompiledTrainer, type ModelSpec } from '@mammofed/learning';
import { SiteError } from '../errors.js';
import type { StepFigures, TorchSide } from './torch-side.js';

/** Steps after which both sides' losses must agree, and how closely, relative. */
const CHECKED_STEPS = 5;
const TOLERANCE = 1e-3;

/** Steps of one side before the other's turn: a machine that slows down slows both. */
const BLOCK_STEPS = 3;

/**
 * Adam's epsilon on both sides. It changes no time; with the usual 1e-7, a gradient that is zero up to rounding becomes plus
 * or minus the learning rate, and equal networks part within a few steps.
 */
export const EPSILON = 1e-4;

/** One batch, on which every step trains. */
export interface Batch {
  readonly images: Float32Array;
  readonly masks: Float32Array;
}

/** The engines that run the compiled step. */
export const BENCH_ENGINES = ['cpu', 'webgpu', 'cuda'] as const;
export type BenchEngine = (typeof BENCH_ENGINES)[number];

export interface Task {
  readonly spec: ModelSpec;
  readonly batchSize: number;
  readonly engine: BenchEngine;
  readonly threads: number;
  readonly learningRate: number;
  /** Timed steps of each side. */
  readonly steps: number;
}

/**
 * How PyTorch's side writes a deconvolution of stride 1: with its own `conv_transpose2d`, as its users would, or as the
 * convolution that it equals, which PyTorch 1.13 computes many times faster on a CPU.
 */
export type Deconvolution = 'own' | 'convolution';

/** What trains: this engine's side, PyTorch's own, and, where the network has deconvolutions, PyTorch with these rewritten. */
export interface Sides<T> {
  readonly ours: T;
  readonly torch: T;
  readonly torchAsConvolution?: T;
}

export type Yardsticks = Omit<Sides<Pick<TorchSide, 'run'>>, 'ours'>;

export interface Comparison {
  /** Losses before the update of each checked step. */
  readonly losses: Sides<readonly number[]>;
  /** By how much a loss of PyTorch's differs from ours at most, relative. */
  readonly lossDifference: number;
  readonly medianMs: Sides<number>;
  /** The first and the third quartile. */
  readonly quartilesMs: Sides<readonly [number, number]>;
  /** The most memory that each side's process had. */
  readonly peakMiB: Sides<number>;
  /** PyTorch's median over ours: above 1, ours is faster. */
  readonly ratio: number;
  readonly ratioAsConvolution?: number;
}

/** Noise with a brighter disc in each image, and the disc as its mask. */
export function discBatch({ spec, batchSize }: Pick<Task, 'spec' | 'batchSize'>): Batch {
  const rng = seededRng('bench', spec.size, batchSize);
  const { size } = spec;
  const images = new Float32Array(batchSize * size * size);
  const masks = new Float32Array(images.length);
  for (let image = 0; image < batchSize; image++) {
    const [x, y] = [size * (0.4 + 0.2 * rng.next()), size * (0.4 + 0.2 * rng.next())];
    const radius = size * (0.15 + 0.2 * rng.next());
    for (let i = 0; i < size * size; i++) {
      const isInside = Math.hypot((i % size) - x, Math.floor(i / size) - y) < radius;
      masks[image * size * size + i] = isInside ? 1 : 0;
      images[image * size * size + i] = 0.5 * normal(rng) + (isInside ? 0.5 : -0.5);
    }
  }
  return { images, masks };
}

/**
 * Writes what the PyTorch sides read: the numbers, and for each a manifest that says what they are.
 * @returns the manifests' paths.
 */
export async function writeManifests(
  dir: string,
  { spec, batchSize, engine, threads, learningRate }: Task,
  weights: readonly NamedTensor[],
  { images, masks }: Batch,
): Promise<Record<Deconvolution, string>> {
  const shape = [batchSize, spec.size, spec.size, 1];
  const parts = [...weights, { name: 'images', shape, data: images }, { name: 'masks', shape, data: masks }];
  let offset = 0;
  const places = parts.map(({ name, shape: partShape }) => {
    const place = { name, shape: partShape, offset };
    offset += elementCount(partShape);
    return place;
  });
  const file = join(dir, 'numbers.f32');
  await writeFile(
    file,
    parts.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
  );
  const write = async (deconvolution: Deconvolution): Promise<string> => {
    const manifest = {
      model: spec.name,
      deconvolution,
      // PyTorch has no WebGPU: it trains on the same card by CUDA, or on the processor.
      onGpu: engine !== 'cpu',
      threads,
      adam: { ...ADAM, learningRate, epsilon: EPSILON },
      file,
      tensors: places.slice(0, weights.length),
      images: places[weights.length],
      masks: places[weights.length + 1],
    };
    const path = join(dir, `${deconvolution}.json`);
    await writeFile(path, JSON.stringify(manifest));
    return path;
  };
  return { own: await write('own'), convolution: await write('convolution') };
}

/**
 * Trains all sides on the same batch from the same weights: first until their losses can be compared, then in turns, timed.
 * @throws SiteError `different-losses` if they do not compute the same; there is then no ratio.
 */
export async function compare(
  trainer: Pick<CompiledTrainer, 'step'>,
  yardsticks: Yardsticks,
  batch: Batch,
  steps: number,
): Promise<Comparison> {
  const sides = { ours: { run: (count: number) => runOurs(trainer, batch, count) }, ...yardsticks };
  const losses = await ofEach(sides, async (side) => (await side.run(CHECKED_STEPS)).losses);
  const theirs = [losses.torch, losses.torchAsConvolution].filter((each) => each !== undefined);
  const differences = theirs.flatMap((each) =>
    losses.ours.map((loss, step) => Math.abs(loss / (each[step] as number) - 1)),
  );
  const lossDifference = Math.max(...differences);
  // Not "greater than": NaN must not pass.
  if (!(lossDifference <= TOLERANCE))
    throw new SiteError(
      'different-losses',
      `the two sides do not compute the same, so there is no ratio: the losses of ${CHECKED_STEPS} steps are ${losses.ours.join(', ')} here and ${theirs.map((each) => each.join(', ')).join(' and ')} in PyTorch`,
      { lossDifference },
    );
  const milliseconds = await ofEach(sides, () => [] as number[]);
  const peaks = await ofEach(sides, () => [] as number[]);
  for (let done = 0; done < steps; done += BLOCK_STEPS) {
    const count = Math.min(BLOCK_STEPS, steps - done);
    await ofEach(sides, async (side, name) => {
      const figures = await side.run(count);
      milliseconds[name]?.push(...figures.milliseconds);
      peaks[name]?.push(figures.peakBytes / 2 ** 20);
    });
  }
  const medianMs = await ofEach(milliseconds, (times) => quantile(times, 1 / 2));
  const quartilesMs = await ofEach(milliseconds, (times) => [quantile(times, 1 / 4), quantile(times, 3 / 4)] as const);
  const peakMiB = await ofEach(peaks, (sizes) => Math.round(Math.max(...sizes)));
  const { ours, torch, torchAsConvolution } = medianMs;
  const ratio = torch / ours;
  const ratioAsConvolution = torchAsConvolution === undefined ? {} : { ratioAsConvolution: torchAsConvolution / ours };
  return { losses, lossDifference, medianMs, quartilesMs, peakMiB, ratio, ...ratioAsConvolution };
}

/** Does something with each side that there is, one after the other. */
async function ofEach<T, U>(
  sides: Sides<T>,
  act: (side: T, name: keyof Sides<T>) => U | Promise<U>,
): Promise<Sides<U>> {
  const results: Partial<Record<keyof Sides<T>, U>> = {};
  for (const name of Object.keys(sides) as (keyof Sides<T>)[]) results[name] = await act(sides[name] as T, name);
  return results as Sides<U>;
}

async function runOurs(
  trainer: Pick<CompiledTrainer, 'step'>,
  { images, masks }: Batch,
  steps: number,
): Promise<StepFigures> {
  const losses: number[] = [];
  const milliseconds: number[] = [];
  for (let step = 0; step < steps; step++) {
    const start = process.hrtime.bigint();
    losses.push(await trainer.step(images, masks));
    milliseconds.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  // Node says it in KiB everywhere.
  return { losses, milliseconds, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

/** Between two values in proportion. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  return below + (place % 1) * ((sorted[Math.ceil(place)] as number) - below);
}
