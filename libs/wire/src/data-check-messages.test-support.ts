import fc from 'fast-check';
import { DATA_FINDINGS, mapStatistics, runId, type DataFindingCode } from '@mammofed/core';
import type { DataCheckReport, DataCheckStored } from './messages.js';

type DataCheckMessage = DataCheckReport | DataCheckStored;

const code = fc.constantFrom(...(Object.keys(DATA_FINDINGS) as DataFindingCode[]));
const counted = fc.integer({ min: 1, max: 10_000_000 });
const statistics = fc
  .array(fc.array(fc.nat({ max: 10_000_000 }), { maxLength: 10 }), { minLength: 5, maxLength: 5 })
  .map((counts) => {
    let measure = 0;
    return mapStatistics(() => counts[measure++] ?? []);
  });

/** What the messages about a dry run of the data contract hold. */
export const DATA_CHECK_CONTENTS: {
  readonly [Kind in DataCheckMessage['kind']]: fc.Arbitrary<Omit<Extract<DataCheckMessage, { kind: Kind }>, 'kind'>>;
} = {
  'data-check-report': fc.record({
    runId: fc.stringMatching(/^[a-z0-9]{1,40}$/).map(runId),
    fits: fc.boolean(),
    codes: fc.array(code, { maxLength: 5 }),
    usableImages: fc.option(counted),
    usablePatients: fc.option(counted),
    imageCounts: fc.array(fc.record({ code, images: counted }), { maxLength: 5 }),
    statistics: fc.option(statistics),
  }),
  'data-check-stored': fc.record({
    others: fc.option(fc.record({ sites: fc.integer({ min: 2, max: 1000 }), images: counted, statistics })),
  }),
};
