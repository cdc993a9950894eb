import { constants } from 'node:fs';
import { chmod, copyFile, mkdir, realpath, writeFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { PairRecord } from '@mammofed/imaging';
import { CliError } from '../errors.js';

/**
 * Writes one site's own data folder: copies of its images and masks, and its own index.csv. The originals are not touched.
 * @param source - the folder that the records are from; a link that leads out of it is not followed.
 * @param dir - made with mode 0700.
 * @throws CliError `bad-data`.
 */
export async function writeSiteData(
  source: string,
  dir: string,
  records: readonly PairRecord[],
  signal: AbortSignal,
): Promise<void> {
  await mkdir(join(dir, 'images'), { recursive: true, mode: 0o700 });
  await mkdir(join(dir, 'masks'), { mode: 0o700 });
  const root = (await realpath(source)) + sep;
  for (const { imagePath, maskPath } of records) {
    signal.throwIfAborted();
    await copyInside(root, imagePath, join(dir, 'images', basename(imagePath)));
    // A pair without its mask is the site agent's to refuse: it says so in its own words.
    await copyInside(root, maskPath, join(dir, 'masks', basename(maskPath)), true);
  }
  await writeFile(join(dir, 'index.csv'), indexCsv(records), { mode: 0o600 });
}

/** The rows of the records as they were, with at least `file` and `patient`. */
export function indexCsv(records: readonly PairRecord[]): string {
  const columns = [...new Set(['file', 'patient', ...Object.keys(records[0]?.columns ?? {})])];
  const rows = records.map(({ file, patient, columns: cells }) =>
    columns.map((column) => (column === 'file' ? file : column === 'patient' ? patient : (cells[column] ?? ''))),
  );
  return [columns, ...rows].map((row) => `${row.map(csvField).join(',')}\n`).join('');
}

function csvField(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
}

async function copyInside(root: string, from: string, to: string, mayBeMissing = false): Promise<void> {
  const real = await realpath(from).catch(() => null);
  if (real === null) {
    if (mayBeMissing) return;
    throw new CliError('bad-data', `${from} is not there any more. Look at the data folder.`);
  }
  if (!real.startsWith(root))
    throw new CliError('bad-data', `${from} is a link that leads out of the data folder. Put the file itself there.`);
  try {
    await copyFile(real, to, constants.COPYFILE_FICLONE);
    // The copy takes the original's mode: a read-only original must not keep the next demo from replacing this one.
    await chmod(to, 0o600);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError('bad-data', `${from} cannot be copied: ${reason}.`, {}, error);
  }
}
