import { mkdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { isCodedError } from '@mammofed/core';
import {
  MIN_IMAGES_PER_PART,
  readPairsIndex,
  splitPart,
  writePhantomDataset,
  type PairRecord,
  type SplitPart,
} from '@mammofed/imaging';
import { CliError } from '../errors.js';
import { DEMO_DEFAULTS, PHANTOMS } from './defaults.js';
import type { OutFolder } from './out-folder.js';
import { assignSites, safeName, safeNames, type Assignment } from './site-assignment.js';
import { writeSiteData } from './site-data.js';

const POOLED_SITE = 'pooled';

/** A site of the demo, with what its data folder holds. */
export interface DemoSite {
  readonly name: string;
  /** The column's value that it stands for, if any. */
  readonly value: string | null;
  readonly imageCount: number;
  readonly patientCount: number;
}

export interface DemoData {
  /** `phantom`: drawn for the occasion. */
  readonly kind: 'phantom' | 'images';
  /** In words, where the images are from and how they got to their sites. */
  readonly description: string;
  readonly sites: readonly DemoSite[];
}

export interface DataRequest {
  readonly data: string | undefined;
  readonly by: string | undefined;
  readonly siteCount: number | undefined;
  /** Keeps the images whose `findings` column has this text in it, whatever the case. */
  readonly findings: string | undefined;
  /** Whether another site gets every site's images: the pooled training that hospitals cannot have. */
  readonly hasPooledSite: boolean;
  readonly seed: number;
}

/** A data set that was read and dealt out, but not written yet: what is wrong with the arguments shows here. */
export interface PlannedData {
  /** Names the run's study, and so decides the split of the patients. */
  readonly study: string;
  readonly sites: readonly string[];
  /** The site that holds all the others' images; null without one. */
  readonly pooledSite: string | null;
  /** Writes every site's data folder. */
  write(out: OutFolder, signal: AbortSignal, wrote: (site: DemoSite) => void): Promise<DemoData>;
}

/** @throws CliError `bad-usage` | `bad-data`. */
export async function planData(request: DataRequest): Promise<PlannedData> {
  return request.data === undefined ? planPhantoms(request) : planImages(request.data, request);
}

function planPhantoms({ siteCount = DEMO_DEFAULTS.sites, seed, hasPooledSite }: DataRequest): PlannedData {
  const names = Array.from({ length: siteCount }, (_, i) => `site-${i + 1}`);
  const { patients, imagesPerPatient, size } = PHANTOMS;
  return {
    study: DEMO_DEFAULTS.phantomStudy,
    sites: names,
    pooledSite: hasPooledSite ? POOLED_SITE : null,
    async write(out, signal, wrote) {
      const sites: DemoSite[] = [];
      for (const [siteIndex, name] of names.entries()) {
        signal.throwIfAborted();
        const dir = out.siteData(name);
        await mkdir(dir, { mode: 0o700 });
        await writePhantomDataset({
          dir,
          patients,
          imagesPerPatient,
          size,
          seed,
          siteIndex,
          study: DEMO_DEFAULTS.phantomStudy,
          signal,
        });
        const site = { name, value: null, imageCount: patients * imagesPerPatient, patientCount: patients };
        wrote(site);
        sites.push(site);
      }
      if (hasPooledSite) await writePooledData(out, names, signal);
      return { kind: 'phantom', description: 'drawn phantom images, another scanner at every site', sites };
    },
  };
}

async function planImages(data: string, request: DataRequest): Promise<PlannedData> {
  // The split belongs to the data set: whoever trains on it again under its name tests on the same patients.
  const study = safeName(basename(resolve(data)));
  const assignment = await readAssignment(data, request, study);
  refuseTooFew(assignment, study);
  const names = assignment.sites.map(({ name }) => name);
  // Another name than any site's: a column may have that word too.
  const pooledSite = request.hasPooledSite ? (safeNames([...names, POOLED_SITE]).at(-1) ?? POOLED_SITE) : null;
  return {
    study,
    sites: names,
    pooledSite,
    async write(out, signal, wrote) {
      const sites: DemoSite[] = [];
      for (const { name, value, records } of assignment.sites) {
        await writeSiteData(data, out.siteData(name), records, signal);
        const patientCount = new Set(records.map(({ patient }) => patient)).size;
        const site = { name, value, imageCount: records.length, patientCount };
        wrote(site);
        sites.push(site);
      }
      if (pooledSite !== null) await writePooledData(out, names, signal, pooledSite);
      const kept = request.findings === undefined ? '' : ` whose findings have '${request.findings}' in them`;
      return { kind: 'images', description: `images of ${data}${kept}, dealt out ${assignment.how}`, sites };
    },
  };
}

/** Copies what the sites were given, file by file, into the folder of the site that has everything. */
async function writePooledData(
  out: OutFolder,
  names: readonly string[],
  signal: AbortSignal,
  pooledSite: string = POOLED_SITE,
): Promise<void> {
  const records = await Promise.all(names.map((name) => readPairsIndex(out.siteData(name))));
  await writeSiteData(out.sites, out.siteData(pooledSite), records.flat(), signal);
}

async function readAssignment(
  data: string,
  { by, siteCount, seed, findings }: DataRequest,
  study: string,
): Promise<Assignment> {
  const listed = await readPairsIndex(data).catch((error: unknown) => {
    if (isCodedError(error)) throw new CliError('bad-data', error.message, {}, error);
    throw error;
  });
  const records = findings === undefined ? listed : withFindings(listed, findings);
  return assignSites({ records, by, siteCount, usualSiteCount: DEMO_DEFAULTS.sites, seed, study });
}

const FINDINGS_COLUMN = 'findings';

/** @throws CliError `bad-usage` if there is no such column or nothing is left. */
function withFindings(records: readonly PairRecord[], word: string): PairRecord[] {
  const columns = Object.keys(records[0]?.columns ?? {});
  if (records.length > 0 && !columns.includes(FINDINGS_COLUMN)) {
    const known = columns.length === 0 ? 'there is no index.csv' : `index.csv has: ${columns.join(', ')}`;
    throw new CliError('bad-usage', `--findings needs a column '${FINDINGS_COLUMN}' (${known}). Leave the option out.`);
  }
  const wanted = word.toLowerCase();
  const kept = records.filter(({ columns: cells }) => (cells[FINDINGS_COLUMN] ?? '').toLowerCase().includes(wanted));
  if (kept.length === 0 && records.length > 0)
    throw new CliError(
      'bad-usage',
      `No image has '${word}' in its column '${FINDINGS_COLUMN}'. Give another --findings.`,
    );
  return kept;
}

/**
 * A site refuses to train on too few images; what is known of that before anything starts is said at once.
 * @throws CliError `bad-data`.
 */
function refuseTooFew({ sites }: Assignment, study: string): void {
  for (const { name, records } of sites) {
    const counts: Record<SplitPart, number> = { train: 0, validation: 0, test: 0 };
    for (const { patient } of records) counts[splitPart(study, patient)]++;
    if (Object.values(counts).every((count) => count >= MIN_IMAGES_PER_PART)) continue;
    const { train, validation, test } = counts;
    throw new CliError(
      'bad-data',
      `${name} would have ${train} images to train on, ${validation} to validate and ${test} to test; each needs at least ${MIN_IMAGES_PER_PART}. Give fewer sites or more patients.`,
    );
  }
}
