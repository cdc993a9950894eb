import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { siteId } from '@mammofed/core';
import { generateIdentity, signRoster, sodiumReady, type Identity } from '@mammofed/privacy';
import { temporaryFolders } from '../fixtures.test-support.js';
import { HeldRoster, type HeldRosterOptions } from './held-roster.js';
import { TestConsortium } from './test-consortium.test-support.js';

const folder = temporaryFolders();

describe('the roster that a site holds', () => {
  let coordinator: Identity;
  let site: Identity;
  let consortium: TestConsortium;
  let options: HeldRosterOptions;
  let nowMs: number;

  beforeAll(() => sodiumReady());
  beforeEach(async () => {
    [coordinator, site] = [generateIdentity(), generateIdentity()];
    consortium = new TestConsortium(coordinator);
    nowMs = 1000;
    options = {
      path: join(await folder(), 'roster'),
      rootKey: consortium.root.publicKey,
      coordinatorKey: coordinator.publicKey,
      siteKey: site.publicKey,
      clock: { nowMs: () => nowMs },
    };
  });

  const hexOf = ({ publicKey }: Identity): string => Buffer.from(publicKey).toString('hex');
  const stored = (): Promise<string | null> => readFile(options.path, 'utf8').catch(() => null);

  it('is on disk once it is taken, and is held on after a restart', async () => {
    const held = await HeldRoster.open(options);
    expect(await held.take(consortium.signed(site.publicKey, { version: 7 }), coordinator.publicKey)).toBe(7);
    const again = await HeldRoster.open(options);
    again.assertCounts(coordinator.publicKey);
    const older = again.take(consortium.signed(site.publicKey, { version: 6 }), coordinator.publicKey);
    await expect(older).rejects.toMatchObject({ code: 'old-roster' });
  });

  it('says who belongs, by the last roster that came, whether its writing is over or not', async () => {
    const held = await HeldRoster.open(options);
    await expect(held.snapshot()).rejects.toMatchObject({ code: 'site-not-in-roster' });
    await held.take(consortium.signed(site.publicKey, { version: 7 }), coordinator.publicKey);
    const later = consortium.roster(site.publicKey, { version: 8 });
    const east = generateIdentity();
    const sites = [...later.sites, { name: 'east', key: hexOf(east) }];
    const taken = held.take(consortium.signed(site.publicKey, { version: 8, sites }), coordinator.publicKey);
    const snapshot = await held.snapshot();
    expect(snapshot).toMatchObject({ version: 8, ownName: 'north', consortium: consortium.root.publicKey });
    expect(snapshot.identityKeyOf(siteId('east'))).toEqual(east.publicKey);
    expect(snapshot.identityKeyOf(siteId('west'))).toBeNull();
    await taken;
    await held.take(consortium.signed(east.publicKey, { version: 9 }), coordinator.publicKey).catch(() => undefined);
    await expect(held.snapshot()).rejects.toMatchObject({ code: 'site-not-in-roster' });
    // An attempt that has begun goes by its own.
    expect(snapshot.identityKeyOf(siteId('east'))).toEqual(east.publicKey);
  });

  it.each<[string, string, () => Uint8Array]>([
    ['of another root', 'foreign-roster', () => new TestConsortium(coordinator).signed(site.publicKey, { version: 9 })],
    [
      'that the coordinator signed itself, to add a site',
      'forged-roster',
      () => {
        const own = { ...consortium.roster(site.publicKey), root: hexOf(coordinator), version: 9 };
        const { bytes } = signRoster({ ...own, coordinator: hexOf(generateIdentity()) }, coordinator);
        return Buffer.from(Buffer.from(bytes).toString().replace(hexOf(coordinator), hexOf(consortium.root)));
      },
    ],
    [
      'whose validity was made longer',
      'forged-roster',
      () =>
        Buffer.from(
          Buffer.from(consortium.signed(site.publicKey, { version: 9 }))
            .toString()
            .replace(String(2 ** 50), String(2 ** 51)),
        ),
    ],
    ['of an older version', 'old-roster', () => consortium.signed(site.publicKey, { version: 2 })],
    [
      'that is a second one of a version',
      'conflicting-roster',
      () => consortium.signed(site.publicKey, { version: 3, validFromMs: 1 }),
    ],
    ['that is none', 'bad-roster', () => new Uint8Array(300)],
  ])('stays when one comes %s', async (_what, code, made) => {
    const held = await HeldRoster.open(options);
    await held.take(consortium.signed(site.publicKey, { version: 3 }), coordinator.publicKey);
    const before = await stored();
    await expect(held.take(made(), coordinator.publicKey)).rejects.toMatchObject({ code });
    expect(await stored()).toBe(before);
    held.assertCounts(coordinator.publicKey);
  });

  it('is the root’s newest word, also against this site and this coordinator', async () => {
    const held = await HeldRoster.open(options);
    await held.take(consortium.signed(site.publicKey), coordinator.publicKey);
    const revoked = consortium.signed(site.publicKey, { version: 3, sites: [] });
    await expect(held.take(revoked, coordinator.publicKey)).rejects.toMatchObject({ code: 'site-not-in-roster' });
    const other = generateIdentity();
    const moved = consortium.signed(site.publicKey, { version: 4, coordinator: hexOf(other) });
    await expect(held.take(moved, coordinator.publicKey)).rejects.toMatchObject({ code: 'coordinator-not-in-roster' });
    expect(held.coordinatorKey).toEqual(other.publicKey);
    held.assertCounts(other.publicKey);
    await expect(held.take(consortium.signed(site.publicKey), coordinator.publicKey)).rejects.toMatchObject({
      code: 'old-roster',
    });
  });

  it('counts for as long as it is valid, and a renewal makes it count again', async () => {
    const held = await HeldRoster.open(options);
    await held.take(consortium.signed(site.publicKey, { validUntilMs: 2000 }), coordinator.publicKey);
    nowMs = 2000;
    expect(() => held.assertCounts(coordinator.publicKey)).toThrow(expect.objectContaining({ code: 'expired-roster' }));
    await held.take(consortium.signed(site.publicKey, { version: 3, validUntilMs: 9000 }), coordinator.publicKey);
    held.assertCounts(coordinator.publicKey);
  });

  it('is not there before the first: the join code’s coordinator is spoken to, and nothing done for it', async () => {
    const held = await HeldRoster.open(options);
    expect(held.coordinatorKey).toEqual(coordinator.publicKey);
    expect(() => held.assertCounts(coordinator.publicKey)).toThrow(
      expect.objectContaining({ code: 'site-not-in-roster' }),
    );
  });

  it('does not open with a file that somebody changed', async () => {
    const held = await HeldRoster.open(options);
    await held.take(consortium.signed(site.publicKey), coordinator.publicKey);
    await writeFile(options.path, ((await stored()) ?? '').replace('"version":2', '"version":1'));
    await expect(HeldRoster.open(options)).rejects.toMatchObject({ code: 'forged-roster' });
  });
});
