import { chown, mkdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunView } from '@mammofed/core';
import { CliError } from '../errors.js';
import { DEMO_DEFAULTS, DEMO_TIMING } from './defaults.js';
import type { OutFolder } from './out-folder.js';
import type { SpawnedCommands } from './spawned-commands.js';

const LISTENS_WITHIN_MS = 60_000;

export interface ConsortiumSettings {
  readonly out: OutFolder;
  readonly commands: SpawnedCommands;
  /** User and group id that the coordinator's commands run with; null: ours. */
  readonly coordinatorUser: number | null;
  /** How long the coordinator may take until it listens; a minute unless a test says otherwise. */
  readonly listensWithinMs?: number;
}

/** What the demo asks `run create` for, as it was typed; an option that is not here has that command's default. */
export interface RunRequest {
  readonly study: string;
  readonly model: string;
  readonly rounds: number;
  readonly epochs: number;
  readonly width: string;
  readonly size: number;
  readonly seed: number;
}

/** A coordinator and its sites, brought up by the commands that a person would type. */
export class DemoConsortium {
  readonly #out: OutFolder;
  readonly #commands: SpawnedCommands;
  readonly #user: number | null;
  readonly #listensWithinMs: number;

  constructor({ out, commands, coordinatorUser, listensWithinMs = LISTENS_WITHIN_MS }: ConsortiumSettings) {
    this.#out = out;
    this.#commands = commands;
    this.#user = coordinatorUser;
    this.#listensWithinMs = listensWithinMs;
  }

  /** @returns where the coordinator listens. */
  async startCoordinator(): Promise<string> {
    const dir = this.#out.coordinator;
    if (this.#user !== null) {
      await mkdir(dir, { mode: 0o700 });
      await chown(dir, this.#user, this.#user);
    }
    await this.#asCoordinator('coordinator-init', 'coordinator', 'init', '--name', 'MammoFed demo', '--port', '0');
    this.#commands.start('coordinator', ['coordinator', 'start', '--dir', dir], this.#user);
    const deadlineMs = Date.now() + this.#listensWithinMs;
    for (;;) {
      const url = await readFile(join(dir, 'address.json'), 'utf8').then(urlIn, () => null);
      if (url !== null) return url;
      if (Date.now() > deadlineMs) {
        throw new CliError(
          'timed-out',
          `The coordinator did not begin to listen within ${this.#listensWithinMs / 1000} s. Look at ${join(this.#out.logs, 'coordinator.log')}.`,
        );
      }
      await this.#commands.until(delay(100));
    }
  }

  /** Sites get their indices in the order in which they enrol. */
  async enrol(site: string, siteCount: number, permuteImagesSeed: number | null): Promise<void> {
    const invited = await this.#asCoordinator(`invite-${site}`, 'consortium', 'invite', site, '--json');
    const { code } = parsed<{ code: string }>(invited, 'consortium invite');
    const threads = Math.max(1, Math.floor(availableParallelism() / siteCount));
    const control = permuteImagesSeed === null ? [] : ['--permute-images-seed', String(permuteImagesSeed)];
    await this.#commands.run(`enrol-${site}`, [
      ...['site', 'enrol', '--dir', this.#out.siteDir(site), '--code', code, '--data', this.#out.siteData(site)],
      ...['--threads', String(threads), '--share-extremes', '--share-training-stats', ...control],
    ]);
  }

  startSite(site: string): void {
    this.#commands.start(site, ['site', 'start', '--dir', this.#out.siteDir(site)]);
  }

  /** @returns the run's id; it has begun. */
  async startRun({ study, model, rounds, epochs, width, size, seed }: RunRequest, siteCount: number): Promise<string> {
    const { batchSize, learningRate } = DEMO_DEFAULTS;
    const options = {
      study,
      model,
      rounds,
      epochs,
      width,
      size,
      seed,
      'batch-size': batchSize,
      'learning-rate': learningRate,
      // One site may fail and the run still ends.
      'min-sites': Math.max(1, siteCount - 1),
      'max-sites': siteCount,
      'select-ms': DEMO_TIMING.selectMs,
      'stall-ms': DEMO_TIMING.stallMs,
      'evaluation-ms': DEMO_TIMING.evaluationMs,
    };
    const typed = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const created = await this.#asCoordinator('run-create', 'run', 'create', ...typed, '--json');
    const { runId } = parsed<{ runId: string }>(created, 'run create');
    await this.#asCoordinator('run-start', 'run', 'start', runId);
    return runId;
  }

  /** Shows the run live on this terminal until it has ended. @param stream - 1 or 2: where to. */
  async watch(runId: string, stream: 1 | 2): Promise<void> {
    await this.#commands.show(['run', 'watch', runId, '--dir', this.#out.coordinator], stream, this.#user);
  }

  async show(runId: string): Promise<RunView> {
    return parsed(await this.#asCoordinator('run-show', 'run', 'show', runId, '--json'), 'run show');
  }

  #asCoordinator(name: string, ...args: string[]): Promise<string> {
    return this.#commands.run(name, [...args, '--dir', this.#out.coordinator], this.#user);
  }
}

function urlIn(text: string): string | null {
  try {
    return (JSON.parse(text) as { url: string }).url;
  } catch {
    return null;
  }
}

function parsed<T>(text: string, command: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    throw new CliError(
      'process-failed',
      `mammofed ${command} did not answer in JSON. Are all parts of one version? Run: npm run setup`,
      {},
      error,
    );
  }
}
