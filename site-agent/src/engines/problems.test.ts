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
      'Vulkan has no driver for a device: there is no driver file',
    ],
    [
      'webgpu',
      'Failed to get a WebGPU adapter: No supported adapters',
      `DRIVER:           Found ICD manifest file /etc/vulkan/icd.d/nvidia_icd.json, version "1.0.1"
ERROR:            libXext.so.6: cannot open shared object file: No such file or directory
ERROR | DRIVER:   loader_icd_scan: Failed loading library associated with ICD JSON libGLX_nvidia.so.0. Ignoring this JSON`,
      "Vulkan's driver libGLX_nvidia.so.0 does not load: libXext.so.6 is missing (on Debian, apt-get install libxext6; then run site doctor again, there may be more)",
    ],
    [
      'webgpu',
      'Failed to get a WebGPU adapter: No supported adapters',
      `DRIVER:           Found ICD manifest file /etc/vulkan/icd.d/nvidia_icd.json, version "1.0.1"
ERROR:            libGLX_nvidia.so.0: cannot open shared object file: No such file or directory
ERROR | DRIVER:   loader_icd_scan: Failed loading library associated with ICD JSON libGLX_nvidia.so.0. Ignoring this JSON`,
      "Vulkan's driver is not there: libGLX_nvidia.so.0, which /etc/vulkan/icd.d/nvidia_icd.json names",
    ],
    [
      'webgpu',
      'Failed to get a WebGPU adapter: No supported adapters',
      'DRIVER:           Found ICD manifest file /etc/vulkan/icd.d/radeon.json, version "1.0.0"',
      'Vulkan has no driver for a device: those of /etc/vulkan/icd.d/radeon.json give none',
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
