import { bigint, bigserial, doublePrecision, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type {
  CountedStatistics,
  DataCheckFigures,
  EngineReport,
  EvaluationFigures,
  ParticipantState,
  RoundState,
  RunConfig,
  RunId,
  RunState,
  SecurePhase,
  Sha256Hex,
  SiteId,
} from '@mammofed/core';
import type { LogEntry, StatementSignature } from '@mammofed/privacy';
import type { JournalEntry } from '../secure-rounds/journal-entry.js';

/** `waiting`: asked to be a site; `listed`: in the roster that counts; `out`: was once, under the same name. */
export type SiteStanding = 'waiting' | 'listed' | 'out';

/** What a machine asked with, for the administrator to check. */
export interface EnrolmentRequest {
  readonly joinSecretSha256: Sha256Hex;
  /** Ed25519 of the site, hexadecimal. */
  readonly signature: string;
}

/** How far one site's evaluation of one model got. */
export type EvaluationState = 'asked' | 'reported' | 'failed';

const unixMs = (name: string) => bigint(name, { mode: 'number' });
const sha256 = (name: string) => text(name).$type<Sha256Hex>();
/** Sites send these as 32 unsigned bits, which `integer` does not hold. */
const uint32 = (name: string) => bigint(name, { mode: 'number' });
const byteCount = (name: string) => bigint(name, { mode: 'number' });

export const invites = pgTable('invites', {
  secretSha256: sha256('secret_sha256').primaryKey(),
  siteName: text('site_name').notNull(),
  createdAtMs: unixMs('created_at_ms').notNull(),
  expiresAtMs: unixMs('expires_at_ms').notNull(),
  usedBySiteId: text('used_by_site_id').$type<SiteId>(),
});

export const sites = pgTable('sites', {
  id: text('id').$type<SiteId>().primaryKey(),
  name: text('name').notNull().unique(),
  siteIndex: integer('site_index').notNull().unique(),
  /** Ed25519 public key, hexadecimal. */
  publicKey: text('public_key').notNull().unique(),
  /** When it asked. */
  enrolledAtMs: unixMs('enrolled_at_ms').notNull(),
  standing: text('standing').$type<SiteStanding>().notNull(),
  /** Null for sites that the coordinator knows from the roster alone. */
  request: jsonb('request').$type<EnrolmentRequest>(),
});

export const runs = pgTable('runs', {
  id: text('id').$type<RunId>().primaryKey(),
  state: text('state').$type<RunState>().notNull(),
  note: text('note'),
  config: jsonb('config').$type<RunConfig>().notNull(),
  initialModelSha256: sha256('initial_model_sha256').notNull(),
  /** Newest committed model. */
  modelSha256: sha256('model_sha256').notNull(),
  modelBytes: byteCount('model_bytes').notNull(),
  createdAtMs: unixMs('created_at_ms').notNull(),
  startedAtMs: unixMs('started_at_ms'),
  /** Of a model signer, over the configuration; null: nobody signed the run. */
  signature: jsonb('signature').$type<StatementSignature>(),
});

/** One row for each attempt of a round. */
export const rounds = pgTable(
  'rounds',
  {
    runId: text('run_id').$type<RunId>().notNull(),
    round: uint32('round').notNull(),
    attempt: uint32('attempt').notNull(),
    state: text('state').$type<RoundState>().notNull(),
    /** Why it was abandoned. */
    note: text('note'),
    baseModelSha256: sha256('base_model_sha256').notNull(),
    /** Known from `training` on. */
    clips: jsonb('clips').$type<number[]>(),
    startedAtMs: unixMs('started_at_ms').notNull(),
    deadlineMs: unixMs('deadline_ms'),
    /** Of the phase of secure aggregation that the attempt is in; null if it has none. */
    phaseDeadlineMs: unixMs('phase_deadline_ms'),
    endedAtMs: unixMs('ended_at_ms'),
    /** The committed model. */
    modelSha256: sha256('model_sha256'),
    /** Clips of the next round, from this round's committed change. */
    nextClips: jsonb('next_clips').$type<number[]>(),
    totalWeight: doublePrecision('total_weight'),
    clippedCount: bigint('clipped_count', { mode: 'number' }),
  },
  (table) => [primaryKey({ columns: [table.runId, table.round, table.attempt] })],
);

export const participants = pgTable(
  'participants',
  {
    runId: text('run_id').$type<RunId>().notNull(),
    round: uint32('round').notNull(),
    attempt: uint32('attempt').notNull(),
    siteId: text('site_id').$type<SiteId>().notNull(),
    state: text('state').$type<ParticipantState>().notNull(),
    /** Why it was dropped. */
    reason: text('reason'),
    /** What the site said why it cannot take part; null while it does, or if it said nothing. */
    failureCode: text('failure_code'),
    /** Of the upload that it opened. */
    uploadSha256: sha256('upload_sha256'),
    uploadBytes: byteCount('upload_bytes'),
    exampleCount: uint32('example_count'),
    trainLoss: doublePrecision('train_loss'),
    engine: jsonb('engine').$type<EngineReport>(),
    bytesUp: byteCount('bytes_up').notNull(),
    bytesDown: byteCount('bytes_down').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.round, table.attempt, table.siteId] })],
);

/** Events of attempts of secure aggregation, in the order of their ids; see secure-rounds/journal-entry.ts. */
export const attemptEvents = pgTable('attempt_events', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  runId: text('run_id').$type<RunId>().notNull(),
  round: uint32('round').notNull(),
  attempt: uint32('attempt').notNull(),
  kind: text('kind').$type<JournalEntry['kind']>().notNull(),
  /** By its name in the roster. */
  site: text('site').$type<SiteId>(),
  phase: text('phase').$type<SecurePhase>(),
  content: text('content'),
  atMs: unixMs('at_ms').notNull(),
});

export const evaluations = pgTable(
  'evaluations',
  {
    runId: text('run_id').$type<RunId>().notNull(),
    round: uint32('round').notNull(),
    siteId: text('site_id').$type<SiteId>().notNull(),
    state: text('state').$type<EvaluationState>().notNull(),
    modelSha256: sha256('model_sha256').notNull(),
    deadlineMs: unixMs('deadline_ms').notNull(),
    figures: jsonb('figures').$type<EvaluationFigures>(),
    engine: jsonb('engine').$type<EngineReport>(),
    reason: text('reason'),
  },
  (table) => [primaryKey({ columns: [table.runId, table.round, table.siteId] })],
);

/** What each site of a run last reported of its dry run of the data contract. */
export const dataChecks = pgTable(
  'data_checks',
  {
    runId: text('run_id').$type<RunId>().notNull(),
    siteId: text('site_id').$type<SiteId>().notNull(),
    figures: jsonb('figures').$type<DataCheckFigures>().notNull(),
    reportedAtMs: unixMs('reported_at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.siteId] })],
);

/** Whose counts are in the sum that sites are told of a study's data: they stay as they were, whatever a site reports later. */
export const pooledStatistics = pgTable(
  'pooled_statistics',
  {
    study: text('study').notNull(),
    siteId: text('site_id').$type<SiteId>().notNull(),
    counted: jsonb('counted').$type<CountedStatistics>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.study, table.siteId] })],
);

/** The log, one row an entry; log/append-to-log.ts adds them, and nothing changes one. */
export const logEntries = pgTable('log_entries', {
  /** From 0, without a gap. */
  entryIndex: bigint('entry_index', { mode: 'number' }).primaryKey(),
  /** This and the next four are in the entry too: they are how it is found. */
  kind: text('kind').$type<LogEntry['kind']>().notNull(),
  runId: text('run_id').$type<RunId>(),
  round: uint32('round'),
  attempt: uint32('attempt'),
  /** The model of a committed round. */
  modelSha256: sha256('model_sha256'),
  /** Canonical JSON. */
  entry: text('entry').notNull(),
  /** Its hash in the tree: says which entry was altered, where the root only says that one was. */
  leafSha256: sha256('leaf_sha256').notNull(),
});

/** Every roster that ever counted here, with the root's signature. */
export const rosters = pgTable('rosters', {
  version: bigint('version', { mode: 'number' }).primaryKey(),
  signed: text('signed').notNull(),
});

/** What there is once; see fact.store.ts. */
export const facts = pgTable('facts', { name: text('name').primaryKey(), value: text('value').notNull() });

export type InviteRow = typeof invites.$inferSelect;
export type LogEntryRow = typeof logEntries.$inferSelect;
export type SiteRow = typeof sites.$inferSelect;
export type RunRow = typeof runs.$inferSelect;
/** A run to be added; what may be null may be left out. */
export type NewRun = typeof runs.$inferInsert;
export type RoundRow = typeof rounds.$inferSelect;
export type ParticipantRow = typeof participants.$inferSelect;
export type DataCheckRow = typeof dataChecks.$inferSelect;
export type PooledStatisticsRow = typeof pooledStatistics.$inferSelect;
export type EvaluationRow = typeof evaluations.$inferSelect;
