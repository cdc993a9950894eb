import { Injectable } from '@nestjs/common';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { RunId } from '@mammofed/core';
import type { AttemptRef } from '@mammofed/wire';
import { Database, type Executor } from '../database/database.js';
import { attemptEvents } from '../database/schema.js';
import { entryOf, lineOf, type JournalEntry } from './journal-entry.js';

const attemptIs = ({ runId, round, attempt }: AttemptRef) =>
  and(eq(attemptEvents.runId, runId), eq(attemptEvents.round, round), eq(attemptEvents.attempt, attempt));

/** Entries whose messages nobody needs once the masks were taken off, or never will be. */
const SPENT = ['dealt', 'unmasked'] as const;

/** Entries of an attempt, for the administrator's view. */
export interface JournalOfAttempt {
  readonly round: number;
  readonly attempt: number;
  /** Without the sites' messages: of those only who sent them. */
  readonly lines: readonly Pick<typeof attemptEvents.$inferSelect, 'kind' | 'site' | 'phase' | 'content'>[];
}

/**
 * The events of attempts of secure aggregation, in their order. An event is here before it is acted on or told to anyone:
 * replayed, they give the state in which the coordinator was when it was killed.
 *
 * Of a committed attempt there stay its beginning (terms and members), the advertisements (U1), who dealt shares (U2), the
 * uploads (U3) and the confirmations, which the members of U3 signed.
 */
@Injectable()
export class AttemptJournal {
  constructor(private readonly database: Database) {}

  async add(executor: Executor, ref: AttemptRef, entry: JournalEntry, atMs: number): Promise<void> {
    const { runId, round, attempt } = ref;
    await executor.insert(attemptEvents).values({ runId, round, attempt, ...lineOf(entry), atMs });
  }

  /** Every entry of an attempt, in order. @throws CoordinatorError `corrupt-content`; WireError. */
  async entries(ref: AttemptRef): Promise<JournalEntry[]> {
    const rows = await this.database.orm
      .select()
      .from(attemptEvents)
      .where(attemptIs(ref))
      .orderBy(asc(attemptEvents.id));
    return rows.filter(({ kind, content }) => !(isSpent(kind) && content === null)).map(entryOf);
  }

  /** Forgets sealed shares and unmask shares, all but who sent them: they have no use when an attempt is over. */
  async forgetShares(executor: Executor, ref: AttemptRef): Promise<void> {
    await executor
      .update(attemptEvents)
      .set({ content: null })
      .where(and(attemptIs(ref), inArray(attemptEvents.kind, SPENT)));
  }

  /** What the view of a run shows of its attempts. */
  async linesOfRun(run: RunId, executor: Executor = this.database.orm): Promise<JournalOfAttempt[]> {
    const rows = await executor
      .select({
        round: attemptEvents.round,
        attempt: attemptEvents.attempt,
        kind: attemptEvents.kind,
        site: attemptEvents.site,
        phase: attemptEvents.phase,
        content: sql<
          string | null
        >`CASE WHEN ${attemptEvents.kind} IN ('begun', 'lost', 'wrong-share') THEN ${attemptEvents.content} END`,
      })
      .from(attemptEvents)
      .where(eq(attemptEvents.runId, run))
      .orderBy(asc(attemptEvents.id));
    const attempts = new Map<string, { round: number; attempt: number; lines: JournalOfAttempt['lines'][number][] }>();
    for (const { round, attempt, ...line } of rows) {
      const key = `${round}-${attempt}`;
      const found = attempts.get(key) ?? { round, attempt, lines: [] };
      found.lines.push(line);
      attempts.set(key, found);
    }
    return [...attempts.values()];
  }
}

function isSpent(kind: JournalEntry['kind']): boolean {
  return SPENT.some((spent) => spent === kind);
}
