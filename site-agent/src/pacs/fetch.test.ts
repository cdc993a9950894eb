import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '../fixtures.test-support.js';
import { ObjectCache } from './cache/object-cache.js';
import { findCohort } from './cohort.js';
import { fetchCohort } from './fetch.js';
import type { FoundInstance, Pacs, Receiver } from './found.js';
import { fileMetaBytes } from './part10.js';
import { parsePacsSettings } from './settings.js';

const folder = temporaryFolders();
const signal = new AbortController().signal;

/** A PACS that ignores every key: two studies of two images each, of which it tells the view of one. */
function deafPacs(fetched: string[], failAt: string | null = null): Pacs {
  return {
    name: 'the PACS',
    echo: () => Promise.resolve(),
    store: () => Promise.resolve(),
    studies: () =>
      Promise.resolve([
        { studyUid: '1', date: '20210331', description: 'Screening', procedureCodes: [{ scheme: 'SCT', value: 'A' }] },
        { studyUid: '2', date: '20220331', description: null, procedureCodes: [] },
      ]),
    series: (studyUid) =>
      Promise.resolve([
        { studyUid, seriesUid: `${studyUid}.1`, modality: 'MG', description: null, laterality: 'L' },
        { studyUid, seriesUid: `${studyUid}.2`, modality: 'US', description: null, laterality: null },
      ]),
    instances: (studyUid, seriesUid) =>
      Promise.resolve([
        { studyUid, seriesUid, sopUid: `${seriesUid}.1`, view: 'CC', laterality: null },
        { studyUid, seriesUid, sopUid: `${seriesUid}.2`, view: null, laterality: 'R' },
      ]),
    fetch: async (wanted: readonly FoundInstance[], receiver: Receiver) => {
      for (const instance of wanted) {
        if (instance.sopUid === failAt) throw new Error('the connection broke off');
        fetched.push(instance.sopUid);
        const sink = receiver.begin();
        sink.write(
          fileMetaBytes({ sopClassUid: '1.2', sopUid: instance.sopUid, transferSyntaxUid: '1.2.840.10008.1.2.1' }),
        );
        sink.write(Buffer.from(`pixels of ${instance.sopUid}`));
        await receiver.keep(instance, sink);
      }
    },
  };
}

async function found(cohort: object, isWanted: (studyUid: string) => boolean = () => true): Promise<string[]> {
  const text = JSON.stringify({ dicomweb: { url: 'http://127.0.0.1' }, cohort });
  const settings = parsePacsSettings(text, 'pacs.yaml').cohort;
  const { instances } = await findCohort(deafPacs([]), settings, isWanted, signal);
  return instances.map(({ sopUid }) => sopUid);
}

describe('a cohort', () => {
  it('is what the settings say, whatever the PACS makes of the question', async () => {
    expect(await found({})).toEqual(['1.1.1', '1.1.2', '2.1.1', '2.1.2']);
    expect(await found({ studyDates: { to: '2021-12-31' } })).toEqual(['1.1.1', '1.1.2']);
    expect(await found({ studyDates: { from: '2022-03-31' } })).toEqual(['2.1.1', '2.1.2']);
    expect(await found({ modalities: ['US'] })).toEqual(['1.2.1', '1.2.2', '2.2.1', '2.2.2']);
    // Of the image before of the series; whose view is not told is in it.
    expect(await found({ laterality: ['R'] })).toEqual(['1.1.2', '2.1.2']);
    expect(await found({ views: ['MLO'] })).toEqual(['1.1.2', '2.1.2']);
    expect(await found({ description: 'screen' })).toEqual(['1.1.1', '1.1.2']);
    expect(await found({ procedureCodes: [{ value: 'A' }] })).toEqual(['1.1.1', '1.1.2']);
    expect(await found({ procedureCodes: [{ scheme: 'LN', value: 'A' }] })).toEqual([]);
    expect(await found({}, (studyUid) => studyUid === '2')).toEqual(['2.1.1', '2.1.2']);
  });

  it('is fetched once, goes on where it was cut off, and has its pathology beside it', async () => {
    const dir = await folder();
    const settings = parsePacsSettings('dicomweb: { url: "http://127.0.0.1" }', 'pacs.yaml').cohort;
    const fetched: string[] = [];
    const pathology = new Map([['2', 'malignant']] as const);
    const fetchAll = async (failAt: string | null, isWanted = true): Promise<unknown> => {
      const pacs = deafPacs(fetched, failAt);
      const cache = await ObjectCache.open(dir, 1_000_000, () => 1);
      try {
        const cohort = await findCohort(pacs, settings, () => isWanted, signal);
        return await fetchCohort(pacs, cohort, pathology, cache, signal);
      } finally {
        await cache.close();
      }
    };
    await expect(fetchAll('2.1.1')).rejects.toThrow('broke off');
    expect(await readdir(join(dir, 'images'))).toEqual([]);
    expect(await fetchAll(null)).toMatchObject({ instanceCount: 4, presentCount: 2, fetchedCount: 2, studyCount: 2 });
    expect(fetched).toEqual(['1.1.1', '1.1.2', '2.1.1', '2.1.2']);
    const known = JSON.parse(await readFile(join(dir, 'images', 'pathology.json'), 'utf8')) as Record<string, string>;
    const contents = await Promise.all(Object.keys(known).map((name) => readFile(join(dir, 'images', name), 'latin1')));
    expect(contents.map((text) => text.replace(/^.*pixels of /s, '')).sort()).toEqual(['2.1.1', '2.1.2']);
    expect(Object.values(known)).toEqual(['malignant', 'malignant']);
    await expect(fetchAll(null, false)).rejects.toMatchObject({ code: 'empty-cohort' });
    expect(await readdir(join(dir, 'images'))).toHaveLength(5);
  });
});
