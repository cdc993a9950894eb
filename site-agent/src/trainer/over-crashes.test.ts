import { describe, expect, it } from '@jest/globals';
import { SiteError, type SiteErrorCode } from '../errors.js';
import { runOverCrashes } from './over-crashes.js';
import type { TrainerClient } from './trainer-client.js';
import type { TrainerJob, TrainerResult } from './trainer-messages.js';

const job = { kind: 'train', round: 1 } as TrainerJob;
const result = { kind: 'trained', byteLength: 8 } as TrainerResult;

/** Fails with each of `codes` in turn, and then has the result. */
class FailingTrainer implements Pick<TrainerClient, 'run'> {
  readonly jobs: TrainerJob[] = [];
  readonly notices: string[] = [];
  readonly stop = new AbortController();

  constructor(
    private readonly codes: readonly SiteErrorCode[],
    private readonly isStopping = false,
  ) {}

  run(asked: TrainerJob): Promise<TrainerResult> {
    const code = this.codes[this.jobs.length];
    this.jobs.push(asked);
    if (this.isStopping) this.stop.abort(new SiteError('stopped', 'the agent is stopping'));
    return code === undefined ? Promise.resolve(result) : Promise.reject(new SiteError(code, 'a test'));
  }

  outcome(): Promise<TrainerResult> {
    const onNotice = (text: string): void => void this.notices.push(text);
    return runOverCrashes(this, job, this.stop.signal, { onProgress: () => undefined, onNotice });
  }
}

describe('a job whose trainer process dies', () => {
  it('is done again from its start, and the site’s operator is told', async () => {
    const trainer = new FailingTrainer(['trainer-crashed', 'trainer-crashed']);
    expect(await trainer.outcome()).toBe(result);
    expect(trainer.jobs).toEqual([job, job, job]);
    expect(trainer.notices).toHaveLength(2);
  });

  it('fails when every process dies of it', async () => {
    const trainer = new FailingTrainer(Array<SiteErrorCode>(9).fill('trainer-crashed'));
    await expect(trainer.outcome()).rejects.toMatchObject({ code: 'trainer-crashed' });
    expect(trainer.jobs).toHaveLength(3);
  });

  it('is not done again when it failed in another way, or when the agent stops', async () => {
    const silent = new FailingTrainer(['trainer-silent']);
    await expect(silent.outcome()).rejects.toMatchObject({ code: 'trainer-silent' });
    const stopping = new FailingTrainer(['trainer-crashed'], true);
    await expect(stopping.outcome()).rejects.toMatchObject({ code: 'trainer-crashed' });
    expect([silent.jobs.length, stopping.jobs.length]).toEqual([1, 1]);
  });
});
