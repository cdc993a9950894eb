import { mkdir, readdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, type EngineReport, type RunId, type Sha256Hex } from '@mammofed/core';
import type { AttemptRef } from '@mammofed/wire';
import { sha256Of, sha256OfFile, syncDirectory, writeDurably } from '@mammofed/storage';
import { z } from 'zod';
import { requireSpace } from '../disk-space.js';

const schema = z.strictObject({
  /** Hash of everything that the update depends on; see {@link inputsHash}. */
  inputsSha256: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  byteLength: z.int().positive(),
  exampleCount: z.int().positive(),
  meanLoss: z.number(),
  engine: z.strictObject({ name: z.string(), device: z.string(), steps: z.int().min(0) }),
});

/** What training made, as the trainer reports it. */
export interface TrainedUpdate {
  readonly sha256: Sha256Hex;
  readonly byteLength: number;
  readonly exampleCount: number;
  /** Over the last epoch. */
  readonly meanLoss: number;
  readonly engine: EngineReport & { readonly steps: number };
}

/** An update that lies on disk, whole. */
export interface StoredUpdate extends TrainedUpdate {
  readonly path: string;
}

/** An update of a round that is long over and was never told so. */
const MAX_AGE_MS = 31 * 24 * 3_600_000;

/** Everything that decides an update: two tasks with the same hash have the same update. */
export function inputsHash(inputs: {
  readonly round: number;
  readonly siteIndex: number;
  readonly configSha256: Sha256Hex;
  readonly baseModelSha256: Sha256Hex;
  readonly clips: readonly number[];
  readonly quantumMax: number;
}): Sha256Hex {
  return sha256Of(canonicalJson(inputs));
}

/**
 * Trained updates until their round is over: work/RUN/ROUND-ATTEMPT/update.bin, and update.json once it is whole. A
 * restarted agent sends what it finds here; so does a later attempt of a round, because its training would be the same.
 */
export class UpdateStore {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /**
   * Makes a folder for an update of at most `byteLength` bytes.
   * @returns the path of `update.bin`, to be written durably.
   * @throws SiteError `disk-full` if there is no room for it.
   */
  async prepare(ref: AttemptRef, byteLength: number): Promise<string> {
    const dir = this.#attemptDir(ref);
    await rm(dir, { recursive: true, force: true });
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await requireSpace(dir, byteLength);
    return join(dir, 'update.bin');
  }

  /** The update is on disk: from here on it is found again. */
  async complete(ref: AttemptRef, inputsSha256: Sha256Hex, update: TrainedUpdate): Promise<StoredUpdate> {
    const dir = this.#attemptDir(ref);
    const { sha256, byteLength, exampleCount, meanLoss, engine } = update;
    const description: z.infer<typeof schema> = { inputsSha256, sha256, byteLength, exampleCount, meanLoss, engine };
    await writeDurably(join(dir, 'update.json'), JSON.stringify(description));
    for (const made of [join(this.#dir, ref.runId), this.#dir]) await syncDirectory(made);
    return { ...update, path: join(dir, 'update.bin') };
  }

  /** Nothing came of an attempt. */
  async discard(ref: AttemptRef): Promise<void> {
    await rm(this.#attemptDir(ref), { recursive: true, force: true });
    await removeIfEmpty(join(this.#dir, ref.runId));
  }

  /** A stored update of this round that was made from the same inputs, in whichever attempt; null if there is none. */
  async find({ runId, round }: AttemptRef, inputsSha256: Sha256Hex): Promise<StoredUpdate | null> {
    const runDir = join(this.#dir, runId);
    for (const name of await namesIn(runDir)) {
      if (roundOf(name) !== round) continue;
      const found = await readUpdate(join(runDir, name), inputsSha256);
      if (found !== null) return found;
    }
    return null;
  }

  /** Removes a run's updates of all rounds up to `round`: they are over. */
  async discardThrough(runId: RunId, round: number): Promise<void> {
    const runDir = join(this.#dir, runId);
    const over = (await namesIn(runDir)).filter((name) => roundOf(name) <= round);
    for (const name of over) await rm(join(runDir, name), { recursive: true, force: true });
    await removeIfEmpty(runDir);
  }

  /** Removes what no coordinator asks for any more. */
  async discardOld(nowMs: number): Promise<void> {
    for (const run of await namesIn(this.#dir)) {
      for (const name of await namesIn(join(this.#dir, run))) {
        const path = join(this.#dir, run, name);
        if (nowMs - (await stat(path)).mtimeMs > MAX_AGE_MS) await rm(path, { recursive: true, force: true });
      }
      await removeIfEmpty(join(this.#dir, run));
    }
  }

  #attemptDir({ runId, round, attempt }: AttemptRef): string {
    return join(this.#dir, runId, `${round}-${attempt}`);
  }
}

async function readUpdate(dir: string, inputsSha256: Sha256Hex): Promise<StoredUpdate | null> {
  const path = join(dir, 'update.bin');
  try {
    const { inputsSha256: storedInputs, ...update } = schema.parse(
      JSON.parse(await readFile(join(dir, 'update.json'), 'utf8')),
    );
    if (storedInputs !== inputsSha256 || (await stat(path)).size !== update.byteLength) return null;
    if ((await sha256OfFile(path)) !== update.sha256) return null;
    return { ...update, sha256: update.sha256 as Sha256Hex, path };
  } catch {
    // Never finished, or damaged: training again gives it anew.
    return null;
  }
}

/** The round of a folder ROUND-ATTEMPT; infinite for anything else, which is then left alone. */
function roundOf(name: string): number {
  const match = /^(\d+)-\d+$/.exec(name);
  return match === null ? Infinity : Number(match[1]);
}

async function removeIfEmpty(dir: string): Promise<void> {
  // Not empty, or not there: both are fine.
  await rmdir(dir).catch(() => undefined);
}

async function namesIn(dir: string): Promise<string[]> {
  return (await readdir(dir).catch(() => [])).sort();
}
