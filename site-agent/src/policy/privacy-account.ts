import { readFile } from 'node:fs/promises';
import { epsilonOf, type MechanismUse } from '@mammofed/privacy';
import { writeDurably } from '@mammofed/storage';
import { z } from 'zod';
import { SiteError } from '../errors.js';
import type { PrivacyUnit } from './privacy-forecast.js';

const uses = z.array(
  z.strictObject({
    samplingRate: z.number().min(0).max(1),
    noiseMultiplier: z.number().positive(),
    times: z.int().min(0),
  }),
);

const schema = z.strictObject({
  version: z.literal(1),
  /** Under privacy for patients. */
  uses,
  /** Under privacy for sites; absent where there was none. */
  siteUses: uses.default([]),
});

/**
 * What this site's images have been used for under differential privacy, in all runs together. It belongs to the site and
 * not to a run or a data set: images that are added or taken away do not set it back.
 */
export class PrivacyAccount {
  readonly #path: string;
  #uses: Readonly<Record<PrivacyUnit, readonly MechanismUse[]>>;

  private constructor(path: string, uses: Readonly<Record<PrivacyUnit, readonly MechanismUse[]>>) {
    this.#path = path;
    this.#uses = uses;
  }

  /** Opens the account, which is empty where there is none. @throws SiteError `bad-privacy-account`. */
  static async open(path: string): Promise<PrivacyAccount> {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT')
        return new PrivacyAccount(path, { patients: [], sites: [] });
      throw error;
    }
    try {
      const { uses: patients, siteUses: sites } = schema.parse(JSON.parse(text));
      return new PrivacyAccount(path, { patients, sites });
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

  /** Uses of the images under privacy for patients. */
  get uses(): readonly MechanismUse[] {
    return this.#uses.patients;
  }

  /** Sums that the site's updates were in, under privacy for sites. */
  get siteUses(): readonly MechanismUse[] {
    return this.#uses.sites;
  }

  /** ε that was spent at `delta`. */
  epsilon(delta: number, unit: PrivacyUnit = 'patients'): number {
    return epsilonOf(this.#uses[unit], delta);
  }

  /** Adds a use; it is on disk when this returns. Nothing that was made by it may leave before. */
  async charge(use: MechanismUse, unit: PrivacyUnit = 'patients'): Promise<void> {
    const isSame = ({ samplingRate, noiseMultiplier }: MechanismUse): boolean =>
      samplingRate === use.samplingRate && noiseMultiplier === use.noiseMultiplier;
    const before = this.#uses[unit].find(isSame)?.times ?? 0;
    const { samplingRate, noiseMultiplier, times } = use;
    const all = {
      ...this.#uses,
      [unit]: [
        ...this.#uses[unit].filter((other) => !isSame(other)),
        { samplingRate, noiseMultiplier, times: before + times },
      ],
    };
    const content = { version: 1, uses: all.patients, siteUses: all.sites };
    await writeDurably(this.#path, `${JSON.stringify(content, null, 2)}\n`);
    this.#uses = all;
  }
}
