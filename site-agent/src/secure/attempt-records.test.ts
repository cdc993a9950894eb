import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { runId, sha256Hex, siteId } from '@mammofed/core';
import type { AttemptRecord } from '@mammofed/privacy';
import { temporaryFolders } from '../fixtures.test-support.js';
import { AttemptRecords } from './attempt-records.js';

const folder = temporaryFolders();
let path: string;

beforeEach(async () => {
  path = join(await folder(), 'attempts.json');
});

const record = (changes: Partial<AttemptRecord> = {}): AttemptRecord => ({
  run: runId('run-1'),
  round: 1,
  attempt: 1,
  baseModel: sha256Hex('a'.repeat(64)),
  confirmed: null,
  hasUnmasked: false,
  ...changes,
});

describe('what a site promised in secure sums', () => {
  it('is there after a restart, each attempt as it was last', async () => {
    const records = await AttemptRecords.open(path);
    const lists = { sharers: [siteId('east'), siteId('north')], uploaders: [siteId('east')] };
    await records.keep(record());
    await records.keep(record({ confirmed: lists }));
    await records.keep(record({ run: runId('run-2') }));
    const { all } = await AttemptRecords.open(path);
    expect(all).toEqual([record({ confirmed: lists }), record({ run: runId('run-2') })]);
    expect(records.of(runId('run-1'), 1, 1)).toEqual(record({ confirmed: lists }));
    expect(records.of(runId('run-1'), 1, 2)).toBeNull();
  });

  it('is kept for good once a sum was unmasked, and otherwise until a later attempt of the run', async () => {
    const records = await AttemptRecords.open(path);
    await records.keep(record());
    await records.keep(record({ attempt: 2, hasUnmasked: true }));
    await records.keep(record({ round: 2 }));
    await records.keep(record({ round: 2, attempt: 2 }));
    expect((await AttemptRecords.open(path)).all).toEqual([
      record({ attempt: 2, hasUnmasked: true }),
      record({ round: 2, attempt: 2 }),
    ]);
  });

  it('is written one after the other, whatever is asked at once', async () => {
    const records = await AttemptRecords.open(path);
    const runs = ['a', 'b', 'c', 'd'].map((name) => record({ run: runId(name) }));
    await Promise.all(runs.map((one) => records.keep(one)));
    expect((await AttemptRecords.open(path)).all).toEqual(runs);
  });

  it('is never taken for nothing', async () => {
    const records = await AttemptRecords.open(path);
    await records.keep(record());
    const text = await readFile(path, 'utf8');
    for (const damaged of [
      '',
      text.slice(0, -5),
      text.replace('"round":1', '"round":0'),
      '{"version":2,"records":[]}',
    ]) {
      await writeFile(path, damaged);
      await expect(AttemptRecords.open(path)).rejects.toMatchObject({ code: 'bad-attempt-records' });
    }
  });
});
