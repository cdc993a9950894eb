import type { EngineName } from '@mammofed/core';
import { whyNoVulkanDriver } from './vulkan-device.js';

/**
 * Says in a hospital's words why an engine does not start.
 * @param problem - the error that ended the try.
 * @param said - what the libraries wrote meanwhile.
 */
export function explained(engine: EngineName, problem: string, said: string): string {
  switch (engine) {
    case 'webgpu':
      if (/libvulkan\.so\.1: cannot open/.test(said)) return 'there is no Vulkan loader (libvulkan.so.1)';
      if (/Found no drivers|No supported adapters/.test(`${said}${problem}`)) return whyNoVulkanDriver(said);
      break;
    case 'cuda': {
      if (
        /libonnxruntime_providers_(shared|cuda)\.so: cannot open/.test(said) ||
        /Failed to load shared library/.test(problem)
      ) {
        // The library itself is there, but one that it needs is not.
        const [, needed] = /with error: (?!\S*libonnxruntime_providers)(\S+): cannot open/.exec(said) ?? [];
        return needed === undefined
          ? "onnxruntime's CUDA provider is not installed"
          : `onnxruntime's CUDA provider does not load: ${needed} is missing`;
      }
      break;
    }
    case 'tfjs-node':
    case 'tfjs-node-gpu':
    case 'cpu':
      break;
  }
  const [line = ''] = problem.split('\n');
  return line;
}

/** What adds an engine; null where there is nothing to add. From the folder in which MammoFed is installed. */
export const REMEDIES: Readonly<Record<EngineName, string | null>> = {
  cuda: 'node node_modules/onnxruntime-node/script/install.js --onnxruntime-node-install=cuda12',
  'tfjs-node-gpu': 'npm install --no-save --ignore-scripts=false @tensorflow/tfjs-node-gpu@4.22.0',
  webgpu: 'apt-get install libvulkan1 mesa-vulkan-drivers',
  'tfjs-node': 'npm install --no-save --ignore-scripts=false @tensorflow/tfjs-node@4.22.0',
  cpu: null,
};
