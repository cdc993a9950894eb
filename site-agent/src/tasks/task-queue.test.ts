import { describe, expect, it } from '@jest/globals';
import { runId } from '@mammofed/core';
import { testEvaluateTask, testRunConfig, testTrainTask } from '../fixtures.test-support.js';
import type { SharedFailure } from '../policy/failure-to-share.js';
import { keyOf } from './queue-rules.js';
import { TaskQueue } from './task-queue.js';
import type { AcceptedTask } from './task-rules.js';

const config = testRunConfig();
const train = (round: number, attempt = 1, run = 'run-1'): AcceptedTask => ({
  kind: 'train',
  task: testTrainTask({ runId: runId(run), round, attempt }),
  config,
  siteIndex: 0,
});
const evaluate = (round: number, run = 'run-1'): AcceptedTask => ({
  kind: 'evaluate',
  task: testEvaluateTask({ runId: runId(run), round }),
  config,
});

/** A queue whose tasks last until the test ends them. */
class Bench {
  readonly begun: string[] = [];
  readonly aborted: string[] = [];
  #end: (failure: SharedFailure | null) => void = () => undefined;
  readonly queue = new TaskQueue((task, signal) => {
    this.begun.push(keyOf(task));
    return new Promise((resolve, reject) => {
      this.#end = resolve;
      signal.addEventListener('abort', () => {
        this.aborted.push(keyOf(task));
        reject(signal.reason as Error);
      });
    });
  });

  async end(failure: SharedFailure | null = null): Promise<void> {
    this.#end(failure);
    await this.settle();
  }

  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('the queue of tasks', () => {
  it('does one task at a time, in the order in which they came', async () => {
    const bench = new Bench();
    bench.queue.offer(train(1, 1, 'a'));
    bench.queue.offer(train(1, 1, 'b'));
    expect(bench.begun).toEqual(['train a 1 1']);
    await bench.end();
    expect(bench.begun).toEqual(['train a 1 1', 'train b 1 1']);
  });

  it('does not begin a task again that is told again while it runs or waits', async () => {
    const bench = new Bench();
    for (const task of [evaluate(1), train(2), evaluate(1), train(2)]) {
      expect(bench.queue.offer(task).kind).toBe('task-accepted');
    }
    await bench.end();
    await bench.end();
    expect(bench.begun).toEqual(['evaluate run-1 1', 'train run-1 2 1']);
  });

  it('evaluates a model before it trains on it, even if told later', async () => {
    const bench = new Bench();
    bench.queue.offer(train(1, 1, 'other'));
    bench.queue.offer(train(3));
    bench.queue.offer(evaluate(2));
    await bench.end();
    await bench.end();
    expect(bench.begun).toEqual(['train other 1 1', 'evaluate run-1 2', 'train run-1 3 1']);
  });

  it('gives up a training when its round is tried again or a later one began', async () => {
    const bench = new Bench();
    bench.queue.offer(train(1, 1));
    bench.queue.offer(train(1, 2));
    await bench.settle();
    bench.queue.offer(train(2, 1));
    await bench.settle();
    expect(bench.aborted).toEqual(['train run-1 1 1', 'train run-1 1 2']);
    expect(bench.begun).toEqual(['train run-1 1 1', 'train run-1 1 2', 'train run-1 2 1']);
  });

  it('refuses a task of an attempt before the one it is at', () => {
    const bench = new Bench();
    bench.queue.offer(train(2, 2));
    expect(bench.queue.offer(train(2, 1))).toMatchObject({ kind: 'refused', code: 'stale-task' });
    expect(bench.queue.offer(train(1, 5))).toMatchObject({ kind: 'refused', code: 'stale-task' });
    expect(bench.queue.offer(train(1, 1, 'other')).kind).toBe('task-accepted');
  });

  it('gives up what is cancelled, and that alone, and takes it again when it is told again', async () => {
    const bench = new Bench();
    bench.queue.offer(train(1, 1));
    bench.queue.offer(train(1, 1, 'other'));
    bench.queue.cancel({ runId: runId('run-1'), round: 1, attempt: 2 }, 'not this one');
    expect(bench.aborted).toEqual([]);
    bench.queue.cancel({ runId: runId('other'), round: 1, attempt: 1 }, 'while it waits');
    bench.queue.cancel({ runId: runId('run-1'), round: 1, attempt: 1 }, 'while it runs');
    expect(bench.queue.offer(train(1, 1)).kind).toBe('task-accepted');
    await bench.settle();
    expect(bench.aborted).toEqual(['train run-1 1 1']);
    expect(bench.begun).toEqual(['train run-1 1 1', 'train run-1 1 1']);
  });

  it('refuses a task that failed, with what went wrong, when the coordinator tells it again', async () => {
    const bench = new Bench();
    bench.queue.offer(train(1));
    await bench.end({ code: 'trainer-crashed', message: 'it was killed' });
    expect(bench.queue.offer(train(1))).toEqual({ kind: 'refused', code: 'trainer-crashed', message: 'it was killed' });
    expect(bench.queue.offer(train(1, 2)).kind).toBe('task-accepted');
  });

  it('stops what runs, forgets what waits, and takes nothing more', async () => {
    const bench = new Bench();
    bench.queue.offer(train(1, 1, 'a'));
    bench.queue.offer(train(1, 1, 'b'));
    await bench.queue.stop();
    expect(bench.aborted).toEqual(['train a 1 1']);
    expect(bench.begun).toEqual(['train a 1 1']);
    expect(bench.queue.offer(train(1, 1, 'c'))).toMatchObject({ kind: 'refused', code: 'stopped' });
  });
});
