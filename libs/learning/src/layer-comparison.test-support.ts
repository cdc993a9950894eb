// Holds the compiled steps of a layer's small network against tfjs's own arithmetic.
import { expect } from '@jest/globals';
import { normal, seededRng, type NamedTensor, type OptimizerSpec } from '@mammofed/core';
import { layerStep, type LayerCase } from './layer-cases.test-support.js';
import {
  disturbed,
  openCompiled,
  relativeDifference,
  runReference,
  type Batch,
  type Difference,
  type Outcome,
} from './reference.test-support.js';
import { tf } from './tfjs.js';
import type { Device } from './trace/graph-target.js';

/** How far two results are apart, relative to the tolerance. */
export interface Distance {
  readonly what: string;
  readonly excess: number;
}

export interface Comparison {
  readonly layerCase: LayerCase;
  readonly optimizer: OptimizerSpec;
  readonly learningRate: number;
  readonly steps: number;
  /** What runs the compiled steps; the CPU if not given. */
  readonly device?: Device;
  readonly seed: number;
  readonly distanceOf: (actual: Outcome, expected: Outcome, before: readonly NamedTensor[]) => Distance;
}

/** As in parity.test.ts: a draw whose reference parts from itself by more than this part of the tolerance says nothing. */
const CLEAR = 0.5;
const DISTURBANCE = 1e-6;
const MAX_DRAWS = 20;

/** Runs a case both ways, from other numbers while it cannot be told whether they agree, and expects that they do. */
export async function expectAgreement(comparison: Comparison): Promise<void> {
  await tf.setBackend('cpu');
  const { layerCase, optimizer, learningRate, device, seed } = comparison;
  const step = layerStep(layerCase, optimizer, learningRate);
  const compiled = await openCompiled(step.definition, device);
  let distance: Distance | undefined;
  let draws = 0;
  for (; distance === undefined && draws < MAX_DRAWS; draws++) {
    const drawSeed = seed + draws;
    const weights = step.drawWeights(drawSeed);
    const batches = randomBatches(step.definition, drawSeed, comparison.steps);
    const expected = await runReference(step.definition, weights, batches);
    assertMoved(weights, expected.weights);
    const others = layerCase.hasKinks ? disturbed(weights, DISTURBANCE, drawSeed) : [];
    const isClear = (other: Outcome): boolean => comparison.distanceOf(other, expected, weights).excess <= CLEAR;
    const references = await Promise.all(others.map((other) => runReference(step.definition, other, batches)));
    if (references.every(isClear))
      distance = comparison.distanceOf(await compiled.run(weights, batches), expected, weights);
  }
  await compiled.close();
  expect({ distance, draws, agrees: (distance?.excess ?? NaN) <= 1 }).toEqual({ distance, draws, agrees: true });
}

/** How far the losses of steps are apart, each relative to itself. */
export function lossDifferences(actual: Outcome, expected: Outcome): Difference[] {
  return expected.losses.map((loss, step) => ({
    name: `loss of step ${step}`,
    difference: relativeDifference([actual.losses[step] as number], [loss]),
  }));
}

/** Weights that the steps leave as they are would agree whatever the graph does. */
function assertMoved(before: readonly NamedTensor[], after: readonly NamedTensor[]): void {
  const still = before.filter(({ data }, index) => data.every((value, i) => value === after[index]?.data[i]));
  expect(still.map(({ name }) => name)).toEqual([]);
}

/** A batch of images of noise for each step, with masks in which about a third of the elements are set. */
export function randomBatches(
  { imageShape, maskShape }: { readonly imageShape: readonly number[]; readonly maskShape: readonly number[] },
  seed: number,
  count: number,
): Batch[] {
  const rng = seededRng('layer-batches', seed);
  const [pixels, marks] = [imageShape, maskShape].map((shape) => tf.util.sizeFromShape([...shape])) as [number, number];
  return Array.from({ length: count }, () => ({
    images: Float32Array.from({ length: pixels }, () => normal(rng)),
    masks: Float32Array.from({ length: marks }, () => (rng.next() < 1 / 3 ? 1 : 0)),
  }));
}
