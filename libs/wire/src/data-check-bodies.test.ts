import { describe, expect, it } from '@jest/globals';
import { mapStatistics, runId, STATISTICS } from '@mammofed/core';
import { decodeEnvelope, encodeEnvelope } from './envelope-codec.js';
import type { DataCheckReport, DataCheckStored } from './messages.js';

const statistics = mapStatistics((name) => STATISTICS[name].map((_, bin) => 5 * bin));
const REPORT: DataCheckReport = {
  kind: 'data-check-report',
  runId: runId('run-1'),
  fits: false,
  codes: ['masks-turned'],
  usableImages: 60,
  usablePatients: 30,
  imageCounts: [{ code: 'mask-in-air', images: 12 }],
  statistics,
};
const STORED: DataCheckStored = { kind: 'data-check-stored', others: { sites: 2, images: 120, statistics } };
const sent = (changes: object, message: object = REPORT) =>
  encodeEnvelope({ id: 1, replyTo: 0, message: { ...message, ...changes } as DataCheckReport });

describe('a report of a data check', () => {
  it('comes with every count, or with none', () => {
    expect(decodeEnvelope(sent({})).message).toEqual(REPORT);
    const withheld = { codes: [], usableImages: null, usablePatients: null, imageCounts: [], statistics: null };
    expect(decodeEnvelope(sent(withheld)).message).toEqual({ ...REPORT, ...withheld });
    expect(decodeEnvelope(sent({}, STORED)).message).toEqual(STORED);
    expect(decodeEnvelope(sent({ others: null }, STORED)).message).toEqual({ ...STORED, others: null });
  });

  it.each<[string, object]>([
    ['words in place of a code', { codes: ['the masks of img_0042.png are turned'] }],
    ['a count below one', { usableImages: 0 }],
    ['a part of an image', { imageCounts: [{ code: 'mask-in-air', images: 1.5 }] }],
    ['more images than any site has', { usablePatients: 10_000_001 }],
    ['a negative count in a bin', { statistics: { ...statistics, spacingMm: [-1] } }],
    ['a hundred bins', { statistics: { ...statistics, spacingMm: new Array(100).fill(5) } }],
    ['a hundred codes', { codes: new Array(100).fill('masks-turned') }],
    ['a measure without counts', { statistics: { ...statistics, spacingMm: null } }],
  ])('is not taken with %s', (_what, changes) => {
    expect(() => sent(changes)).toThrow(expect.objectContaining({ code: 'malformed' }));
  });

  it('is not answered with the counts of one other site', () => {
    expect(() => sent({ others: { sites: 1, images: 60, statistics } }, STORED)).toThrow(
      expect.objectContaining({ code: 'malformed' }),
    );
  });
});
