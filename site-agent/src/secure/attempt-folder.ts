import { mkdir, readdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineReport, Sha256Hex } from '@mammofed/core';
import { decodeEnvelope, encodeEnvelope, type AttemptRef, type Message, type UploadOpen } from '@mammofed/wire';
import { sha256Of, sha256OfFile, writeDurably } from '@mammofed/storage';
import { z } from 'zod';
import { requireSpace } from '../disk-space.js';

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => text as Sha256Hex);

const maskedSchema = z.strictObject({
  requestSha256: hash,
  sha256: hash,
  byteLength: z.int().positive(),
  statistics: z.strictObject({ exampleCount: z.int().nullable(), meanLoss: z.number().nullable() }),
  engine: z.strictObject({ name: z.string(), device: z.string(), steps: z.int().min(0).nullable() }),
});

/** A masked vector that lies on disk, whole, and what is told with it. */
export interface MaskedVector {
  /** Hash of the request that it answers; see {@link requestHash}. */
  readonly requestSha256: Sha256Hex;
  readonly sha256: Sha256Hex;
  readonly byteLength: number;
  readonly statistics: UploadOpen['statistics'];
  readonly engine: EngineReport;
}

/**
 * What an attempt keeps on disk so that it outlives a restart, beside its update in RUN/ROUND-ATTEMPT/ of the work folder:
 * the task, the masked vector, and the unmask shares that were signed. Nothing in it opens a mask.
 */
export class AttemptFolder {
  readonly #dir: string;

  /** @param workDir - the folder of UpdateStore. */
  constructor(workDir: string, { runId, round, attempt }: AttemptRef) {
    this.#dir = join(workDir, runId, `${round}-${attempt}`);
  }

  get maskedPath(): string {
    return join(this.#dir, 'masked.bin');
  }

  /** Keeps the task, so that a restarted agent knows what its keys are for. */
  async keepTask(task: Message): Promise<void> {
    await this.#make();
    await writeDurably(this.#path('task'), encoded(task));
  }

  task(): Promise<Message | null> {
    return read(this.#path('task'));
  }

  /** @throws SiteError `disk-full` if there is no room for a masked vector. */
  async requireSpace(byteLength: number): Promise<void> {
    await this.#make();
    await requireSpace(this.#dir, byteLength);
  }

  /** The masked vector at {@link maskedPath} is whole. */
  async keepMasked(masked: MaskedVector): Promise<void> {
    await writeDurably(join(this.#dir, 'masked.json'), JSON.stringify(masked));
  }

  /** @returns null if there is none, or it is not whole. */
  async masked(): Promise<MaskedVector | null> {
    try {
      const masked = maskedSchema.parse(JSON.parse(await readFile(join(this.#dir, 'masked.json'), 'utf8')));
      if ((await stat(this.maskedPath)).size !== masked.byteLength) return null;
      return (await sha256OfFile(this.maskedPath)) === masked.sha256 ? masked : null;
    } catch {
      return null;
    }
  }

  /** The attempt is over: nothing but a trained update is left. */
  async discard(): Promise<void> {
    const names = await readdir(this.#dir).catch(() => []);
    const own = names.filter((name) => name.startsWith('masked.') || name.endsWith('.msg'));
    for (const name of own) await rm(join(this.#dir, name), { force: true });
    // Not empty, or not there: both are fine.
    await rmdir(this.#dir).catch(() => undefined);
  }

  /** Keeps the shares that answer a request, and so ties them to it. */
  async keepShares(requestSha256: Sha256Hex, shares: Message): Promise<void> {
    await this.#make();
    await writeDurably(this.#path(`shares-${requestSha256}`), encoded(shares));
  }

  /** @returns null if this request was not answered. */
  shares(requestSha256: Sha256Hex): Promise<Message | null> {
    return read(this.#path(`shares-${requestSha256}`));
  }

  #path(name: string): string {
    return join(this.#dir, `${name}.msg`);
  }

  async #make(): Promise<void> {
    await mkdir(this.#dir, { recursive: true, mode: 0o700 });
  }
}

/** Equal for equal requests alone. */
export function requestHash(request: Message): Sha256Hex {
  return sha256Of(encoded(request));
}

function encoded(message: Message): Uint8Array {
  return encodeEnvelope({ id: 1, replyTo: 0, message });
}

async function read(path: string): Promise<Message | null> {
  try {
    return decodeEnvelope(new Uint8Array(await readFile(path))).message;
  } catch {
    // Never written, or damaged.
    return null;
  }
}
