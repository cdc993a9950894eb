import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJoinCode, encodeJoinCode, generateIdentity, sodiumReady } from '@mammofed/privacy';
import { Consortium } from './support/consortium.js';
import { eventually, Workbench } from './support/processes.js';

describe('what is refused, in words a person can act on', () => {
  const workbench = new Workbench();
  let consortium: Consortium;

  beforeAll(async () => {
    await sodiumReady();
    consortium = await Consortium.start(workbench);
    await consortium.enrol('north', 0);
  }, 120_000);
  afterAll(() => workbench.end());

  const enrolWith = (name: string, code: string) =>
    workbench.run(
      'site',
      'enrol',
      '--dir',
      consortium.siteDir(name),
      '--code',
      code,
      '--data',
      `${consortium.siteDir('north')}-data`,
    );

  it('a join code that was mistyped', async () => {
    const code = await consortium.invite('mistyped');
    const last = code.endsWith('A') ? 'B' : 'A';
    const result = await enrolWith('mistyped', code.slice(0, -1) + last);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/join code/i);
    expect(result.stderr).not.toMatch(/^\s+at /m);
  }, 60_000);

  it('a join code that was never given out', async () => {
    const real = decodeJoinCode(await consortium.invite('invented'));
    const result = await enrolWith(
      'invented',
      encodeJoinCode({ ...real, joinSecret: new Uint8Array(real.joinSecret.length).fill(7) }),
    );
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(/code/i);
  }, 60_000);

  it('a join code that was used before', async () => {
    const code = await consortium.invite('twice');
    expect((await enrolWith('twice', code)).code).toBe(0);
    const again = await enrolWith('twice-again', code);
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(/used/i);
  }, 60_000);

  it('a coordinator whose key is not the one in the join code', async () => {
    const real = decodeJoinCode(await consortium.invite('impostor'));
    const result = await enrolWith(
      'impostor',
      encodeJoinCode({ ...real, coordinatorKey: generateIdentity().publicKey }),
    );
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(/key/i);
  }, 60_000);

  it('a second coordinator on the same port', async () => {
    const { port } = new URL(
      (JSON.parse(await readFile(join(consortium.coordinatorDir, 'address.json'), 'utf8')) as { url: string }).url,
    );
    const dir = `${consortium.coordinatorDir}-second`;
    await workbench.must('coordinator', 'init', '--dir', dir, '--port', port);
    const result = await workbench.run('coordinator', 'start', '--dir', dir);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain(`port ${port}`);
    expect(result.stderr).not.toMatch(/^\s+at /m);
  }, 60_000);

  it('a site with too few patients: the run says which site and why', async () => {
    await consortium.enrol('small', 1, 6);
    consortium.startSite('small');
    const runId = await consortium.createRun(
      '--study',
      'too-few',
      '--rounds',
      '1',
      '--width',
      '1/32',
      '--size',
      '16',
      '--max-sites',
      '1',
      '--min-sites',
      '1',
      '--only',
      'small',
    );
    const reason = await eventually('the site to be dropped', 180_000, async () => {
      const view = await consortium.show(runId);
      return (
        view.rounds.flatMap(({ sites }) => sites.map((site) => site.reason)).find((text) => text !== null) ?? undefined
      );
    });
    expect(reason).toMatch(/too-few/);
    expect(reason).toMatch(/test/);
    // No other site can take its place: the run does not try again.
    const run = await eventually('the run to fail', 30_000, async () => {
      const view = await consortium.show(runId);
      return view.state === 'failed' ? view : undefined;
    });
    expect(run.rounds).toHaveLength(1);
    expect(run.note).toMatch(/small.*too-few/);
  }, 240_000);

  it('a site folder without its key', async () => {
    const code = await consortium.invite('keyless');
    expect((await enrolWith('keyless', code)).code).toBe(0);
    await rm(join(consortium.siteDir('keyless'), 'identity.key'));
    const result = await workbench.run('site', 'start', '--dir', consortium.siteDir('keyless'));
    expect(result.code).not.toBe(0);
    expect(result.stderr).toMatch(/identity\.key/);
  }, 60_000);

  it('a site configuration with an unknown setting', async () => {
    const code = await consortium.invite('unknown-setting');
    expect((await enrolWith('unknown-setting', code)).code).toBe(0);
    const path = join(consortium.siteDir('unknown-setting'), 'site.json');
    await writeFile(path, JSON.stringify({ ...(JSON.parse(await readFile(path, 'utf8')) as object), surprise: 1 }));
    const result = await workbench.run('site', 'start', '--dir', consortium.siteDir('unknown-setting'));
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/surprise/);
  }, 60_000);
});
