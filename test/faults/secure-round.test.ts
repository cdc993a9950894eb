import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunView } from '@mammofed/core';
import { killAgent } from '../support/consortium.js';
import { FaultBench, participantOf, type Reference } from '../support/fault-bench.js';
import { Line } from '../support/line.js';
import { Workbench } from '../support/processes.js';

/** Four sites with a threshold of three: one may be lost. */
const SITES = ['east', 'north', 'south', 'west'];

const hasStatus = (view: RunView, site: string, status: string): boolean =>
  view.rounds.some(({ sites }) => sites.some((one) => one.site === site && one.status === status));

describe('a run in mode secure', () => {
  const workbench = new Workbench();
  let bench: FaultBench;
  let line: Line;

  beforeAll(async () => {
    bench = await FaultBench.start(workbench, SITES);
    line = await Line.open(bench.consortium.port);
    await bench.consortium.connectOver('south', line.url);
    for (const name of SITES) bench.startSite(name);
    await bench.connected(...SITES);
  }, 300_000);
  afterAll(async () => {
    await line.close();
    await workbench.end();
  });

  /** A sealed run, and the same one in mode secure, which has begun. @param between - the two. */
  async function both(
    seed: number,
    { width = '1/32', minSites = SITES.length },
    between: (view: RunView) => unknown = () => undefined,
  ): Promise<{ sealed: Reference; runId: string }> {
    const sealed = await bench.reference({ rounds: 1, width, seed });
    const { config, initialModelSha256 } = sealed.view;
    const quorum = { ...config.quorum, minSites };
    const runId = await bench.admin.create({ ...config, mode: 'secure', quorum }, initialModelSha256);
    await bench.consortium.approve(SITES, runId);
    await between(sealed.view);
    await bench.admin.start(runId);
    return { sealed, runId };
  }

  /** The files differ in what they say of the run. */
  async function expectSameWeights(view: RunView, sealed: Reference): Promise<void> {
    expect(await bench.weights(view.modelSha256)).toEqual(await bench.weights(sealed.view.modelSha256));
    expect(view.modelSha256).not.toBe(view.initialModelSha256);
  }

  async function ledgerKinds(name: string, runId: string): Promise<string[]> {
    const text = await readFile(join(bench.consortium.siteDir(name), 'ledger.jsonl'), 'utf8');
    const lines = text.trimEnd().split('\n');
    const entries = lines.map((each) => JSON.parse(each) as { kind: string; runId?: string });
    return [...new Set(entries.filter((entry) => entry.runId === runId).map(({ kind }) => kind))];
  }

  it('comes to the weights of mode sealed, bit for bit, and its ledgers say what each site sent', async () => {
    const { sealed, runId } = await both(5, {});
    const view = await bench.completed(runId);
    await expectSameWeights(view, sealed);
    for (const name of SITES) {
      expect(await ledgerKinds(name, runId)).toEqual(
        expect.arrayContaining([
          ...['trained', 'advertisement', 'dealt-shares', 'mask-accepted'],
          ...['upload-open', 'upload-chunk', 'confirmation', 'unmask-shares'],
        ]),
      );
    }
  }, 300_000);

  it('goes on when the agent of a site that has trained is killed, and counts its update', async () => {
    const { sealed, runId } = await both(6, {}, () => bench.site('west').signalGroup('SIGSTOP'));
    await bench.viewWhen('north to have trained', runId, (view) => hasStatus(view, 'north', 'trained'));
    await killAgent(bench.site('north'));
    bench.startSite('north');
    await bench.connected('north');
    bench.site('west').signalGroup('SIGCONT');
    const view = await bench.completed(runId);
    expect(participantOf(view, 'north').status).toBe('uploaded');
    await expectSameWeights(view, sealed);
  }, 400_000);

  it('counts the masked update of a site whose agent is killed after the upload', async () => {
    let held = Promise.resolve();
    // Two chunks: the keys before them, and what is told of the progress, are no half of it.
    const { sealed, runId } = await both(7, { width: '1/8', minSites: 3 }, async ({ initialModelSha256 }) => {
      held = line.holdAfter('up', (await bench.updateBytes(initialModelSha256)) / 2);
    });
    await held;
    await bench.viewWhen('north to have uploaded', runId, (view) => hasStatus(view, 'north', 'uploaded'));
    await killAgent(bench.site('north'));
    bench.startSite('north');
    await bench.connected('north');
    line.release();
    const view = await bench.completed(runId);
    expect(view.rounds).toMatchObject([{ round: 1, attempt: 1 }]);
    expect(participantOf(view, 'north').status).toBe('uploaded');
    await expectSameWeights(view, sealed);
    expect(await ledgerKinds('north', runId)).not.toContain('unmask-shares');
  }, 400_000);
});
