import { readFile } from 'node:fs/promises';
import { writeDurably } from '@mammofed/storage';
import type { TreeHeadJson } from '@mammofed/privacy';
import { SiteError, type SiteErrorCode } from '../errors.js';

/** What a coordinator's log can be convicted of; each of them stops the site until a person has looked. */
export const LOG_OFFENCES = [
  'forked-log',
  'rewritten-log',
  'shrunken-log',
  'rewritten-entry',
  'missing-record',
  'unlogged-model',
] as const satisfies readonly SiteErrorCode[];
export type LogOffence = (typeof LOG_OFFENCES)[number];

/** What the operator hands over: both heads are signed by the coordinator, so that it cannot deny them. */
export interface LogEvidence {
  readonly code: LogOffence;
  readonly message: string;
  readonly foundAtMs: number;
  /** Public keys of the consortium's root and of its coordinator, hexadecimal. */
  readonly consortium: string;
  readonly coordinator: string;
  /** The newest head that was checked before. */
  readonly held: TreeHeadJson | null;
  /** The head that does not fit; null if it is about an entry. */
  readonly offered: TreeHeadJson | null;
  /** The entry that does not fit, or what was answered in its place. */
  readonly record: unknown;
}

/** Writes the evidence; what was found first stays. */
export async function keepEvidence(path: string, evidence: LogEvidence): Promise<void> {
  if ((await readEvidence(path)) === null) await writeDurably(path, `${JSON.stringify(evidence, null, 2)}\n`);
}

/** @returns null if nothing was ever found. @throws SyntaxError for a damaged file: it is not taken for none. */
export async function readEvidence(path: string): Promise<LogEvidence | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as LogEvidence;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The error that stops the site, the first time and at every start. */
export function offence({ code, message }: Pick<LogEvidence, 'code' | 'message'>, path: string): SiteError {
  return new SiteError(
    code,
    `${message}. This site does nothing more for this coordinator. Hand ${path} to the consortium's administrator and the other sites; once it is cleared up, enrol this site anew`,
  );
}
