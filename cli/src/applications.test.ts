import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runInForeground } from './applications.js';

let dir: string;
let script: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mammofed-application-'));
  script = join(dir, 'application.cjs');
  await writeFile(
    script,
    `const [how] = process.argv.slice(2);
     if (how === 'killed') process.kill(process.pid, 'SIGKILL');
     else process.exitCode = how === 'channel' ? (process.connected ? 7 : 8) : Number(how);`,
  );
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('runInForeground', () => {
  it('gives the application’s own exit code', async () => {
    expect(await runInForeground(script, ['0'])).toBe(0);
    expect(await runInForeground(script, ['2'])).toBe(2);
  });

  it('gives what shells give for a signal', async () => {
    expect(await runInForeground(script, ['killed'])).toBe(process.platform === 'win32' ? 1 : 137);
  });

  it('keeps a channel to it, whose end tells it to stop', async () => {
    expect(await runInForeground(script, ['channel'])).toBe(7);
  });

  it('leaves no listener behind', async () => {
    const before = process.listenerCount('SIGTERM');
    await runInForeground(script, ['0']);
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});
