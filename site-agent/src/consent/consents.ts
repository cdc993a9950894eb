import { readFile } from 'node:fs/promises';
import { FolderLock, writeDurably } from '@mammofed/storage';
import { z } from 'zod';
import { codeOf, SiteError } from '../errors.js';
import type { PolicyListeners } from '../policy/held-policy.js';
import type { SitePaths } from '../site-paths.js';
import { WatchedFile } from '../watched-file.js';
import { termsHash, termsSchema, type ConsentTerms } from './consent-terms.js';

const approvalSchema = z.strictObject({ termsSha256: z.string(), approvedAtMs: z.number(), terms: termsSchema });
const schema = z.strictObject({ version: z.literal(1), approved: z.array(approvalSchema) });

/** That this site's operator looked at something and allowed it. */
export type Approval = Readonly<z.infer<typeof approvalSchema>>;

/** What the operator approved, as the agent sees it: `consent.json`, which the operator's commands alone write. */
export class Consents {
  readonly #file: WatchedFile;
  #approved: readonly Approval[];
  #lastProblem: string | null = null;

  private constructor(file: WatchedFile, approved: readonly Approval[]) {
    this.#file = file;
    this.#approved = approved;
  }

  /** @throws SiteError `bad-consent`. */
  static async open(path: string): Promise<Consents> {
    const file = new WatchedFile(path);
    const change = await file.look();
    return new Consents(file, parsed(change.isChanged ? change.text : null, path));
  }

  get approved(): readonly Approval[] {
    return this.#approved;
  }

  /** Reads the file if it has changed. One that is not sound is told once, and approves nothing until it is mended. */
  async refresh({ log, say }: PolicyListeners): Promise<void> {
    try {
      const change = await this.#file.look();
      if (!change.isChanged) return;
      this.#approved = parsed(change.text, this.#file.path);
      this.#lastProblem = null;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (problem === this.#lastProblem) return;
      this.#lastProblem = problem;
      this.#approved = [];
      log.error('consent is not sound', { code: codeOf(error) });
      say(problem);
    }
  }
}

/** Adds an approval; it is on disk when this returns. @throws SiteError `bad-consent`; StorageError `folder-in-use`. */
export function approve(paths: SitePaths, terms: ConsentTerms, nowMs: number): Promise<void> {
  const termsSha256 = termsHash(terms);
  return changed(paths, (approved) => [
    ...approved.filter((other) => other.termsSha256 !== termsSha256),
    { termsSha256, approvedAtMs: nowMs, terms },
  ]);
}

/** Takes every approval of a study back. @returns how many there were. @throws as {@link approve}. */
export async function revoke(paths: SitePaths, study: string): Promise<number> {
  let revokedCount = 0;
  await changed(paths, (approved) => {
    const left = approved.filter(({ terms }) => terms.study !== study);
    revokedCount = approved.length - left.length;
    return left;
  });
  return revokedCount;
}

/** What was approved so far. @throws SiteError `bad-consent`. */
export async function readApprovals({ consent }: SitePaths): Promise<readonly Approval[]> {
  return parsed(await readFile(consent, 'utf8').catch(absent), consent);
}

async function changed(
  paths: SitePaths,
  change: (approved: readonly Approval[]) => readonly Approval[],
): Promise<void> {
  // Two commands at once would each write what the other does not know of.
  const lock = await FolderLock.take(paths.consentLock);
  try {
    const approved = change(await readApprovals(paths));
    await writeDurably(paths.consent, `${JSON.stringify({ version: 1, approved }, null, 2)}\n`, 0o600);
  } finally {
    await lock.release();
  }
}

function parsed(text: string | null, path: string): readonly Approval[] {
  if (text === null) return [];
  try {
    const { approved } = schema.parse(JSON.parse(text));
    if (approved.every(({ terms, termsSha256 }) => termsHash(terms) === termsSha256)) return approved;
  } catch (error) {
    throw badConsent(path, error);
  }
  throw badConsent(path);
}

function badConsent(path: string, cause?: unknown): SiteError {
  return new SiteError(
    'bad-consent',
    `${path} is not what mammofed site policy approve wrote: put it back from a backup, or remove it and approve the studies again`,
    {},
    cause,
  );
}

function absent(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
