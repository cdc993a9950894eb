import { chmod, readFile, readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeFolder, writeDurably } from '@mammofed/storage';
import { parseConfig, type SiteConfig } from '../config.js';
import { SiteError } from '../errors.js';
import type { SitePaths } from '../site-paths.js';

/** What an interrupted enrolment may have left; anything else means that the folder is used for something else. */
const OWN_FILES = /^(identity\.key|site\.json|policy\.yaml|agent\.lock|ledger\.jsonl)(\..*)?$/;

/**
 * Makes the site folder, readable by its owner alone.
 * @throws SiteError `already-enrolled`, `folder-not-empty`, `bad-usage` if the system does not let it be made.
 */
export async function prepareSiteFolder({ dir, config }: SitePaths): Promise<void> {
  await makeFolder(dir, 0o700).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SiteError('bad-usage', `${dir} cannot be made: ${reason}. Choose another --dir.`, {}, error);
  });
  const names = await readdir(dir);
  if (names.includes('site.json')) {
    throw new SiteError(
      'already-enrolled',
      `${dir} is an enrolled site already (${config} is there): start it, or choose another folder`,
    );
  }
  const foreign = names.find((name) => !OWN_FILES.test(name));
  if (foreign !== undefined) {
    throw new SiteError(
      'folder-not-empty',
      `${dir} is not empty: choose a new folder for the site, apart from its data`,
    );
  }
  await chmod(dir, 0o700);
}

/** @returns the folder's absolute path. @throws SiteError `missing-data-folder`. */
export async function existingDataFolder(dir: string): Promise<string> {
  const absolute = resolve(dir);
  const found = await stat(absolute).catch(() => null);
  if (found?.isDirectory() !== true) {
    throw new SiteError('missing-data-folder', `the data folder ${absolute} is not there: check --data`);
  }
  return absolute;
}

/** Writes `site.json`; from here on the site is enrolled. */
export async function writeSiteConfig(paths: SitePaths, config: SiteConfig): Promise<void> {
  await writeDurably(paths.config, `${JSON.stringify(config, null, 2)}\n`);
}

/** @throws SiteError `not-enrolled` if there is no `site.json`, `bad-configuration` if it is not sound. */
export async function readSiteConfig(paths: SitePaths): Promise<SiteConfig> {
  let text: string;
  try {
    text = await readFile(paths.config, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new SiteError(
      'not-enrolled',
      `${paths.dir} is not an enrolled site (it lacks site.json): enrol it first with site enrol and a join code`,
    );
  }
  return parseConfig(text, paths.config);
}
