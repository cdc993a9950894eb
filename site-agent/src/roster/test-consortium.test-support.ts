import { firstRoster, generateIdentity, signRoster, withSite, type Identity, type Roster } from '@mammofed/privacy';

/** A root, and the rosters that it signs for one coordinator and one site. They count from 1970 for many years. */
export class TestConsortium {
  readonly root: Identity = generateIdentity();

  constructor(readonly coordinator: Identity) {}

  /** @param siteKey - of the only site, called north; 32 bytes. */
  roster(siteKey: Uint8Array, changes: Partial<Roster> = {}): Roster {
    const first = firstRoster({
      root: hexOf(this.root.publicKey),
      coordinator: hexOf(this.coordinator.publicKey),
      validFromMs: 0,
      validUntilMs: 2 ** 50,
    });
    return { ...withSite(first, { name: 'north', key: hexOf(siteKey) }), ...changes };
  }

  /** As a coordinator hands it out. */
  signed(siteKey: Uint8Array, changes: Partial<Roster> = {}): Uint8Array {
    return signRoster(this.roster(siteKey, changes), this.root).bytes;
  }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
