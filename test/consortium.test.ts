import { chmod, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AdminApi } from './support/admin-api.js';
import { Consortium } from './support/consortium.js';
import { eventually, Workbench, type MammofedProcess } from './support/processes.js';

/** A machine that tests on all its cores is slow. */
const WITHIN_MS = 120_000;

describe('who belongs to a consortium', () => {
  const workbench = new Workbench();
  let consortium: Consortium;
  let admin: AdminApi;
  let north: MammofedProcess;

  beforeAll(async () => {
    consortium = await Consortium.start(workbench);
    admin = await AdminApi.of(consortium.coordinatorDir);
    await consortium.enrol('north', 0, 8);
    north = consortium.startSite('north');
  }, 240_000);
  afterAll(() => workbench.end());

  const connected = (...names: string[]): Promise<unknown> =>
    eventually(`${names.join(', ')} alone to be connected`, WITHIN_MS, async () =>
      (await admin.connectedSites())?.join() === names.join() ? true : undefined,
    );
  /** Zero before the site has any: a coordinator counts it as connected a moment before. */
  const versionAt = async (name: string): Promise<number> => {
    const text = await readFile(join(consortium.siteDir(name), 'roster'), 'utf8').catch(() => null);
    if (text === null) return 0;
    return (JSON.parse(text.split('\n')[1] ?? '') as { version: number }).version;
  };

  it('is the root’s to say: a site waits for it, is told of changes as they come, and goes when it is revoked', async () => {
    await connected('north');
    const code = await consortium.invite('south');
    const words = [
      '--dir',
      consortium.siteDir('south'),
      '--code',
      code,
      '--data',
      `${consortium.siteDir('north')}-data`,
    ];
    const enrolled = await workbench.must('site', 'enrol', ...words, '--engine', 'cpu', '--threads', '1');
    const [fingerprint] = /([A-Z2-7]{4}-){4}[A-Z2-7]{4}/.exec(enrolled.stdout) ?? [''];
    const south = consortium.startSite('south');
    await eventually('the agent to wait', WITHIN_MS, () => (/not approved/.test(south.stdout) ? true : undefined));

    await consortium.administer('approve', 'south', '--fingerprint', fingerprint);
    await connected('north', 'south');
    for (const name of ['north', 'south']) {
      await eventually(`${name} to be told`, WITHIN_MS, async () => ((await versionAt(name)) === 3 ? true : undefined));
    }

    await consortium.administer('revoke', 'south');
    const { code: exitCode, stderr } = await south.finished;
    expect([exitCode, /revoked/.test(stderr)]).toEqual([1, true]);
    await connected('north');
    await consortium.administer('renew', '--days', '30');
    await eventually('north to be told', WITHIN_MS, async () => ((await versionAt('north')) === 5 ? true : undefined));
    // All over one connection.
    expect(north.stdout.match(/connected to the coordinator/g)).toHaveLength(1);
  }, 600_000);

  it('nobody signs for with a key that others of the machine can read', async () => {
    const key = join(consortium.rootDir, 'root.key');
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    await chmod(key, 0o640);
    const words = ['consortium', 'renew', '--root', consortium.rootDir, '--dir', consortium.coordinatorDir];
    const { code, stderr } = await workbench.run(...words);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/root\.key.*chmod 600/)]);
    await chmod(key, 0o600);
  }, 120_000);
});
