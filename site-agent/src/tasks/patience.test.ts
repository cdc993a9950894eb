import { describe, expect, it } from '@jest/globals';
import type { EngineName } from '@mammofed/core';
import { EngineSelector, type EngineSetting } from '../engines/engine-selector.js';
import { SiteError } from '../errors.js';
import { silentLog, testRunConfig } from '../fixtures.test-support.js';
import { TrainerFailure } from '../trainer/trainer-client.js';
import type { TrainerListeners } from '../trainer/trainer-client.js';
import type { EngineJob, TrainerResult } from '../trainer/trainer-messages.js';
import { runTrainer } from './patience.js';

const forever = new AbortController().signal;
const listeners = { onProgress: () => undefined, onNotice: () => undefined, onLocalNotice: () => undefined };
const DONE = { kind: 'evaluated' } as TrainerResult;
const CRASH = new SiteError('trainer-crashed', 'the trainer process (engine …) was ended by SIGSEGV');
const failure = (code: string): TrainerFailure =>
  new TrainerFailure({ code, message: `failed with ${code}`, isMessageSafe: true, context: {} });

/** A site on which `webgpu` and `cpu` can be used, and a trainer that does `work`. */
async function site(
  setting: EngineSetting,
  work: (engine: EngineName, listeners: TrainerListeners) => Promise<TrainerResult>,
) {
  const engines = new EngineSelector(setting, async (engine) => {
    const problem = engine === 'webgpu' || engine === 'cpu' ? null : 'not installed';
    return { engine, problem, device: null, isSoftware: problem === null ? false : null };
  });
  const { engine } = await engines.choose();
  const used: EngineName[] = [];
  const said: string[] = [];
  const logged: unknown[] = [];
  const log = { ...silentLog, warn: (...entry: unknown[]) => void logged.push(entry) };
  const trainer = {
    run: (job: EngineJob, _: AbortSignal, told: TrainerListeners) => {
      used.push(job.engine);
      return work(job.engine, told);
    },
  };
  const job = { kind: 'evaluate', engine, threads: 1, config: testRunConfig(), round: 1 } as EngineJob;
  const run = (): Promise<TrainerResult> =>
    runTrainer(job, { trainer, engines, say: (line) => said.push(line), log }, forever, listeners);
  return { run, used, said, logged, engines };
}

describe('a job of the trainer', () => {
  it('is done by the next engine after one crashed three times, and that one stays', async () => {
    const { run, used, said, engines } = await site('auto', (engine) =>
      engine === 'webgpu' ? Promise.reject(CRASH) : Promise.resolve(DONE),
    );
    expect(await run()).toBe(DONE);
    expect(used).toEqual(['webgpu', 'webgpu', 'webgpu', 'cpu']);
    expect(said.at(-1)).toMatch(/SIGSEGV: the engine webgpu is given up, and cpu does the job/);
    expect(engines.current).toMatchObject({
      engine: 'cpu',
      passedOver: expect.arrayContaining([{ engine: 'webgpu', reason: CRASH.message }]),
    });
  });

  it('fails with the crash where the operator named the engine, and where no engine is left', async () => {
    const named = await site('webgpu', () => Promise.reject(CRASH));
    await expect(named.run()).rejects.toBe(CRASH);
    expect(named.used).toEqual(['webgpu', 'webgpu', 'webgpu']);
    const last = await site('auto', () => Promise.reject(CRASH));
    await expect(last.run()).rejects.toBe(CRASH);
    expect(last.used).toEqual(['webgpu', 'webgpu', 'webgpu', 'cpu', 'cpu', 'cpu']);
  });

  it('is done at once by the next engine where one refuses the graph, and by no other for any other failure', async () => {
    for (const code of ['session-failed', 'out-of-memory']) {
      const refused = await site('auto', (engine) =>
        engine === 'webgpu' ? Promise.reject(failure(code)) : Promise.resolve(DONE),
      );
      expect(await refused.run()).toBe(DONE);
      expect(refused.used).toEqual(['webgpu', 'cpu']);
    }
    for (const code of ['diverged', 'too-few-examples', 'unsupported-op']) {
      const failed = await site('auto', () => Promise.reject(failure(code)));
      await expect(failed.run()).rejects.toMatchObject({ failure: { code } });
      expect(failed.used).toEqual(['webgpu']);
    }
  });

  it('says and logs it when the engine trains a batch in parts', async () => {
    const { run, said, logged } = await site('webgpu', (_, { onBatchSplit }) => {
      onBatchSplit({ batchSize: 8, microBatches: 2 });
      return Promise.resolve(DONE);
    });
    expect(await run()).toBe(DONE);
    expect(said).toEqual([
      'engine webgpu: a batch of 8 does not fit into its memory and is trained as 2 × 4, with the same update',
    ]);
    expect(logged).toEqual([['batch split', { engine: 'webgpu', batchSize: 8, microBatches: 2 }]]);
  });
});
