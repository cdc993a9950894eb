import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminServer, json } from './admin-server.test-support.js';
import { readArguments } from './command-line.js';
import { COMMANDS } from './commands/index.js';
import { DemoConsortium } from './demo/consortium.js';
import { makeOutFolder, openOutFolder } from './demo/out-folder.js';
import { SpawnedCommands } from './demo/spawned-commands.js';
import { completedRun, RecordedScreen } from './run-view.test-support.js';
import { runWorkbench } from './workbench/workbench-process.js';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mammofed-failures-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Somebody presses Ctrl-C while the first words are on the screen. */
class InterruptedScreen extends RecordedScreen {
  override readonly print = (line: string): void => {
    this.printed.push(line);
    if (this.printed.length === 1) process.emit('SIGINT', 'SIGINT');
  };
}

/** A command as `mammofed` runs it, but with its failure as it is. */
async function typed(words: string, argv: readonly string[], screen = new RecordedScreen()): Promise<number> {
  const command = COMMANDS.find((known) => known.words.join(' ') === words);
  if (command === undefined) throw new Error(`there is no command ${words}`);
  return command.run(readArguments(command, argv), screen);
}

describe('a command fails', () => {
  it('where an application was not built', async () => {
    // What `npm install` alone leaves: the packages are linked, and only this one was compiled.
    const packages = join(dir, 'node_modules', '@mammofed');
    await mkdir(join(packages, 'coordinator'), { recursive: true });
    for (const name of ['package.json', 'dist']) {
      await cp(join(CHECKOUT, 'cli', name), join(packages, 'cli', name), { recursive: true });
    }
    await cp(join(CHECKOUT, 'coordinator', 'package.json'), join(packages, 'coordinator', 'package.json'));
    await symlink(join(CHECKOUT, 'libs', 'core'), join(packages, 'core'));
    const script = `
      import { applicationFile } from ${JSON.stringify(join(packages, 'cli', 'dist', 'applications.js'))};
      try { applicationFile('coordinator'); } catch (error) { console.log(error.code); }
    `;
    const { stdout: code } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(code.trim()).toBe('not-built');
  });

  it('when the run that it watches fails', async () => {
    const server = await AdminServer.start();
    server.answer = json(200, completedRun({ state: 'failed', note: 'round 1 was abandoned 5 times' }));
    await expect(typed('run watch', ['run-1', '--dir', server.dir])).rejects.toMatchObject({
      code: 'run-failed',
      message: expect.stringContaining('abandoned 5 times'),
    });
    await server.end();
  });

  it('when it is interrupted, and leaves nothing running', async () => {
    const screen = new InterruptedScreen();
    const before = process.listenerCount('SIGINT');
    await expect(typed('demo', ['--out', join(dir, 'out'), '--sites', '2'], screen)).rejects.toMatchObject({
      code: 'interrupted',
      context: { signal: 'SIGINT' },
    });
    expect(process.listenerCount('SIGINT')).toBe(before);
  }, 60_000);
});

describe('the workbench', () => {
  it('says that it cannot use what it was given, in words of its own', async () => {
    await expect(runWorkbench({ kind: 'surprise' }, new RecordedScreen())).rejects.toMatchObject({
      code: 'workbench-refused',
    });
  }, 60_000);
});

describe('the demo', () => {
  it('goes on in no folder but a demo’s', async () => {
    await expect(openOutFolder(dir)).rejects.toMatchObject({ code: 'nothing-to-resume' });
  });

  it('does not wait for ever for a coordinator that does not listen', async () => {
    const script = join(dir, 'mammofed.cjs');
    await writeFile(script, "if (process.argv[3] === 'start') setInterval(() => {}, 1000);");
    const out = await makeOutFolder(join(dir, 'out'), undefined, false);
    const { signal } = new AbortController();
    const commands = new SpawnedCommands({ logsDir: out.logs, cwd: out.dir, signal, script, graceMs: 300 });
    const consortium = new DemoConsortium({ out, commands, coordinatorUser: null, listensWithinMs: 300 });
    await expect(consortium.startCoordinator()).rejects.toMatchObject({ code: 'timed-out' });
    await commands.stopAll();
  }, 60_000);
});
