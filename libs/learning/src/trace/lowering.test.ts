/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { graphInput } from './graph-tensor.js';
import { LearningError } from '../errors.js';
import '../reference.test-support.js';
import { tf } from '../tfjs.js';
import { TRACE_BACKEND } from './trace-backend.js';
import { withTraceBackend } from './with-trace-backend.js';

function refusal(act: () => unknown): LearningError {
  try {
    act();
  } catch (error) {
    if (error instanceof LearningError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Records what an operation on two inputs of the graph does. */
function record(compute: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor): void {
  withTraceBackend((backend) =>
    backend.record((recording) =>
      tf.tidy(() => {
        compute(graphInput(recording, 'a', [2, 4, 4, 3]), graphInput(recording, 'b', [2, 4, 4, 3]));
      }),
    ),
  );
}

describe('an operation without a lowering', () => {
  it.each<[string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor]>([
    ['Cumprod', (a) => tf.cumprod(a)],
    ['Cumsum', (a) => tf.cumsum(a, 1)],
    ['Atan2', (a, b) => tf.atan2(a, b)],
    ['MirrorPad', (a) => tf.mirrorPad(a, Array<[number, number]>(4).fill([0, 1]), 'reflect')],
    ['Dilation2D', (a) => tf.dilation2d(a as tf.Tensor4D, tf.ones([2, 2, 3]), 1, 'same')],
    ['LRN', (a) => tf.localResponseNormalization(a as tf.Tensor4D)],
    ['FloorDiv', (a, b) => tf.floorDiv(a, b)],
  ])('is refused by its name: %s', (kernelName, compute) => {
    const error = refusal(() => record(compute));
    expect(error.code).toBe('unsupported-op');
    expect(error.context).toEqual({ kernelName, layer: null, model: null });
    expect(error.message).toContain(`${kernelName} outside any layer`);
  });

  it('is refused for every kernel that tfjs knows: none is missing from the tracing backend', () => {
    const known = Object.entries(tf).flatMap(([key, value]) => (key === value ? [key] : []));
    withTraceBackend(() => undefined);
    expect(known.length).toBeGreaterThan(150);
    expect(known.filter((kernelName) => tf.getKernel(kernelName, TRACE_BACKEND) === undefined)).toEqual([]);
  });
});

describe('a recording', () => {
  it('refuses a tensor of an earlier recording, whose name would mean something else in it', () => {
    const error = refusal(() =>
      withTraceBackend((backend) => {
        const stale = backend.record((recording) => graphInput(recording, 'a', [2]));
        backend.record((recording) => tf.add(stale, graphInput(recording, 'b', [2])));
      }),
    );
    expect(error.code).toBe('compile-failed');
    expect(error.message).toMatch(/earlier recording/);
  });

  it('takes constants from before it, of whichever recording', () => {
    expect(() =>
      withTraceBackend((backend) => {
        const constant = backend.record(() => tf.tensor1d([1, 2]));
        backend.record((recording) => {
          const sum = tf.add(constant, graphInput(recording, 'b', [2]));
          recording.graph.output('sum', recording.nameOf(sum), sum.shape);
        });
      }),
    ).not.toThrow();
  });

  it('is needed: outside one, an operation is refused instead of doing nothing', () => {
    const error = refusal(() => withTraceBackend(() => tf.add(tf.scalar(1), tf.scalar(2))));
    expect(error.code).toBe('compile-failed');
    expect(error.message).toMatch(/nothing was being recorded/);
  });

  it('refuses texts and complex numbers', () => {
    expect(refusal(() => record(() => tf.tensor(['a text']))).code).toBe('compile-failed');
  });

  it('gives tfjs its own backend back, after an error too', async () => {
    await tf.setBackend('cpu');
    withTraceBackend(() => expect(tf.getBackend()).toBe(TRACE_BACKEND));
    expect(tf.getBackend()).toBe('cpu');
    refusal(() => record((a) => tf.cumsum(a)));
    expect(tf.getBackend()).toBe('cpu');
    expect(tf.add(1, 2).dataSync()[0]).toBe(3);
  });
});
