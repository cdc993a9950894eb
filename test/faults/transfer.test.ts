import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunView } from '@mammofed/core';
import { killAgent } from '../support/consortium.js';
import { FaultBench, outcomeOf, participantOf, type Reference } from '../support/fault-bench.js';
import { Line } from '../support/line.js';
import { Workbench } from '../support/processes.js';

const MIB = 1024 * 1024;
/** What must-show 3 allows. */
const MOST_SENT = 1.1;

describe('a model and an update of many chunks between a site and its coordinator', () => {
  const workbench = new Workbench();
  let bench: FaultBench;
  let line: Line;
  let reference: Reference;
  let updateBytes: number;

  beforeAll(async () => {
    bench = await FaultBench.start(workbench, ['north', 'south']);
    line = await Line.open(bench.consortium.port);
    await bench.consortium.connectOver('north', line.url);
    for (const name of ['north', 'south']) bench.startSite(name);
    await bench.connected('north', 'south');
    // A quarter of the published channels: 8 chunks each way.
    reference = await bench.reference({ rounds: 1, width: '1/4', seed: 5 });
    updateBytes = await bench.updateBytes(reference.view.initialModelSha256);
  }, 300_000);
  afterEach(() => {
    line.bytesPerSecond = null;
  });
  afterAll(async () => {
    await line.close();
    await workbench.end();
  });

  function expectUndisturbed(view: RunView): void {
    expect(outcomeOf(view)).toEqual(outcomeOf(reference.view));
    const { bytesUp } = participantOf(view, 'north');
    expect(bytesUp).toBeGreaterThan(updateBytes);
    expect(bytesUp).toBeLessThanOrEqual(MOST_SENT * updateBytes);
  }

  /** Only a site without the model fetches it. */
  async function forgetModels(): Promise<void> {
    await bench.stopSite('north');
    await rm(join(bench.consortium.siteDir('north'), 'models'), { recursive: true });
    await bench.disconnected('north');
  }

  it('has many chunks, and undisturbed it is sent once', () => {
    expect(updateBytes).toBeGreaterThan(7 * MIB);
    expectUndisturbed(reference.view);
  });

  it('goes on where it was when the socket is cut at half the upload', async () => {
    const cut = line.cutAfter('up', updateBytes / 2);
    const runId = await bench.repeat(reference);
    await cut;
    expectUndisturbed(await bench.completed(runId));
  }, 300_000);

  it('goes on where it was when the agent is killed at half the upload and started again', async () => {
    const held = line.holdAfter('up', updateBytes / 2);
    const runId = await bench.repeat(reference);
    await held;
    await killAgent(bench.site('north'));
    line.release();
    bench.startSite('north');
    expectUndisturbed(await bench.completed(runId));
    // The stored update was sent: training again would give the same bytes, and prove nothing.
    expect(bench.site('north').stdout).toMatch(/the update of an earlier try is on disk/);
  }, 300_000);

  it('is sent to its end over a line that is cut again and again', async () => {
    const before = line.cutCount;
    const end = line.cutEvery('up', 2.5 * MIB);
    const runId = await bench.repeat(reference);
    expectUndisturbed(await bench.completed(runId));
    end();
    expect(line.cutCount - before).toBeGreaterThanOrEqual(3);
  }, 300_000);

  it('is sent over a slow line', async () => {
    line.bytesPerSecond = 1.5 * MIB;
    const runId = await bench.repeat(reference);
    expectUndisturbed(await bench.completed(runId));
  }, 300_000);

  it('goes on where it was when the socket is cut at half the download', async () => {
    await forgetModels();
    const cut = line.cutAfter('down', updateBytes / 2);
    bench.startSite('north');
    await bench.connected('north');
    const runId = await bench.repeat(reference);
    await cut;
    const view = await bench.completed(runId);
    expectUndisturbed(view);
    expectDownloadedOnce(view);
  }, 300_000);

  it('goes on where it was when the agent is killed at half the download and started again', async () => {
    await forgetModels();
    const held = line.holdAfter('down', updateBytes / 2);
    bench.startSite('north');
    await bench.connected('north');
    const runId = await bench.repeat(reference);
    await held;
    await killAgent(bench.site('north'));
    line.release();
    bench.startSite('north');
    const view = await bench.completed(runId);
    expectUndisturbed(view);
    expectDownloadedOnce(view);
  }, 300_000);

  /**
   * Of the initial model and the committed one, which it evaluates. Counted when sent: the two chunks that were on their
   * way are sent twice, and half a model is not.
   */
  function expectDownloadedOnce(view: RunView): void {
    const { bytesDown } = participantOf(view, 'north');
    expect(bytesDown).toBeGreaterThan(2 * updateBytes);
    expect(bytesDown).toBeLessThan(2 * updateBytes + 2.5 * MIB);
  }
});
