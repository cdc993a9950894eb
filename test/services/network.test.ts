import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certify, makeAuthority, type Certified } from '../support/authority.js';
import { FaultBench } from '../support/fault-bench.js';
import { Workbench } from '../support/processes.js';
import { Squid, WAYS, type Way } from '../support/squid.js';
import { TlsTerminator } from '../support/tls-terminator.js';

/** Known to the proxy alone, as an outside name often is in a hospital. */
const HOST = 'coordinator.test';
const STUDY = 'a-study-that-only-sites-and-coordinator-know';
const PASSWORD = 'open sesame';

describe('a round over a hospital’s network', () => {
  const workbench = new Workbench();
  let dir: string;
  let consortiumCa: Certified;
  let hospitalCa: Certified;
  let terminator: TlsTerminator;
  let squid: Squid;
  let bench: FaultBench;
  let url: string;

  beforeAll(async () => {
    dir = join(await workbench.dir(), 'network');
    await mkdir(dir);
    await chmod(await workbench.dir(), 0o755);
    consortiumCa = await makeAuthority(dir, 'consortium', 'Consortium CA');
    hospitalCa = await makeAuthority(dir, 'hospital', 'Hospital Inspection CA');
    bench = await FaultBench.start(workbench, WAYS, STUDY);
    terminator = await TlsTerminator.start(bench.consortium.port, await certify(dir, HOST, consortiumCa));
    squid = await Squid.start({
      dir: join(dir, 'squid'),
      inspector: hospitalCa,
      trusts: consortiumCa.certificate,
      user: 'mammofed',
      password: PASSWORD,
      hosts: [HOST],
      forbidden: 'forbidden.test',
    });
    url = `https://${HOST}:${terminator.port}`;
    await writeFile(join(dir, 'password'), PASSWORD, { mode: 0o600 });
  }, 300_000);
  afterAll(async () => {
    await workbench.end();
    await squid?.stop();
    await terminator?.close();
  });

  const networkOf = (way: Way): object =>
    way === 'password'
      ? {
          proxy: { url: squid.url(way), user: 'mammofed', passwordFile: join(dir, 'password') },
          caFile: consortiumCa.certificate,
        }
      : { proxy: { url: squid.url(way) }, caFile: hospitalCa.certificate };

  /** What the doctor says on the way to the coordinator: `green`, `untried` or a red line's code, by the line's subject. */
  async function doctor(...options: string[]): Promise<{ code: number | null; found: Record<string, string> }> {
    const { code, stdout, stderr } = await workbench.run('site', 'doctor', ...options, '--engine', 'cpu', '--json');
    expect(stdout + stderr).not.toContain(PASSWORD);
    const { lines } = JSON.parse(stdout) as {
      lines: { subject: string; state: string; code: string; found: string }[];
    };
    const told = lines.map((line) => [line.subject, line.state === 'red' ? line.code : line.state] as const);
    const tls = lines.find(({ subject }) => subject === 'tls')?.found ?? '';
    return { code, found: { ...Object.fromEntries(told), issuer: /“(.*?)”/.exec(tls)?.[1] ?? '' } };
  }

  it('is told by the doctor for what it is, before a site is enrolled', async () => {
    const at = (way: Way): string[] => ['--url', url, '--proxy', squid.url(way)];
    const trusting = (authority: Certified): string[] => ['--ca-file', authority.certificate];
    const way = { dns: 'green', proxy: 'green', tls: 'green', coordinator: 'green', clock: 'green' };
    const open = { ...way, websocket: 'green', polling: 'green', bandwidth: 'green' };
    const user = ['--proxy-user', 'mammofed', '--proxy-password-file', join(dir, 'password')];

    const withPassword = await doctor(...at('password'), ...user, ...trusting(consortiumCa));
    expect(withPassword.found).toMatchObject({ ...open, issuer: 'Consortium CA' });
    const inspected = await doctor(...at('inspected'), ...trusting(hospitalCa));
    expect(inspected.found).toMatchObject({ ...open, issuer: 'Hospital Inspection CA' });
    const polling = await doctor(...at('polling'), ...trusting(hospitalCa));
    expect(polling).toMatchObject({ code: 0, found: { ...open, websocket: 'websocket-blocked' } });

    const withoutPassword = await doctor(...at('password'), ...trusting(consortiumCa));
    expect(withoutPassword).toMatchObject({ code: 1, found: { proxy: 'proxy-wants-password', tls: 'untried' } });
    const untrusted = await doctor(...at('inspected'), ...trusting(consortiumCa));
    const named = { tls: 'untrusted-certificate', issuer: 'Hospital Inspection CA' };
    expect(untrusted).toMatchObject({ code: 1, found: named });
    const forbidden = await doctor(
      '--url',
      'https://forbidden.test',
      '--proxy',
      squid.url('polling'),
      ...trusting(hospitalCa),
    );
    expect(forbidden).toMatchObject({ code: 1, found: { coordinator: 'proxy-refuses-host' } });
  }, 600_000);

  it('is trained through CONNECT with a password, under a proxy that reads TLS, and by long polling', async () => {
    for (const way of WAYS) {
      await bench.consortium.connectOver(way, url, networkOf(way));
      bench.startSite(way);
    }
    await bench.connected(...WAYS).catch((error: unknown) => {
      throw new Error(
        `${String(error)}\n${WAYS.map((way) => bench.site(way).stdout + bench.site(way).stderr).join('\n')}`,
      );
    });
    const options = ['--study', STUDY, '--rounds', '1', '--min-sites', '3', '--width', '1/32', '--size', '32'];
    const view = await bench.completed(await bench.consortium.createRun(...options, '--seed', '3'));
    expect(view).toMatchObject({ state: 'completed' });
    for (const way of WAYS) {
      expect(bench.site(way).stderr).toContain(`"transport":"${way === 'polling' ? 'polling' : 'websocket'}"`);
      expect(bench.site(way).stdout).not.toContain(PASSWORD);
      expect(bench.site(way).stderr).not.toContain(PASSWORD);
    }
    const log = await squid.accessLog();
    // Within TLS, which two of its ports read: paths of socket.io, and nothing of the study.
    expect(log).toMatch(/ GET https:\/\/coordinator\.test:\d+\/socket\.io\//);
    const { seen } = terminator;
    expect(seen.includes('frame')).toBe(true);
    expect(seen.includes(STUDY)).toBe(false);
  }, 300_000);
});
