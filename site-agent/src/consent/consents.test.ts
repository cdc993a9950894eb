import { readFile, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { runId } from '@mammofed/core';
import { silentLog, temporaryFolders, testRunConfig } from '../fixtures.test-support.js';
import { sitePaths, type SitePaths } from '../site-paths.js';
import { termsOf, type ConsentTerms } from './consent-terms.js';
import { approve, Consents, readApprovals, revoke } from './consents.js';
import { OfferedRuns, readOfferedRuns } from './offered-runs.js';
import { studiesOf, studiesText } from './studies-text.js';
import { untilTaken, waitingRuns } from './waiting-runs.js';

const folder = temporaryFolders();
const forever = new AbortController().signal;
const TERMS = termsOf(testRunConfig(), null);
const MORE: ConsentTerms = { ...TERMS, epochs: 3, balance: { kind: 'edge', strength: 0.5 } };
const CONSENT = { code: 'policy-consent', message: 'not approved yet' };

let paths: SitePaths;
let said: string[];
beforeEach(async () => {
  paths = sitePaths(await folder());
  said = [];
});
const listeners = { log: silentLog, say: (line: string) => void said.push(line) };

describe('approvals', () => {
  it('are on disk when the command ends, reach an agent that runs, and are taken back by study', async () => {
    const consents = await Consents.open(paths.consent);
    expect(consents.approved).toEqual([]);
    await approve(paths, TERMS, 5);
    await approve(paths, TERMS, 6);
    await approve(paths, MORE, 7);
    await approve(paths, { ...TERMS, study: 'other' }, 8);
    await consents.refresh(listeners);
    expect(consents.approved.map(({ terms, approvedAtMs }) => [terms.study, terms.epochs, approvedAtMs])).toEqual([
      ['test', 1, 6],
      ['test', 3, 7],
      ['other', 1, 8],
    ]);
    expect(await revoke(paths, 'test')).toBe(2);
    await consents.refresh(listeners);
    expect(consents.approved.map(({ terms }) => terms.study)).toEqual(['other']);
    expect(await revoke(paths, 'test')).toBe(0);
  });

  it('that were written by hand approve nothing, and are not taken for none at a start', async () => {
    const consents = await Consents.open(paths.consent);
    await approve(paths, TERMS, 5);
    await consents.refresh(listeners);
    const text = await readFile(paths.consent, 'utf8');
    await writeFile(paths.consent, text.replace('"epochs": 1', '"epochs": 1000'));
    await consents.refresh(listeners);
    await consents.refresh(listeners);
    expect(consents.approved).toEqual([]);
    expect(said).toEqual([expect.stringMatching(/consent\.json.*approve/)]);
    await expect(Consents.open(paths.consent)).rejects.toMatchObject({ code: 'bad-consent' });
    await writeFile(paths.consent, '{');
    await expect(approve(paths, TERMS, 5)).rejects.toMatchObject({ code: 'bad-consent' });
  });
});

describe('studies that wait', () => {
  const offer = async (...runs: [string, ConsentTerms, typeof CONSENT | null][]): Promise<void> => {
    const offered = await OfferedRuns.open(paths.offeredRuns, { nowMs: () => 9 }, silentLog);
    for (const [id, terms, refusal] of runs) offered.note(runId(id), terms, null, refusal);
    await offered.settled();
  };
  const waiting = (wish: { study?: string; runId?: string | null; waitMs?: number } = {}) =>
    waitingRuns(paths, { study: 'test', runId: null, waitMs: 0, ...wish }, forever);

  it('are told with everything to look at, and how to approve them', async () => {
    await approve(paths, TERMS, 0);
    await offer(['run-1', MORE, CONSENT]);
    const text = studiesText(studiesOf(await readOfferedRuns(paths.offeredRuns), await readApprovals(paths))).join(
      '\n',
    );
    expect(text).toMatch(/^Waits for your approval: study test$/m);
    expect(text).toMatch(/unet of width 0.03125 at 16×16 pixels/);
    expect(text).toMatch(/images +the lesion's region with a margin of 0\.1 of its sides, grey window percentiles/);
    expect(text).toMatch(/mode +sealed/);
    expect(text).toMatch(/3 epoch\(s\) in each of 9 round\(s\)/);
    expect(text).toMatch(/balance +images drawn by edge, strength 0\.5/);
    expect(text).toMatch(/none for patients/);
    expect(text).toMatch(/signed by +nobody/);
    expect(text).toMatch(/beyond what you approved: 3 epochs, not 1; images balanced by edge/);
    expect(text).toMatch(/mammofed site policy approve test --run run-1/);
    expect(text).toMatch(/Approved on 1970-01-01T00:00:00.000Z: study test/);
  });

  it('are those whose terms no approval covers, once for equal terms', async () => {
    await offer(['run-1', TERMS, CONSENT], ['run-2', TERMS, CONSENT]);
    expect((await waiting()).map(({ runId: id }) => id)).toEqual(['run-2']);
    await approve(paths, TERMS, 1);
    expect(await waiting()).toEqual([]);
  });

  it('have to be named where they differ, and known', async () => {
    await offer(['run-1', TERMS, CONSENT], ['run-2', MORE, CONSENT]);
    await expect(waiting()).rejects.toMatchObject({ code: 'several-variants' });
    expect((await waiting({ runId: 'run-1' })).map(({ terms }) => terms)).toEqual([TERMS]);
    await expect(waiting({ study: 'other' })).rejects.toMatchObject({ code: 'unknown-study' });
    await expect(waiting({ runId: 'run-9' })).rejects.toMatchObject({ code: 'unknown-study' });
  });

  it('are waited for, and so is the agent that tells the coordinator', async () => {
    const later = waiting({ waitMs: 60_000 });
    await offer(['run-1', TERMS, CONSENT]);
    expect(await later).toHaveLength(1);
    const taken = untilTaken(paths, { study: 'test', runId: 'run-1', waitMs: 60_000 }, forever);
    await offer(['run-1', TERMS, null]);
    await taken;
  });

  it('are forgotten with the oldest first, and a file that is not sound is as none', async () => {
    await offer(...Array.from({ length: 210 }, (_, i): [string, ConsentTerms, null] => [`run-${i}`, TERMS, null]));
    const runs = await readOfferedRuns(paths.offeredRuns);
    expect([runs.length, runs[0]?.runId]).toEqual([200, 'run-10']);
    await writeFile(paths.offeredRuns, '{"version": 1');
    expect(await readOfferedRuns(paths.offeredRuns)).toEqual([]);
  });
});
