import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readSiteConfig, writeSiteConfig } from '../enrolment/site-folder.js';
import { SiteError } from '../errors.js';
import { sitePaths, type SitePaths } from '../site-paths.js';
import { ObjectCache } from './cache/object-cache.js';
import { findCohort, type Cohort } from './cohort.js';
import { Dicomweb } from './dicomweb/dicomweb.js';
import { Dimse } from './dimse/dimse.js';
import { fetchCohort } from './fetch.js';
import { pathologyOfStudies, type Pathology, type PathologyByStudy } from './fhir/pathology.js';
import type { Pacs } from './found.js';
import { HospitalServer } from './hospital-server.js';
import type { PacsCommand, Protocol } from './pacs-command-line.js';
import { readPacsSettings, type PacsSettings } from './settings.js';

export interface PacsCommandTools {
  /** A line for the person. */
  readonly say: (line: string) => void;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
}

/**
 * Does what an operator asks of the site's PACS. Lines say counts: nothing in them names a patient.
 * @throws SiteError of the settings, the servers and the cache; `not-enrolled`; the signal's reason.
 */
export async function runPacsCommand(command: PacsCommand, { say, nowMs, signal }: PacsCommandTools): Promise<void> {
  const paths = sitePaths(command.dir);
  await readSiteConfig(paths);
  const settings = await readPacsSettings(paths.pacs);
  const { pacs, close } = await openPacs(settings, command.via);
  try {
    switch (command.kind) {
      case 'echo':
        await pacs.echo(signal);
        return say(command.isJson ? JSON.stringify({ reached: true }) : `${pacs.name} answers and lets this site in`);
      case 'find': {
        const { cohort, pathology } = await joined(pacs, settings, signal);
        if (command.isJson) return say(JSON.stringify(countsOf(cohort, pathology)));
        return cohortText(cohort, pathology).forEach((line) => say(line));
      }
      case 'fetch': {
        const cache = await ObjectCache.open(paths.pacsCache, settings.cache.quotaBytes, nowMs);
        try {
          const { cohort, pathology } = await joined(pacs, settings, signal);
          const report = await fetchCohort(pacs, cohort, pathology, cache, signal);
          const earlier = command.isUsed ? await useImages(paths, report.imagesDir) : null;
          if (command.isJson) return say(JSON.stringify(report));
          say(
            `${report.instanceCount} images of ${report.studyCount} studies, ${report.presentCount} of them here already`,
          );
          say(`data folder (layout dicom): ${report.imagesDir}`);
          if (earlier !== null) say(`The site trains on these from its agent's next start on, no more on ${earlier}`);
          return;
        } finally {
          await cache.close();
        }
      }
      case 'store': {
        requireTarget(settings, command.via, command.to);
        for (const file of command.files) await requireFile(file);
        await pacs.store(command.files, signal);
        if (command.isJson) return say(JSON.stringify({ storedCount: command.files.length }));
        return say(`${command.files.length} objects are stored at ${pacs.name}`);
      }
    }
  } finally {
    close();
  }
}

/**
 * Makes a folder the site's images. The configuration is read just now: a fetch takes hours, in which it may be edited.
 * @returns the folder that was used before.
 */
async function useImages(paths: SitePaths, imagesDir: string): Promise<string> {
  const config = await readSiteConfig(paths);
  await writeSiteConfig(paths, { ...config, data: { ...config.data, dir: resolve(imagesDir), layout: 'dicom' } });
  return config.data.dir;
}

/** The cohort, and what the FHIR server says of its studies; null: none is set. */
async function joined(
  pacs: Pacs,
  { cohort, fhir }: PacsSettings,
  signal: AbortSignal,
): Promise<{ readonly cohort: Cohort; readonly pathology: PathologyByStudy | null }> {
  if (fhir === undefined) return { cohort: await findCohort(pacs, cohort, () => true, signal), pathology: null };
  const server = await HospitalServer.open('FHIR server', fhir);
  try {
    const pathology = await pathologyOfStudies(server, fhir, signal);
    const isWanted = (studyUid: string): boolean => !fhir.isRequired || pathology.has(studyUid);
    return { cohort: await findCohort(pacs, cohort, isWanted, signal), pathology };
  } finally {
    server.close();
  }
}

/** @throws SiteError `bad-pacs-settings` if the settings do not have the protocol that was asked for. */
async function openPacs(settings: PacsSettings, via: Protocol | null): Promise<{ pacs: Pacs; close: () => void }> {
  const protocol = protocolOf(settings, via);
  if (protocol === 'dicomweb' && settings.dicomweb !== undefined) {
    const server = await HospitalServer.open('PACS', settings.dicomweb);
    return { pacs: new Dicomweb(server), close: () => server.close() };
  }
  if (protocol === 'dimse' && settings.dimse !== undefined) {
    return { pacs: await Dimse.open(settings.dimse), close: () => undefined };
  }
  throw new SiteError('bad-pacs-settings', `pacs.yaml has no ${protocol}: add it, or name the other with --via`);
}

function protocolOf({ dicomweb }: PacsSettings, via: Protocol | null): Protocol {
  return via ?? (dicomweb === undefined ? 'dimse' : 'dicomweb');
}

/** What is stored is seen by people who treat patients: the operator types where it goes. */
function requireTarget(settings: PacsSettings, via: Protocol | null, to: string): void {
  const target = protocolOf(settings, via) === 'dicomweb' ? settings.dicomweb?.url : settings.dimse?.aeTitle;
  if (to === target) return;
  throw new SiteError(
    'bad-usage',
    `--to ${to} is not the PACS of pacs.yaml, which is ${target ?? 'not set'}: nothing was stored`,
  );
}

async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found?.isFile() !== true)
    throw new SiteError('bad-usage', `${file} is not there, or not a file: nothing was stored`);
}

function countsOf(
  { studyCount, seriesCount, instances, untoldCount }: Cohort,
  pathology: PathologyByStudy | null,
): object {
  const counts = { studyCount, seriesCount, instanceCount: instances.length, untoldCount };
  return pathology === null ? counts : { ...counts, pathology: pathologyCounts(instances, pathology) };
}

const SIDES = ['L', 'R', 'B'];
/** Defined terms of View Position. @see DICOM PS3.16 CID 4014 and PS3.3 C.8.11.7.1. */
const VIEWS = ['CC', 'MLO', 'ML', 'LM', 'LMO', 'ISO', 'XCC', 'XCCL', 'XCCM', 'FB', 'SIO'];

/** People type notes where a code should be, and notes name patients: what is none of the codes is not repeated. */
function wordFor(told: string | null, what: 'side' | 'view', codes: readonly string[]): string {
  if (told === null) return `${what} not told`;
  return codes.includes(told) ? told : `another ${what}`;
}

function cohortText(cohort: Cohort, pathology: PathologyByStudy | null): string[] {
  const { studyCount, seriesCount, instances, untoldCount } = cohort;
  const kinds = new Map<string, number>();
  for (const { laterality, view } of instances) {
    const kind = `${wordFor(laterality, 'side', SIDES)} ${wordFor(view, 'view', VIEWS)}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const known = pathology === null ? null : pathologyCounts(instances, pathology);
  return [
    `${instances.length} images in ${seriesCount} series of ${studyCount} studies`,
    ...[...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => `  ${kind}: ${count}`),
    ...(known === null
      ? []
      : [`pathology: ${known.malignant} malignant, ${known.benign} benign, ${known.unknown} not known`]),
    ...(untoldCount === 0 ? [] : [`of ${untoldCount} the PACS does not tell view or side: they are fetched too`]),
  ];
}

/** How many images are of each. */
function pathologyCounts(
  instances: Cohort['instances'],
  pathology: PathologyByStudy,
): Readonly<Record<Pathology | 'unknown', number>> {
  const counts = { benign: 0, malignant: 0, unknown: 0 };
  for (const { studyUid } of instances) counts[pathology.get(studyUid) ?? 'unknown'] += 1;
  return counts;
}
