import { Injectable } from '@nestjs/common';
import { and, asc, desc, eq, gt, isNotNull, max, notInArray, sql } from 'drizzle-orm';
import {
  participantTransition,
  roundTransition,
  type ParticipantState,
  type RoundState,
  type RunId,
  type Sha256Hex,
  type SiteId,
} from '@mammofed/core';
import type { AttemptRef } from '@mammofed/wire';
import { Database, type Executor } from '../database/database.js';
import { participants, rounds, type ParticipantRow, type RoundRow } from '../database/schema.js';
import type { Traffic } from '../sessions/traffic-meter.js';

const attemptIs = ({ runId, round, attempt }: AttemptRef) =>
  and(eq(rounds.runId, runId), eq(rounds.round, round), eq(rounds.attempt, attempt));

const participantIs = ({ runId, round, attempt }: AttemptRef, site?: SiteId) =>
  and(
    eq(participants.runId, runId),
    eq(participants.round, round),
    eq(participants.attempt, attempt),
    site === undefined ? undefined : eq(participants.siteId, site),
  );

/** SQL of rounds (one row for each attempt) and of the sites in them. Every change of state goes through its table. */
@Injectable()
export class RoundStore {
  constructor(private readonly database: Database) {}

  /** The attempt that a run is at; null before its first. */
  async newest(run: RunId): Promise<RoundRow | null> {
    const [row] = await this.database.orm
      .select()
      .from(rounds)
      .where(eq(rounds.runId, run))
      .orderBy(desc(rounds.round), desc(rounds.attempt))
      .limit(1);
    return row ?? null;
  }

  async find(ref: AttemptRef): Promise<RoundRow | null> {
    const [row] = await this.database.orm.select().from(rounds).where(attemptIs(ref));
    return row ?? null;
  }

  /** Every attempt of a run, in order. */
  async ofRun(run: RunId, executor: Executor = this.database.orm): Promise<RoundRow[]> {
    return executor.select().from(rounds).where(eq(rounds.runId, run)).orderBy(asc(rounds.round), asc(rounds.attempt));
  }

  /** The number of the newest round of every run that has one. */
  async newestRounds(): Promise<Map<RunId, number>> {
    const rows = await this.database.orm
      .select({ runId: rounds.runId, round: max(rounds.round) })
      .from(rounds)
      .groupBy(rounds.runId);
    return new Map(rows.map(({ runId, round }) => [runId, Number(round)]));
  }

  /** Attempts that are not over, of all runs. */
  async open(): Promise<RoundRow[]> {
    return this.database.orm
      .select()
      .from(rounds)
      .where(notInArray(rounds.state, ['committed', 'abandoned']));
  }

  /** The committed attempt of a round; null for round 0 and before it commits. */
  async committed(run: RunId, round: number): Promise<RoundRow | null> {
    const [row] = await this.database.orm
      .select()
      .from(rounds)
      .where(and(eq(rounds.runId, run), eq(rounds.round, round), eq(rounds.state, 'committed')));
    return row ?? null;
  }

  async add(row: Pick<RoundRow, 'runId' | 'round' | 'attempt' | 'baseModelSha256' | 'startedAtMs'>): Promise<void> {
    await this.database.orm.insert(rounds).values({ ...row, state: 'selecting' });
  }

  /** @throws CoreError `illegal-transition`. */
  async advance(
    executor: Executor,
    from: RoundRow,
    to: RoundState,
    facts: Partial<Omit<RoundRow, 'runId' | 'round' | 'attempt' | 'state'>> = {},
  ): Promise<void> {
    await executor
      .update(rounds)
      .set({ ...facts, state: roundTransition(from.state, to) })
      .where(attemptIs(from));
  }

  async select(executor: Executor, ref: AttemptRef, siteIds: readonly SiteId[]): Promise<void> {
    const { runId, round, attempt } = ref;
    await executor.insert(participants).values(
      siteIds.map((siteId) => ({
        runId,
        round,
        attempt,
        siteId,
        state: 'selected' as const,
        bytesUp: 0,
        bytesDown: 0,
      })),
    );
  }

  async participants(ref: AttemptRef): Promise<ParticipantRow[]> {
    return this.database.orm.select().from(participants).where(participantIs(ref));
  }

  async participantsOfRun(run: RunId, executor: Executor = this.database.orm): Promise<ParticipantRow[]> {
    return executor.select().from(participants).where(eq(participants.runId, run));
  }

  async participant(ref: AttemptRef, site: SiteId): Promise<ParticipantRow | null> {
    const [row] = await this.database.orm.select().from(participants).where(participantIs(ref, site));
    return row ?? null;
  }

  /** @throws CoreError `illegal-transition`. */
  async moveParticipant(
    executor: Executor,
    from: ParticipantRow,
    to: ParticipantState,
    facts: Partial<Omit<ParticipantRow, 'runId' | 'round' | 'attempt' | 'siteId' | 'state'>> = {},
  ): Promise<void> {
    await executor
      .update(participants)
      .set({ ...facts, state: participantTransition(from.state, to) })
      .where(participantIs(from, from.siteId));
  }

  /** Records what an upload was announced as, where a site announces it anew. */
  async describeUpload(
    from: ParticipantRow,
    facts: Partial<Pick<ParticipantRow, 'uploadSha256' | 'uploadBytes' | 'exampleCount' | 'trainLoss' | 'engine'>>,
  ): Promise<void> {
    await this.database.orm.update(participants).set(facts).where(participantIs(from, from.siteId));
  }

  async addTraffic(ref: AttemptRef, site: SiteId, { up, down }: Traffic): Promise<void> {
    await this.database.orm
      .update(participants)
      .set({ bytesUp: sql`${participants.bytesUp} + ${up}`, bytesDown: sql`${participants.bytesDown} + ${down}` })
      .where(participantIs(ref, site));
  }

  /** Moves the deadlines of open attempts that were ahead at `sinceMs`. */
  async extendDeadlines(executor: Executor, sinceMs: number, byMs: number): Promise<void> {
    await executor
      .update(rounds)
      .set({ deadlineMs: sql`${rounds.deadlineMs} + ${byMs}` })
      .where(and(notInArray(rounds.state, ['committed', 'abandoned']), gt(rounds.deadlineMs, sinceMs)));
    await executor
      .update(rounds)
      .set({ phaseDeadlineMs: sql`${rounds.phaseDeadlineMs} + ${byMs}` })
      .where(and(notInArray(rounds.state, ['committed', 'abandoned']), gt(rounds.phaseDeadlineMs, sinceMs)));
  }

  /** Participants of a run, in any of its attempts, that said why they cannot take part. */
  async failed(run: RunId): Promise<ParticipantRow[]> {
    return this.database.orm
      .select()
      .from(participants)
      .where(and(eq(participants.runId, run), isNotNull(participants.failureCode)))
      .orderBy(asc(participants.round), asc(participants.attempt), asc(participants.siteId));
  }

  /** Whether a site was ever given a training task on this model. */
  async hasTrainedOn(site: SiteId, model: Sha256Hex): Promise<boolean> {
    const rows = await this.database.orm
      .select({ round: rounds.round })
      .from(participants)
      .innerJoin(
        rounds,
        and(
          eq(rounds.runId, participants.runId),
          eq(rounds.round, participants.round),
          eq(rounds.attempt, participants.attempt),
        ),
      )
      .where(and(eq(participants.siteId, site), eq(rounds.baseModelSha256, model)))
      .limit(1);
    return rows.length > 0;
  }
}
