import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunView } from '@mammofed/core';
import { Consortium } from './support/consortium.js';
import { eventually, Workbench, type MammofedProcess } from './support/processes.js';

/** A machine that tests on all its cores is slow. */
const WITHIN_MS = 180_000;
const STUDY = 'masses';
const OPTIONS = ['--study', STUDY, '--rounds', '2', '--epochs', '1', '--width', '1/32', '--size', '16', '--seed', '3'];

describe('what a site takes part in', () => {
  const workbench = new Workbench();
  let consortium: Consortium;
  let north: MammofedProcess;

  beforeAll(async () => {
    consortium = await Consortium.start(workbench);
    for (const [index, name] of ['north', 'south'].entries()) await consortium.enrol(name, index, 24, STUDY);
    north = consortium.startSite('north');
    consortium.startSite('south');
  }, 480_000);
  afterAll(() => workbench.end());

  const policy = async (name: string, ...words: string[]): Promise<string> =>
    (await workbench.must('site', 'policy', ...words, '--dir', consortium.siteDir(name))).stdout;
  const withheld = (runId: string, ...codes: string[]): Promise<RunView> =>
    eventually(`${codes.join(', ')} to be what withholds sites`, WITHIN_MS, async () => {
      const view = await consortium.show(runId);
      return view.withheld.map(({ site, code }) => `${site} ${code}`).join() === codes.join() ? view : undefined;
    });

  it('is what its operator approved: the run waits, says for whom, and goes on without a restart', async () => {
    const runId = await consortium.describeRun(...OPTIONS);
    await withheld(runId, 'north policy-consent', 'south policy-consent');
    const { offered } = JSON.parse(await policy('north', 'studies', '--json')) as { offered: { terms: object }[] };
    expect(offered).toMatchObject([{ runId, terms: { study: STUDY, mode: 'sealed', rounds: 2, epochs: 1 } }]);
    expect(await policy('north', 'studies')).toMatch(/Waits for your approval: study masses\n.*unet of width 0.03125/);

    await policy('north', 'approve', STUDY);
    await workbench.must('run', 'start', runId, '--dir', consortium.coordinatorDir);
    const waiting = await eventually('the run to wait for south', WITHIN_MS, async () => {
      const view = await consortium.show(runId);
      return view.note?.includes('1 of at least 2') === true ? view : undefined;
    });
    expect(waiting.state).toBe('waiting-for-cohort');
    expect(waiting.note).toContain('south: policy-consent');
    const shown = await workbench.must('run', 'show', runId, '--dir', consortium.coordinatorDir);
    expect(shown.stdout).toContain('site south does not take part: policy-consent');

    await policy('south', 'approve', STUDY, '--run', runId);
    const done = await eventually('the run to complete', WITHIN_MS, async () => {
      const view = await consortium.show(runId);
      return view.state === 'completed' ? view : undefined;
    });
    expect(done).toMatchObject({ deterministic: true, withheld: [] });
    expect(done.rounds.map(({ attempt }) => attempt)).toEqual([1, 1]);
    // All over one connection.
    expect(north.stdout.match(/connected to the coordinator/g)).toHaveLength(1);
  }, 900_000);

  it('has to be approved anew if it is more, and is not once the approval was taken back', async () => {
    const longer = await consortium.describeRun(...OPTIONS, '--epochs', '2');
    const view = await withheld(longer, 'north policy-consent', 'south policy-consent');
    expect(view.withheld[0]?.reason).toMatch(/2 epochs, not 1/);
    const same = await consortium.describeRun(...OPTIONS, '--seed', '4');
    await withheld(same);
    await policy('north', 'revoke', STUDY);
    await withheld(same, 'north policy-consent');
    await policy('north', 'approve', STUDY, '--run', same, '--wait', '60');
    await withheld(same);
  }, 600_000);

  it('is what its policy allows, which counts as soon as it is written, and not before it is sound', async () => {
    const file = join(consortium.siteDir('north'), 'policy.yaml');
    const runId = await consortium.describeRun(...OPTIONS, '--seed', '5');
    await withheld(runId);
    await policy('north', 'set', 'minCohort', '3');
    await withheld(runId, 'north policy-min-cohort');
    const sound = await readFile(file, 'utf8');
    await writeFile(file, sound.replace('minCohort: 3', 'minCohort: many\nsurprise: 1'));
    await eventually('the agent to say so', WITHIN_MS, () => (/surprise/.test(north.stdout) ? true : undefined));
    expect(north.stdout).toMatch(/line \d+: minCohort: .*line \d+: there is no key surprise/);
    const checked = await workbench.run('site', 'policy', 'check', '--dir', consortium.siteDir('north'));
    expect([checked.code, checked.stderr]).toEqual([2, expect.stringMatching(/line \d+: there is no key surprise/)]);
    await withheld(runId, 'north policy-min-cohort');
    await writeFile(file, sound.replace('minCohort: 3', 'minCohort: 2'));
    await withheld(runId);
  }, 600_000);

  it('is what a model signer of the roster vouches for whom it accepts, once the roster lists one', async () => {
    const signer = join(await workbench.dir(), 'signer');
    const words = ['consortium', 'signer', 'keygen', 'dr-weber', '--signer', signer, '--no-passphrase', '--json'];
    const made = JSON.parse((await workbench.must(...words)).stdout) as { fingerprint: string; request: string };
    const before = await consortium.describeRun(...OPTIONS, '--seed', '6');
    await withheld(before);
    await consortium.administer('signer', 'add', '--request', made.request, '--fingerprint', made.fingerprint);
    await withheld(before, 'north unsigned-run', 'south unsigned-run');

    const create = ['run', 'create', '--dir', consortium.coordinatorDir, ...OPTIONS, '--seed', '7'];
    const unsigned = await workbench.run(...create);
    expect([unsigned.code, unsigned.stderr]).toEqual([1, expect.stringMatching(/is not signed.*--signer/)]);
    const signed = await consortium.describeRun(...OPTIONS, '--seed', '7', '--signer', signer);
    // Who signs is part of what was approved.
    await withheld(signed, 'north policy-consent', 'south policy-consent');
    await consortium.approve(['north', 'south'], signed);
    await withheld(signed);
    await policy('north', 'set', 'modelSigners', '[dr-kim]');
    await withheld(signed, 'north policy-model-signers');
    await policy('north', 'set', 'modelSigners', '[dr-kim, dr-weber]');
    await withheld(signed);
    await consortium.administer('signer', 'remove', 'dr-weber');
    expect((await consortium.administer('signer', 'list'))['modelSigners']).toEqual([]);
  }, 600_000);
});
