import { readFile } from 'node:fs/promises';
import type { Clock, Logger, RunId } from '@mammofed/core';
import { writeDurably } from '@mammofed/storage';
import { z } from 'zod';
import { termsSchema, type ConsentTerms } from './consent-terms.js';

/** Runs that are remembered; the oldest are forgotten first. */
const MAX_OFFERED_RUNS = 200;

const offeredRunSchema = z.strictObject({
  runId: z.string(),
  terms: termsSchema,
  /** Name of the model signer; null: not signed, or by nobody of the roster. */
  signedBy: z.string().nullable(),
  /** What the coordinator was told: null that the site takes part, otherwise why not. */
  refusal: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  offeredAtMs: z.number(),
});
const schema = z.strictObject({ version: z.literal(1), runs: z.array(offeredRunSchema) });

/** A run that the coordinator told this site of, with what the site said to it. */
export type OfferedRun = Readonly<z.infer<typeof offeredRunSchema>>;

/** @returns the runs in the order in which they were offered; none where the file is missing or not sound. */
export async function readOfferedRuns(path: string): Promise<readonly OfferedRun[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    return schema.parse(JSON.parse(text)).runs;
  } catch {
    // Nothing is lost by it: the coordinator offers every run that is not over again.
    return [];
  }
}

/** The agent's own note of the runs that it was offered, for its operator's commands: it alone writes the file. */
export class OfferedRuns {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #log: Logger;
  #runs: readonly OfferedRun[];
  #lastWrite: Promise<void> = Promise.resolve();

  private constructor(path: string, clock: Clock, log: Logger, runs: readonly OfferedRun[]) {
    this.#path = path;
    this.#clock = clock;
    this.#log = log;
    this.#runs = runs;
  }

  static async open(path: string, clock: Clock, log: Logger): Promise<OfferedRuns> {
    return new OfferedRuns(path, clock, log, await readOfferedRuns(path));
  }

  /** @returns whether it is news: a run that was not known, or another answer than before. */
  note(runId: RunId, terms: ConsentTerms, signedBy: string | null, refusal: OfferedRun['refusal']): boolean {
    const before = this.#runs.find((run) => run.runId === runId);
    const run: OfferedRun = {
      runId,
      terms,
      signedBy,
      refusal: refusal === null ? null : { code: refusal.code, message: refusal.message },
      offeredAtMs: before?.offeredAtMs ?? this.#clock.nowMs(),
    };
    this.#runs = [...this.#runs.filter((other) => other.runId !== runId), run].slice(-MAX_OFFERED_RUNS);
    this.#lastWrite = this.#lastWrite.then(() => this.#write());
    return before === undefined || before.refusal?.code !== refusal?.code;
  }

  /** Returns when everything that was noted is on disk, or could not be written. */
  async settled(): Promise<void> {
    await this.#lastWrite;
  }

  async #write(): Promise<void> {
    const text = `${JSON.stringify({ version: 1, runs: this.#runs }, null, 2)}\n`;
    await writeDurably(this.#path, text, 0o600).catch((error: unknown) =>
      // What is trained does not hang on it.
      this.#log.warn('the offered runs could not be noted', { error: String((error as { code?: unknown }).code) }),
    );
  }
}
