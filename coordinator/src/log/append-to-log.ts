import { max, sql } from 'drizzle-orm';
import { sha256Hex } from '@mammofed/core';
import { leafHash, logEntryBytes, type LogEntry } from '@mammofed/privacy';
import type { Transaction } from '../database/database.js';
import { logEntries } from '../database/schema.js';

/**
 * Adds an entry to the log, in the transaction of the change that it records: there is both or neither, whatever ends the
 * process. It comes last in its transaction: who appends next waits until this one has ended, and must hold nothing that
 * this one still wants.
 * @throws PrivacyError `bad-log-entry`.
 */
export async function appendToLog(transaction: Transaction, entry: LogEntry): Promise<void> {
  const bytes = logEntryBytes(entry);
  await transaction.execute(sql`LOCK TABLE log_entries IN SHARE ROW EXCLUSIVE MODE`);
  const [newest] = await transaction.select({ index: max(logEntries.entryIndex) }).from(logEntries);
  await transaction.insert(logEntries).values({
    entryIndex: newest === undefined || newest.index === null ? 0 : Number(newest.index) + 1,
    kind: entry.kind,
    runId: 'run' in entry ? entry.run : null,
    round: 'round' in entry ? entry.round : null,
    attempt: 'attempt' in entry ? entry.attempt : null,
    modelSha256: entry.kind === 'committed' ? entry.model : null,
    entry: new TextDecoder().decode(bytes),
    leafSha256: sha256Hex(Buffer.from(leafHash(bytes)).toString('hex')),
  });
}
