import type { DataFindingCode, DataStatistics, FindingCount, RunId } from '@mammofed/core';
import { body } from './bodies.js';
import { boolean, integer, list, name, optional, struct, type Field } from './fields.js';
import { MAX_COUNTED_IMAGES, MAX_FINDING_CODES, MAX_STATISTIC_BINS, MAX_UINT32 } from './limits.js';
import type { ConsortiumStatistics } from './messages.js';

/** Whether it is a code of the list, the receiver says: a newer site may have more, and its session goes on. */
const code = name<DataFindingCode>();
const counted = integer(1, MAX_COUNTED_IMAGES);

function statisticsOf(most: number): Field<DataStatistics> {
  const counts = list(integer(0, most), MAX_STATISTIC_BINS);
  return struct<DataStatistics>({
    maskShare: counts,
    maskAreaMm2: counts,
    spacingMm: counts,
    breastShare: counts,
    medianShade: counts,
  });
}

export const dataCheckReport = body('data-check-report', 'dataCheckReport', {
  runId: name<RunId>(),
  fits: boolean,
  codes: list(code, MAX_FINDING_CODES),
  usableImages: optional(counted),
  usablePatients: optional(counted),
  imageCounts: list(struct<FindingCount>({ code, images: counted }), MAX_FINDING_CODES),
  statistics: optional(statisticsOf(MAX_COUNTED_IMAGES)),
});

export const dataCheckStored = body('data-check-stored', 'dataCheckStored', {
  others: optional(
    struct<ConsortiumStatistics>({
      sites: integer(2, MAX_UINT32),
      images: integer(1, MAX_UINT32),
      statistics: statisticsOf(MAX_UINT32),
    }),
  ),
});
