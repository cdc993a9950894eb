import { Inject, Injectable } from '@nestjs/common';
import type { Clock, SecurePhase } from '@mammofed/core';
import type { AttemptRef } from '@mammofed/wire';
import { Database } from '../database/database.js';
import type { ParticipantRow, RoundRow } from '../database/schema.js';
import { CLOCK } from '../injection-tokens.js';
import { appendToLog } from '../log/append-to-log.js';
import { RoundStore } from '../rounds/round.store.js';
import { AttemptJournal } from './attempt-journal.store.js';
import type { AttemptBeginning, JournalEntry, SiteLost } from './journal-entry.js';
import type { OpenAttempt } from './open-attempt.js';
import { stateAfter } from './phase-rules.js';

/** What a phase that closes leaves behind. */
export interface PhaseEnd {
  readonly phase: SecurePhase;
  /** Sites that did not answer. */
  readonly losses: readonly SiteLost[];
  /** Those of them that have not uploaded: the round goes on without them. */
  readonly dropped: readonly { readonly participant: ParticipantRow; readonly reason: string }[];
  /** At the end of `confirming`. */
  readonly confirmed: OpenAttempt['confirmed'];
}

/** What happens to attempts of secure aggregation. Every method returns when the database has it: only then is anyone told. */
@Injectable()
export class AttemptLifecycle {
  constructor(
    private readonly database: Database,
    readonly journal: AttemptJournal,
    private readonly rounds: RoundStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Ends the training of a round: its cohort, its terms and its first phase are fixed.
   * @param deadlineMs - until when the masked updates have to be uploaded.
   */
  async begin(attempt: RoundRow, beginning: AttemptBeginning, phaseMs: number, deadlineMs: number): Promise<void> {
    const nowMs = this.clock.nowMs();
    await this.database.transaction(async (transaction) => {
      await this.journal.add(transaction, attempt, { kind: 'begun', beginning }, nowMs);
      await this.rounds.advance(transaction, attempt, 'keying', { phaseDeadlineMs: nowMs + phaseMs, deadlineMs });
    });
  }

  /** @param within - writes what belongs to it, in one transaction with it. */
  async note(
    ref: AttemptRef,
    entry: JournalEntry,
    within?: (transaction: Parameters<AttemptJournal['add']>[0]) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await this.journal.add(transaction, ref, entry, this.clock.nowMs());
      await within?.(transaction);
    });
  }

  /** Closes a phase that had enough answers, and begins what follows. */
  async close(attempt: RoundRow, { phase, losses, dropped, confirmed }: PhaseEnd, phaseMs: number): Promise<void> {
    const nowMs = this.clock.nowMs();
    const next = stateAfter(phase);
    // In `collecting` each site has its own time; `aggregating` is the coordinator's.
    const hasDeadline = next !== 'collecting' && next !== 'aggregating';
    await this.database.transaction(async (transaction) => {
      for (const loss of losses) await this.journal.add(transaction, attempt, loss, nowMs);
      await this.journal.add(transaction, attempt, { kind: 'closed', phase }, nowMs);
      for (const { participant, reason } of dropped) {
        await this.rounds.moveParticipant(transaction, participant, 'dropped', { reason });
      }
      await this.rounds.advance(transaction, attempt, next, { phaseDeadlineMs: hasDeadline ? nowMs + phaseMs : null });
      if (phase !== 'confirming' || confirmed === null) return;
      const { runId: run, round, attempt: number } = attempt;
      await appendToLog(transaction, { kind: 'confirmed', atMs: nowMs, run, round, attempt: number, ...confirmed });
    });
  }
}
