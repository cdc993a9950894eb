import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { decodeModelFile, isUnder, type NamedTensor, type RunView } from '@mammofed/core';
import { demoResult } from './support/demo-result.js';
import { eventually, readJson, Workbench } from './support/processes.js';

const FROZEN = ['down0', 'down1'];
const TINY = ['--sites', '2', '--rounds', '2', '--epochs', '2', '--width', '1/32', '--size', '32', '--seed', '5'];
const RULE = [
  ...['--optimizer', 'momentum:momentum=0.9', '--learning-rate', '0.1', '--loss', 'dice+focal:gamma=1'],
  ...['--schedule', 'cosine:warmupRounds=1', '--clip-norm', '1', '--weight-decay', '1e-4', '--proximal', '0.1'],
  ...['--frozen', FROZEN.join(',')],
];

describe('a run with another optimizer, loss and schedule, a pull to the base model and frozen layers', () => {
  const workbench = new Workbench();
  afterAll(() => workbench.end());

  it('goes from the options through coordinator and sites to its models, and says what it is', async () => {
    const out = join(await workbench.dir(), 'demo');
    const { stdout } = await workbench.must('demo', '--out', out, '--json', ...TINY, ...RULE);
    const result = demoResult(stdout);
    expect(result.deterministic).toBe(true);
    expect(result.rounds.flatMap(({ sites }) => sites.map(({ status }) => status))).toEqual(Array(4).fill('uploaded'));

    const dir = join(out, 'coordinator');
    const coordinator = workbench.start('coordinator', 'start', '--dir', dir);
    await eventually('the coordinator to listen', 60_000, () => {
      if (coordinator.child.exitCode !== null) throw new Error(`it ended: ${coordinator.stderr}`);
      return readJson(join(dir, 'address.json'));
    });
    const { runs } = JSON.parse((await workbench.must('run', 'list', '--dir', dir, '--json')).stdout) as {
      readonly runs: readonly { readonly runId: string }[];
    };
    const [{ runId } = { runId: '' }] = runs;
    const view = JSON.parse((await workbench.must('run', 'show', runId, '--dir', dir, '--json')).stdout) as RunView;
    expect(view.config.training).toMatchObject({
      optimizer: { kind: 'momentum', momentum: 0.9 },
      loss: [{ kind: 'soft-dice' }, { kind: 'focal', gamma: 1 }],
      schedule: { kind: 'cosine', warmupRounds: 1 },
      ...{ clipNorm: 1, weightDecay: 1e-4, proximal: 0.1, frozen: FROZEN },
    });
    const words = 'momentum:momentum=0.9 at 0.1, schedule cosine:warmupRounds=1, loss soft-dice+focal:gamma=1';
    expect((await workbench.must('run', 'show', runId, '--dir', dir)).stdout).toContain(words);
    expect(await readFile(join(out, 'report.html'), 'utf8')).toContain(words);

    const unfit = await workbench.run('run', 'create', '--dir', dir, ...TINY.slice(2), '--frozen', 'nowhere');
    expect(unfit).toMatchObject({ stderr: expect.stringContaining('names nowhere, and the model has no such layer') });
    expect(unfit.code).not.toBe(0);

    const model = async (round: number): Promise<readonly NamedTensor[]> => {
      const file = join(out, `round-${round}.safetensors`);
      const where = ['--model', `${runId}:${round}`, '--dir', dir, '--format', 'safetensors', '--out', file];
      await workbench.must('model', 'export', ...where);
      return decodeModelFile(await readFile(file)).tensors;
    };
    const [initial, first, last] = [await model(0), await model(1), await model(2)];
    initial.forEach(({ name, data }, t) => {
      const isSame = (other: readonly NamedTensor[]): boolean =>
        other[t]?.data.every((value, i) => value === data[i]) === true;
      const isFrozen = isUnder(name, FROZEN);
      expect({ name, isSame: [isSame(first), isSame(last)] }).toEqual({ name, isSame: [isFrozen, isFrozen] });
    });
  });

  it('is refused before anything is made where no bound of its updates follows', async () => {
    const out = join(await workbench.dir(), 'refused');
    const unbounded = await workbench.run('demo', '--out', out, ...TINY, '--optimizer', 'sgd');
    expect(unbounded).toMatchObject({ code: 2, stderr: expect.stringContaining('set clipNorm') });
  });
});
