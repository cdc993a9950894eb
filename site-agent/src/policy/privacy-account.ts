import { readFile } from 'node:fs/promises';
import { epsilonOf, type MechanismUse } from '@mammofed/privacy';
import { writeDurably } from '@mammofed/storage';
import { z } from 'zod';
import { SiteError } from '../errors.js';

const schema = z.strictObject({
  version: z.literal(1),
  uses: z.array(
    z.strictObject({
      samplingRate: z.number().min(0).max(1),
      noiseMultiplier: z.number().positive(),
      times: z.int().min(0),
    }),
  ),
});

/**
 * What this site's images have been used for under differential privacy, in all runs together. It belongs to the site and
 * not to a run or a data set: images that are added or taken away do not set it back.
 */
export class PrivacyAccount {
  readonly #path: string;
  #uses: readonly MechanismUse[];

  private constructor(path: string, uses: readonly MechanismUse[]) {
    this.#path = path;
    this.#uses = uses;
  }

  /** Opens the account, which is empty where there is none. @throws SiteError `bad-privacy-account`. */
  static async open(path: string): Promise<PrivacyAccount> {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new PrivacyAccount(path, []);
      throw error;
    }
    try {
      return new PrivacyAccount(path, schema.parse(JSON.parse(text)).uses);
    } catch (error) {
      // Not taken for an empty one: that would give the whole budget out again.
      throw new SiteError(
        'bad-privacy-account',
        `${path} is not sound: put it back from a backup; without it nobody knows what was spent`,
        {},
        error,
      );
    }
  }

  get uses(): readonly MechanismUse[] {
    return this.#uses;
  }

  /** ε that was spent at `delta`. */
  epsilon(delta: number): number {
    return epsilonOf(this.#uses, delta);
  }

  /** Adds a use; it is on disk when this returns. Nothing that was made by it may leave before. */
  async charge(use: MechanismUse): Promise<void> {
    const isSame = ({ samplingRate, noiseMultiplier }: MechanismUse): boolean =>
      samplingRate === use.samplingRate && noiseMultiplier === use.noiseMultiplier;
    const before = this.#uses.find(isSame)?.times ?? 0;
    const { samplingRate, noiseMultiplier, times } = use;
    const uses = [
      ...this.#uses.filter((other) => !isSame(other)),
      { samplingRate, noiseMultiplier, times: before + times },
    ];
    await writeDurably(this.#path, `${JSON.stringify({ version: 1, uses }, null, 2)}\n`);
    this.#uses = uses;
  }
}
