import { runId, sha256Hex, siteId, type RingBits, type SiteId } from '@mammofed/core';
import {
  advertisementBytes,
  clipsHash,
  confirmationBytes,
  CoordinatorAttempt,
  dealtSharesBytes,
  generateIdentity,
  SiteAttempt,
  smallestThreshold,
  unmaskSharesBytes,
  type AttemptEvent,
  type AttemptPhase,
  type AttemptTerms,
  type MaskStream,
} from '@mammofed/privacy';

/** Steps at which a site can drop out: it does not take the step that it is lost at. */
export const DROP_STEPS = ['advertise', 'share', 'upload', 'confirm', 'unmask'] as const;
export type DropStep = (typeof DROP_STEPS)[number];

export interface AttemptSettings {
  readonly siteCount: number;
  readonly parameterCount: number;
  readonly ringBits: RingBits;
  /** How many sites are lost at each step. */
  readonly drop: Readonly<Record<DropStep, number>>;
}

const SMALLEST_COHORT = 3;
const SIGNATURE_BYTES = 64;

interface PlayedAnswer {
  readonly event: AttemptEvent;
  /** What the site sends for it. */
  readonly bytes: number;
}

/** One attempt of real sites and a real coordinator, whose messages are handed over in memory. */
export class PlayedAttempt {
  readonly cohort: readonly SiteId[];
  readonly identityKeys: ReadonlyMap<SiteId, Uint8Array>;
  readonly terms: AttemptTerms;
  /** What the coordinator stores. */
  readonly events: AttemptEvent[] = [];
  readonly #drop: AttemptSettings['drop'];
  readonly #coordinator: CoordinatorAttempt;
  readonly #sites: ReadonlyMap<SiteId, SiteAttempt>;
  #present: readonly SiteId[];
  #sentBytes = 0;

  constructor({ siteCount, parameterCount, ringBits, drop }: AttemptSettings) {
    this.cohort = Array.from({ length: siteCount }, (_, i) => siteId(`site-${String(i).padStart(2, '0')}`));
    this.#present = this.cohort;
    this.#drop = drop;
    const identities = this.cohort.map((site) => ({ site, identity: generateIdentity() }));
    const keys = new Map(identities.map(({ site, identity }) => [site, identity.publicKey]));
    this.identityKeys = keys;
    this.terms = terms(siteCount, ringBits);
    const roster = { identityKeyOf: (site: SiteId) => keys.get(site) ?? null };
    const shared = { terms: this.terms, roster, parameterCount };
    this.#coordinator = new CoordinatorAttempt({ ...shared, cohort: this.cohort, minCohort: SMALLEST_COHORT });
    const policy = { minCohort: SMALLEST_COHORT, thresholdFloor: 0 };
    const log = { size: 0, root: new Uint8Array(32) };
    this.#sites = new Map(
      identities.map(({ site, identity }) => [
        site,
        new SiteAttempt({ ...shared, site, identity, policy, log, isSameLog: () => true, records: [] }),
      ]),
    );
  }

  /** Sites that took the last step. */
  get present(): readonly SiteId[] {
    return this.#present;
  }

  /** What the first site, which never drops out, has sent. */
  get sentBytes(): number {
    return this.#sentBytes;
  }

  advertise(): Promise<void> {
    return this.#step('advertise', 'keying', (site) => {
      const message = site.advertisement;
      return { event: { kind: 'advertised', message }, bytes: advertisementBytes(message).length + SIGNATURE_BYTES };
    });
  }

  share(): Promise<void> {
    return this.#step('share', 'sharing', async (site) => {
      const message = await site.share(this.#coordinator.roll);
      return { event: { kind: 'dealt', message }, bytes: dealtSharesBytes(message).length + SIGNATURE_BYTES };
    });
  }

  /** @param upload - masks a site's vector and stores it. @returns how many bytes it has. */
  upload(upload: (site: SiteId, masksOf: () => MaskStream) => Promise<number>): Promise<void> {
    return this.#step('upload', 'collecting', async (attempt, site) => {
      const request = this.#coordinator.maskRequest(site);
      const bytes = await upload(site, () => attempt.mask(request));
      return { event: { kind: 'uploaded', site }, bytes };
    });
  }

  confirm(): Promise<void> {
    return this.#step('confirm', 'confirming', (site) => {
      const { message } = site.confirm(this.#coordinator.confirmRequest);
      return { event: { kind: 'confirmed', message }, bytes: confirmationBytes(message).length + SIGNATURE_BYTES };
    });
  }

  unmask(): Promise<void> {
    return this.#step('unmask', 'unmasking', (site) => {
      const { message } = site.unmask(this.#coordinator.unmaskRequest, []);
      return { event: { kind: 'unmasked', message }, bytes: unmaskSharesBytes(message).length + SIGNATURE_BYTES };
    });
  }

  async #step(
    step: DropStep,
    phase: AttemptPhase,
    answer: (attempt: SiteAttempt, site: SiteId) => PlayedAnswer | Promise<PlayedAnswer>,
  ): Promise<void> {
    this.#present = this.#present.slice(0, this.#present.length - this.#drop[step]);
    for (const site of this.#present) {
      const { event, bytes } = await answer(this.#sites.get(site) as SiteAttempt, site);
      this.#apply(event);
      if (site === this.cohort[0]) this.#sentBytes += bytes;
    }
    this.#apply({ kind: 'closed', phase });
  }

  #apply(event: AttemptEvent): void {
    this.#coordinator.apply(event);
    this.events.push(event);
  }
}

function terms(siteCount: number, ringBits: RingBits): AttemptTerms {
  return {
    consortium: new Uint8Array(32),
    run: runId('bench'),
    round: 1,
    attempt: 1,
    configurationHash: new Uint8Array(32),
    threshold: smallestThreshold(siteCount),
    clipsHash: clipsHash([]),
    ringBits,
    baseModel: sha256Hex('0'.repeat(64)),
    rosterVersion: 1,
    rosterHash: new Uint8Array(32),
  };
}
