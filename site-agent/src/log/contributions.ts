import { readFile } from 'node:fs/promises';
import { writeDurably } from '@mammofed/storage';
import type { AttemptRef } from '@mammofed/wire';
import { z } from 'zod';
import { SiteError } from '../errors.js';

const schema = z.strictObject({
  version: z.literal(1),
  contributions: z.array(
    z.strictObject({
      runId: z.string(),
      round: z.int().min(1),
      attempt: z.int().min(1),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      isCounted: z.boolean(),
    }),
  ),
});

/** An update that this site has sent, or is about to send. */
export type Contribution = z.infer<typeof schema>['contributions'][number];

/** The updates of this site whose entry in the log is still to be checked. On disk: a restart forgets none. */
export class Contributions {
  readonly #path: string;
  #list: readonly Contribution[];

  private constructor(path: string, list: readonly Contribution[]) {
    this.#path = path;
    this.#list = list;
  }

  /** @throws SiteError `bad-log-file`. */
  static async open(path: string): Promise<Contributions> {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Contributions(path, []);
      throw error;
    }
    try {
      return new Contributions(path, schema.parse(JSON.parse(text)).contributions);
    } catch (error) {
      throw new SiteError('bad-log-file', `${path} is not sound: put it back from a backup`, {}, error);
    }
  }

  of({ runId, round, attempt }: AttemptRef): Contribution | null {
    return this.#list.find((one) => one.runId === runId && one.round === round && one.attempt === attempt) ?? null;
  }

  /** Before the update is sent: whatever the log says of it later has to be this. */
  async sending(ref: AttemptRef, sha256: string): Promise<void> {
    await this.#put(ref, sha256, false);
  }

  /** Once the coordinator has said that it has the whole update: the log may not leave it out any more. */
  async counted(ref: AttemptRef, sha256: string): Promise<void> {
    await this.#put(ref, sha256, true);
  }

  /** Forgets what was checked: the updates of a run up to a round. */
  async forgetThrough(runId: string, round: number): Promise<void> {
    const kept = this.#list.filter((one) => one.runId !== runId || one.round > round);
    if (kept.length < this.#list.length) await this.#write(kept);
  }

  async #put({ runId, round, attempt }: AttemptRef, sha256: string, isCounted: boolean): Promise<void> {
    const others = this.#list.filter((one) => one !== this.of({ runId, round, attempt }));
    await this.#write([...others, { runId, round, attempt, sha256, isCounted }]);
  }

  async #write(list: readonly Contribution[]): Promise<void> {
    await writeDurably(this.#path, `${JSON.stringify({ version: 1, contributions: list }, null, 2)}\n`);
    this.#list = list;
  }
}
