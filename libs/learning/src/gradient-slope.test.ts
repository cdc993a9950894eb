/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng, type NamedTensor } from '@mammofed/core';
import { initialTensors } from './initial-tensors.js';
import type { ModelSpec } from './model-spec.js';
import {
  freshSeed,
  moves,
  normals,
  openCompiled,
  randomBatches,
  segmentationStep,
  type CompiledRunner,
} from './reference.test-support.js';

const seed = freshSeed();
const spec: ModelSpec = { name: 'unet', width: 1 / 16, size: 16 };
const batchSize = 2;
const pixels = batchSize * spec.size * spec.size;

/**
 * How far along a direction the slope of the loss is measured, how far off it may be (of the gradient's length), and how
 * many independent draws of weights and batch the median is taken of. The loss is piecewise smooth in float32: a kink of
 * a Relu or of a pooling within the distance, or the rounding of a tiny gradient's losses, spoils a single measurement.
 * Over 400 draws of all 46 tensors (width 1/16) the deviation was 1.8e-3 in the median, 3e-2 at 99 %, 5.8e-2 at 99.9 %
 * and 0.11 at most, and above 0.05 in at most 1.5 % of the draws of any one tensor. A median of seven is above 0.05 only
 * if four of seven are: about twice in a million runs of this test. At half the distance, and at one and a half times it,
 * twice as many draws of the worst tensor are above it.
 */
const SLOPE_DISTANCE = 2e-3;
const SLOPE_TOLERANCE = 0.05;
const SLOPE_DRAWS = 7;

describe(`the compiled U-Net step's gradients (seed ${seed})`, () => {
  it('are the slope of the loss, for every tensor', async () => {
    const runner = await openCompiled(segmentationStep(spec, batchSize, { kind: 'sgd' }, 1));
    const draws: Map<string, Slope>[] = [];
    for (let draw = 0; draw < SLOPE_DRAWS; draw++) draws.push(await slopes(runner, seed + draw));
    await runner.close();

    for (const name of (draws[0] as Map<string, Slope>).keys()) {
      const ofTensor = draws.map((draw) => draw.get(name) as Slope);
      const deviation = median(
        ofTensor.map(({ measured, expected, length }) => Math.abs(measured - expected) / length),
      );
      expect({ name, deviation, isRight: deviation < SLOPE_TOLERANCE }).toEqual({ name, deviation, isRight: true });
      // The same eye sees a gradient that is a quarter too long, in this tensor too.
      const tooLong = median(
        ofTensor.map(({ measured, expected, length }) => Math.abs(measured - 1.25 * expected) / (1.25 * length)),
      );
      expect({ name, tooLong, isSeen: tooLong > SLOPE_TOLERANCE }).toEqual({ name, tooLong, isSeen: true });
    }
  });
});

/** The slope of the loss along one direction in one tensor. */
interface Slope {
  readonly measured: number;
  /** What the gradient says it is. */
  readonly expected: number;
  /** Of the tensor's gradient. */
  readonly length: number;
}

/**
 * Measures every tensor's slope along its gradient mixed with a random direction: along the gradient alone, parts of it
 * that are wrongly zero would not be noticed.
 */
async function slopes(runner: CompiledRunner, drawSeed: number): Promise<Map<string, Slope>> {
  const weights = await initialTensors(spec, drawSeed);
  const batches = randomBatches(drawSeed, 1, pixels);
  const rng = seededRng('directions', drawSeed);
  // One step of plain SGD at rate 1 moves the weights down the gradient.
  const descents = moves(weights, (await runner.run(weights, batches)).weights);
  const lossAt = async (moved: readonly NamedTensor[]) => (await runner.run(moved, batches)).losses[0] as number;
  const result = new Map<string, Slope>();
  for (const { name, data: descent } of descents) {
    const length = norm(descent);
    const other = normals(rng, descent.length);
    const scale = (dot(other, descent) < 0 ? -1 : 1) / norm(other);
    const mixed = descent.map((value, i) => value / length + scale * (other[i] as number));
    const mixedLength = norm(mixed);
    const direction = mixed.map((value) => value / mixedLength);
    const along = (distance: number): NamedTensor[] =>
      weights.map((tensor) =>
        tensor.name === name
          ? { ...tensor, data: tensor.data.map((value, i) => value + distance * (direction[i] as number)) }
          : tensor,
      );
    const fall = (await lossAt(along(-SLOPE_DISTANCE))) - (await lossAt(along(SLOPE_DISTANCE)));
    result.set(name, { measured: fall / (2 * SLOPE_DISTANCE), expected: dot(descent, direction), length });
  }
  return result;
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

function norm(a: Float32Array): number {
  return Math.sqrt(dot(a, a));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
