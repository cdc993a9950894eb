import type { FoundInstance, FoundSeries, FoundStudy, Pacs } from './found.js';
import type { CohortSettings } from './settings.js';

/** What a PACS has for a cohort. */
export interface Cohort {
  readonly studyCount: number;
  readonly seriesCount: number;
  readonly instances: readonly FoundInstance[];
  /** Instances of which the PACS does not say the view or the side although the cohort names some: they are in it. */
  readonly untoldCount: number;
}

/**
 * Asks a PACS for a cohort, level by level. What a PACS does with keys varies, so that everything it finds is compared with
 * the settings again here.
 * @param isWanted - whether a study counts, for reasons that the PACS does not know.
 * @throws SiteError of the PACS.
 */
export async function findCohort(
  pacs: Pacs,
  settings: CohortSettings,
  isWanted: (studyUid: string) => boolean,
  signal: AbortSignal,
): Promise<Cohort> {
  const from = settings.studyDates.from?.replaceAll('-', '') ?? null;
  const to = settings.studyDates.to?.replaceAll('-', '') ?? null;
  const studies = new Map<string, FoundStudy>();
  for (const modality of settings.modalities) {
    const keys = { from, to, modality, wantsProcedure: settings.procedureCodes !== null };
    for (const study of await pacs.studies(keys, signal)) {
      const isInTime = study.date === null ? from === null && to === null : isWithin(study.date, from, to);
      if (isInTime && hasProcedure(study, settings) && isWanted(study.studyUid)) studies.set(study.studyUid, study);
    }
  }
  const instances: FoundInstance[] = [];
  let [studyCount, seriesCount, untoldCount] = [0, 0, 0];
  for (const study of studies.values()) {
    const countBefore = instances.length;
    for (const series of await pacs.series(study.studyUid, signal)) {
      if (!isSeriesOf(settings, study, series)) continue;
      const found = (await pacs.instances(study.studyUid, series.seriesUid, signal))
        .map((instance) => ({ ...instance, laterality: instance.laterality ?? series.laterality }))
        .filter((instance) => isInstanceOf(settings, instance));
      untoldCount += found.filter((instance) => isUntold(settings, instance)).length;
      if (found.length > 0) seriesCount += 1;
      instances.push(...found);
    }
    if (instances.length > countBefore) studyCount += 1;
  }
  return { studyCount, seriesCount, instances, untoldCount };
}

/** Days as YYYYMMDD sort as text. */
function isWithin(date: string, from: string | null, to: string | null): boolean {
  const day = date.replace(/[.-]/g, '');
  return (from === null || day >= from) && (to === null || day <= to);
}

function hasProcedure(study: FoundStudy, { procedureCodes }: CohortSettings): boolean {
  if (procedureCodes === null) return true;
  return procedureCodes.some(({ scheme, value }) =>
    study.procedureCodes.some((code) => code.value === value && (scheme === undefined || code.scheme === scheme)),
  );
}

function isSeriesOf({ modalities, description }: CohortSettings, study: FoundStudy, series: FoundSeries): boolean {
  if (series.modality === null || !modalities.includes(series.modality)) return false;
  if (description === null) return true;
  const words = description.toLowerCase();
  return [study.description, series.description].some((text) => text?.toLowerCase().includes(words) === true);
}

function isInstanceOf({ views, laterality }: CohortSettings, instance: FoundInstance): boolean {
  const hasView = views === null || instance.view === null || views.includes(instance.view);
  const sides: readonly string[] | null = laterality;
  return hasView && (sides === null || instance.laterality === null || sides.includes(instance.laterality));
}

function isUntold({ views, laterality }: CohortSettings, instance: FoundInstance): boolean {
  return (views !== null && instance.view === null) || (laterality !== null && instance.laterality === null);
}
