/** @jest-environment ./libs/learning/jest-environment.mjs */
// Every layer that a model may have, trained on onnxruntime's WebGPU provider, over SwiftShader as in webgpu.test.ts.
import { describe, it, jest } from '@jest/globals';
import type { NamedTensor } from '@mammofed/core';
import { LAYER_CASES } from '../layer-cases.test-support.js';
import { expectAgreement, lossDifferences, type Distance } from '../layer-comparison.test-support.js';
import { freshSeed, moves, worstOf, worstTensor, type Outcome } from '../reference.test-support.js';
import { requireSwiftShader } from '../swiftshader.test-support.js';

const seed = freshSeed();

/** Rounding of sums in another order; measured over the cases: at most 3e-7. */
const LOSS_TOLERANCE = 1e-5;

/**
 * Of what the steps added to a tensor, relative to its largest number. Measured: at most 2e-5, of a tensor that hardly moves.
 * A wrong kernel is off by a part of the gradient itself.
 */
const MOVE_TOLERANCE = 1e-3;

// The driver compiles some dozens of shaders for every network.
jest.setTimeout(120_000);

requireSwiftShader();

describe(`two steps of plain SGD on a WebGPU device against tfjs's own arithmetic (seed ${seed})`, () => {
  it.each(LAYER_CASES)('$name', async (layerCase) => {
    await expectAgreement({
      layerCase,
      // Nothing that makes a large step out of a tiny gradient, nor hides a gradient's scale.
      optimizer: { kind: 'sgd' },
      learningRate: 0.1,
      steps: 2,
      device: 'webgpu',
      seed,
      distanceOf,
    });
  });
});

function distanceOf(actual: Outcome, expected: Outcome, before: readonly NamedTensor[]): Distance {
  const loss = worstOf(lossDifferences(actual, expected));
  const moved = worstTensor(moves(before, actual.weights), moves(before, expected.weights));
  const excesses = [
    { name: loss.name, difference: loss.difference / LOSS_TOLERANCE },
    { name: moved.name, difference: moved.difference / MOVE_TOLERANCE },
  ];
  const { name, difference } = worstOf(excesses);
  return { what: name, excess: difference };
}
