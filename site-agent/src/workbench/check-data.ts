import { countedStatistics, DATA_FINDINGS, isRefusal, OPEN_DATA_CONTRACT, STATISTICS } from '@mammofed/core';
import {
  checkData,
  driftFindings,
  isUsable,
  openLayout,
  samplePng,
  statisticsOf,
  withoutSmallCells,
  type CheckedCase,
  type DataCase,
} from '@mammofed/imaging';
import { readConsortium } from '../data-checks/consortium-statistics.js';
import { readSiteConfig } from '../enrolment/site-folder.js';
import { SiteError } from '../errors.js';
import { readPolicy } from '../policy/policy-commands.js';
import { sitePaths } from '../site-paths.js';
import type { CheckDataJob } from './jobs.js';
import type { Listener } from './messages.js';

/** Images that are drawn, of those in order and of those with a finding. */
const SAMPLES_OF_EACH = 6;

/**
 * Looks at every image of a site's folder as a run with this contract would; trains nothing and sends nothing.
 * @returns what was found, for the site's own screen: it names files.
 * @throws ImagingError as `openLayout`; SiteError `bad-usage`, `statistics-kept`, as `readSiteConfig` and `readPolicy`.
 */
export async function checkSiteData(
  job: CheckDataJob,
  listener: Listener,
): Promise<{ readonly mayTrain: boolean } & Record<string, unknown>> {
  const { siteDir, study, contract: given, others, isShared, hasFigures } = job;
  const contract = given ?? OPEN_DATA_CONTRACT;
  const { dir, layout, minCellSize } = await whatToCheck(job);
  const known =
    others === null && siteDir !== null ? await readConsortium(sitePaths(siteDir).consortiumStatistics, study) : null;
  listener.progress('looking at the folder', 0, 0);
  const listing = await openLayout(dir, layout);
  const onProgress = (done: number, total: number): void => listener.progress('checking images', done, total);
  const check = await checkData(listing, { contract, study, onProgress });
  const statistics = statisticsOf(check.checked);
  const told =
    minCellSize === null ? null : withoutSmallCells({ images: check.counts.usableImages, statistics }, minCellSize);
  const drift =
    known !== null && told !== null
      ? // As the agent compares: both without small counts.
        driftFindings({ images: check.counts.usableImages, statistics: told }, known)
      : others === null
        ? []
        : driftFindings(countedStatistics(statistics), countedStatistics(others));
  const findings = [...check.findings, ...drift, ...check.checked.flatMap((one) => one.findings)].map((finding) => ({
    ...finding,
    ...DATA_FINDINGS[finding.code],
  }));
  return {
    mayTrain: !check.findings.some(isRefusal),
    layout: check.layout,
    study,
    contract,
    counts: check.counts,
    unlistedImages: check.unlistedImages,
    refused: check.refused,
    findings,
    statistics,
    // JSON has no Infinity: the last bin of some is without end, which reads null.
    bins: STATISTICS,
    /** The coordinator's sum that they were compared with; null: with none, or with files. */
    consortium: known === null ? null : { sites: known.sites, receivedAtMs: known.receivedAtMs },
    shared: isShared ? told : null,
    samples: hasFigures ? await samplesOf(check.checked) : [],
  };
}

/** @returns the folder, how it is laid out, and the fewest images of a count that may leave; null where none may. */
async function whatToCheck({ siteDir, data, layout, isShared }: CheckDataJob) {
  if (siteDir === null) {
    if (data === null) throw new SiteError('bad-usage', 'say which images: --data, or --dir of an enrolled site');
    if (isShared)
      throw new SiteError('bad-usage', 'what may leave is in the policy of a site: name its folder with --dir');
    return { dir: data, layout: layout ?? undefined, minCellSize: null };
  }
  const paths = sitePaths(siteDir);
  const config = await readSiteConfig(paths);
  const policy = await readPolicy(paths);
  if (isShared && !policy.shareTrainingStats) {
    const next = `allow it with: mammofed site policy set shareTrainingStats true --dir ${siteDir}`;
    throw new SiteError('statistics-kept', `this site's policy keeps statistics of its images: ${next}`);
  }
  return {
    dir: data ?? config.data.dir,
    layout: layout ?? config.data.layout,
    minCellSize: policy.minCellSize,
  };
}

async function samplesOf(checked: readonly CheckedCase[]): Promise<object[]> {
  const inOrder = spread(checked.filter((one) => isUsable(one) && one.findings.length === 0));
  const noteworthy = spread(checked.filter((one) => one.findings.length > 0));
  const samples: object[] = [];
  for (const { case: one, findings } of [...noteworthy, ...inOrder]) {
    const png = await figureOf(one);
    samples.push({ file: one.file, codes: findings.map(({ code }) => code), png });
  }
  return samples;
}

async function figureOf(one: DataCase): Promise<string> {
  return Buffer.from(await samplePng(await one.read())).toString('base64');
}

/** From the first to the last, evenly. */
function spread<T>(items: readonly T[]): readonly T[] {
  const count = Math.min(SAMPLES_OF_EACH, items.length);
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)] as T);
}
