import type { ObjectCache } from './cache/object-cache.js';
import type { Cohort } from './cohort.js';
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
 * @throws SiteError of the PACS and of the cache.
 */
export async function fetchCohort(
  pacs: Pacs,
  cohort: Cohort,
  cache: ObjectCache,
  signal: AbortSignal,
): Promise<FetchReport> {
  const sopUids = cohort.instances.map(({ sopUid }) => sopUid);
  await cache.pin(sopUids);
  const missing = cohort.instances.filter(({ sopUid }) => !cache.has(sopUid));
  if (missing.length > 0) await pacs.fetch(missing, cache, signal);
  await cache.layOut(sopUids);
  return {
    studyCount: cohort.studyCount,
    instanceCount: sopUids.length,
    presentCount: sopUids.length - missing.length,
    fetchedCount: missing.length,
    imagesDir: cache.imagesDir,
  };
}
