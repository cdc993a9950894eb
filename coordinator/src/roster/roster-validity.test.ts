import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Logger } from '@mammofed/core';
import { firstRoster, generateIdentity, signRoster, sodiumReady, type Identity } from '@mammofed/privacy';
import type { ConnectionRegistry } from '../sessions/connection-registry.js';
import { RosterService } from './roster.service.js';
import type { RosterStore } from './roster.store.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let coordinator: Identity;
let root: Identity;
beforeAll(async () => {
  await sodiumReady();
  [coordinator, root] = [generateIdentity(), generateIdentity()];
});

describe('a coordinator that runs', () => {
  it('reminds of the end of its roster’s validity every day of the last 30, until it is renewed', async () => {
    const hexOf = ({ publicKey }: Identity): string => Buffer.from(publicKey).toString('hex');
    const parts = { root: hexOf(root), coordinator: hexOf(coordinator), validFromMs: 0 };
    const roster = firstRoster({ ...parts, validUntilMs: 40 * DAY_MS });
    const held = signRoster(roster, root);
    let nowMs = 0;
    const reminders: unknown[] = [];
    const log: Logger = {
      info: () => undefined,
      warn: (_message, fields) => reminders.push(fields?.['daysLeft']),
      error: () => undefined,
    };
    const service = new RosterService(
      { load: () => Promise.resolve(held), apply: () => Promise.resolve(new Set()) } as unknown as RosterStore,
      { connected: () => [] } as unknown as ConnectionRegistry,
      coordinator,
      { nowMs: () => nowMs },
      log,
    );
    const lookUntil = (endMs: number): void => {
      for (; nowMs < endMs; nowMs += HOUR_MS) service.look();
    };
    await service.onModuleInit();
    try {
      lookUntil(13 * DAY_MS);
      expect(reminders).toEqual([29, 28, 27]);
      await service.take(signRoster({ ...roster, version: 2, validUntilMs: 44 * DAY_MS }, root).bytes);
      lookUntil(15 * DAY_MS);
      expect(reminders).toEqual([29, 28, 27, 29]);
    } finally {
      service.onModuleDestroy();
    }
  });
});
