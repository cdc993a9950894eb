import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoResult } from './support/demo-result.js';
import { everyProcessNaming } from './support/process-list.js';
import { eventually, readJson, Workbench, type MammofedProcess } from './support/processes.js';

const SMALL = ['--sites', '2', '--width', '1/32', '--seed', '5'];
const TINY = [...SMALL, '--rounds', '3', '--epochs', '3', '--size', '32'];

interface Plan {
  readonly data: unknown;
  readonly isEnrolled: boolean;
  readonly runIds: Readonly<Record<string, string>>;
}

describe('mammofed demo --resume', () => {
  let workbench: Workbench;
  let dir: string;
  beforeEach(async () => {
    workbench = new Workbench();
    dir = await workbench.dir();
  });
  afterEach(() => workbench.end());

  /** Kills the demo and everything that it started, at once: nobody gets to clean up. */
  async function killAll(started: MammofedProcess, out: string): Promise<void> {
    const found = await everyProcessNaming(out);
    for (const pid of [started.pid, ...found.map((one) => one.pid)]) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went with one of the others.
      }
    }
    await started.finished;
  }

  let hash: string | null = null;
  async function undisturbed(): Promise<string> {
    if (hash !== null) return hash;
    const { stdout } = await workbench.must('demo', '--out', join(dir, 'undisturbed'), '--json', ...TINY);
    hash = demoResult(stdout).modelSha256;
    return hash;
  }

  /** Any word of the round will do: one that lasts no longer than a look has no others. */
  const roundTwo = (started: MammofedProcess): Promise<unknown> =>
    eventually('round 2 to be under way', 300_000, () => (/round 2\/3 /.test(started.stdout) ? true : undefined));

  const until = (out: string, what: string, isThere: (plan: Plan) => boolean): Promise<unknown> =>
    eventually(what, 240_000, async () => {
      const plan = await readJson<Plan>(join(out, 'demo.json'));
      return plan !== undefined && isThere(plan) ? true : undefined;
    });

  it('goes on after kill -9 at every stage, in the same round, to the same model; a complete one says so', async () => {
    const out = join(dir, 'out');
    const begun = workbench.start('demo', '--out', out, '--json', ...TINY);
    await until(out, 'the plan', () => true);
    await eventually('the first image', 180_000, () =>
      existsSync(join(out, 'sites', 'site-1-data')) ? true : undefined,
    );
    await killAll(begun, out);

    const enrolling = workbench.start('demo', '--resume', '--out', out);
    await until(out, 'the data', ({ data }) => data !== null);
    await eventually('a site', 240_000, () =>
      existsSync(join(out, 'sites', 'site-1', 'site.json')) ? true : undefined,
    );
    await killAll(enrolling, out);

    const training = workbench.start('demo', '--resume', '--out', out);
    await roundTwo(training);
    const { runIds } = (await readJson<Plan>(join(out, 'demo.json'))) as Plan;
    await killAll(training, out);

    const { stdout, stderr } = await workbench.must('demo', '--resume', '--out', out, '--json');
    const result = demoResult(stdout);
    // The same run and no new first round: what was committed before the kill was kept.
    expect((await readJson<Plan>(join(out, 'demo.json')))?.runIds).toEqual(runIds);
    expect(stderr).not.toMatch(/round 1\/3 training {2}site/);
    expect(result.rounds.map(({ round }) => round)).toEqual([1, 2, 3]);
    expect(result.modelSha256).toBe(await undisturbed());
    expect(await readFile(result.reportPath, 'utf8')).toContain(result.modelSha256);
    expect((await everyProcessNaming(out)).map(({ commandLine }) => commandLine)).toEqual([]);

    const again = await workbench.must('demo', '--resume', '--out', out, '--json');
    expect(again.stderr).toMatch(/is complete/);
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(JSON.stringify(result)));
  }, 1_200_000);

  it('goes on when the demo alone was killed and what it started is still ending', async () => {
    const out = join(dir, 'out');
    const begun = workbench.start('demo', '--out', out, ...TINY);
    await roundTwo(begun);
    begun.child.kill('SIGKILL');
    const { stdout } = await workbench.must('demo', '--resume', '--out', out, '--json');
    expect(demoResult(stdout).modelSha256).toBe(await undisturbed());
  }, 900_000);

  it('goes on with the next run after kill -9 between two', async () => {
    const out = join(dir, 'out');
    const two = [...SMALL, '--rounds', '1', '--epochs', '1', '--size', '32', '--model', 'unet,deconvnet'];
    const begun = workbench.start('demo', '--out', out, '--json', ...two);
    const outcome = /\[unet, federated\] run \S+ completed/;
    await eventually('the first run to be over', 300_000, () => (outcome.test(begun.stderr) ? true : undefined));
    await killAll(begun, out);
    const before = (await readJson<Plan>(join(out, 'demo.json'))) as Plan;

    const { stdout, stderr } = await workbench.must('demo', '--resume', '--out', out, '--json');
    const { experiments, rounds } = demoResult(stdout);
    expect(experiments.map(({ model }) => model)).toEqual(['unet', 'deconvnet']);
    expect((await readJson<Plan>(join(out, 'demo.json')))?.runIds).toMatchObject(before.runIds);
    // What was trained is not trained again.
    expect(stderr).not.toMatch(/\[unet, federated\] round 1\/1 training/);
    expect(rounds.map(({ round }) => round)).toEqual([1]);
    expect(await readFile(demoResult(stdout).reportPath, 'utf8')).toContain(experiments[1]?.modelSha256);
  }, 900_000);

  it('refuses a folder without a demo, and one that a demo is at work in', async () => {
    const missing = await workbench.run('demo', '--resume', '--out', join(dir, 'nowhere'));
    expect(missing.code).toBe(2);
    expect(missing.stderr).toMatch(/is not the folder of a demo/);
    const out = join(dir, 'out');
    const begun = workbench.start('demo', '--out', out, ...TINY);
    await until(out, 'the plan', () => true);
    const second = await workbench.run('demo', '--resume', '--out', out);
    expect(second.code).toBe(2);
    expect(second.stderr).toMatch(new RegExp(`Another demo \\(process ${begun.pid}\\) is at work`));
    begun.child.kill('SIGINT');
    await begun.finished;
  }, 300_000);
});
