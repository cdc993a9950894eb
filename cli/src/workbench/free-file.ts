import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError } from '../errors.js';

/**
 * @param isForced - whether a file that is there may be replaced; a folder or a link never is.
 * @param option - by which it was named.
 * @returns the absolute path.
 * @throws CliError `output-exists` if something is there that may not be replaced.
 */
export async function freeFile(name: string, isForced: boolean, option = '--out'): Promise<string> {
  const path = resolve(name);
  const found = await lstat(path).catch(() => null);
  if (found === null || (found.isFile() && isForced)) return path;
  throw new CliError(
    'output-exists',
    found.isFile()
      ? `${path} is there already. Choose another ${option}, or replace it with --force.`
      : `${path} is not a file. Choose another ${option}.`,
  );
}
