import { createPrivateKey, sign } from 'node:crypto';
import { exampleWeight, quantaFor, quantizeUpdate, ringToBytes } from '@mammofed/aggregation';
import { packedBlocks, seededRng, siteId, type RunConfig, type SecurePhase, type SiteId } from '@mammofed/core';
import {
  clipsHash,
  dealtSharesBytes,
  firstRoster,
  generateIdentity,
  PrivacyError,
  SiteAttempt,
  withoutSite,
  withSite,
  signRoster,
  unmaskSharesBytes,
  type AttemptRecord,
  type Identity,
  type Roster,
  type SignedRoster,
} from '@mammofed/privacy';
import type { AdvertiseRequest, MaskRequest, Message, TrainTask } from '@mammofed/wire';

const DAY_MS = 86_400_000;

export const PHASE_OF_REQUEST: Partial<Record<Message['kind'], SecurePhase>> = {
  'advertise-request': 'keying',
  roll: 'sharing',
  'mask-request': 'collecting',
  'confirm-request': 'confirming',
  'unmask-request': 'unmasking',
};

/** A consortium of sites with real keys, whose roster the test's root signs. */
export class TestConsortium {
  readonly #root: Identity = generateIdentity();
  readonly identities: ReadonlyMap<SiteId, Identity>;
  #roster: Roster;

  constructor(names: readonly string[], nowMs: number) {
    this.identities = new Map(names.map((name) => [siteId(name), generateIdentity()]));
    const validity = { validFromMs: nowMs, validUntilMs: nowMs + 3650 * DAY_MS };
    const coordinator = hexOf(generateIdentity().publicKey);
    this.#roster = firstRoster({ root: hexOf(this.#root.publicKey), coordinator, ...validity });
    for (const { id, publicKey } of this.sites) this.#roster = withSite(this.#roster, { name: id, key: publicKey });
  }

  get sites(): { readonly id: SiteId; readonly publicKey: string }[] {
    return [...this.identities].map(([id, identity]) => ({ id, publicKey: hexOf(identity.publicKey) }));
  }

  get signed(): SignedRoster {
    return signRoster(this.#roster, this.#root);
  }

  revoke(name: SiteId, nowMs: number): SignedRoster {
    this.#roster = withoutSite(this.#roster, name, nowMs);
    return this.signed;
  }
}

/** What a site does beside the protocol. */
export interface Misbehaviour {
  /** Phases in which it says nothing. */
  readonly silentIn?: readonly SecurePhase[];
  /** Phases in which it refuses. */
  readonly refusesIn?: readonly SecurePhase[];
  /** Changes its answers. */
  readonly alter?: (answer: Message) => Message;
}

/** A site with the real protocol in it and no trainer: its change of the weights is given. */
export class SecureSite {
  behaviour: Misbehaviour = {};
  /** A restart forgets all but what is on its disk: its records and its masked vector. */
  #attempt: SiteAttempt | null = null;
  #records: AttemptRecord[] = [];
  #task: TrainTask | null = null;
  masked: Uint8Array | null = null;
  #unmasked: Message | null = null;

  constructor(
    readonly id: SiteId,
    readonly identity: Identity,
    readonly roster: () => SignedRoster,
    readonly delta: Float32Array,
    readonly exampleCount: number,
  ) {}

  /** What another run's part of this site has on its disk. */
  remember(other: SecureSite): void {
    this.#records = [...other.#records];
  }

  /** @returns the answer; null where it says nothing. */
  async answer(message: Message): Promise<Message | null> {
    const phase = PHASE_OF_REQUEST[message.kind];
    if (phase !== undefined && this.behaviour.silentIn?.includes(phase) === true) return null;
    if (phase !== undefined && this.behaviour.refusesIn?.includes(phase) === true) {
      return { kind: 'refused', code: 'policy-test', message: `this site refuses ${phase}` };
    }
    const answer = await this.#honest(message).catch((error: unknown): Message => {
      if (!(error instanceof PrivacyError)) throw error;
      return { kind: 'refused', code: error.code, message: error.message };
    });
    return answer === null ? null : (this.behaviour.alter?.(answer) ?? answer);
  }

  /** The plain vector, as it would be uploaded in sealed mode. */
  plain(task: TrainTask): Uint8Array {
    const { quorum, wMax } = JSON.parse(task.configJson) as RunConfig;
    const words = quantizeUpdate({
      delta: [this.delta],
      clips: task.clips.map(({ clip }) => clip),
      weight: exampleWeight(this.exampleCount, wMax),
      ...quantaFor(quorum.maxSites, task.ringBits),
      rng: seededRng('rounding', task.round, this.id),
    });
    return ringToBytes(words, task.ringBits);
  }

  async #honest(message: Message): Promise<Message | null> {
    switch (message.kind) {
      case 'train-task':
        this.#task = message;
        return { kind: 'task-accepted' };
      case 'advertise-request':
        this.#attempt ??= this.#join(message);
        return { ...this.#attempt.advertisement, kind: 'advertisement' };
      case 'roll':
        return { ...(await this.#joined().share(message)), kind: 'dealt-shares' };
      case 'mask-request': {
        this.masked ??= this.#mask(message);
        const { runId, round, attempt } = message;
        return { kind: 'mask-accepted', runId, round, attempt };
      }
      case 'confirm-request':
        return { ...this.#joined().confirm(message).message, kind: 'confirmation' };
      case 'unmask-request': {
        const { record, message: shares } =
          this.#unmasked === null ? this.#joined().unmask(message, this.#records) : NOTHING;
        if (record !== null && shares !== null) {
          this.#records = [...this.#records.filter(({ attempt }) => attempt !== record.attempt), record];
          this.#unmasked = { ...shares, kind: 'unmask-shares' };
        }
        return this.#unmasked;
      }
      case 'cancel-task':
        this.#attempt = null;
        this.masked = null;
        return null;
      default:
        return null;
    }
  }

  /** Wrong shares of everybody's secrets, signed as they are. */
  withWrongShares(answer: Message): Message {
    if (answer.kind !== 'unmask-shares') return answer;
    const wrong = (shares: typeof answer.keys): typeof answer.keys =>
      shares.map(({ owner, share }) => ({ owner, share: share.map((byte, i) => (i === 0 ? byte ^ 1 : byte)) }));
    const lie = { ...answer, selfMasks: wrong(answer.selfMasks), keys: wrong(answer.keys) };
    return { ...lie, signature: signedBy(this.identity, unmaskSharesBytes(lie)) };
  }

  /** Other shares than those that were dealt, signed. */
  withOtherSeed(answer: Message): Message {
    if (answer.kind !== 'dealt-shares') return answer;
    const other = { ...answer, seedCommitment: new Uint8Array(32) };
    return { ...other, signature: signedBy(this.identity, dealtSharesBytes(other)) };
  }

  get task(): TrainTask {
    if (this.#task === null) throw new Error(`${this.id} has no task`);
    return this.#task;
  }

  #joined(): SiteAttempt {
    if (this.#attempt === null) throw new Error(`${this.id} has joined no attempt`);
    return this.#attempt;
  }

  #join({ threshold }: AdvertiseRequest): SiteAttempt {
    const { runId, round, attempt, configSha256, clips, ringBits, baseModel } = this.task;
    const held = this.roster();
    const keyOf = new Map(held.roster.sites.map(({ name, key }) => [name, bytesOf(key)]));
    const joined = new SiteAttempt({
      terms: {
        consortium: bytesOf(held.roster.root),
        run: runId,
        round,
        attempt,
        configurationHash: bytesOf(configSha256),
        threshold,
        clipsHash: clipsHash(clips.map(({ clip }) => clip)),
        ringBits,
        baseModel: baseModel.sha256,
        rosterVersion: held.roster.version,
        rosterHash: bytesOf(held.sha256),
      },
      site: this.id,
      identity: this.identity,
      roster: { identityKeyOf: (site) => keyOf.get(site) ?? null },
      policy: { minCohort: 3, thresholdFloor: 0 },
      parameterCount: this.delta.length,
      log: { size: 0, root: new Uint8Array(32) },
      isSameLog: () => true,
      records: this.#records,
    });
    this.#records.push(joined.record);
    return joined;
  }

  #mask(request: MaskRequest): Uint8Array {
    const masks = this.#joined().mask(request);
    const vector = this.plain(this.task);
    const layout = { parameterCount: this.delta.length, ringBits: this.task.ringBits };
    let at = 0;
    for (const length of packedBlocks(layout)) {
      masks.addTo(vector.subarray(at, at + length));
      at += length;
    }
    return vector;
  }
}

/** PKCS #8 of an Ed25519 key is this prefix and the seed (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

function signedBy({ secretKey }: Identity, bytes: Uint8Array): Uint8Array {
  const seed = secretKey.reveal().subarray(0, 32);
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  return Uint8Array.from(sign(null, bytes, key));
}

const NOTHING = { record: null, message: null };

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}
