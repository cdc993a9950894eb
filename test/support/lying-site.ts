import { createHash } from 'node:crypto';
import { exampleWeight, quantaFor, quantizeUpdate, ringToBytes } from '@mammofed/aggregation';
import { seededRng, sha256Hex, siteId, type RunConfig, type SiteId } from '@mammofed/core';
import {
  clipsHash,
  decodeJoinCode,
  emptyLogHead,
  fingerprint,
  generateIdentity,
  joinSecretHash,
  signEnrolmentRequest,
  SiteAttempt,
  type Identity,
  type SignedRoster,
} from '@mammofed/privacy';
import type { AdvertiseRequest, Message, TrainTask, UploadOpen } from '@mammofed/wire';
import type { Consortium } from './consortium.js';
import { RawSite } from './raw-site.js';
import { masked, signedBy } from './secure-cohort.js';

const EXAMPLES = 10;

/**
 * A site with a real key, a real session and the real protocol, that trains nothing: its weights have not changed. It is
 * honest unless it is told otherwise.
 */
export class LyingSite {
  readonly id: SiteId;
  readonly identity: Identity = generateIdentity();
  /** Changes its answers. */
  alter: (answer: Message) => Message = (answer) => answer;
  /** Does something before the masked vector is sent. */
  beforeUpload: (opening: UploadOpen) => Promise<void> = () => Promise.resolve();
  /** The upload, or what went wrong with it. */
  uploaded: Promise<Message | null> = Promise.resolve(null);
  #raw: RawSite | null = null;
  #task: TrainTask | null = null;
  #attempt: SiteAttempt | null = null;

  constructor(
    readonly name: string,
    readonly coordinatorKey: Uint8Array,
    readonly url: string,
    /** Of the model's tensors, in elements. */
    readonly lengths: readonly number[],
    readonly roster: () => SignedRoster,
  ) {
    this.id = siteId(name);
  }

  get raw(): RawSite {
    if (this.#raw === null) throw new Error(`${this.name} is not connected`);
    return this.#raw;
  }

  /** As `site enrol` does it, and approved by the administrator. */
  async enrol(consortium: Consortium): Promise<void> {
    const { joinSecret, rootKey } = decodeJoinCode(await consortium.invite(this.name));
    const { coordinatorKey, identity } = this;
    const asking = await RawSite.connect(this.url, coordinatorKey, identity, { role: 'enrolling' });
    const request = { rootKey, coordinatorKey, joinSecretSha256: joinSecretHash(joinSecret) };
    const signature = signEnrolmentRequest(request, identity);
    const answer = await asking.end.request({ kind: 'enrol', joinSecret, siteName: '', signature });
    asking.disconnect();
    if (answer.kind !== 'enrolled') throw new Error(`not enrolled: ${JSON.stringify(answer)}`);
    await consortium.administer('approve', this.name, '--fingerprint', fingerprint(identity.publicKey));
  }

  async connect(): Promise<RawSite> {
    const onMessage = async (message: Message): Promise<Message | null> => {
      const answer = await this.#honest(message);
      return answer === null ? null : this.alter(answer);
    };
    this.#raw = await RawSite.ready(this.url, this.coordinatorKey, this.identity, { onMessage });
    return this.#raw;
  }

  sign(bytes: Uint8Array): Uint8Array {
    return signedBy(this.identity, bytes);
  }

  async #honest(message: Message): Promise<Message | null> {
    switch (message.kind) {
      case 'train-task': {
        this.#task = message;
        this.#attempt = null;
        const { runId, round, attempt } = message;
        setImmediate(() => void this.raw.end.request({ kind: 'trained', runId, round, attempt }));
        return { kind: 'task-accepted' };
      }
      case 'evaluate-task':
        return { kind: 'refused', code: 'no-engine', message: 'this site evaluates nothing' };
      case 'advertise-request':
        this.#attempt = this.#join(message);
        return { kind: 'advertisement', ...this.#attempt.advertisement };
      case 'roll':
        return { kind: 'dealt-shares', ...(await this.#joined.share(message)) };
      case 'mask-request': {
        const vector = masked(this.#joined.mask(message), this.#plain(), this.#layout);
        setImmediate(() => {
          this.uploaded = this.#upload(vector);
        });
        const { runId, round, attempt } = message;
        return { kind: 'mask-accepted', runId, round, attempt };
      }
      case 'confirm-request':
        return { kind: 'confirmation', ...this.#joined.confirm(message).message };
      case 'unmask-request':
        return { kind: 'unmask-shares', ...this.#joined.unmask(message, []).message };
      default:
        return null;
    }
  }

  get #joined(): SiteAttempt {
    if (this.#attempt === null) throw new Error(`${this.name} has joined no attempt`);
    return this.#attempt;
  }

  get #tasked(): TrainTask {
    if (this.#task === null) throw new Error(`${this.name} has no task`);
    return this.#task;
  }

  get #layout() {
    const parameterCount = this.lengths.reduce((sum, length) => sum + length, 0);
    return { parameterCount, ringBits: this.#tasked.ringBits };
  }

  #join({ threshold }: AdvertiseRequest): SiteAttempt {
    const { runId, round, attempt, configSha256, clips, ringBits, baseModel } = this.#tasked;
    const { roster, sha256 } = this.roster();
    const keyOf = new Map(roster.sites.map(({ name, key }) => [name, bytesOf(key)]));
    return new SiteAttempt({
      terms: {
        consortium: bytesOf(roster.root),
        ...{ run: runId, round, attempt, threshold, ringBits },
        configurationHash: bytesOf(configSha256),
        clipsHash: clipsHash(clips.map(({ clip }) => clip)),
        baseModel: baseModel.sha256,
        rosterVersion: roster.version,
        rosterHash: bytesOf(sha256),
      },
      site: this.id,
      identity: this.identity,
      roster: { identityKeyOf: (site) => keyOf.get(site) ?? null },
      policy: { minCohort: 3, thresholdFloor: 0 },
      parameterCount: this.#layout.parameterCount,
      log: emptyLogHead(),
      isSameLog: () => true,
      // Its runs begin with one model, which an honest site would not help with twice.
      records: [],
    });
  }

  #plain(): Uint8Array {
    const { configJson, clips, ringBits, round } = this.#tasked;
    const { quorum, wMax } = JSON.parse(configJson) as RunConfig;
    const words = quantizeUpdate({
      delta: this.lengths.map((length) => new Float32Array(length)),
      clips: clips.map(({ clip }) => clip),
      weight: exampleWeight(EXAMPLES, wMax),
      ...quantaFor(quorum.maxSites, ringBits),
      rng: seededRng('rounding', round, this.name),
    });
    return ringToBytes(words, ringBits);
  }

  /** The model of these tests is smaller than a chunk. */
  async #upload(data: Uint8Array): Promise<Message> {
    const { runId, round, attempt } = this.#tasked;
    const ref = { runId, round, attempt };
    const sha256 = hashOf(data);
    const opening: UploadOpen = {
      kind: 'upload-open',
      ...ref,
      ...{ sha256, byteLength: data.length },
      statistics: { exampleCount: null, meanLoss: null },
      engine: { name: 'none', device: 'cpu', steps: null },
    };
    await this.beforeUpload(opening);
    const { end } = this.raw;
    const opened = await end.request(opening);
    if (opened.kind !== 'upload-status' || opened.complete) return opened;
    return end.request({ kind: 'upload-chunk', ...ref, index: 0, data, chunkSha256: sha256 });
  }
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

function hashOf(bytes: Uint8Array) {
  return sha256Hex(createHash('sha256').update(bytes).digest('hex'));
}
