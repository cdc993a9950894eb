import { asc, eq } from 'drizzle-orm';
import { canonicalJson } from '@mammofed/core';
import { openRoster, rootNamedIn } from '@mammofed/privacy';
import { sha256Of } from '@mammofed/storage';
import type { Database, Transaction } from '../database/database.js';
import { facts, logEntries, participants, rosters, rounds, runs } from '../database/schema.js';
import { appendToLog } from './append-to-log.js';
import { logCohort, logCommitted } from './round-entries.js';

/**
 * Begins the log of a database from before there was one, with what it has: its roster, its runs and their rounds. Sites
 * hold every task to the log, so that a run of before could not go on without.
 */
export async function writeFirstEntries(database: Database, nowMs: number): Promise<void> {
  await database.transaction(async (transaction) => {
    if ((await transaction.select().from(logEntries).limit(1)).length > 0) return;
    await logRoster(transaction, nowMs);
    for (const run of await transaction.select().from(runs).orderBy(asc(runs.createdAtMs), asc(runs.id))) {
      const { id, config, initialModelSha256: initialModel, createdAtMs: atMs } = run;
      const configSha256 = sha256Of(canonicalJson(config));
      await appendToLog(transaction, { kind: 'run', atMs, run: id, configSha256, initialModel });
      await logRounds(transaction, id);
    }
  });
}

async function logRoster(transaction: Transaction, nowMs: number): Promise<void> {
  const [held] = await transaction.select().from(facts).where(eq(facts.name, 'roster'));
  if (held === undefined) return;
  const bytes = new Uint8Array(Buffer.from(held.value));
  const { roster, sha256 } = openRoster(bytes, rootNamedIn(bytes));
  await transaction.insert(rosters).values({ version: roster.version, signed: held.value });
  await appendToLog(transaction, { kind: 'roster', atMs: nowMs, version: roster.version, sha256 });
}

async function logRounds(transaction: Transaction, run: (typeof runs.$inferSelect)['id']): Promise<void> {
  const attempts = await transaction
    .select()
    .from(rounds)
    .where(eq(rounds.runId, run))
    .orderBy(asc(rounds.round), asc(rounds.attempt));
  const all = await transaction.select().from(participants).where(eq(participants.runId, run));
  for (const attempt of attempts) {
    const cohort = all.filter((one) => one.round === attempt.round && one.attempt === attempt.attempt);
    if (cohort.length === 0) continue;
    const siteIds = cohort.map(({ siteId }) => siteId);
    await logCohort(transaction, attempt, siteIds, attempt.startedAtMs);
    if (attempt.state !== 'committed' || attempt.modelSha256 === null) continue;
    const contributors = cohort.filter(({ state }) => state === 'uploaded').map(({ siteId }) => siteId);
    await logCommitted(transaction, attempt, attempt.modelSha256, contributors, attempt.endedAtMs ?? 0);
  }
}
