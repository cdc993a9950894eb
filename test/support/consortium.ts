import { join } from 'node:path';
import type { RunView } from '@mammofed/core';
import { writePhantomDataset } from '@mammofed/imaging';
import { eventually, freePort, readJson, type MammofedProcess, type Workbench } from './processes.js';

/** A coordinator and enrolled sites, as real processes in folders of their own. */
export class Consortium {
  readonly coordinatorDir: string;
  readonly #workbench: Workbench;
  readonly #root: string;

  private constructor(workbench: Workbench, root: string) {
    this.#workbench = workbench;
    this.#root = root;
    this.coordinatorDir = join(root, 'coordinator');
  }

  static async start(workbench: Workbench): Promise<Consortium> {
    const consortium = new Consortium(workbench, await workbench.dir());
    await workbench.must('coordinator', 'init', '--dir', consortium.coordinatorDir, '--port', String(await freePort()));
    const coordinator = workbench.start('coordinator', 'start', '--dir', consortium.coordinatorDir);
    await eventually('the coordinator to listen', 60_000, () => {
      if (coordinator.child.exitCode !== null)
        throw new Error(`the coordinator ended: ${coordinator.stdout}${coordinator.stderr}`);
      return readJson(join(consortium.coordinatorDir, 'address.json'));
    });
    return consortium;
  }

  siteDir(name: string): string {
    return join(this.#root, name);
  }

  async invite(name: string): Promise<string> {
    const { stdout } = await this.#workbench.must('consortium', 'invite', name, '--dir', this.coordinatorDir, '--json');
    return (JSON.parse(stdout) as { code: string }).code;
  }

  /** Writes a phantom data set and enrols a site with it. */
  async enrol(name: string, siteIndex: number, patients = 80): Promise<void> {
    const data = join(this.#root, `${name}-data`);
    await writePhantomDataset({ dir: data, patients, imagesPerPatient: 1, size: 96, seed: 1, siteIndex });
    const code = await this.invite(name);
    await this.#workbench.must(
      'site',
      'enrol',
      '--dir',
      this.siteDir(name),
      '--code',
      code,
      '--data',
      data,
      '--threads',
      '1',
      '--share-extremes',
      '--share-training-stats',
    );
  }

  startSite(name: string): MammofedProcess {
    return this.#workbench.start('site', 'start', '--dir', this.siteDir(name));
  }

  /** Creates a run and starts it. @returns its id. */
  async createRun(...options: string[]): Promise<string> {
    const created = await this.#workbench.must('run', 'create', '--dir', this.coordinatorDir, ...options, '--json');
    const { runId } = JSON.parse(created.stdout) as { runId: string };
    await this.#workbench.must('run', 'start', runId, '--dir', this.coordinatorDir);
    return runId;
  }

  async show(runId: string): Promise<RunView> {
    const { stdout } = await this.#workbench.must('run', 'show', runId, '--dir', this.coordinatorDir, '--json');
    return JSON.parse(stdout) as RunView;
  }
}
