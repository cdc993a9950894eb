import { describe, expect, it } from '@jest/globals';
import { explained } from './problems.js';

const LIBRARY = '/app/node_modules/onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime_providers_cuda.so';

describe('why an engine does not start', () => {
  it.each([
    [
      'webgpu',
      'Failed to get a WebGPU adapter: No supported adapters',
      "Warning: Couldn't load Vulkan: libvulkan.so.1: cannot open shared object file",
      'there is no Vulkan loader (libvulkan.so.1)',
    ],
    [
      'webgpu',
      'Failed to get a WebGPU adapter: No supported adapters',
      'Warning: vkCreateInstance: Found no drivers!',
      'Vulkan has no driver for a device',
    ],
    ['webgpu', 'the device was lost\nat some place', '', 'the device was lost'],
    [
      'cuda',
      'OrtSessionOptionsAppendExecutionProvider_Cuda: Failed to load shared library',
      `Failed to load library ${LIBRARY} with error: ${LIBRARY}: cannot open shared object file`,
      "onnxruntime's CUDA provider is not installed",
    ],
    [
      'cuda',
      'OrtSessionOptionsAppendExecutionProvider_Cuda: Failed to load shared library',
      `Failed to load library ${LIBRARY} with error: libcudnn.so.9: cannot open shared object file`,
      "onnxruntime's CUDA provider does not load: libcudnn.so.9 is missing",
    ],
    [
      'cuda',
      'CUDA failure 35: CUDA driver version is insufficient',
      '',
      'CUDA failure 35: CUDA driver version is insufficient',
    ],
    ['tfjs-node', '@tensorflow/tfjs-node is not installed', '', '@tensorflow/tfjs-node is not installed'],
  ] as const)('%s: %s', (engine, problem, said, words) => {
    expect(explained(engine, problem, said)).toBe(words);
  });
});
