import {
  DATA_FINDINGS,
  isFindingCode,
  type DataCheckView,
  type EvaluationFigures,
  type ParticipantView,
  type RoundView,
  type RunState,
  type RunView,
  type SiteId,
} from '@mammofed/core';
import type { AttemptRef } from '@mammofed/wire';
import type { DataCheckRow, EvaluationRow, ParticipantRow, RoundRow, RunRow, SiteRow } from '../database/schema.js';
import type { SiteProgress } from '../rounds/live-progress.js';
import type { JournalOfAttempt } from '../secure-rounds/attempt-journal.store.js';
import { secureRoundView } from '../secure-rounds/secure-view.js';
import { isPending } from '../rounds/round-rules.js';
import type { SiteFailure } from '../rounds/site-failures.js';
import type { Traffic } from '../sessions/traffic-meter.js';

/** What is known of a run: from the database, and live. */
export interface RunFacts {
  readonly run: RunRow;
  /** Every attempt of every round, in order. */
  readonly attempts: readonly RoundRow[];
  /** Of all attempts. */
  readonly participants: readonly ParticipantRow[];
  readonly evaluations: readonly EvaluationRow[];
  /** The newest of each site. */
  readonly dataChecks: readonly DataCheckRow[];
  /** What happened in attempts of secure aggregation. */
  readonly journals: readonly JournalOfAttempt[];
  /** Of the consortium. */
  readonly sites: readonly SiteRow[];
  /** What a site last said of an attempt. */
  trainingOf(attempt: AttemptRef, site: SiteId): SiteProgress | null;
  /** What a site last said of an evaluation that it is at. */
  evaluationOf(site: SiteId): SiteProgress | null;
  /** What the sites say that would not take part in it. */
  readonly refusals: ReadonlyMap<SiteId, SiteFailure>;
  /** Bytes that were counted and are in no participant's record yet. */
  untakenTraffic(site: SiteId): Traffic;
}

const NO_TRAFFIC: Traffic = { up: 0, down: 0 };
const ACTIVE: readonly RunState[] = ['running', 'waiting-for-cohort'];

/** What figures lack that were stored before sites told it. */
const BEFORE: Pick<EvaluationFigures, 'segmentation'> = { segmentation: null };

/** A run as its administrator sees it. Of a round with several attempts, the newest; of evaluations, those reported. */
export function runView(facts: RunFacts): RunView {
  const { run, attempts } = facts;
  const newest = attempts.at(-1);
  const participantsOf = byAttempt(facts.participants);
  const rounds = new Map(attempts.map((attempt) => [attempt.round, attempt]));
  return {
    runId: run.id,
    state: run.state,
    config: run.config,
    note: run.note,
    initialModelSha256: run.initialModelSha256,
    modelSha256: run.modelSha256,
    modelBytes: run.modelBytes,
    // The noise of privacy is drawn by the sites, never from the seed.
    deterministic:
      run.config.privacy === undefined &&
      attempts
        .filter(({ state }) => state === 'committed')
        .every((attempt) => participantsOf(attempt).every(({ state }) => state === 'uploaded')),
    withheld: withSites(
      facts.sites,
      [...facts.refusals].map(([siteId, refusal]) => ({ siteId, ...refusal })),
    ).map(([{ name }, { code, reason }]) => ({ site: name, code, reason })),
    dataChecks: withSites(facts.sites, facts.dataChecks).map(([{ name }, check]) => dataCheckView(name, check)),
    rounds: [...rounds.values()].map((attempt) =>
      roundView(facts, attempt, participantsOf(attempt), attempt === newest),
    ),
    evaluations: withSites(facts.sites, facts.evaluations)
      .sort(([, a], [, b]) => a.round - b.round)
      .flatMap(([site, { round, modelSha256, state, figures }]) =>
        state === 'reported' && figures !== null
          ? [{ round, site: site.name, modelSha256, ...BEFORE, ...figures }]
          : [],
      ),
  };
}

/** Without the counts of bins: they are for other sites, as a sum. */
function dataCheckView(site: string, { figures, reportedAtMs }: DataCheckRow): DataCheckView {
  const { fits, codes, usableImages, usablePatients, imageCounts } = figures;
  // Of a row that another version wrote, a code may not be known.
  const findings = codes.filter(isFindingCode).map((code) => {
    const { verdict, meaning, next } = DATA_FINDINGS[code];
    return { code, verdict, meaning, next };
  });
  return { site, fits, findings, usableImages, usablePatients, imageCounts, reportedAtMs };
}

function roundView(
  facts: RunFacts,
  attempt: RoundRow,
  participants: readonly ParticipantRow[],
  isNewest: boolean,
): RoundView {
  // What was counted since belongs to the attempt that is under way, or to the last one until its evaluations are in.
  const isLive = isNewest && ACTIVE.includes(facts.run.state) && attempt.state !== 'abandoned';
  return {
    round: attempt.round,
    attempt: attempt.attempt,
    state: attempt.state,
    startedAtMs: attempt.startedAtMs,
    durationMs: attempt.endedAtMs === null ? null : attempt.endedAtMs - attempt.startedAtMs,
    modelSha256: attempt.modelSha256,
    sites: withSites(facts.sites, participants).map(([site, participant]) =>
      participantView(facts, attempt, site, participant, isLive),
    ),
    secure: secureRoundView(
      attempt.state,
      facts.journals.find(({ round, attempt: number }) => round === attempt.round && number === attempt.attempt)
        ?.lines ?? [],
    ),
  };
}

function participantView(
  facts: RunFacts,
  attempt: RoundRow,
  site: SiteRow,
  participant: ParticipantRow,
  isLive: boolean,
): ParticipantView {
  const evaluation = isLive ? facts.evaluationOf(site.id) : null;
  const progress = evaluation ?? facts.trainingOf(attempt, site.id);
  const isAtWork = evaluation !== null || isPending(participant.state);
  const untaken = isLive ? facts.untakenTraffic(site.id) : NO_TRAFFIC;
  return {
    site: site.name,
    siteIndex: site.siteIndex,
    status: participant.state,
    reason: participant.reason,
    phase: isAtWork ? (progress?.phase ?? null) : null,
    step: progress?.step ?? 0,
    stepCount: progress?.stepCount ?? 0,
    loss: progress?.loss ?? null,
    examples: participant.exampleCount,
    trainLoss: participant.trainLoss,
    bytesUp: participant.bytesUp + untaken.up,
    bytesDown: participant.bytesDown + untaken.down,
    engine: participant.engine,
  };
}

/** Each row with its site, in the order of the sites' indices. */
function withSites<Row extends { readonly siteId: SiteId }>(
  sites: readonly SiteRow[],
  rows: readonly Row[],
): [SiteRow, Row][] {
  const siteOf = new Map(sites.map((site) => [site.id, site]));
  return rows
    .flatMap((row): [SiteRow, Row][] => {
      const site = siteOf.get(row.siteId);
      return site === undefined ? [] : [[site, row]];
    })
    .sort(([a], [b]) => a.siteIndex - b.siteIndex);
}

function byAttempt(participants: readonly ParticipantRow[]): (attempt: RoundRow) => readonly ParticipantRow[] {
  const keyOf = ({ round, attempt }: Pick<RoundRow, 'round' | 'attempt'>): string => `${round}-${attempt}`;
  const groups = new Map<string, ParticipantRow[]>();
  for (const participant of participants) {
    const group = groups.get(keyOf(participant)) ?? [];
    group.push(participant);
    groups.set(keyOf(participant), group);
  }
  return (attempt) => groups.get(keyOf(attempt)) ?? [];
}
