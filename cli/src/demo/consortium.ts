import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { OWN_MODEL, type RunConfig, type RunView } from '@mammofed/core';
import { CliError } from '../errors.js';
import { typedRunOptions } from '../run-settings.js';
import type { OutFolder } from './out-folder.js';
import type { SpawnedCommands } from './spawned-commands.js';

const LISTENS_WITHIN_MS = 180_000;
/** How long a site may take until it is connected and was told of a run. */
const OFFERED_WITHIN_SECONDS = 180;

export interface ConsortiumSettings {
  readonly out: OutFolder;
  readonly commands: SpawnedCommands;
  /** User and group id that the coordinator's commands run with; null: ours. */
  readonly coordinatorUser: number | null;
  /** How long the coordinator may take until it listens; a minute unless a test says otherwise. */
  readonly listensWithinMs?: number;
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

  /** Makes the coordinator's folder. @param port - where it will listen, also when it is started again. */
  async makeCoordinator(port: number): Promise<void> {
    const dir = this.#out.coordinator;
    if (this.#user !== null) {
      await mkdir(dir, { mode: 0o700 });
      await chown(dir, this.#user, this.#user);
    }
    const options = ['--name', 'MammoFed demo', '--port', String(port)];
    await this.#asCoordinator('coordinator-init', 'coordinator', 'init', ...options);
  }

  /** @returns where the coordinator listens. */
  async startCoordinator(): Promise<string> {
    const dir = this.#out.coordinator;
    // What an earlier one left says where that one listened.
    await rm(join(dir, 'address.json'), { force: true });
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

  /** Makes the root, whose key stays with the administrator. */
  async makeRoot(): Promise<void> {
    await this.#asAdministrator('consortium-init', 'init', '--no-passphrase');
  }

  /** Invites, enrols and approves a site. Sites get their indices in the order in which they enrol. */
  async enrol(site: string, threads: number, permuteImagesSeed: number | null): Promise<void> {
    const invited = await this.#asAdministrator(`invite-${site}`, 'invite', site, '--json');
    const { code } = parsed<{ code: string }>(invited, 'consortium invite');
    const control = permuteImagesSeed === null ? [] : ['--permute-images-seed', String(permuteImagesSeed)];
    const enrolled = await this.#commands.run(`enrol-${site}`, [
      ...['site', 'enrol', '--dir', this.#out.siteDir(site), '--code', code, '--data', this.#out.siteData(site)],
      // What it shows is published bit for bit, and its sites share this machine.
      ...['--engine', 'cpu', '--threads', String(threads), '--share-extremes', '--share-training-stats', ...control],
      // Sealed mode is allowed by name alone; what a site trains alone needs it.
      ...['--modes', 'secure,sealed'],
      '--json',
    ]);
    // Where there are two people, one reads it aloud.
    const { fingerprint } = parsed<{ fingerprint: string }>(enrolled, 'site enrol');
    await this.#asAdministrator(`approve-${site}`, 'approve', site, '--fingerprint', fingerprint);
  }

  startSite(site: string): void {
    this.#commands.start(site, ['site', 'start', '--dir', this.#out.siteDir(site)]);
  }

  /** @returns the run's id; it is described and has not begun. */
  async createRun(config: RunConfig): Promise<string> {
    const create = async (ownModelFile?: string): Promise<string> => {
      const options = typedRunOptions(config, ownModelFile);
      const created = await this.#asCoordinator('run-create', 'run', 'create', ...options, '--json');
      return parsed<{ runId: string }>(created, 'run create').runId;
    };
    const { model } = config;
    return model.name === OWN_MODEL ? withFileOf(model.topology, create) : create();
  }

  /** What the operator of each site does who looked at the study and finds it good; the sites have to be started. */
  async approve(sites: readonly string[], study: string, runId: string): Promise<void> {
    const words = ['site', 'policy', 'approve', study, '--run', runId, '--wait', String(OFFERED_WITHIN_SECONDS)];
    for (const site of sites) {
      await this.#commands.run(`policy-approve-${site}`, [...words, '--dir', this.#out.siteDir(site)]);
    }
  }

  async startRun(runId: string): Promise<void> {
    await this.#asCoordinator('run-start', 'run', 'start', runId);
  }

  async show(runId: string): Promise<RunView> {
    return parsed(await this.#asCoordinator('run-show', 'run', 'show', runId, '--json'), 'run show');
  }

  #asAdministrator(name: string, ...args: string[]): Promise<string> {
    const { consortium, coordinator } = this.#out;
    return this.#commands.run(name, ['consortium', ...args, '--root', consortium, '--dir', coordinator]);
  }

  #asCoordinator(name: string, ...args: string[]): Promise<string> {
    return this.#commands.run(name, [...args, '--dir', this.#out.coordinator], this.#user);
  }
}

/** Runs `use` with a file of a study's own network, which the coordinator's user may read too. */
async function withFileOf<T>(topology: object, use: (path: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'mammofed-network-'));
  try {
    await chmod(dir, 0o755);
    const path = join(dir, 'model.json');
    await writeFile(path, JSON.stringify(topology), { mode: 0o644 });
    return await use(path);
  } finally {
    await rm(dir, { recursive: true, force: true });
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
