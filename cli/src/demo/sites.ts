import { mkdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { isCodedError } from '@mammofed/core';
import { MIN_IMAGES_PER_PART, readPairsIndex, splitPart, writePhantomDataset, type SplitPart } from '@mammofed/imaging';
import { CliError } from '../errors.js';
import { DEMO_DEFAULTS, PHANTOMS } from './defaults.js';
import type { OutFolder } from './out-folder.js';
import { assignSites, safeName, type Assignment } from './site-assignment.js';
import { writeSiteData } from './site-data.js';

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
  readonly seed: number;
}

/** A data set that was read and dealt out, but not written yet: what is wrong with the arguments shows here. */
export interface PlannedData {
  /** Names the run's study, and so decides the split of the patients. */
  readonly study: string;
  readonly sites: readonly string[];
  /** Writes every site's data folder. */
  write(out: OutFolder, signal: AbortSignal, wrote: (site: DemoSite) => void): Promise<DemoData>;
}

/** @throws CliError `bad-usage` | `bad-data`. */
export async function planData(request: DataRequest): Promise<PlannedData> {
  return request.data === undefined ? planPhantoms(request) : planImages(request.data, request);
}

function planPhantoms({ siteCount = DEMO_DEFAULTS.sites, seed }: DataRequest): PlannedData {
  const names = Array.from({ length: siteCount }, (_, i) => `site-${i + 1}`);
  const { patients, imagesPerPatient, size } = PHANTOMS;
  return {
    study: DEMO_DEFAULTS.phantomStudy,
    sites: names,
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
      return { kind: 'phantom', description: 'drawn phantom images, another scanner at every site', sites };
    },
  };
}

async function planImages(data: string, { by, siteCount, seed }: DataRequest): Promise<PlannedData> {
  // The split belongs to the data set: whoever trains on it again under its name tests on the same patients.
  const study = safeName(basename(resolve(data)));
  const assignment = await readAssignment(data, by, siteCount, seed, study);
  refuseTooFew(assignment, study);
  return {
    study,
    sites: assignment.sites.map(({ name }) => name),
    async write(out, signal, wrote) {
      const sites: DemoSite[] = [];
      for (const { name, value, records } of assignment.sites) {
        await writeSiteData(data, out.siteData(name), records, signal);
        const patientCount = new Set(records.map(({ patient }) => patient)).size;
        const site = { name, value, imageCount: records.length, patientCount };
        wrote(site);
        sites.push(site);
      }
      return { kind: 'images', description: `images of ${data}, dealt out ${assignment.how}`, sites };
    },
  };
}

async function readAssignment(
  data: string,
  by: string | undefined,
  siteCount: number | undefined,
  seed: number,
  study: string,
): Promise<Assignment> {
  const records = await readPairsIndex(data).catch((error: unknown) => {
    if (isCodedError(error)) throw new CliError('bad-data', error.message, {}, error);
    throw error;
  });
  return assignSites({ records, by, siteCount, usualSiteCount: DEMO_DEFAULTS.sites, seed, study });
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
