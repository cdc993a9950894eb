/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { compileStep } from '../compile-step.js';
import { onnxFile } from '../interchange/onnx-file.js';
import { initialTensors } from '../initial-tensors.js';
import type { ModelSpec } from '../model-spec.js';
import { segmentationStep } from '../reference.test-support.js';
import { channelBlock } from './channel-block.js';

const BLOCKED_DOMAIN = 'com.microsoft.nchwc';

function stepBytes(spec: ModelSpec, block: number | undefined): Buffer {
  const definition = segmentationStep(spec, 1, { kind: 'sgd' }, 0.1);
  return Buffer.from(compileStep({ ...definition, target: { device: 'cpu', channelBlock: block } }).bytes);
}

describe('onnxruntime’s blocks of channels', () => {
  it('hold 8 or 16 channels, or there are none on this machine, and every answer is the same', async () => {
    const block = await channelBlock();
    expect([8, 16, undefined]).toContain(block);
    expect(await channelBlock()).toBe(block);
  });

  it.each<ModelSpec>([
    { name: 'deconvnet', width: 1 / 4, size: 32 },
    { name: 'unet', width: 1 / 4, size: 32 },
    { name: 'unet-valid', width: 1 / 4, size: 18 },
  ])('are used by the step of $name where the channels fit, and only if it is told of them', (spec) => {
    expect(stepBytes(spec, 16).includes(BLOCKED_DOMAIN)).toBe(true);
    expect(stepBytes(spec, undefined).includes(BLOCKED_DOMAIN)).toBe(false);
    expect(stepBytes({ ...spec, width: 1 / 64 }, 16).includes(BLOCKED_DOMAIN)).toBe(spec.name !== 'deconvnet');
  });

  it('are not in an exported model, which other programs read', async () => {
    const spec: ModelSpec = { name: 'deconvnet', width: 1 / 4, size: 32 };
    const file = Buffer.from(onnxFile(spec, await initialTensors(spec, 1), {}));
    expect(file.includes(BLOCKED_DOMAIN)).toBe(false);
  });
});
