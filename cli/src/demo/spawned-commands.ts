import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CliError, signalOfExitCode } from '../errors.js';
import { printable } from '../screen.js';

const MAMMOFED = fileURLToPath(new URL('../../bin/mammofed.js', import.meta.url));
const GRACE_MS = 10_000;
const SHOWN_LINES = 12;
const isWindows = process.platform === 'win32';

export interface SpawnSettings {
  readonly logsDir: string;
  /** Working folder of the programs. */
  readonly cwd: string;
  /** Aborted when the person asks to stop. */
  readonly signal: AbortSignal;
  /** The program that Node runs; `mammofed` unless a test says otherwise. */
  readonly script?: string;
  /** How long a program may take to stop in good order. */
  readonly graceMs?: number;
}

interface Spawned {
  readonly child: ChildProcess;
  readonly ended: Promise<string>;
}

/**
 * The `mammofed` commands that a demo runs, as a person would in many terminals, and the promise that none outlives it.
 * Each has a process group of its own: a Ctrl-C reaches this process alone, which then stops them in the right order. And
 * each has a channel to this process, whose end tells it to stop, so that even a killed demo leaves nothing behind.
 */
export class SpawnedCommands {
  readonly #settings: SpawnSettings;
  readonly #spawned: Spawned[] = [];
  readonly #died = new AbortController();
  #isStopping = false;
  readonly #onExit = (): void => this.killAll();
  /** Aborted when the person asks to stop or a program that had to go on ended; the reason is the CliError to show. */
  readonly signal: AbortSignal;

  constructor(settings: SpawnSettings) {
    this.#settings = settings;
    this.signal = AbortSignal.any([settings.signal, this.#died.signal]);
    process.on('exit', this.#onExit);
  }

  /** Starts a command that has to go on until `stopAll`. Its output goes to logs/NAME.log. */
  start(name: string, args: readonly string[], user: number | null = null): void {
    const log = this.#openLog(name);
    const spawned = this.#spawn(args, ['ignore', log, log, 'ipc'], user);
    closeSync(log);
    void spawned.ended.then(async (how) => {
      if (!this.#isStopping) this.#died.abort(await this.#failure(name, `${how} although it had to go on`));
    });
  }

  /**
   * Runs a command to its end.
   * @returns its standard output.
   * @throws CliError `process-failed` with its last lines; the reason of `signal`.
   */
  async run(name: string, args: readonly string[], user: number | null = null): Promise<string> {
    const log = this.#openLog(name);
    const { child, ended } = this.#spawn(args, ['ignore', 'pipe', log, 'ipc'], user);
    closeSync(log);
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
    const how = await this.until(ended);
    if (how !== FINE) throw await this.#failure(name, how, output);
    return output;
  }

  /** Runs a command whose output is for this screen: its standard output goes to our stream 1 or 2. */
  async show(args: readonly string[], stream: 1 | 2, user: number | null = null): Promise<boolean> {
    const { ended } = this.#spawn(args, ['ignore', stream, 2, 'ipc'], user);
    return (await this.until(ended)) === FINE;
  }

  /** Waits for a promise, but no longer than everything is well. @throws the reason of `signal`. */
  until<T>(promise: Promise<T>): Promise<T> {
    const { signal } = this;
    return new Promise<T>((resolve, reject) => {
      const stop = (): void => reject(signal.reason as Error);
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
  }

  /** Stops everything, the newest first: asks, waits a while, then insists. */
  async stopAll(): Promise<void> {
    this.#isStopping = true;
    for (const { child, ended } of [...this.#spawned].reverse()) {
      if (!isRunning(child)) continue;
      child.kill('SIGTERM');
      await Promise.race([ended, delay(this.#settings.graceMs ?? GRACE_MS, null, { ref: false })]);
      if (isRunning(child)) killGroup(child);
      await ended;
    }
    process.off('exit', this.#onExit);
  }

  /** Ends everything at once, without waiting. */
  killAll(): void {
    this.#isStopping = true;
    for (const { child } of this.#spawned) if (isRunning(child)) killGroup(child);
  }

  #openLog(name: string): number {
    return openSync(join(this.#settings.logsDir, `${name}.log`), 'a', 0o600);
  }

  #spawn(args: readonly string[], stdio: StdioOptions, user: number | null): Spawned {
    this.signal.throwIfAborted();
    const { cwd, script = MAMMOFED } = this.#settings;
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      stdio,
      // On Windows it would open a window, and there are no groups.
      detached: !isWindows,
      ...(user === null ? {} : { uid: user, gid: user }),
    });
    const ended = new Promise<string>((resolve) => {
      child.on('error', (error) => resolve(`could not be started (${error.message})`));
      // At once, while the number is certainly still its group's: what it started itself goes with it.
      child.on('exit', () => killGroup(child));
      child.on('close', (code, signal) => {
        // The command passes on how the application that it runs was ended.
        const endedBy = signal ?? signalOfExitCode(code ?? 0);
        if (code === 0) resolve(FINE);
        else resolve(endedBy === null ? `ended with exit code ${code}` : `was ended by ${endedBy}`);
      });
    });
    const spawned = { child, ended };
    this.#spawned.push(spawned);
    return spawned;
  }

  async #failure(name: string, how: string, output = ''): Promise<CliError> {
    const path = join(this.#settings.logsDir, `${name}.log`);
    const text = output + (await readFile(path, 'utf8').catch(() => ''));
    const lines = text.trimEnd().split('\n').slice(-SHOWN_LINES).map(printable);
    const said =
      text.trim() === '' ? ' It said nothing.' : ` Its last lines:\n${lines.map((line) => `  | ${line}`).join('\n')}`;
    return new CliError('process-failed', `${name} ${how}.${said}\nThe whole log: ${path}`, { name });
  }
}

/** How a command that did its work ended. */
const FINE = 'ended';

function isRunning({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}

/** Kills a program and all that it started, as far as they are still there. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (isWindows) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // No such group: nothing is left of it.
  }
}
