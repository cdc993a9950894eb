import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunView } from '@mammofed/core';
import { FaultBench, outcomeOf, participantOf, type Reference } from '../support/fault-bench.js';
import { Line } from '../support/line.js';
import { Workbench } from '../support/processes.js';

const SITES = ['north', 'south'] as const;

describe('a coordinator that is killed and started again goes on with the same attempt of the same round', () => {
  const workbench = new Workbench();
  let bench: FaultBench;
  let line: Line;
  /** Two rounds of a tiny model. */
  let tiny: Reference;
  /** One round of a model of 8 chunks, whose upload can be met half-way and whose sum takes a moment. */
  let large: Reference;

  beforeAll(async () => {
    bench = await FaultBench.start(workbench, SITES);
    line = await Line.open(bench.consortium.port);
    await bench.consortium.connectOver('north', line.url);
    for (const name of SITES) bench.startSite(name);
    await bench.connected(...SITES);
    tiny = await bench.reference({ rounds: 2, width: '1/32', seed: 3, epochs: 3 });
    large = await bench.reference({ rounds: 1, width: '1/4', seed: 4 });
  }, 300_000);
  afterAll(async () => {
    await line.close();
    await workbench.end();
  });

  async function restart(): Promise<void> {
    await bench.consortium.killCoordinator();
    await bench.consortium.startCoordinator();
  }

  function expectUndisturbed(view: RunView, reference: Reference): void {
    expect(outcomeOf(view)).toEqual(outcomeOf(reference.view));
  }

  function uploadsOf(runId: string): string {
    return join(bench.consortium.coordinatorDir, 'uploads', runId, '1-1');
  }

  /** Repeats the large run until `isHit` says that the fault met it where it should; the others must not mind either. */
  async function firstThat(what: string, isHit: (runId: string) => Promise<boolean>): Promise<string> {
    for (let left = 5; left > 0; left--) {
      const runId = await bench.repeat(large);
      if (await isHit(runId)) return runId;
      expectUndisturbed(await bench.completed(runId), large);
    }
    throw new Error(`none of five runs ${what}`);
  }

  it('between the description of a run and its start', async () => {
    const runId = await bench.admin.create(tiny.view.config, tiny.view.initialModelSha256);
    await restart();
    expect(await bench.admin.view(runId)).toMatchObject({ state: 'draft', rounds: [] });
    await bench.admin.start(runId);
    expectUndisturbed(await bench.completed(runId), tiny);
  }, 300_000);

  it('between the start of a run and its first round', async () => {
    const runId = await bench.repeat(tiny);
    await restart();
    expectUndisturbed(await bench.completed(runId), tiny);
  }, 300_000);

  it('while it selects sites', async () => {
    await bench.stopSite('south');
    await bench.disconnected('south');
    const runId = await bench.repeat(tiny);
    const waits = ({ state, rounds }: RunView): boolean =>
      state === 'waiting-for-cohort' && rounds[0]?.state === 'selecting';
    await bench.viewWhen('the run to wait for south', runId, waits);
    await restart();
    await bench.viewWhen('the run to wait for south again', runId, waits);
    bench.startSite('south');
    expectUndisturbed(await bench.completed(runId), tiny);
  }, 300_000);

  it('while the sites train', async () => {
    // Long enough to be seen: the tiny run's training may be over between two looks.
    const long = await bench.reference({ rounds: 1, width: '1/32', seed: 3, epochs: 60 });
    const runId = await bench.repeat(long);
    await bench.viewWhen('a site to train', runId, ({ rounds }) =>
      Boolean(rounds[0]?.state === 'training' && rounds[0].sites.some(({ phase }) => phase === 'training')),
    );
    await restart();
    expectUndisturbed(await bench.completed(runId), long);
  }, 300_000);

  it('while it collects an update, of which only the missing chunks are sent then', async () => {
    const updateBytes = await bench.updateBytes(large.view.initialModelSha256);
    const held = line.holdAfter('up', updateBytes / 2);
    const runId = await bench.repeat(large);
    await held;
    const view = await bench.viewWhen(
      'south to have uploaded',
      runId,
      (now) => participantOf(now, 'south').status === 'uploaded',
    );
    expect(participantOf(view, 'north').status).toBe('uploading');
    const killed = bench.consortium.killCoordinator();
    line.release();
    await killed;
    await bench.consortium.startCoordinator();
    const completed = await bench.completed(runId);
    expectUndisturbed(completed, large);
    // What came before the kill was counted in memory only.
    expect(participantOf(completed, 'north').bytesUp).toBeLessThan(0.6 * updateBytes);
  }, 300_000);

  it('while it aggregates', async () => {
    // The sum of a model of this size is short: a run that has it behind it before anybody looked is not the one.
    const runId = await firstThat('is met while it aggregates', async (id) => {
      const isThere = ({ rounds: [round] }: RunView): boolean =>
        round?.state === 'aggregating' || round?.state === 'committed';
      await bench.viewWhen('the round to be aggregated', id, isThere);
      await bench.consortium.killCoordinator();
      const { length } = await readdir(uploadsOf(id)).catch(() => []);
      await bench.consortium.startCoordinator();
      // The updates are thrown away after the commit.
      return length === SITES.length;
    });
    expectUndisturbed(await bench.completed(runId), large);
    await expect(access(uploadsOf(runId))).rejects.toThrow('ENOENT');
  }, 600_000);

  it('right after it committed a round', async () => {
    const runId = await bench.repeat(tiny);
    await bench.viewWhen('round 1 to commit', runId, ({ rounds }) => rounds[0]?.state === 'committed');
    await restart();
    expectUndisturbed(await bench.completed(runId), tiny);
  }, 300_000);

  it('while the last model is evaluated', async () => {
    const runId = await bench.repeat(tiny);
    const view = await bench.viewWhen('round 2 to commit', runId, ({ rounds }) => rounds[1]?.state === 'committed');
    await restart();
    expect(view.state).toBe('running');
    expectUndisturbed(await bench.completed(runId), tiny);
  }, 300_000);
});
