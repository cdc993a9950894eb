import { and, eq, inArray } from 'drizzle-orm';
import type { Sha256Hex, SiteId } from '@mammofed/core';
import type { AttemptRef } from '@mammofed/wire';
import type { Transaction } from '../database/database.js';
import { participants, sites, type RoundRow } from '../database/schema.js';
import { CoordinatorError } from '../errors.js';
import { appendToLog } from './append-to-log.js';

/** Logs whom an attempt asks to train. */
export async function logCohort(
  transaction: Transaction,
  attempt: RoundRow,
  siteIds: readonly SiteId[],
  atMs: number,
): Promise<void> {
  const rows = await transaction
    .select()
    .from(sites)
    .where(inArray(sites.id, [...siteIds]));
  const members = rows
    .sort((a, b) => a.siteIndex - b.siteIndex)
    .map(({ id, name, publicKey }) => ({ site: id, name, key: publicKey }));
  const baseModel = attempt.baseModelSha256;
  await appendToLog(transaction, { kind: 'cohort', atMs, ...refOf(attempt), baseModel, members });
}

/** Logs the model of a round and the updates that are in it. */
export async function logCommitted(
  transaction: Transaction,
  attempt: RoundRow,
  model: Sha256Hex,
  contributors: readonly SiteId[],
  atMs: number,
): Promise<void> {
  const { runId, round, baseModelSha256: baseModel } = attempt;
  const rows = await transaction
    .select()
    .from(participants)
    .where(
      and(eq(participants.runId, runId), eq(participants.round, round), eq(participants.attempt, attempt.attempt)),
    );
  const contributions = contributors.map((site) => {
    const sha256 = rows.find(({ siteId }) => siteId === site)?.uploadSha256;
    if (sha256 === null || sha256 === undefined) {
      throw new CoordinatorError('internal-error', `the update of site ${site} has no hash`, { site });
    }
    return { site, sha256 };
  });
  await appendToLog(transaction, { kind: 'committed', atMs, ...refOf(attempt), baseModel, model, contributions });
}

export async function logAbandoned(transaction: Transaction, attempt: AttemptRef, atMs: number): Promise<void> {
  await appendToLog(transaction, { kind: 'abandoned', atMs, ...refOf(attempt) });
}

function refOf({ runId: run, round, attempt }: AttemptRef) {
  return { run, round, attempt };
}
