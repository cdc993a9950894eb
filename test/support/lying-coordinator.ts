import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quantaFor } from '@mammofed/aggregation';
import {
  canonicalJson,
  decodeModelFile,
  encodeModelFile,
  ringBitsOf,
  runId,
  sha256Hex,
  siteId,
  type RunConfig,
  type RunId,
  type Sha256Hex,
  type SiteId,
} from '@mammofed/core';
import {
  generateIdentity,
  openRoster,
  signRoster,
  withSite,
  type Identity,
  type Roster,
  type SignedRoster,
} from '@mammofed/privacy';
import { readIdentity } from '@mammofed/storage';
import { MAX_CHUNK_BYTES, type AttemptRef, type Chunk, type Message, type TrainTask } from '@mammofed/wire';
import type { Consortium } from './consortium.js';
import { LyingLog } from './lying-log.js';
import { eventually } from './processes.js';
import { RawCoordinator } from './raw-coordinator.js';
import type { RawEnd } from './raw-end.js';

const WITHIN_MS = 120_000;
/** A float32, and more than a training of some seconds changes a weight by. */
const CLIP = 0.5;

/** A run that this coordinator made up, with a model of its own. */
export interface LyingRun {
  readonly runId: RunId;
  readonly config: RunConfig;
  readonly configJson: string;
  readonly configSha256: Sha256Hex;
  readonly model: { readonly sha256: Sha256Hex; readonly byteLength: number };
  readonly clips: TrainTask['clips'];
  readonly parameterCount: number;
}

interface Parts {
  readonly coordinator: Identity;
  readonly root: Identity;
  /** The real consortium's: it lists the real site alone. */
  readonly smallRoster: SignedRoster;
  readonly site: { readonly id: SiteId; readonly name: string; readonly identity: Identity };
  readonly others: ReadonlyMap<SiteId, Identity>;
}

/**
 * The real coordinator's key, port and log in the hands of a test, against one real agent; the other sites are on a roster
 * that the real root signed, and their keys are the test's too. It answers as an honest one unless it is told otherwise.
 */
export class LyingCoordinator {
  readonly parts: Parts;
  /** Lists the real site and the others. */
  readonly roster: SignedRoster;
  log: LyingLog;
  /** What chunks are cut from, by the hash that they are asked for by. */
  readonly models = new Map<Sha256Hex, Uint8Array>();
  /** Whole uploads, by the attempt. */
  readonly uploads = new Map<string, Uint8Array>();
  /** All that the agent said unasked, over all sessions. */
  readonly told: Message[] = [];
  #raw: RawCoordinator | null = null;

  private constructor(parts: Parts) {
    this.parts = parts;
    this.log = new LyingLog(parts.root.publicKey, parts.coordinator);
    const withOthers = [...parts.others].reduce(
      (roster, [name, { publicKey }]) => withSite(roster, { name, key: hexOf(publicKey) }),
      parts.smallRoster.roster,
    );
    this.roster = signRoster(withOthers, parts.root);
  }

  /** Takes the place of a consortium's coordinator, which must not run any more. */
  static async inPlaceOf(
    {
      coordinatorDir,
      rootDir,
      siteDir,
      port,
    }: Pick<Consortium, 'coordinatorDir' | 'rootDir' | 'port'> & {
      readonly siteDir: string;
    },
    otherNames: readonly string[],
  ): Promise<LyingCoordinator> {
    const root = await readIdentity(join(rootDir, 'root.key'));
    const { site } = JSON.parse(await readFile(join(siteDir, 'site.json'), 'utf8')) as {
      readonly site: { readonly id: string; readonly name: string };
    };
    const lying = new LyingCoordinator({
      coordinator: await readIdentity(join(coordinatorDir, 'identity.key')),
      root,
      smallRoster: openRoster(new Uint8Array(await readFile(join(rootDir, 'roster'))), root.publicKey),
      site: { id: siteId(site.id), name: site.name, identity: await readIdentity(join(siteDir, 'identity.key')) },
      others: new Map(otherNames.map((name) => [siteId(name), generateIdentity()])),
    });
    const { coordinator: identity } = lying.parts;
    lying.#raw = await RawCoordinator.listen({ identity, port, onMessage: (message) => lying.#answerTo(message) });
    return lying;
  }

  async close(): Promise<void> {
    await this.#raw?.close();
  }

  /** All members as the roster names them, in order. */
  get identities(): ReadonlyMap<SiteId, Identity> {
    const { site, others } = this.parts;
    return new Map([...others, [siteId(site.name), site.identity] as const]);
  }

  /** The site's session, once it is another one than `before` and the agent is ready. */
  connected(before: RawEnd | null = null): Promise<RawEnd> {
    return eventually('the agent to connect', WITHIN_MS, () => {
      const end = this.#raw?.endOf(this.parts.site.identity.publicKey) ?? null;
      return end !== null && end !== before && end.inbox.some(({ kind }) => kind === 'ready') ? end : undefined;
    });
  }

  async ask(message: Message): Promise<Message> {
    return (await this.connected()).request(message);
  }

  /** The code of a refusal; the kind of any other answer. */
  async outcome(message: Message): Promise<string> {
    const answer = await this.ask(message);
    return answer.kind === 'refused' ? answer.code : answer.kind;
  }

  /** What the agent says of an attempt. */
  heard<Kind extends 'trained' | 'task-failed'>(
    kind: Kind,
    ref: AttemptRef,
  ): Promise<Extract<Message, { kind: Kind }>> {
    const isIt = (message: Message): message is Extract<Message, { kind: Kind }> =>
      message.kind === kind && keyOf(message as AttemptRef) === keyOf(ref);
    return eventually(`${kind} of ${keyOf(ref)}`, WITHIN_MS, () => this.told.find(isIt));
  }

  uploaded(ref: AttemptRef): Promise<Uint8Array> {
    return eventually(`the upload of ${keyOf(ref)}`, WITHIN_MS, () => this.uploads.get(keyOf(ref)));
  }

  forgetUpload(ref: AttemptRef): void {
    this.uploads.delete(keyOf(ref));
  }

  /** A run with a model of its own, both in the log: one weight of the given model is another. */
  addRun(name: string, config: RunConfig, bytes: Uint8Array): LyingRun {
    const { tensors, metadata } = decodeModelFile(bytes);
    const [first] = tensors;
    if (first === undefined) throw new Error('the model has no tensor');
    first.data[0] = (first.data[0] ?? 0) + (this.models.size + 1) / 1024;
    const model = this.addModel(encodeModelFile({ tensors, metadata }));
    const configJson = canonicalJson(config);
    const run: LyingRun = {
      runId: runId(name),
      config,
      configJson,
      configSha256: hashOf(Buffer.from(configJson)),
      model,
      clips: tensors.map(({ name: tensor }) => ({ tensor, clip: CLIP })),
      parameterCount: tensors.reduce((sum, { data }) => sum + data.length, 0),
    };
    const { configSha256 } = run;
    this.log.append({ kind: 'run', run: run.runId, configSha256, initialModel: model.sha256, atMs: Date.now() });
    return run;
  }

  addModel(bytes: Uint8Array): LyingRun['model'] {
    const model = { sha256: hashOf(bytes), byteLength: bytes.length };
    this.models.set(model.sha256, bytes);
    return model;
  }

  /** The task of an attempt at round 1, with its cohort in the log. */
  taskOf({ runId: run, config, configJson, configSha256, model, clips }: LyingRun, attempt: number): TrainTask {
    const { site, others } = this.parts;
    const members = [
      { site: site.id, name: site.name, key: hexOf(site.identity.publicKey) },
      ...[...others].map(([name, { publicKey }]) => ({ site: name, name, key: hexOf(publicKey) })),
    ];
    const atMs = Date.now();
    this.log.append({ kind: 'cohort', run, round: 1, attempt, baseModel: model.sha256, members, atMs });
    const ringBits = ringBitsOf(config);
    return {
      kind: 'train-task',
      ...{ runId: run, round: 1, attempt, mode: config.mode, configJson, configSha256 },
      ...{ baseModel: model, clips, ringBits },
      quantumMax: quantaFor(config.quorum.maxSites, ringBits).quantumMax,
      deadlineUnixMs: atMs + 3_600_000,
      treeHead: this.log.signedHead(),
      signature: null,
    };
  }

  /** A roster of another root, with the same members. */
  foreignRoster(): Uint8Array {
    const root = generateIdentity();
    const roster: Roster = {
      ...this.roster.roster,
      root: hexOf(root.publicKey),
      version: this.roster.roster.version + 1,
    };
    return signRoster(roster, root).bytes;
  }

  #answerTo(message: Message): Message | null {
    this.told.push(message);
    const { site } = this.parts;
    switch (message.kind) {
      case 'ready': {
        const [roster, treeHead] = [this.roster.bytes, this.log.signedHead()];
        return { kind: 'welcome', siteId: site.id, siteName: site.name, siteIndex: 0, roster, treeHead };
      }
      case 'consistency-request':
        return this.log.consistency(message);
      case 'log-record-request':
        return this.log.record(message);
      case 'chunk-request':
        return this.#chunk(message.sha256, message.index);
      case 'trained':
        return { kind: 'trained-noted' };
      case 'upload-open':
        return { kind: 'upload-status', nextChunk: 0, complete: false };
      case 'upload-chunk':
        // The model of these tests is smaller than a chunk.
        this.uploads.set(keyOf(message), message.data);
        return { kind: 'upload-status', nextChunk: 1, complete: true };
      default:
        return null;
    }
  }

  #chunk(sha256: Sha256Hex, index: number): Chunk {
    const bytes = this.models.get(sha256) ?? new Uint8Array(1);
    const data = bytes.slice(index * MAX_CHUNK_BYTES, (index + 1) * MAX_CHUNK_BYTES);
    return { kind: 'chunk', sha256, index, data, chunkSha256: hashOf(data) };
  }
}

function keyOf({ runId: run, round, attempt }: AttemptRef): string {
  return `${run} ${round} ${attempt}`;
}

function hashOf(bytes: Uint8Array): Sha256Hex {
  return sha256Hex(createHash('sha256').update(bytes).digest('hex'));
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
