/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { SEGMENTATION_LOSS } from '@mammofed/core';
import { compileStep } from './compile-step.js';
import { lossFunction } from './losses.js';
import { buildModel } from './models/build-model.js';
import { peakBytesOf } from './placement.test-support.js';

describe("a step's memory", () => {
  it('is not held from the forward pass to values of the same shapes in the backward pass', async () => {
    const shape = [4, 96, 96, 1];
    const step = compileStep({
      buildModel: () => buildModel({ name: 'unet', width: 1 / 16, size: 96 }),
      update: { optimizer: { kind: 'adam' } },
      loss: lossFunction(SEGMENTATION_LOSS),
      imageShape: shape,
      maskShape: shape,
    });
    // 10.5 MiB; 13.2 where onnxruntime knows the shapes.
    expect((await peakBytesOf(step)) / 2 ** 20).toBeLessThan(12);
  });
});
