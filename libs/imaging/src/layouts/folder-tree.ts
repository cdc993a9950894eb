import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder.js';
import { ImagingError } from '../errors.js';

/** Archives export patient/study/series/instance; this leaves room above and below. */
const MAX_DEPTH = 16;
const MAX_FILES = 500_000;

/**
 * Every file under a data folder; links to folders are not followed, hidden files and folders are left out.
 * @returns paths from the folder on, divided by '/', in the order of their code units.
 * @throws ImagingError `missing-folder` if a folder in it is withheld; `bad-argument` if there are more files or levels
 * than are read.
 */
export async function filesUnder(folder: DataFolder): Promise<readonly string[]> {
  const files: string[] = [];
  const walk = async (inner: string, depth: number): Promise<void> => {
    if (depth > MAX_DEPTH) throw tooMuch(`folders nested more than ${MAX_DEPTH} deep`);
    const entries = await readdir(join(folder.root, inner), { withFileTypes: true }).catch((error: unknown) => {
      const message = `The folder ${inner === '' ? folder.root : inner} cannot be listed. Check its permissions.`;
      throw new ImagingError('missing-folder', message, {}, error);
    });
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory()) await walk(path, depth + 1);
      else if (entry.isFile() || entry.isSymbolicLink()) files.push(path);
      if (files.length > MAX_FILES) throw tooMuch(`more than ${MAX_FILES} files`);
    }
  };
  await walk('', 0);
  return files.sort();
}

function tooMuch(what: string): ImagingError {
  return new ImagingError('bad-argument', `The data folder has ${what}. Name a folder with less in it.`);
}
