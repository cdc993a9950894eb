import { readFile } from 'node:fs/promises';
import type { RunId, Sha256Hex, SiteId } from '@mammofed/core';
import type { AttemptRecord } from '@mammofed/privacy';
import { writeDurably } from '@mammofed/storage';
import { z } from 'zod';
import { SiteError } from '../errors.js';

const sites = z.array(z.string().transform((site) => site as SiteId));

const schema = z.strictObject({
  version: z.literal(1),
  records: z.array(
    z.strictObject({
      run: z.string().transform((run) => run as RunId),
      round: z.int().min(1),
      attempt: z.int().min(1),
      baseModel: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .transform((hash) => hash as Sha256Hex),
      confirmed: z.strictObject({ sharers: sites, uploaders: sites }).nullable(),
      hasUnmasked: z.boolean(),
    }),
  ),
});

/**
 * What this site promised in secure aggregation, in all runs together; see AttemptRecord of libs/privacy. A record is kept
 * for good once its sum was unmasked. Of the others, the last of each run is enough: no earlier one is joined again.
 */
export class AttemptRecords {
  readonly #path: string;
  #records: readonly AttemptRecord[];
  #lastWrite: Promise<unknown> = Promise.resolve();

  private constructor(path: string, records: readonly AttemptRecord[]) {
    this.#path = path;
    this.#records = records;
  }

  /** Opens the records; there are none where the file is not there. @throws SiteError `bad-attempt-records`. */
  static async open(path: string): Promise<AttemptRecords> {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new AttemptRecords(path, []);
      throw error;
    }
    try {
      return new AttemptRecords(path, schema.parse(JSON.parse(text)).records);
    } catch (error) {
      // Not taken for an empty one: the site would help to unmask a second sum of a round.
      throw new SiteError(
        'bad-attempt-records',
        `${path} is not sound: put it back from a backup; without it nobody knows which sums this site helped to unmask`,
        {},
        error,
      );
    }
  }

  get all(): readonly AttemptRecord[] {
    return this.#records;
  }

  of(run: RunId, round: number, attempt: number): AttemptRecord | null {
    return this.#records.find((record) => isOf(record, { run, round, attempt })) ?? null;
  }

  /** Notes what is promised; it is on disk when this returns. The message that it belongs to is sent afterwards. */
  keep(record: AttemptRecord): Promise<void> {
    // One after the other: two at once would write one file, and the older could come last.
    const written = this.#lastWrite.then(async () => {
      const others = this.#records.filter((other) => !isOf(other, record) && !isCoveredBy(other, record));
      const records = [...others, record];
      await writeDurably(this.#path, `${JSON.stringify({ version: 1, records })}\n`);
      this.#records = records;
    });
    this.#lastWrite = written.catch(() => undefined);
    return written;
  }
}

type Named = Pick<AttemptRecord, 'run' | 'round' | 'attempt'>;

function isOf(record: AttemptRecord, { run, round, attempt }: Named): boolean {
  return record.run === run && record.round === round && record.attempt === attempt;
}

/** Whether a later record of the same run says everything that this one does. */
function isCoveredBy(record: AttemptRecord, { run, round, attempt }: Named): boolean {
  const isEarlier = record.round < round || (record.round === round && record.attempt < attempt);
  return record.run === run && isEarlier && !record.hasUnmasked;
}
