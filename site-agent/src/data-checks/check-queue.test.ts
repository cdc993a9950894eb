import { describe, expect, it } from '@jest/globals';
import { runId } from '@mammofed/core';
import { testTrainTask } from '../fixtures.test-support.js';
import type { ToldRun } from '../policy/run-rules.js';
import { toldRun } from '../tasks/task-rules.js';
import { CheckQueue, MAX_WAITING_CHECKS } from './check-queue.js';

const RUN = toldRun(testTrainTask()) as ToldRun;
const IDS = Array.from({ length: MAX_WAITING_CHECKS }, (_, i) => runId(`run-${i}`));
const LATE = runId('late');

describe('the queue of runs that wait for their check', () => {
  it('gives them in the order in which they were offered, each once, as it was offered last', () => {
    const queue = new CheckQueue();
    const newer = { ...RUN };
    queue.add(runId('one'), RUN);
    queue.add(runId('two'), RUN);
    queue.add(runId('one'), newer);
    queue.putBack(runId('one'), RUN);
    expect(queue.take()?.[1]).toBe(newer);
    expect(queue.take()?.[0]).toBe('two');
    expect(queue.take()).toBeNull();
    expect(queue.takeMissed()).toBe(false);
  });

  it('has room for 64, and for a run that had no turn in place of one that had', () => {
    const queue = new CheckQueue();
    for (const id of IDS) expect(queue.add(id, RUN)).toBe(true);
    expect(queue.add(LATE, RUN)).toBe(false);
    while (queue.take() !== null);
    expect(queue.takeMissed()).toBe(true);
    for (const id of IDS) queue.add(id, RUN);
    expect(queue.add(LATE, RUN)).toBe(true);
    // No run is missed that had its turn: asking for it would go on for ever.
    expect(queue.add(IDS[0]!, RUN)).toBe(false);
    while (queue.take() !== null);
    expect(queue.takeMissed()).toBe(false);
  });

  it('misses runs that had their turn once all are to have one anew', () => {
    const queue = new CheckQueue();
    for (const id of IDS) queue.add(id, RUN);
    const [served] = queue.take()!;
    queue.add(LATE, RUN);
    queue.forgetServed();
    queue.putBack(served, RUN);
    while (queue.take() !== null);
    expect(queue.takeMissed()).toBe(true);
  });
});
