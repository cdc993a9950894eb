/**
 * What onnxruntime 1.30 says where memory is lacking, with the file of its source that says so. It has no code for that.
 * @public So that the tests have the table.
 */
export const OUT_OF_MEMORY_TEXTS: readonly { readonly text: RegExp; readonly source: string }[] = [
  // The arena of CUDA's provider and of the CPU's.
  { text: /Failed to allocate memory for requested buffer of size \d+/, source: 'core/framework/bfc_arena.cc' },
  { text: /Available memory of \d+ is smaller than requested bytes of \d+/, source: 'core/framework/bfc_arena.cc' },
  // CUDA's own words after those of onnxruntime: 2 is cudaErrorMemoryAllocation.
  { text: /CUDA failure 2: out of memory/, source: 'core/providers/cuda/cuda_call.cc' },
  {
    text: /CU(BLAS|DNN) failure \d+: CU(BLAS|DNN)_STATUS_\w*ALLOC\w*_FAILED/,
    source: 'core/providers/cuda/cuda_call.cc',
  },
  // A buffer that WebGPU could not make is there but invalid. Why, only the device's error in the log says: the driver has no
  // memory (Vulkan's VK_ERROR_OUT_OF_DEVICE_MEMORY), or the buffer is larger than the device allows.
  {
    text: /WebGPU validation failed\. \[Invalid Buffer [^\]]*\] is invalid due to a previous error/,
    source: 'core/providers/webgpu/webgpu_context.cc',
  },
  { text: /Failed to create GPU buffer: size=\d+/, source: 'core/providers/webgpu/buffer_manager.cc' },
];

/** Whether an error of onnxruntime is for want of memory. */
export function saysOutOfMemory(error: unknown): boolean {
  return OUT_OF_MEMORY_TEXTS.some(({ text }) => text.test(String(error)));
}
