import { open, readFile, rename } from 'node:fs/promises';
import type { Mode, RunConfig } from '@mammofed/core';
import { CliError } from '../errors.js';
import type { OutFolder } from './out-folder.js';
import type { DemoResult } from './result.js';
import type { DataRequest, DemoData } from './sites.js';

const FORMAT = 2;

/** What a demo is to do and how far it has come: enough to go on after anything. */
export interface DemoPlan {
  readonly format: typeof FORMAT;
  readonly request: DataRequest;
  /** One for each network, its study named. */
  readonly configs: readonly RunConfig[];
  readonly sites: readonly string[];
  /** Of the federated runs. */
  readonly mode: Mode;
  readonly pooledSite: string | null;
  readonly permuteImages: boolean;
  readonly coordinatorUser: number | null;
  /** Where the coordinator listens on loopback: enrolled sites look for it there again. */
  readonly port: number;
  /** What the sites' data folders hold; null until all of them are written. */
  readonly data: DemoData | null;
  /** Whether the coordinator is made and every site enrolled. */
  readonly isEnrolled: boolean;
  /** The runs made so far, by the keys of their experiments. */
  readonly runIds: Readonly<Record<string, string>>;
  /** Null until everything is done. */
  readonly result: DemoResult | null;
}

/** The durable plan of a demo in its folder, demo.json. A change is on the disk before the next step begins. */
export class DemoJournal {
  readonly #path: string;
  #plan: DemoPlan;

  private constructor(path: string, plan: DemoPlan) {
    this.#path = path;
    this.#plan = plan;
  }

  get plan(): DemoPlan {
    return this.#plan;
  }

  /** Notes the plan of a new demo. */
  static async begin({ plan: path }: OutFolder, plan: Omit<DemoPlan, 'format'>): Promise<DemoJournal> {
    const journal = new DemoJournal(path, { format: FORMAT, ...plan });
    await journal.#write();
    return journal;
  }

  /** @throws CliError `nothing-to-resume` if the folder's demo never came so far as to note its plan, or is of another version. */
  static async open({ dir, plan: path }: OutFolder): Promise<DemoJournal> {
    const refusal = (problem: string, cause?: unknown): CliError =>
      new CliError('nothing-to-resume', `${path} ${problem}. Begin anew: mammofed demo --out ${dir}`, {}, cause);
    let plan: DemoPlan;
    try {
      plan = JSON.parse(await readFile(path, 'utf8')) as DemoPlan;
    } catch (error) {
      throw refusal('cannot be read', error);
    }
    if (plan.format !== FORMAT) throw refusal('was written by another version of mammofed');
    return new DemoJournal(path, plan);
  }

  async note(changes: Partial<Omit<DemoPlan, 'format'>>): Promise<void> {
    this.#plan = { ...this.#plan, ...changes };
    await this.#write();
  }

  async #write(): Promise<void> {
    const partial = `${this.#path}.partial`;
    const file = await open(partial, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(this.#plan, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, this.#path);
  }
}
