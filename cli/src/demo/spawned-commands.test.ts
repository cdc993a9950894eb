import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CliError } from '../errors.js';
import { SpawnedCommands } from './spawned-commands.js';

/** A program of many manners, in place of mammofed. */
const SCRIPT = `
  const [manner, file] = process.argv.slice(2);
  const { appendFileSync } = require('node:fs');
  if (manner === 'say') { console.log('said'); console.error('whispered'); }
  if (manner === 'fail') { console.error('it is broken'); process.exitCode = 3; }
  if (manner === 'serve' || manner === 'stubborn') {
    process.on('SIGTERM', () => {
      appendFileSync(file, manner + ' asked\\n');
      if (manner === 'serve') process.exit(0);
    });
    setInterval(() => {}, 1000);
    appendFileSync(file, process.pid + '\\n');
  }
`;

let dir: string;
let asked: AbortController;
let commands: SpawnedCommands;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mammofed-spawn-'));
  await writeFile(join(dir, 'script.cjs'), SCRIPT);
  asked = new AbortController();
  commands = new SpawnedCommands({
    logsDir: dir,
    cwd: dir,
    signal: asked.signal,
    script: join(dir, 'script.cjs'),
    graceMs: 300,
  });
});

afterEach(async () => {
  await commands.stopAll();
  await rm(dir, { recursive: true, force: true });
});

async function linesOf(file: string, count: number): Promise<string[]> {
  for (;;) {
    const lines = (await readFile(join(dir, file), 'utf8').catch(() => '')).trimEnd().split('\n');
    if (lines.length >= count && lines[0] !== '') return lines;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function isThere(pid: string | undefined): boolean {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}

describe('SpawnedCommands', () => {
  it('gives the output of a command that did its work, and keeps its errors in a log', async () => {
    expect(await commands.run('one', ['say'])).toBe('said\n');
    expect(await readFile(join(dir, 'one.log'), 'utf8')).toBe('whispered\n');
  });

  it('says which command failed, with its last lines', async () => {
    const error = await commands.run('enrol-north', ['fail']).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CliError);
    expect((error as CliError).code).toBe('process-failed');
    expect((error as CliError).message).toMatch(
      /^enrol-north ended with exit code 3\. Its last lines:\n {2}\| it is broken\n/,
    );
  });

  it('stops waiting when a command that had to go on ends, and says which', async () => {
    commands.start('coordinator', ['fail']);
    const error = await commands.until(new Promise(() => undefined)).catch((reason: unknown) => reason);
    expect((error as CliError).message).toMatch(
      /^coordinator ended with exit code 3 although it had to go on\. .*\n.*it is broken/,
    );
    expect(() => commands.start('site-1', ['serve'])).toThrow(/coordinator/);
  });

  it('stops the newest first, and insists where asking does not help', async () => {
    commands.start('first', ['serve', join(dir, 'seen')]);
    await linesOf('seen', 1);
    commands.start('second', ['stubborn', join(dir, 'seen')]);
    const [first, second] = await linesOf('seen', 2);
    await commands.stopAll();
    expect((await linesOf('seen', 4)).slice(2)).toEqual(['stubborn asked', 'serve asked']);
    expect([isThere(first), isThere(second)]).toEqual([false, false]);
    expect(commands.signal.aborted).toBe(false);
  });

  it('gives the reason of a request to stop to whoever waits', async () => {
    commands.start('first', ['serve', join(dir, 'seen')]);
    const waiting = commands.until(new Promise(() => undefined));
    asked.abort(new CliError('interrupted', 'stopped', { signal: 'SIGINT' }));
    await expect(waiting).rejects.toMatchObject({ code: 'interrupted' });
  });
});
