import { quantaFor, quantizeUpdate, ringToBytes } from '@mammofed/aggregation';
import {
  encodeModelFile,
  jsonLinesLogger,
  runId,
  seededRng,
  siteId,
  type RunConfig,
  type RunId,
  type SiteId,
} from '@mammofed/core';
import type { SignedRoster } from '@mammofed/privacy';
import type { AttemptRef, Message, Refused, UploadOpen } from '@mammofed/wire';
import { firstRoster, generateIdentity, signRoster, sodiumReady } from '@mammofed/privacy';
import { Database } from '../database/database.js';
import { FactStore } from '../database/fact.store.js';
import type { ParticipantRow, RoundRow, RunRow } from '../database/schema.js';
import { EnrolmentStore } from '../enrolment/enrolment.store.js';
import { hashOf } from '../fake-site.test-support.js';
import { LogStore } from '../log/log.store.js';
import { MerkleLog } from '../log/merkle-log.js';
import { ModelStore } from '../models/model.store.js';
import { testRunConfig } from '../run-config.test-support.js';
import { RunStore } from '../runs/run.store.js';
import { ScratchFolder } from '../scratch-folder.test-support.js';
import { AttemptJournal } from '../secure-rounds/attempt-journal.store.js';
import { AttemptLifecycle } from '../secure-rounds/attempt-lifecycle.js';
import { ConnectionRegistry, type SiteConnection } from '../sessions/connection-registry.js';
import { TrafficMeter } from '../sessions/traffic-meter.js';
import { testDatabaseSource } from '../test-database.test-support.js';
import { UploadStore } from '../transfers/upload.store.js';
import { Aggregator } from './aggregator.js';
import { EvaluationStore } from './evaluation.store.js';
import type { Heartbeat } from './heartbeat.js';
import { LiveProgress } from './live-progress.js';
import { RoundLifecycle } from './round-lifecycle.js';
import { RoundStore } from './round.store.js';
import { RunEngine } from './run-engine.js';
import { RunOffers } from './run-offers.js';
import type { UploadVerdict } from './upload-admission.js';
import { TaskDelivery } from './task-delivery.js';

export const BASE_MODEL = encodeModelFile({
  tensors: [{ name: 'w', shape: [4], data: Float32Array.of(0, 0.25, 0.5, -1) }],
  metadata: { round: '0' },
});
export const SITES = ['north', 'south', 'west'].map((name) => siteId(name)) as [SiteId, SiteId, SiteId];
export const QUORUM = { minSites: 2, minExamples: 0, maxSites: 3, sites: null };
const ENGINE = { name: 'fake', device: 'cpu', steps: 1 };

/** A database of its own, stores in a folder, three enrolled sites and a clock that only the test moves. */
export class EngineWorld {
  nowMs = 1_000_000;
  readonly clock = { nowMs: (): number => this.nowMs };
  readonly logLines: string[] = [];
  readonly log = jsonLinesLogger('test', this.clock.nowMs, (line) => this.logLines.push(line));
  readonly runs: RunStore;
  readonly rounds: RoundStore;
  readonly evaluations: EvaluationStore;
  readonly enrolment: EnrolmentStore;
  readonly merkleLog: MerkleLog;
  runCount = 0;
  /** The roster that counts; none of these tests' sites in sealed mode ask for it. */
  readonly roster: { held: SignedRoster | null } = { held: null };

  private constructor(
    private readonly scratch: ScratchFolder,
    readonly database: Database,
    readonly models: ModelStore,
    readonly uploads: UploadStore,
  ) {
    this.runs = new RunStore(database);
    this.rounds = new RoundStore(database);
    this.evaluations = new EvaluationStore(database);
    this.enrolment = new EnrolmentStore(database);
    const facts = new FactStore(database);
    this.merkleLog = new MerkleLog(new LogStore(database), facts, generateIdentity(), this.clock);
  }

  /** @param sites - with the keys that the roster has of them. */
  static async create(
    sites: readonly { readonly id: SiteId; readonly publicKey: string }[] = SITES.map((id, i) => ({
      id,
      publicKey: `${i}`.repeat(64),
    })),
  ): Promise<EngineWorld> {
    await sodiumReady();
    const scratch = await ScratchFolder.create();
    const models = await ModelStore.open(scratch.path('models'));
    const uploads = await UploadStore.open(scratch.path('uploads'));
    const world = new EngineWorld(scratch, await Database.open(await testDatabaseSource(scratch.dir)), models, uploads);
    await models.put([BASE_MODEL]);
    const root = generateIdentity();
    const [rootKey, coordinator] = [root, generateIdentity()].map(({ publicKey }) =>
      Buffer.from(publicKey).toString('hex'),
    );
    const roster = firstRoster({
      root: rootKey ?? '',
      coordinator: coordinator ?? '',
      validFromMs: 0,
      validUntilMs: 1,
    });
    await new FactStore(world.database).put('roster', Buffer.from(signRoster(roster, root).bytes).toString());
    for (const [siteIndex, { id, publicKey }] of sites.entries()) {
      const site = { id, name: id, siteIndex, publicKey, enrolledAtMs: 0, request: null };
      await world.enrolment.addSite(world.database.orm, { ...site, standing: 'listed' });
    }
    return world;
  }

  async end(): Promise<void> {
    await this.database.close();
    await this.scratch.remove();
  }
}

/** One run, its engine and the connections that it sees. */
export class RunBench {
  readonly registry: ConnectionRegistry;
  readonly told: { readonly site: SiteId; readonly message: Message; answer(message: Message): void }[] = [];
  readonly #aborter = new AbortController();
  readonly lifecycle: RoundLifecycle;
  readonly engine: RunEngine;
  readonly offers: RunOffers;
  readonly live = new LiveProgress();
  readonly journal: AttemptJournal;

  constructor(
    readonly world: EngineWorld,
    readonly id: RunId,
    /** By default the test's clock may jump without a word. */
    private readonly heartbeat: Pick<Heartbeat, 'beatIfDue'> = { beatIfDue: () => Promise.resolve() },
  ) {
    const { database, runs, rounds, evaluations, enrolment, models, uploads, merkleLog, clock, log } = world;
    this.registry = new ConnectionRegistry(clock);
    this.lifecycle = new RoundLifecycle(database, runs, rounds, evaluations, new TrafficMeter(), clock);
    this.journal = new AttemptJournal(database);
    this.offers = new RunOffers(this.registry, runs, log);
    this.engine = new RunEngine(id, {
      lifecycle: this.lifecycle,
      attempts: new AttemptLifecycle(database, this.journal, rounds, clock),
      journal: this.journal,
      roster: world.roster,
      aggregator: new Aggregator(models, uploads),
      delivery: new TaskDelivery(this.registry, models, merkleLog, log),
      registry: this.registry,
      enrolment,
      uploads,
      clock,
      log,
      signal: this.#aborter.signal,
      heartbeat: this.heartbeat,
      live: this.live,
      offers: this.offers,
    });
  }

  /** A run that was just started. Every site is connected, but for those left out. */
  static async create(
    world: EngineWorld,
    changes: Partial<RunConfig> = {},
    connected: readonly SiteId[] = SITES,
  ): Promise<RunBench> {
    const id = runId(`run-${world.runCount++}`);
    const model = hashOf(BASE_MODEL);
    await world.runs.add({
      id,
      state: 'running',
      note: null,
      config: testRunConfig({ quorum: QUORUM, ...changes }),
      initialModelSha256: model,
      modelSha256: model,
      modelBytes: BASE_MODEL.length,
      createdAtMs: world.nowMs,
      startedAtMs: world.nowMs,
    });
    const bench = new RunBench(world, id);
    for (const site of connected) bench.connect(site);
    return bench;
  }

  /** What sites say to the run that they are offered; those that are not here would take part. */
  readonly refusesOffers = new Map<SiteId, Refused>();

  connect(site: SiteId, protocolMinor = 1): SiteConnection {
    const connection: SiteConnection = {
      sessionId: site,
      siteId: site,
      siteName: site,
      siteIndex: SITES.indexOf(site),
      protocolMinor,
      send: (message) => this.told.push({ site, message, answer: () => undefined }),
      request: (message) => {
        if (message.kind === 'run-offer')
          return Promise.resolve(this.refusesOffers.get(site) ?? { kind: 'run-agreed', runId: this.id });
        return new Promise((resolve) => this.told.push({ site, message, answer: resolve }));
      },
      end: () => undefined,
    };
    this.registry.add(connection);
    return connection;
  }

  tasks(kind: Message['kind']): SiteId[] {
    return this.told.filter(({ message }) => message.kind === kind).map(({ site }) => site);
  }

  /** As a stop does: what sites send still counts, but no step is taken. */
  stop(): void {
    this.#aborter.abort();
  }

  /** Looks until nothing is under way. */
  async look(): Promise<void> {
    for (let i = 0; i < 3; i++) {
      await this.engine.advance();
      await this.engine.settled();
    }
  }

  /** Uploads in one chunk. @returns what became of it. */
  async upload(site: SiteId, payload: Uint8Array): Promise<UploadVerdict['kind']> {
    const open = await this.announce(site, payload);
    await this.store(site, open, payload);
    return this.stored(site, open);
  }

  /** Puts an announced payload on disk. */
  async store(site: SiteId, open: UploadOpen, payload: Uint8Array): Promise<void> {
    const key = { ...open, siteId: site };
    await this.world.uploads.begin(key, open);
    await this.world.uploads.writeChunk(key, 0, payload);
    await this.world.uploads.finish(key, open);
  }

  /** Says that a payload is whole. @returns what became of it. */
  async stored(site: SiteId, ref: AttemptRef): Promise<UploadVerdict['kind']> {
    return (await this.engine.sites.uploadStored(site, ref)).kind;
  }

  /** Announces an upload that has to be admitted. */
  async announce(site: SiteId, payload: Uint8Array): Promise<UploadOpen> {
    const { round, attempt } = await this.attempt();
    const ref = { runId: this.id, round, attempt };
    const open: UploadOpen = {
      kind: 'upload-open',
      ...ref,
      sha256: hashOf(payload),
      byteLength: payload.length,
      statistics: { exampleCount: null, meanLoss: null },
      engine: ENGINE,
    };
    const admission = await this.engine.sites.admitUpload(site, open);
    if (admission.kind !== 'open') throw new Error(`not admitted: ${admission.kind}`);
    return open;
  }

  /** The newest one. */
  async attempt(): Promise<RoundRow> {
    const attempt = await this.world.rounds.newest(this.id);
    if (attempt === null) throw new Error('no attempt');
    return attempt;
  }

  async participants(): Promise<ParticipantRow[]> {
    return this.world.rounds.participants(await this.attempt());
  }

  async states(): Promise<Record<string, string>> {
    return Object.fromEntries((await this.participants()).map(({ siteId: site, state }) => [site, state]));
  }

  async run(): Promise<RunRow> {
    const run = await this.world.runs.find(this.id);
    if (run === null) throw new Error('no run');
    return run;
  }

  /** Of the newest model, rounded to six digits. */
  async weights(): Promise<number[]> {
    const { tensors } = await this.world.models.read((await this.run()).modelSha256);
    return [...(tensors[0]?.data ?? [])].map((value) => Math.round(value * 1e6) / 1e6);
  }
}

/** A contribution, of full weight (100 of wMax 100 examples), that moves every weight by `step`. */
export function contribution(step: number, weight = 1): Uint8Array {
  return ringToBytes(
    quantizeUpdate({
      delta: [new Float32Array(4).fill(step)],
      clips: [Math.fround(0.025)],
      weight,
      ...quantaFor(QUORUM.maxSites, 32),
      rng: seededRng('rounding', step),
    }),
  );
}
