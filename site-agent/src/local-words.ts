import { appendFileSync, renameSync, statSync } from 'node:fs';
import type { Clock } from '@mammofed/core';

/** Says words that may name the hospital's files, and so its patients. */
export interface LocalWords {
  /** @param line - for people at the hospital alone. @param instead - the same without names, for where others may read it. */
  (line: string, instead?: string): void;
}

/** Longer, the file becomes `FILE.1` in place of the one before it. */
const LONGEST_BYTES = 1024 * 1024;

/**
 * File names of a hospital name its patients, and what a service prints goes to journals and to those who collect them. So
 * such words are printed where a person sits at a terminal; elsewhere they go to a file of the site's folder, which its owner
 * alone reads.
 * @param path - of that file.
 * @param isTerminal - whether `say` is read at a terminal.
 */
export function localWords(path: string, isTerminal: boolean, say: (line: string) => void, clock: Clock): LocalWords {
  if (isTerminal) return (line) => say(line);
  let isTold = false;
  return (line, instead) => {
    if (instead !== undefined) say(instead);
    try {
      makeRoom(path);
      appendFileSync(path, `${new Date(clock.nowMs()).toISOString()} ${line}\n`, { mode: 0o600 });
    } catch (error) {
      // A full disk is told by what needs it; no training ends because of words.
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
      say(`words that name files could not be written to ${path} (${code})`);
      return;
    }
    if (!isTold) say(`words that name files of this site are in ${path}`);
    isTold = true;
  };
}

function makeRoom(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size >= LONGEST_BYTES) renameSync(path, `${path}.1`);
}
