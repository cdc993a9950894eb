import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Logger } from '@mammofed/core';
import { Database } from '../database/database.js';
import { FactStore } from '../database/fact.store.js';
import { CLOCK, LOGGER } from '../injection-tokens.js';
import { EvaluationStore } from './evaluation.store.js';
import { RoundStore } from './round.store.js';

/** How often the database is told that the coordinator runs. */
export const BEAT_EVERY_MS = 10_000;
/** A gap that no busy machine makes: the process was stopped, or its database was away. */
const GAP_MS = 3 * BEAT_EVERY_MS;

/**
 * Deadlines are times of the clock, and a coordinator that was down must not let a round end for that. So it notes that it
 * runs, and after a gap moves every deadline that was still ahead by as long as the gap was: noted and moved in one
 * transaction, so that a crash between the two moves nothing twice.
 */
@Injectable()
export class Heartbeat {
  #lastBeatMs: number | null = null;
  #beating: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly facts: FactStore,
    private readonly rounds: RoundStore,
    private readonly evaluations: EvaluationStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** To be called before any deadline is looked at. Returns when the database has it. */
  async beatIfDue(): Promise<void> {
    const sinceMs = this.#lastBeatMs === null ? Infinity : Math.abs(this.clock.nowMs() - this.#lastBeatMs);
    if (sinceMs < BEAT_EVERY_MS) return;
    this.#beating ??= this.#beat().finally(() => (this.#beating = null));
    await this.#beating;
  }

  async #beat(): Promise<void> {
    const nowMs = this.clock.nowMs();
    // The first beat of a process comes after a stop or a crash, however short.
    const smallestGapMs = this.#lastBeatMs === null ? 0 : GAP_MS;
    await this.database.transaction(async (transaction) => {
      const noted = await this.facts.find('alive-at-ms', transaction);
      const aliveAtMs = noted === null ? nowMs : Number(noted);
      const gapMs = nowMs - aliveAtMs;
      if (gapMs > smallestGapMs) {
        await this.rounds.extendDeadlines(transaction, aliveAtMs, gapMs);
        await this.evaluations.extendDeadlines(transaction, aliveAtMs, gapMs);
        this.log.info('deadlines moved: the coordinator or its database was down', { gapMs });
      }
      await this.facts.put('alive-at-ms', String(nowMs), transaction);
    });
    this.#lastBeatMs = nowMs;
  }
}
