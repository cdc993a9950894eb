import { Injectable } from '@nestjs/common';
import type { SiteId } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import type { Chunk, ChunkRequest, Refused } from '@mammofed/wire';
import { CoordinatorError } from '../errors.js';
import { ModelStore } from '../models/model.store.js';
import { EvaluationStore } from '../rounds/evaluation.store.js';
import { RoundStore } from '../rounds/round.store.js';
import { refused } from '../sessions/refusals.js';
import { ChunkGate } from './chunk-gate.js';

/** Hands out models, chunk by chunk, to the sites that were given a task on them and to nobody else. */
@Injectable()
export class DownloadsService {
  readonly #allowed = new Set<string>();

  constructor(
    private readonly models: ModelStore,
    private readonly rounds: RoundStore,
    private readonly evaluations: EvaluationStore,
    private readonly gate: ChunkGate,
  ) {}

  async chunk(site: SiteId, { sha256, index }: ChunkRequest): Promise<Chunk | Refused> {
    if (!(await this.#mayRead(site, sha256))) {
      return refused('unknown-model', 'this site was given no task on this model');
    }
    try {
      return await this.gate.run(site, async (): Promise<Chunk> => {
        const data = await this.models.readChunk(sha256, index);
        return { kind: 'chunk', sha256, index, data, chunkSha256: sha256Of(data) };
      });
    } catch (error) {
      if (error instanceof CoordinatorError && error.code === 'not-found')
        return refused('unknown-model', error.message);
      throw error;
    }
  }

  async #mayRead(site: SiteId, sha256: ChunkRequest['sha256']): Promise<boolean> {
    const key = `${site} ${sha256}`;
    if (this.#allowed.has(key)) return true;
    const isAllowed =
      (await this.evaluations.wasAskedFor(site, sha256)) || (await this.rounds.hasTrainedOn(site, sha256));
    if (isAllowed) this.#allowed.add(key);
    return isAllowed;
  }
}
