import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addedStatistics, mapStatistics, runId, STATISTICS, type DataStatistics } from '@mammofed/core';
import { generateIdentity, sodiumReady, type Identity } from '@mammofed/privacy';
import type { DataCheckReport, Message } from '@mammofed/wire';
import { FakeSite } from '../fake-site.test-support.js';
import { testRunConfig } from '../run-config.test-support.js';
import { ScratchFolder } from '../scratch-folder.test-support.js';
import { TestCoordinator } from '../test-coordinator.test-support.js';
import { initialModel } from '../training.test-support.js';

const NAMES = ['north', 'south', 'west', 'east'] as const;
type Name = (typeof NAMES)[number];

let scratch: ScratchFolder;
let dir: string;
let coordinator: TestCoordinator;
let coordinatorKey: Uint8Array;
let identities: Readonly<Record<Name, Identity>>;

beforeAll(async () => {
  await sodiumReady();
  scratch = await ScratchFolder.create();
  dir = scratch.path('coordinator');
  await TestCoordinator.initialise(dir);
  coordinator = await TestCoordinator.start(dir);
  const [north, south, west, east] = NAMES.map(() => generateIdentity()) as [Identity, Identity, Identity, Identity];
  identities = { north, south, west, east };
  for (const name of NAMES) {
    const code = await coordinator.invite(name);
    coordinatorKey = code.coordinatorKey;
    await FakeSite.enrol(code, identities[name]);
  }
}, 180_000);
afterAll(async () => {
  await coordinator.stop();
  await scratch.remove();
});

const ready = (name: Name): Promise<FakeSite> =>
  FakeSite.ready(coordinator.url, coordinatorKey, identities[name], 'site');

/** A run that is described and not started. */
async function draft(sites: readonly Name[] | null, study: string): Promise<string> {
  const { body: stored } = await coordinator.admin('POST', 'models', { bytes: initialModel(study) });
  const config = testRunConfig({ study, quorum: { minSites: 2, minExamples: 0, maxSites: 4, sites } });
  const created = await coordinator.admin('POST', 'runs', { body: { config, initialModelSha256: stored['sha256'] } });
  return created.body['runId'] as string;
}

function reportOf(run: string, changes: Partial<DataCheckReport> = {}): DataCheckReport {
  const withheld = { usableImages: null, usablePatients: null, imageCounts: [], statistics: null };
  return { kind: 'data-check-report', runId: runId(run), fits: true, codes: [], ...withheld, ...changes };
}

/** Counts that no other site has. */
const countsOf = (seed: number): DataStatistics =>
  mapStatistics((name) => STATISTICS[name].map((_, bin) => (bin === seed ? 50 + seed : 10 * seed)));

describe('what sites report of their data before the first round', () => {
  it('is shown with what to do, and keeps a site out whose data do not fit, until it reports anew', async () => {
    const [north, south, west] = await Promise.all([ready('north'), ready('south'), ready('west')]);
    const run = await draft(['north', 'south', 'west'], 'fits');
    for (const site of [north, south, west]) await site.next('run-offer', run);
    const usable = { usableImages: 60, usablePatients: 20, imageCounts: [{ code: 'few-shades' as const, images: 7 }] };
    const stored: Message = { kind: 'data-check-stored', others: null };
    expect(await north.request(reportOf(run, { codes: ['unknown-kind'], ...usable }))).toEqual(stored);
    expect(await west.request(reportOf(run, { fits: false, codes: ['masks-turned'] }))).toEqual(stored);

    const view = await coordinator.view(run);
    expect(view.dataChecks).toMatchObject([
      { site: 'north', fits: true, findings: [{ code: 'unknown-kind', verdict: 'flagged' }], ...usable },
      { site: 'west', fits: false, usableImages: null, imageCounts: [] },
    ]);
    expect(view.dataChecks[1]?.findings).toMatchObject([
      { code: 'masks-turned', verdict: 'refused', meaning: expect.stringContaining('better mirrored') },
    ]);
    const unfit = { site: 'west', code: 'data-does-not-fit', reason: 'data-does-not-fit: masks-turned' };
    expect(view.withheld).toEqual([unfit]);

    // South has said nothing, as a site of an older version: it takes part.
    await coordinator.admin('POST', `runs/${run}/start`);
    const began = await coordinator.viewWhen('a round', run, ({ rounds }) => rounds[0]?.state === 'training');
    expect(began.rounds[0]?.sites.map(({ site }) => site)).toEqual(['north', 'south']);

    await coordinator.stop();
    coordinator = await TestCoordinator.start(dir);
    const after = await coordinator.view(run);
    expect(after.withheld).toEqual([unfit]);
    const again = await ready('west');
    // That it would take part says nothing of its data.
    await again.next('run-offer', run);
    expect((await coordinator.view(run)).withheld).toEqual([unfit]);
    expect(await again.request(reportOf(run))).toEqual(stored);
    const mended = await coordinator.view(run);
    expect([mended.withheld, mended.dataChecks.at(-1)]).toMatchObject([[], { site: 'west', fits: true, findings: [] }]);
    again.disconnect();
  }, 180_000);

  it('is added for the others once three share it, and never so that one can be told from two sums', async () => {
    const sites = await Promise.all(NAMES.map(ready));
    const [north, south, west, east] = sites as [FakeSite, FakeSite, FakeSite, FakeSite];
    const run = await draft(null, 'sums');
    for (const site of sites) await site.next('run-offer', run);
    const share = (site: FakeSite, seed: number) =>
      site.request(reportOf(run, { usableImages: 1000 * seed, statistics: countsOf(seed) }));
    const sumOf = (...seeds: number[]): Message => ({
      kind: 'data-check-stored',
      others: {
        sites: seeds.length,
        images: 1000 * seeds.reduce((sum, seed) => sum + seed, 0),
        statistics: addedStatistics(seeds.map(countsOf)),
      },
    });
    const none: Message = { kind: 'data-check-stored', others: null };
    expect(await share(north, 1)).toEqual(none);
    expect(await share(south, 2)).toEqual(none);
    // Asked by one that shares nothing: two are too few.
    expect(await east.request(reportOf(run))).toEqual(none);
    expect(await share(west, 3)).toEqual(sumOf(1, 2));
    // Those that reported before are offered the run again, so that they report again.
    for (const site of [north, south, east]) await site.next('run-offer', run);
    expect(await share(north, 1)).toEqual(sumOf(2, 3));
    expect(await share(south, 2)).toEqual(sumOf(1, 3));
    expect(await east.request(reportOf(run))).toEqual(sumOf(1, 2, 3));

    // A fourth alone does not change anybody's sum, nor do data that were changed since.
    expect(await share(east, 4)).toEqual(sumOf(1, 2, 3));
    expect(await share(north, 5)).toEqual(sumOf(2, 3));
    expect(await share(south, 2)).toEqual(sumOf(1, 3));
    expect((await coordinator.view(run)).dataChecks[0]).not.toHaveProperty('statistics');

    // Another run of the study, another three: the sum stays, or the two sums would give south's and east's apart.
    const second = await draft(['north', 'south', 'east'], 'sums');
    for (const site of [north, south, east]) await site.next('run-offer', second);
    for (const [site, seed, sum] of [
      [north, 1, sumOf(2, 3)],
      [south, 2, sumOf(1, 3)],
      [east, 4, sumOf(1, 2, 3)],
    ] as const)
      expect(await site.request(reportOf(second, { usableImages: 1000 * seed, statistics: countsOf(seed) }))).toEqual(
        sum,
      );
    for (const site of sites) site.disconnect();
  }, 120_000);

  it('is refused where it cannot be, and changes nothing', async () => {
    const north = await ready('north');
    const run = await draft(['north', 'west'], 'refused');
    await north.next('run-offer', run);
    const long = mapStatistics(() => new Array<number>(11).fill(5));
    const bad: [string, Partial<DataCheckReport>][] = [
      ['words', { codes: ['mask-0042' as 'masks-turned'] }],
      ['a code about one image', { codes: ['mask-in-air'], fits: false }],
      ['a code twice', { codes: ['masks-turned', 'masks-turned'], fits: false }],
      ['another verdict than its codes', { codes: ['masks-turned'], fits: true }],
      ['a verdict without a code', { codes: ['many-refused'], fits: false }],
      ['more patients than images', { usableImages: 10, usablePatients: 11 }],
      ['a count about all images', { imageCounts: [{ code: 'masks-turned', images: 9 }] }],
      ['other bins', { usableImages: 60, statistics: long }],
      ['bins without a number of images', { statistics: countsOf(3) }],
      ['more images in the bins than there are', { usableImages: 20, statistics: countsOf(3) }],
    ];
    for (const [what, changes] of bad)
      expect([what, await north.request(reportOf(run, changes))]).toMatchObject([what, { code: 'bad-data-check' }]);
    expect(await north.request(reportOf('surprise'))).toMatchObject({ code: 'unknown-run' });
    const south = await ready('south');
    expect(await south.request(reportOf(run))).toMatchObject({ code: 'unknown-run' });
    expect((await coordinator.view(run)).dataChecks).toEqual([]);
    for (const site of [north, south]) site.disconnect();
  }, 120_000);
});
