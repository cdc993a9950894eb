import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RingAccumulator } from '@mammofed/aggregation';
import {
  packedBlocks,
  packedByteLength,
  RING_WIDTHS,
  runId,
  sha256Hex,
  siteId,
  type PackedLayout,
  type RingBits,
  type RunConfig,
  type RunId,
  type SiteId,
} from '@mammofed/core';
import {
  clipsHash,
  CoordinatorAttempt,
  generateIdentity,
  SiteAttempt,
  smallestThreshold,
  type Advertisement,
  type AttemptPhase,
  type AttemptTerms,
  type Identity,
  type MaskStream,
  emptyLogHead,
  type LogHead,
} from '@mammofed/privacy';
import { sha256Of } from '@mammofed/storage';
import type { AttemptRef, Message } from '@mammofed/wire';
import type { SitePolicy } from '../policy/site-policy.js';
import { silentLog, testRules, testRunConfig, testTrainTask } from '../fixtures.test-support.js';
import type { RosterSnapshot } from '../roster/held-roster.js';
import { inputsOf } from '../tasks/update-inputs.js';
import { FakeAsker } from '../transfers/fake-asker.test-support.js';
import { UpdateStore } from '../transfers/update-store.js';
import { AttemptRecords } from './attempt-records.js';
import { maskVector } from './mask-vector.js';
import type { AttemptParts, PhaseRequest, TrainedTask } from './secure-attempt.js';
import { SecureAttempts } from './secure-attempts.js';

export const OWN = siteId('north');
const OTHERS = ['east', 'south', 'west'].map((name) => siteId(name));
const PARAMETERS = 40;
const SITE_INDEX = 3;
const VERSION = 4;
const ROSTER_SHA256 = sha256Hex('5'.repeat(64));

const hexBytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

/** Who belongs to the consortium: the site that is tried, and three others. */
export class TestMembers {
  readonly sites = [...OTHERS, OWN].sort();
  readonly identities = new Map<SiteId, Identity>(this.sites.map((site) => [site, generateIdentity()]));
  readonly snapshot: RosterSnapshot = {
    version: VERSION,
    sha256: ROSTER_SHA256,
    consortium: new Uint8Array(32).fill(1),
    ownName: OWN,
    identityKeyOf: (site) => this.identities.get(site)?.publicKey ?? null,
  };

  identityOf(site: SiteId): Identity {
    return this.identities.get(site) as Identity;
  }
}

/** Of a site whose operator approved runs in secure mode. */
export function secureRules(policy: Partial<SitePolicy> = {}): ReturnType<typeof testRules> {
  return testRules(policy, testRunConfig({ mode: 'secure' }));
}

/** The agent of the site that is tried, as far as secure sums go; made anew on the same folder, it was restarted. */
export class TestSite {
  readonly link: FakeAsker;
  readonly secure: SecureAttempts;
  readonly updates: UpdateStore;
  readonly records: AttemptRecords;
  readonly warnings: object[] = [];
  readonly said: string[] = [];
  /** How often the vector was masked by this agent. */
  maskings = 0;
  /** What was uploaded, by the attempt. */
  readonly uploads = new Map<string, Uint8Array>();
  /** Given: what the coordinator says to an upload that is opened. */
  refuseUploads: string | null = null;

  private constructor(dir: string, consortium: TestMembers, records: AttemptRecords, changes: Partial<AttemptParts>) {
    this.records = records;
    this.link = new FakeAsker((message) => this.#obliging(message));
    this.updates = new UpdateStore(join(dir, 'work'));
    const parts: AttemptParts = {
      rules: secureRules(),
      identity: consortium.identityOf(OWN),
      roster: { snapshot: () => Promise.resolve(consortium.snapshot) },
      records,
      workDir: join(dir, 'work'),
      link: this.link,
      heldLog: { heldLogHead: emptyLogHead, headsOfSameLog: () => Promise.resolve(isEmptyLog) },
      contributions: { sending: () => Promise.resolve(), counted: () => Promise.resolve() },
      mask: (job, masks) => {
        this.maskings++;
        return maskVector({ ...job, masks: masks.map(({ key, sign }) => ({ key: key.reveal(), sign })) });
      },
      clock: { nowMs: () => Date.now() },
      log: { ...silentLog, warn: (_, fields) => this.warnings.push(fields ?? {}) },
      say: (line) => this.said.push(line),
      ...changes,
    };
    this.secure = new SecureAttempts(parts, this.updates);
  }

  static async start(dir: string, consortium: TestMembers, changes: Partial<AttemptParts> = {}): Promise<TestSite> {
    await mkdir(join(dir, 'work'), { recursive: true });
    return new TestSite(dir, consortium, await AttemptRecords.open(join(dir, 'attempts.json')), changes);
  }

  answer(request: PhaseRequest): Promise<Message> {
    return this.secure.answer(request, SITE_INDEX);
  }

  /** The code of a refusal; the kind of any other answer. */
  async outcome(request: PhaseRequest): Promise<string> {
    const answer = await this.answer(request);
    return answer.kind === 'refused' ? answer.code : answer.kind;
  }

  /** Waits for what happens in the background. */
  async uploaded(ref: AttemptRef): Promise<Uint8Array> {
    for (;;) {
      const bytes = this.uploads.get(`${ref.round}-${ref.attempt}`);
      if (bytes !== undefined) return bytes;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Null: no answer comes. */
  #obliging(message: Message): Message | null {
    switch (message.kind) {
      case 'consistency-request':
        return null;
      case 'trained':
        return { kind: 'trained-noted' };
      case 'upload-open':
        if (this.refuseUploads !== null) return { kind: 'refused', code: this.refuseUploads, message: 'not now' };
        return { kind: 'upload-status', nextChunk: 0, complete: false };
      case 'upload-chunk':
        this.uploads.set(`${message.round}-${message.attempt}`, message.data);
        return { kind: 'upload-status', nextChunk: 1, complete: true };
      default:
        return { kind: 'refused', code: 'unexpected-message', message: message.kind };
    }
  }
}

const isEmptyLog = ({ size }: LogHead): boolean => size === 0;

export interface RoundOptions {
  readonly run?: RunId;
  readonly attempt?: number;
  readonly ringBits?: RingBits;
  readonly policy?: SitePolicy;
  /** What the coordinator and the other sites hold. */
  readonly terms?: Partial<AttemptTerms>;
}

/** One attempt: a real coordinator and three real other sites without a network, and what the tried site is asked. */
export class TestRound {
  readonly ref: AttemptRef;
  readonly accepted: TrainedTask['accepted'];
  readonly layout: PackedLayout;
  readonly coordinator: CoordinatorAttempt;
  readonly vectors = new Map<SiteId, Uint8Array>();
  readonly masked = new Map<SiteId, Uint8Array>();
  readonly #others: ReadonlyMap<SiteId, SiteAttempt>;
  readonly #terms: AttemptTerms;

  constructor(consortium: TestMembers, options: RoundOptions = {}) {
    const { run = runId('run-1'), attempt = 1, ringBits = RING_WIDTHS[2] } = options;
    this.ref = { runId: run, round: 1, attempt };
    const quorum: RunConfig['quorum'] = { minSites: 3, minExamples: 0, maxSites: 5, sites: null };
    const config = testRunConfig({ mode: 'secure', quorum, ...(ringBits === 32 ? {} : { ringBits }) });
    const task = testTrainTask({ runId: run, attempt, clips: [{ tensor: 'w', clip: 0.5 }], ringBits }, config);
    this.accepted = { kind: 'train', task, config, siteIndex: SITE_INDEX };
    this.layout = { parameterCount: PARAMETERS, ringBits };
    this.#terms = {
      consortium: consortium.snapshot.consortium,
      run,
      round: 1,
      attempt,
      configurationHash: hexBytes(task.configSha256),
      threshold: smallestThreshold(consortium.sites.length),
      clipsHash: clipsHash([0.5]),
      ringBits,
      baseModel: task.baseModel.sha256,
      rosterVersion: VERSION,
      rosterHash: hexBytes(ROSTER_SHA256),
      ...options.terms,
    };
    const shared = { terms: this.#terms, roster: consortium.snapshot, parameterCount: PARAMETERS };
    this.coordinator = new CoordinatorAttempt({ ...shared, cohort: consortium.sites, minCohort: 3 });
    this.#others = new Map(
      OTHERS.map((site) => [
        site,
        new SiteAttempt({
          ...shared,
          site,
          identity: consortium.identityOf(site),
          policy: { minCohort: 3, thresholdFloor: 0 },
          log: emptyLogHead(),
          isSameLog: isEmptyLog,
          records: [],
        }),
      ]),
    );
    for (const site of consortium.sites)
      this.vectors.set(site, Uint8Array.from(randomBytes(packedByteLength(this.layout))));
  }

  /** Lays the trained vector of the tried site on its disk, as the trainer does, and joins. */
  async join({ secure, updates }: TestSite): Promise<void> {
    const inputs = inputsOf(this.accepted);
    let update = await updates.find(this.ref, inputs);
    if (update === null) {
      const bytes = this.vectors.get(OWN) as Uint8Array;
      await writeFile(await updates.prepare(this.ref, bytes.length), bytes);
      const engine = { name: 'compiled', device: 'cpu', steps: 3 };
      const trained = { sha256: sha256Of(bytes), byteLength: bytes.length, exampleCount: 9, meanLoss: 1, engine };
      update = await updates.complete(this.ref, inputs, trained);
    }
    await secure.join({ accepted: this.accepted, update }, new AbortController().signal);
  }

  get advertiseRequest(): Extract<PhaseRequest, { kind: 'advertise-request' }> {
    const { threshold } = this.#terms;
    const roster = { rosterVersion: VERSION, rosterSha256: ROSTER_SHA256 };
    return { kind: 'advertise-request', ...this.ref, threshold, ...roster, deadlineUnixMs: 0 };
  }

  get roll(): Extract<PhaseRequest, { kind: 'roll' }> {
    return { kind: 'roll', ...this.ref, ...this.coordinator.roll };
  }

  get maskRequest(): Extract<PhaseRequest, { kind: 'mask-request' }> {
    return { kind: 'mask-request', ...this.ref, ...this.coordinator.maskRequest(OWN) };
  }

  get confirmRequest(): Extract<PhaseRequest, { kind: 'confirm-request' }> {
    return { kind: 'confirm-request', ...this.ref, ...this.coordinator.confirmRequest };
  }

  get unmaskRequest(): Extract<PhaseRequest, { kind: 'unmask-request' }> {
    return { kind: 'unmask-request', ...this.ref, ...this.coordinator.unmaskRequest };
  }

  othersAdvertisements(): readonly Advertisement[] {
    return [...this.#others.values()].map(({ advertisement }) => advertisement);
  }

  /** Each of the following lets the tried site answer, if it is given, and the others, and ends the phase. */
  async keying(site: TestSite): Promise<void> {
    const answer = await site.answer(this.advertiseRequest);
    if (answer.kind === 'advertisement') this.coordinator.apply({ kind: 'advertised', message: answer });
    for (const other of this.#others.values()) {
      this.coordinator.apply({ kind: 'advertised', message: other.advertisement });
    }
    this.#close('keying');
  }

  async sharing(site: TestSite): Promise<void> {
    const answer = await site.answer(this.roll);
    if (answer.kind === 'dealt-shares') this.coordinator.apply({ kind: 'dealt', message: answer });
    for (const other of this.#others.values()) {
      this.coordinator.apply({ kind: 'dealt', message: await other.share(this.coordinator.roll) });
    }
    this.#close('sharing');
  }

  /** @param others - of which the masked vector arrives. */
  async collecting(site: TestSite, others: readonly SiteId[] = OTHERS): Promise<void> {
    const answer = await site.answer(this.maskRequest);
    if (answer.kind === 'mask-accepted') {
      this.masked.set(OWN, await site.uploaded(this.ref));
      this.coordinator.apply({ kind: 'uploaded', site: OWN });
    }
    for (const [name, other] of this.#others) {
      const masks = other.mask(this.coordinator.maskRequest(name));
      if (!others.includes(name)) continue;
      this.masked.set(name, this.#masked(masks, this.vectors.get(name) as Uint8Array));
      this.coordinator.apply({ kind: 'uploaded', site: name });
    }
    this.#close('collecting');
  }

  async confirming(site: TestSite): Promise<void> {
    const answer = await site.answer(this.confirmRequest);
    if (answer.kind === 'confirmation') this.coordinator.apply({ kind: 'confirmed', message: answer });
    for (const name of this.coordinator.confirmRequest.uploaders) {
      const other = this.#others.get(name);
      if (other === undefined) continue;
      this.coordinator.apply({ kind: 'confirmed', message: other.confirm(this.coordinator.confirmRequest).message });
    }
    this.#close('confirming');
  }

  async unmasking(site: TestSite): Promise<void> {
    const answer = await site.answer(this.unmaskRequest);
    if (answer.kind === 'unmask-shares') this.coordinator.apply({ kind: 'unmasked', message: answer });
    for (const { site: name } of this.coordinator.unmaskRequest.confirmations) {
      const message = this.#others.get(name)?.unmask(this.coordinator.unmaskRequest, []).message;
      if (message !== undefined) this.coordinator.apply({ kind: 'unmasked', message });
    }
    this.#close('unmasking');
  }

  /** The coordinator's sum, and that of the plain vectors of the same sites. */
  async sums(): Promise<{ readonly unmasked: Uint32Array; readonly plain: Uint32Array }> {
    const { unmasking } = await this.coordinator.recover();
    const { parameterCount, ringBits } = this.layout;
    const [unmasked, plain] = [0, 1].map(() => new RingAccumulator(parameterCount + 2, ringBits)) as [
      RingAccumulator,
      RingAccumulator,
    ];
    for (const site of this.coordinator.confirmRequest.uploaders) {
      unmasked.addBytes(this.masked.get(site) as Uint8Array);
      plain.addBytes(this.vectors.get(site) as Uint8Array);
    }
    unmasked.addBytes(this.#masked(unmasking, new Uint8Array(packedByteLength(this.layout))));
    return { unmasked: unmasked.sum, plain: plain.sum };
  }

  #masked(masks: MaskStream, vector: Uint8Array): Uint8Array {
    const bytes = Uint8Array.from(vector);
    let at = 0;
    for (const length of packedBlocks(this.layout)) {
      masks.addTo(bytes.subarray(at, at + length));
      at += length;
    }
    return bytes;
  }

  #close(phase: AttemptPhase): void {
    this.coordinator.apply({ kind: 'closed', phase });
  }
}
