import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..', '..');
/** The command line's entry. */
export const MAMMOFED = join(ROOT, 'cli', 'bin', 'mammofed.js');

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A started `mammofed` command and what it has printed so far. */
export class MammofedProcess {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  stdout = '';
  stderr = '';

  /**
   * @param checkoutAt - given: an empty folder where the command, and what it starts, sees the checkout (root alone).
   * @param within - given: the words of a command that starts it elsewhere, as in a network of its own.
   */
  constructor(args: readonly string[], checkoutAt: string | null, within: readonly string[] = []) {
    const [command = '', ...rest] =
      checkoutAt === null
        ? [...within, process.execPath, MAMMOFED, ...args]
        : [...within, ...seenAt(checkoutAt), process.execPath, join(checkoutAt, relative(ROOT, MAMMOFED)), ...args];
    // Its own process group: a test that fails half-way still ends everything that the command started.
    this.child = spawn(command, rest, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.finished = new Promise((resolve) =>
      this.child.on('close', (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr })),
    );
  }

  get pid(): number {
    return this.child.pid as number;
  }

  /** Sends `signal` to the command and all that it started. */
  signalGroup(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/**
 * A mount that only the command's own processes see. The folders above a checkout may be closed to other users; those
 * above `path` are not.
 */
function seenAt(path: string): string[] {
  return ['unshare', '--mount', 'sh', '-c', 'mount --bind "$0" "$1" && shift && exec "$@"', ROOT, path];
}

/** Everything that one test file starts; `end` leaves nothing behind. */
export class Workbench {
  readonly #started: MammofedProcess[] = [];
  #dir: string | null = null;
  /** Where the commands started from now on see the checkout; null: where it is. */
  checkoutAt: string | null = null;
  /** What comes before the words of the commands started from now on. */
  within: readonly string[] = [];

  async dir(): Promise<string> {
    this.#dir ??= await mkdtemp(join(tmpdir(), 'mammofed-test-'));
    return this.#dir;
  }

  start(...args: string[]): MammofedProcess {
    const started = new MammofedProcess(args, this.checkoutAt, this.within);
    this.#started.push(started);
    return started;
  }

  /** Runs a command to its end. */
  run(...args: string[]): Promise<Finished> {
    return this.start(...args).finished;
  }

  /** Runs a command that has to succeed. */
  async must(...args: string[]): Promise<Finished> {
    const result = await this.run(...args);
    if (result.code !== 0) {
      throw new Error(`mammofed ${args.join(' ')} ended with ${result.code}\n${result.stdout}\n${result.stderr}`);
    }
    return result;
  }

  async end(): Promise<void> {
    for (const started of this.#started) started.signalGroup('SIGKILL');
    await Promise.all(this.#started.map((started) => started.finished));
    if (this.#dir !== null) await rm(this.#dir, { recursive: true, force: true });
  }
}

/** Polls until `probe` gives something; fails with `what` after `timeoutMs`. */
export async function eventually<T>(
  what: string,
  timeoutMs: number,
  probe: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await delay(50);
  }
}

export async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** A loopback port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
