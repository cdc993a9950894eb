import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { elementCount, normal, seededRng, type NamedTensor } from '@mammofed/core';
import { ADAM, type CompiledTrainer, type ModelSpec } from '@mammofed/learning';
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

export interface Task {
  readonly spec: ModelSpec;
  readonly batchSize: number;
  readonly threads: number;
  readonly learningRate: number;
  /** Timed steps of each side. */
  readonly steps: number;
}

export interface Comparison {
  /** Losses before the update of each checked step. */
  readonly losses: { readonly ours: readonly number[]; readonly torch: readonly number[] };
  readonly lossDifference: number;
  readonly medianMs: { readonly ours: number; readonly torch: number };
  /** PyTorch's median over ours: above 1, ours is faster. */
  readonly ratio: number;
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
 * Writes what the PyTorch side reads: the numbers, and a manifest that says what they are.
 * @returns the manifest's path.
 */
export async function writeManifest(
  dir: string,
  { spec, batchSize, threads, learningRate }: Task,
  weights: readonly NamedTensor[],
  { images, masks }: Batch,
): Promise<string> {
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
    Buffer.concat(parts.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength))),
  );
  const manifest = join(dir, 'manifest.json');
  await writeFile(
    manifest,
    JSON.stringify({
      model: spec.name,
      threads,
      adam: { ...ADAM, learningRate, epsilon: EPSILON },
      file,
      tensors: places.slice(0, weights.length),
      images: places[weights.length],
      masks: places[weights.length + 1],
    }),
  );
  return manifest;
}

/**
 * Trains both sides on the same batch from the same weights: first until their losses can be compared, then in turns, timed.
 * @throws SiteError `different-losses` if they do not compute the same; there is then no ratio.
 */
export async function compare(
  trainer: Pick<CompiledTrainer, 'step'>,
  torch: Pick<TorchSide, 'run'>,
  batch: Batch,
  steps: number,
): Promise<Comparison> {
  const ours = await runOurs(trainer, batch, CHECKED_STEPS);
  const theirs = await torch.run(CHECKED_STEPS);
  const losses = { ours: ours.losses, torch: theirs.losses };
  const lossDifference = Math.max(
    ...ours.losses.map((loss, step) => Math.abs(loss / (theirs.losses[step] as number) - 1)),
  );
  // Not "greater than": NaN must not pass.
  if (!(lossDifference <= TOLERANCE))
    throw new SiteError(
      'different-losses',
      `the two sides do not compute the same, so there is no ratio: the losses of ${CHECKED_STEPS} steps are ${ours.losses.join(', ')} here and ${theirs.losses.join(', ')} in PyTorch`,
      { lossDifference },
    );
  const milliseconds: { ours: number[]; torch: number[] } = { ours: [], torch: [] };
  while (milliseconds.ours.length < steps) {
    const count = Math.min(BLOCK_STEPS, steps - milliseconds.ours.length);
    milliseconds.ours.push(...(await runOurs(trainer, batch, count)).milliseconds);
    milliseconds.torch.push(...(await torch.run(count)).milliseconds);
  }
  const medianMs = { ours: median(milliseconds.ours), torch: median(milliseconds.torch) };
  return { losses, lossDifference, medianMs, ratio: medianMs.torch / medianMs.ours };
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
  return { losses, milliseconds };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}
