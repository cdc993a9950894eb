import { SiteError } from '../errors.js';
import type { ObjectCache } from './cache/object-cache.js';
import type { Cohort } from './cohort.js';
import type { Pathology, PathologyByStudy } from './fhir/pathology.js';
import type { Pacs } from './found.js';

/** What became of a fetch: counts only. */
export interface FetchReport {
  readonly studyCount: number;
  readonly instanceCount: number;
  /** Of them, those that were in the cache already. */
  readonly presentCount: number;
  readonly fetchedCount: number;
  readonly imagesDir: string;
}

/**
 * Fetches what is missing of a cohort, and makes the data folder hold it. What arrived before an error is in the cache and
 * is not fetched again; the data folder is as before then.
 * @param pathology - null: nobody said; otherwise it is laid beside the images that it is known of.
 * @throws SiteError `empty-cohort`: a typing error in the settings must not put an empty folder in the place of images; of the
 * PACS and of the cache.
 */
export async function fetchCohort(
  pacs: Pacs,
  cohort: Cohort,
  pathology: PathologyByStudy | null,
  cache: ObjectCache,
  signal: AbortSignal,
): Promise<FetchReport> {
  if (cohort.instances.length === 0) {
    throw new SiteError(
      'empty-cohort',
      'the PACS has no image of the cohort in pacs.yaml: check its dates, modalities, views and codes. What was fetched before is as it was',
    );
  }
  const sopUids = cohort.instances.map(({ sopUid }) => sopUid);
  await cache.pin(sopUids);
  const missing = cohort.instances.filter(({ sopUid }) => !cache.has(sopUid));
  if (missing.length > 0) await pacs.fetch(missing, cache, signal);
  await cache.layOut(sopUids, pathology === null ? null : pathologyOf(cohort, pathology));
  return {
    studyCount: cohort.studyCount,
    instanceCount: sopUids.length,
    presentCount: sopUids.length - missing.length,
    fetchedCount: missing.length,
    imagesDir: cache.imagesDir,
  };
}

/** What is known of single instances. */
function pathologyOf({ instances }: Cohort, pathology: PathologyByStudy): ReadonlyMap<string, Pathology> {
  return new Map(
    instances.flatMap(({ sopUid, studyUid }) => {
      const known = pathology.get(studyUid);
      return known === undefined ? [] : [[sopUid, known] as const];
    }),
  );
}
