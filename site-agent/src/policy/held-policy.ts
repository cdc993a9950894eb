import type { Logger } from '@mammofed/core';
import { codeOf, SiteError } from '../errors.js';
import { WatchedFile } from '../watched-file.js';
import { parsePolicy } from './policy-yaml.js';
import type { SitePolicy } from './site-policy.js';

/** Who hears of a policy that was changed. */
export interface PolicyListeners {
  readonly log: Logger;
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
}

/** The site's policy as its operator last wrote it soundly. */
export class HeldPolicy {
  readonly #file: WatchedFile;
  #current: SitePolicy;
  #lastProblem: string | null = null;

  private constructor(file: WatchedFile, current: SitePolicy) {
    this.#file = file;
    this.#current = current;
  }

  /** @throws SiteError `bad-policy`, also if there is no file: nothing stands in for what a hospital decided. */
  static async open(path: string): Promise<HeldPolicy> {
    const file = new WatchedFile(path);
    const change = await file.look();
    return new HeldPolicy(file, parsedPolicy(change.isChanged ? change.text : null, path));
  }

  get current(): SitePolicy {
    return this.#current;
  }

  /** Reads the file if it has changed. What is not sound is told once, and the policy of before counts on. */
  async refresh({ log, say }: PolicyListeners): Promise<void> {
    const { path } = this.#file;
    try {
      const change = await this.#file.look();
      if (!change.isChanged) return;
      this.#current = parsedPolicy(change.text, path);
      this.#lastProblem = null;
      log.info('policy read again');
      say(`the policy was read again: ${path}`);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (problem === this.#lastProblem) return;
      this.#lastProblem = problem;
      log.error('policy is not sound', { code: codeOf(error) });
      say(`${problem}. The policy of before counts on until this is mended.`);
    }
  }
}

function parsedPolicy(text: string | null, path: string): SitePolicy {
  if (text !== null) return parsePolicy(text, path);
  throw new SiteError(
    'bad-policy',
    `${path} is missing: put it back; without it nobody knows what this hospital allows`,
  );
}
