import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeModelFile } from '@mammofed/core';
import { demoResult, type DemoResult } from './support/demo-result.js';
import { everyProcessNaming } from './support/process-list.js';
import { eventually, MAMMOFED, Workbench } from './support/processes.js';

const TINY = ['--sites', '3', '--rounds', '2', '--epochs', '1', '--width', '1/32', '--size', '16', '--seed', '5'];

async function processesNaming(text: string): Promise<string[]> {
  return (await everyProcessNaming(text)).map(({ pid, commandLine }) => `${pid} ${commandLine}`);
}

/** The weights of the demo's model, without what its file says of the run. */
async function weightsOf({ reportPath, modelSha256 }: DemoResult): Promise<Float32Array[]> {
  const file = await readFile(join(dirname(reportPath), 'coordinator', 'models', modelSha256));
  return decodeModelFile(new Uint8Array(file)).tensors.map(({ data }) => data);
}

describe('mammofed demo', () => {
  let workbench: Workbench;
  beforeEach(() => {
    workbench = new Workbench();
  });
  afterEach(() => workbench.end());

  const demo = async (out: string, ...options: string[]): Promise<DemoResult> => {
    const { stdout } = await workbench.must('demo', '--out', out, '--json', ...TINY, ...options);
    return demoResult(stdout);
  };

  it('trains, evaluates and reports, gives the same model for the same seed, and stops all it started', async () => {
    const dir = await workbench.dir();
    const first = await demo(join(dir, 'first'));
    expect(first.seed).toBe(5);
    expect(first.mode).toBe('secure');
    expect(first.deterministic).toBe(true);
    expect(first.engine).toMatchObject({ name: 'compiled', device: 'cpu' });
    expect(first.engine.steps).toBeGreaterThan(2 * 3);
    expect(first.rounds.map(({ round }) => round)).toEqual([1, 2]);
    for (const round of first.rounds) {
      expect(round.durationMs).toBeGreaterThan(0);
      expect(round.sites).toHaveLength(3);
      for (const site of round.sites) {
        expect(site.status).toBe('uploaded');
        expect(site.examples).toBeGreaterThan(5);
        expect(site.trainLoss).toBeGreaterThan(0);
        expect(site.bytesUp).toBeGreaterThan(1000);
        expect(site.bytesDown).toBeGreaterThan(1000);
      }
    }
    for (const rows of [first.evaluation.initial, first.evaluation.final]) {
      expect(rows).toHaveLength(3);
      for (const row of rows) {
        expect(row.n).toBeGreaterThanOrEqual(5);
        expect(row.dice.min).toBeLessThanOrEqual(row.dice.mean);
        expect(row.dice.max).toBeGreaterThanOrEqual(row.dice.mean);
      }
    }
    expect(first.evaluation.final).not.toEqual(first.evaluation.initial);
    for (const row of first.baseline) {
      expect(row.allLesion).toBeGreaterThan(0.1);
      expect(row.meanMask).toBeGreaterThan(row.allLesion - 0.2);
    }
    const report = await readFile(first.reportPath, 'utf8');
    expect(report).toContain(first.modelSha256);
    expect(first.experiments).toHaveLength(1);
    expect(first.differences).toEqual([]);
    expect(report).toContain('<svg');
    expect(report).toContain('data:image/png;base64,');
    expect(await processesNaming(dir)).toEqual([]);

    const second = await demo(join(dir, 'second'));
    expect(second.modelSha256).toBe(first.modelSha256);

    // The sum is the same whole numbers, whatever hides its parts.
    const sealed = await demo(join(dir, 'sealed'), '--mode', 'sealed');
    expect(sealed.mode).toBe('sealed');
    expect(await weightsOf(sealed)).toEqual(await weightsOf(first));
  }, 900_000);

  const NOBODY = 65534;
  const isRoot = process.getuid?.() === 0;
  /** Otherwise the folders above the checkout are closed to that user, who then needs a mount of it elsewhere. */
  const isCheckoutOpen = isRoot && spawnSync('test', ['-r', MAMMOFED], { uid: NOBODY, gid: NOBODY }).status === 0;
  const isMountPossible = isRoot && spawnSync('unshare', ['--mount', 'true']).status === 0;
  const asAnotherUser = isCheckoutOpen || isMountPossible ? it : it.skip;
  asAnotherUser(
    'runs with a coordinator whose user cannot read any site’s folder',
    async () => {
      const dir = await workbench.dir();
      await chmod(dir, 0o755);
      if (!isCheckoutOpen) {
        workbench.checkoutAt = join(dir, 'checkout');
        await mkdir(workbench.checkoutAt);
      }
      const out = join(dir, 'out');
      const result = await demo(out, '--coordinator-user', String(NOBODY));
      expect(result.modelSha256).toMatch(/^[0-9a-f]{64}$/);
      expect((await stat(join(out, 'coordinator'))).uid).toBe(NOBODY);
      for (const site of result.evaluation.final.map((row) => row.site)) {
        const folder = join(out, 'sites', site);
        expect(existsSync(folder)).toBe(true);
        const look = spawnSync('ls', [folder], { uid: NOBODY, gid: NOBODY });
        expect(look.status).not.toBe(0);
      }
    },
    600_000,
  );

  it('stops all it started on Ctrl-C', async () => {
    const dir = await workbench.dir();
    const started = workbench.start('demo', '--out', join(dir, 'out'), ...TINY, '--rounds', '500');
    await eventually('the first round to begin', 300_000, () => (/training/.test(started.stdout) ? true : undefined));
    started.child.kill('SIGINT');
    const { code } = await started.finished;
    expect(code).not.toBe(0);
    expect(await processesNaming(dir)).toEqual([]);
  }, 480_000);

  it('refuses --sites that disagree with a site column, an unknown --by column, and too few patients', async () => {
    const dir = await workbench.dir();
    const data = join(dir, 'data');
    await mkdir(join(data, 'images'), { recursive: true });
    await mkdir(join(data, 'masks'));
    await writeFile(join(data, 'index.csv'), 'file,patient,site\na.png,1,north\nb.png,2,south\n');
    for (const name of ['a.png', 'b.png']) await writeFile(join(data, 'images', name), '');
    const disagreeing = await workbench.run('demo', '--out', join(dir, 'out'), '--data', data, '--sites', '3');
    expect(disagreeing.code).toBe(2);
    expect(disagreeing.stderr).toMatch(/site/);
    const unknown = await workbench.run('demo', '--out', join(dir, 'out'), '--data', data, '--by', 'scanner');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(/scanner/);
    const tooFew = await workbench.run('demo', '--out', join(dir, 'out'), '--data', data);
    expect(tooFew.code).toBe(2);
    expect(tooFew.stderr).toMatch(/north would have .* at least 5/);
  }, 180_000);
});
