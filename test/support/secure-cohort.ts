import { createPrivateKey, randomBytes, sign } from 'node:crypto';
import { RingAccumulator } from '@mammofed/aggregation';
import {
  packedBlocks,
  packedByteLength,
  runId,
  sha256Hex,
  siteId,
  type PackedLayout,
  type RingBits,
  type SiteId,
} from '@mammofed/core';
import {
  clipsHash,
  CoordinatorAttempt,
  generateIdentity,
  SiteAttempt,
  smallestThreshold,
  type AttemptPhase,
  type AttemptSecrets,
  type AttemptTerms,
  type CohortPolicy,
  type Identity,
  type LogHead,
  type MaskStream,
  type RosterView,
  type SiteAttemptOptions,
} from '@mammofed/privacy';

export interface SecureCohortOptions {
  readonly siteCount: number;
  readonly threshold?: number;
  readonly ringBits?: RingBits;
  readonly parameterCount?: number;
  readonly policy?: CohortPolicy;
  /** Given: who the members are; else as many as are asked for are made. */
  readonly identities?: ReadonlyMap<SiteId, Identity>;
  /** Of a real attempt. */
  readonly terms?: Partial<AttemptTerms>;
  /** What the members hold of the coordinator's log. */
  readonly log?: LogHead;
}

const LOG: LogHead = { size: 7, root: new Uint8Array(32).fill(9) };

/** A coordinator and its sites in one attempt, all real, without a network: what each says is handed to the others. */
export class SecureCohort {
  readonly sites: readonly SiteId[];
  readonly identities: ReadonlyMap<SiteId, Identity>;
  readonly roster: RosterView;
  readonly terms: AttemptTerms;
  readonly layout: PackedLayout;
  readonly coordinator: CoordinatorAttempt;
  readonly uploads = new Map<SiteId, Uint8Array>();
  readonly #policy: CohortPolicy;
  readonly #log: LogHead;
  readonly #attempts = new Map<SiteId, SiteAttempt>();

  constructor(options: SecureCohortOptions) {
    const { siteCount, ringBits = 32, parameterCount = 5 } = options;
    this.#policy = options.policy ?? { minCohort: 3, thresholdFloor: 0 };
    this.#log = options.log ?? LOG;
    this.identities = options.identities ?? madeIdentities(siteCount);
    this.sites = [...this.identities.keys()].sort();
    this.roster = { identityKeyOf: (site) => this.identities.get(site)?.publicKey ?? null };
    this.layout = { parameterCount, ringBits };
    this.terms = {
      consortium: new Uint8Array(32).fill(1),
      run: runId('run-1'),
      round: 3,
      attempt: 1,
      configurationHash: new Uint8Array(32).fill(2),
      threshold: options.threshold ?? smallestThreshold(siteCount),
      clipsHash: clipsHash([0.5, 0.25]),
      ringBits,
      baseModel: sha256Hex('ab'.repeat(32)),
      rosterVersion: 4,
      rosterHash: new Uint8Array(32).fill(3),
      ...options.terms,
    };
    this.coordinator = this.newCoordinator();
  }

  newCoordinator(): CoordinatorAttempt {
    const { terms, sites: cohort, roster, layout } = this;
    const { parameterCount } = layout;
    return new CoordinatorAttempt({ terms, cohort, roster, minCohort: this.#policy.minCohort, parameterCount });
  }

  /** A site that joins anew; in place of the one that was there, if any. */
  join(site: SiteId, options: Partial<SiteAttemptOptions> = {}, secrets?: AttemptSecrets): SiteAttempt {
    const attempt = new SiteAttempt(
      {
        terms: this.terms,
        site,
        identity: this.identityOf(site),
        roster: this.roster,
        policy: this.#policy,
        parameterCount: this.layout.parameterCount,
        log: this.#log,
        isSameLog: ({ size }) => size === this.#log.size,
        records: [],
        ...options,
      },
      ...(secrets === undefined ? [] : [secrets]),
    );
    this.#attempts.set(site, attempt);
    return attempt;
  }

  attempt(site: SiteId): SiteAttempt {
    return this.#attempts.get(site) ?? this.join(site);
  }

  identityOf(site: SiteId): Identity {
    return this.identities.get(site) as Identity;
  }

  signAs(site: SiteId, bytes: Uint8Array): Uint8Array {
    return signedBy(this.identityOf(site), bytes);
  }

  /** Each of the following lets these sites answer, and ends the phase. */
  advertise(sites = this.sites): void {
    for (const site of sites) {
      this.coordinator.apply({ kind: 'advertised', message: this.attempt(site).advertisement });
    }
    this.#close('keying');
  }

  async share(sites = this.sites): Promise<void> {
    for (const site of sites) {
      this.coordinator.apply({ kind: 'dealt', message: await this.attempt(site).share(this.coordinator.roll) });
    }
    this.#close('sharing');
  }

  /** @param vectorOf - a site's packed vector; zeros if not given. */
  collect(sites = this.sites, vectorOf?: (site: SiteId) => Uint8Array): void {
    for (const site of sites) {
      const vector = vectorOf?.(site) ?? new Uint8Array(packedByteLength(this.layout));
      this.uploads.set(site, masked(this.attempt(site).mask(this.coordinator.maskRequest(site)), vector, this.layout));
      this.coordinator.apply({ kind: 'uploaded', site });
    }
    this.#close('collecting');
  }

  confirm(sites = this.sites): void {
    for (const site of sites) {
      const { message } = this.attempt(site).confirm(this.coordinator.confirmRequest);
      this.coordinator.apply({ kind: 'confirmed', message });
    }
    this.#close('confirming');
  }

  unmask(sites = this.sites): void {
    for (const site of sites) {
      const { message } = this.attempt(site).unmask(this.coordinator.unmaskRequest, []);
      this.coordinator.apply({ kind: 'unmasked', message });
    }
    this.#close('unmasking');
  }

  /** The sum of the uploads without their masks, P + 2 words. */
  async sum(): Promise<Uint32Array> {
    const { unmasking } = await this.coordinator.recover();
    const accumulator = new RingAccumulator(this.layout.parameterCount + 2, this.layout.ringBits);
    for (const site of this.coordinator.confirmRequest.uploaders) {
      accumulator.addBytes(this.uploads.get(site) as Uint8Array);
    }
    accumulator.addBytes(masked(unmasking, new Uint8Array(packedByteLength(this.layout)), this.layout));
    return accumulator.sum;
  }

  #close(phase: AttemptPhase): void {
    this.coordinator.apply({ kind: 'closed', phase });
  }
}

function madeIdentities(siteCount: number): ReadonlyMap<SiteId, Identity> {
  const sites = Array.from({ length: siteCount }, (_, i) => siteId(`site-${String(i).padStart(2, '0')}`));
  return new Map(sites.map((site) => [site, generateIdentity()]));
}

/** Ed25519 of any bytes, as a site that does not keep to the protocol signs them. */
export function signedBy({ secretKey }: Identity, bytes: Uint8Array): Uint8Array {
  const seed = secretKey.reveal().subarray(0, 32);
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return Uint8Array.from(sign(null, bytes, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })));
}

/** The vector with the masks added, block by block. */
export function masked(masks: MaskStream, vector: Uint8Array, layout: PackedLayout): Uint8Array {
  const bytes = Uint8Array.from(vector);
  let at = 0;
  for (const length of packedBlocks(layout)) {
    masks.addTo(bytes.subarray(at, at + length));
    at += length;
  }
  return bytes;
}

/** A packed vector of random words. */
export function randomVector(layout: PackedLayout): Uint8Array {
  return Uint8Array.from(randomBytes(packedByteLength(layout)));
}
