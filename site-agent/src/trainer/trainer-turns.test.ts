import { describe, expect, it } from '@jest/globals';
import { OPEN_DATA_CONTRACT, mapStatistics } from '@mammofed/core';
import { testRunConfig } from '../fixtures.test-support.js';
import type { TrainerListeners } from './trainer-client.js';
import type { CheckedResult, CheckJob, EngineJob, TrainerJob, TrainerResult } from './trainer-messages.js';
import { TrainerTurns } from './trainer-turns.js';

const forever = new AbortController().signal;
const CHECK: CheckJob = {
  kind: 'check',
  data: { dir: '/data', layout: null, permuteImagesSeed: null },
  study: 'test',
  contract: OPEN_DATA_CONTRACT,
};
const TASK = { kind: 'evaluate', engine: 'cpu', threads: 1, config: testRunConfig(), round: 1 } as EngineJob;
const CHECKED: CheckedResult = {
  kind: 'checked',
  ...{ findings: [], usableImages: 9, usablePatients: 9, imageCounts: [], statistics: mapStatistics(() => []) },
};
const LISTENERS = {} as TrainerListeners;

/** A trainer whose jobs end when the test says so; like the real one it does one at a time. */
class SlowTrainer {
  readonly begun: TrainerJob['kind'][] = [];
  #isBusy = false;
  finish: (result: TrainerResult) => void = () => undefined;

  async run(job: TrainerJob, signal: AbortSignal): Promise<TrainerResult> {
    if (this.#isBusy) throw new Error('the trainer does one job at a time');
    this.#isBusy = true;
    this.begun.push(job.kind);
    try {
      return await new Promise((resolve, reject) => {
        this.finish = resolve;
        // It stops at its next step, not at once.
        signal.addEventListener('abort', () => setImmediate(() => reject(signal.reason as Error)));
      });
    } finally {
      this.#isBusy = false;
    }
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const EVALUATED = { kind: 'evaluated' } as TrainerResult;

describe('the trainer', () => {
  it('gives a task its turn before a check, which goes on once no task needs it', async () => {
    const trainer = new SlowTrainer();
    const turns = new TrainerTurns(trainer);
    const check = turns.check(CHECK, forever, LISTENERS);
    await turn();
    const task = turns.run(TASK, forever, LISTENERS);
    await turn();
    expect(trainer.begun).toEqual(['check', 'evaluate']);
    trainer.finish(EVALUATED);
    expect(await task).toBe(EVALUATED);
    await turn();
    expect(trainer.begun).toEqual(['check', 'evaluate', 'check']);
    trainer.finish(CHECKED);
    expect(await check).toBe(CHECKED);
  });

  it('begins no check while a task is under way', async () => {
    const trainer = new SlowTrainer();
    const turns = new TrainerTurns(trainer);
    const task = turns.run(TASK, forever, LISTENERS);
    const stop = new AbortController();
    const check = turns.check(CHECK, stop.signal, LISTENERS);
    await turn();
    expect(trainer.begun).toEqual(['evaluate']);
    stop.abort(new Error('stopped'));
    await expect(check).rejects.toThrow('stopped');
    trainer.finish(EVALUATED);
    await task;
  });

  it('lets a task go that is stopped while a check is slow to give way', async () => {
    const turns = new TrainerTurns({ run: () => new Promise(() => undefined) });
    void turns.check(CHECK, forever, LISTENERS);
    await turn();
    const stop = new AbortController();
    const task = turns.run(TASK, stop.signal, LISTENERS);
    stop.abort(new Error('stopped'));
    await expect(task).rejects.toThrow('stopped');
  });

  it('hands on what ends a check of itself', async () => {
    const turns = new TrainerTurns({ run: () => Promise.reject(new Error('no folder')) });
    await expect(turns.check(CHECK, forever, LISTENERS)).rejects.toThrow('no folder');
  });
});
