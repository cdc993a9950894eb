import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunView } from '@mammofed/core';
import { writePhantomDataset, type Layout } from '@mammofed/imaging';
import { childrenOf, killAtOnce } from './process-tree.js';
import { eventually, freePort, readJson, type MammofedProcess, type Workbench } from './processes.js';

/** A coordinator and enrolled sites, as real processes in folders of their own. */
export class Consortium {
  readonly coordinatorDir: string;
  /** The administrator's: root key and roster. */
  readonly rootDir: string;
  /** The same over all its starts. */
  readonly port: number;
  readonly #workbench: Workbench;
  readonly #root: string;
  #coordinator: MammofedProcess | null = null;
  readonly #started = new Set<string>();

  private constructor(workbench: Workbench, root: string, port: number) {
    this.#workbench = workbench;
    this.#root = root;
    this.port = port;
    this.coordinatorDir = join(root, 'coordinator');
    this.rootDir = join(root, 'root');
  }

  static async start(workbench: Workbench): Promise<Consortium> {
    const port = await freePort();
    const consortium = new Consortium(workbench, await workbench.dir(), port);
    await workbench.must('coordinator', 'init', '--dir', consortium.coordinatorDir, '--port', String(port));
    await consortium.startCoordinator();
    await consortium.administer('init', '--no-passphrase');
    return consortium;
  }

  /** Starts the coordinator, or starts it again. @returns when it listens. */
  async startCoordinator(): Promise<void> {
    const coordinator = this.#workbench.start('coordinator', 'start', '--dir', this.coordinatorDir);
    this.#coordinator = coordinator;
    await eventually('the coordinator to listen', 120_000, async () => {
      if (coordinator.child.exitCode !== null)
        throw new Error(`the coordinator ended: ${coordinator.stdout}${coordinator.stderr}`);
      // What a killed one left says nothing about this one.
      if (!coordinator.stderr.includes('"coordinator listens"')) return undefined;
      return readJson(join(this.coordinatorDir, 'address.json'));
    });
  }

  /** `kill -9`, in the moment of the call. @returns when it is gone. */
  async killCoordinator(): Promise<void> {
    this.#coordinator?.signalGroup('SIGKILL');
    await this.#coordinator?.finished;
  }

  /** What the coordinator that runs now, or ran last, has logged. */
  get coordinatorLog(): string {
    return this.#coordinator?.stderr ?? '';
  }

  siteDir(name: string): string {
    return join(this.#root, name);
  }

  /** What the administrator types after `mammofed consortium`. @returns its answer in JSON. */
  async administer(...words: string[]): Promise<Record<string, unknown>> {
    const folders = ['--root', this.rootDir, '--dir', this.coordinatorDir];
    const { stdout } = await this.#workbench.must('consortium', ...words, ...folders, '--json');
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  async invite(name: string): Promise<string> {
    return (await this.administer('invite', name))['code'] as string;
  }

  /**
   * Writes a phantom data set, and enrols and approves a site with it.
   * @param study - given: the patients are numbered so that each part of this study's split has enough of them.
   * @param layout - given: the folder has this layout beside its own, and the site is told to take it.
   */
  async enrol(
    name: string,
    siteIndex: number,
    patients = 80,
    study?: string,
    layout?: { readonly name: Layout; readonly make: (dir: string) => Promise<void> },
  ): Promise<void> {
    const data = join(this.#root, `${name}-data`);
    const phantoms = { patients, imagesPerPatient: 1, size: 96, seed: 1, siteIndex };
    await writePhantomDataset({ dir: data, ...phantoms, ...(study === undefined ? {} : { study }) });
    await layout?.make(data);
    await this.enrolWith(name, data, ...(layout === undefined ? [] : ['--layout', layout.name]));
  }

  /** Enrols and approves a site with a folder of its own. */
  async enrolWith(name: string, data: string, ...options: string[]): Promise<void> {
    const code = await this.invite(name);
    const { stdout } = await this.#workbench.must(
      ...['site', 'enrol', '--dir', this.siteDir(name), '--code', code, '--data', data],
      ...['--engine', 'cpu', '--threads', '1', '--share-extremes', '--share-training-stats'],
      // Sealed mode is allowed by name alone.
      ...['--modes', 'secure,sealed', ...options, '--json'],
    );
    const { fingerprint } = JSON.parse(stdout) as { fingerprint: string };
    await this.administer('approve', name, '--fingerprint', fingerprint);
  }

  /**
   * Has a site, which must not run, connect to another address than it was enrolled with.
   * @param network - the section of `site.json`, if it is to change.
   */
  async connectOver(name: string, url: string, network?: object): Promise<void> {
    const path = join(this.siteDir(name), 'site.json');
    const config = JSON.parse(await readFile(path, 'utf8')) as { coordinator: object; network: object };
    const changed = { coordinator: { ...config.coordinator, url }, network: network ?? config.network };
    await writeFile(path, JSON.stringify({ ...config, ...changed }));
  }

  /** @param options - more words for `site start`. */
  startSite(name: string, ...options: string[]): MammofedProcess {
    this.#started.add(name);
    return this.#workbench.start('site', 'start', '--dir', this.siteDir(name), ...options);
  }

  /** What the operators of sites that run do who find a run's study good. @returns when the agents know. */
  async approve(names: readonly string[], runId: string): Promise<void> {
    const { study } = (await this.show(runId)).config;
    const words = ['site', 'policy', 'approve', study, '--run', runId, '--wait', '120'];
    await Promise.all(names.map((name) => this.#workbench.must(...words, '--dir', this.siteDir(name))));
  }

  /** Creates a run, in mode sealed unless the options name one. @returns its id. */
  async describeRun(...options: string[]): Promise<string> {
    const mode = options.includes('--mode') ? [] : ['--mode', 'sealed'];
    const words = ['--dir', this.coordinatorDir, ...mode, ...options, '--json'];
    const created = await this.#workbench.must('run', 'create', ...words);
    return (JSON.parse(created.stdout) as { runId: string }).runId;
  }

  /** Creates a run, has it approved at the sites that were started and may take part, and starts it. @returns its id. */
  async createRun(...options: string[]): Promise<string> {
    const runId = await this.describeRun(...options);
    const { quorum } = (await this.show(runId)).config;
    const mayTakePart = [...this.#started].filter((name) => quorum.sites?.includes(name) ?? true);
    await this.approve(mayTakePart, runId);
    await this.#workbench.must('run', 'start', runId, '--dir', this.coordinatorDir);
    return runId;
  }

  async show(runId: string): Promise<RunView> {
    const { stdout } = await this.#workbench.must('run', 'show', runId, '--dir', this.coordinatorDir, '--json');
    return JSON.parse(stdout) as RunView;
  }
}

/**
 * `kill -9` of a site's agent alone: its trainer has to notice by itself.
 * @returns the trainer, if there was one, when the agent is gone.
 */
export async function killAgent(site: MammofedProcess): Promise<number[]> {
  const agents = await childrenOf(site.pid);
  const trainers = (await Promise.all(agents.map(childrenOf))).flat();
  for (const pid of agents) killAtOnce(pid);
  await site.finished;
  return trainers;
}

/** `kill -9` of a site's trainer alone. @returns whether there was one. */
export async function killTrainer(site: MammofedProcess): Promise<boolean> {
  const agents = await childrenOf(site.pid);
  const trainers = (await Promise.all(agents.map(childrenOf))).flat();
  return trainers.map(killAtOnce).some((wasThere) => wasThere);
}
