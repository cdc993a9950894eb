import { describe, expect, it } from '@jest/globals';
import { OUT_OF_MEMORY_TEXTS, saysOutOfMemory } from './out-of-memory.js';

const WHERE =
  "Non-zero status code returned while running Conv node. Name:'down0/Conv_3' Status Message: /onnxruntime_src/onnxruntime/core";

/** What people were told, with where they say so; the numbers are theirs. */
const TOLD: readonly (readonly [string, string])[] = [
  [
    'microsoft/onnxruntime#22702',
    `${WHERE}/framework/bfc_arena.cc:376 void* onnxruntime::BFCArena::AllocateRawInternal(size_t, bool, onnxruntime::Stream*, bool, onnxruntime::WaitNotificationFn) Failed to allocate memory for requested buffer of size 4585490524328388608`,
  ],
  [
    'openvinotoolkit/anomalib, of onnxruntime',
    `${WHERE}/framework/bfc_arena.cc:368 onnxruntime::BFCArena::AllocateRawInternal Available memory of 0 is smaller than requested bytes of 701267968`,
  ],
  [
    'core/providers/cuda/cuda_call.cc',
    'CUDA failure 2: out of memory ; GPU=0 ; hostname=node ; file=/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_allocator.cc ; line=48 ; expr=cudaMalloc((void**)&p, size);',
  ],
  [
    'core/providers/cuda/cuda_call.cc',
    'CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0 ; hostname=node ; expr=cublasCreate(&cublas_handle_);',
  ],
  ['core/providers/cuda/cuda_call.cc', 'CUDNN failure 2: CUDNN_STATUS_ALLOC_FAILED ; GPU=0 ; hostname=node ; expr=x;'],
  [
    'NVIDIA, cuDNN 9: cudnnStatus_t',
    'CUDNN failure 4003: CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED ; GPU=0 ; hostname=node ; expr=x;',
  ],
  [
    'onnxruntime 1.30 on SwiftShader, a buffer of 1100 MiB',
    'WebGPU validation failed. [Invalid Buffer (unlabeled)] is invalid due to a previous error.\n - While validating entries[1] against { binding: 1, visibility: ShaderStage::Compute }.',
  ],
  [
    'core/providers/webgpu/buffer_manager.cc',
    '/onnxruntime_src/onnxruntime/core/providers/webgpu/buffer_manager.cc:330 virtual WGPUBuffer Create(size_t) buffer was false. Failed to create GPU buffer: size=1048576, usage=140.',
  ],
];

describe('an error of onnxruntime', () => {
  it.each(TOLD)('is for want of memory where it says so: %s', (_, message) => {
    expect(saysOutOfMemory(new Error(message))).toBe(true);
  });

  it('has every text of the table among these', () => {
    for (const { text } of OUT_OF_MEMORY_TEXTS) expect(TOLD.some(([, message]) => text.test(message))).toBe(true);
  });

  it.each([
    'CUDA failure 700: an illegal memory access was encountered ; GPU=0 ; hostname=node ; expr=cudaStreamSynchronize(s);',
    'WebGPU validation failed. Error while parsing WGSL: :1:1 error: unexpected token',
    'This session contains graph nodes that are assigned to the default CPU EP, but fallback to CPU EP has been explicitly disabled by the user.',
    'CUDNN failure 5: CUDNN_STATUS_BAD_PARAM ; GPU=0 ; hostname=node ; expr=x;',
  ])('is not where it says something else: %s', (message) => {
    expect(saysOutOfMemory(new Error(message))).toBe(false);
  });
});
