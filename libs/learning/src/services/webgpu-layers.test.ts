/** @jest-environment ./libs/learning/jest-environment.mjs */
// Every layer that a model may have, trained on onnxruntime's WebGPU provider, over SwiftShader as in webgpu.test.ts.
import { describe, it, jest } from '@jest/globals';
import type { NamedTensor } from '@mammofed/core';
import { LAYER_CASES } from '../layer-cases.test-support.js';
import { expectAgreement, lossDifferences, type Distance } from '../layer-comparison.test-support.js';
import { freshSeed, moves, relativeDifference, worstOf, type Outcome } from '../reference.test-support.js';
import { requireNamedDriver } from '../vulkan-driver.test-support.js';
import { largest } from '../update-comparison.test-support.js';

const seed = freshSeed();

const STEPS = 2;

/** Rounding of sums in another order; measured: at most 3e-7. */
const LOSS_TOLERANCE = 1e-5;

/** Of what the steps added to a tensor, relative to its largest number: a wrong kernel is off by a part of the gradient itself. */
const MOVE_TOLERANCE = 1e-3;

// The driver compiles some dozens of shaders for every network.
jest.setTimeout(120_000);

requireNamedDriver();

describe(`two steps of plain SGD on a WebGPU device against tfjs's own arithmetic (seed ${seed})`, () => {
  it.each(LAYER_CASES)('$name', async (layerCase) => {
    await expectAgreement({
      layerCase,
      // Nothing that makes a large step out of a tiny gradient, nor hides a gradient's scale.
      optimizer: { kind: 'sgd' },
      learningRate: 0.1,
      steps: STEPS,
      device: 'webgpu',
      seed,
      distanceOf,
    });
  });
});

function distanceOf(actual: Outcome, expected: Outcome, before: readonly NamedTensor[]): Distance {
  const losses = lossDifferences(actual, expected).map(({ name, difference }) => ({
    name,
    difference: difference / LOSS_TOLERANCE,
  }));
  const moved = moves(before, actual.weights);
  const tensors = moves(before, expected.weights).map(({ name, data }, index) => {
    const off = relativeDifference(moved[index]?.data ?? [], data) * largest(data);
    // A move is a difference of weights, each of them rounded in every step.
    const rounding = STEPS * 2 ** -23 * largest(expected.weights[index]?.data ?? new Float32Array(0));
    return { name, difference: off / (MOVE_TOLERANCE * largest(data) + rounding) };
  });
  const { name, difference } = worstOf([...losses, ...tensors]);
  return { what: name, excess: difference };
}
