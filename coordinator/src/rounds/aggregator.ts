import { setImmediate as yieldToSockets } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  AggregationError,
  changeBound,
  ContributionCheck,
  initialClips,
  nextClips,
  quantaFor,
  type Quanta,
  RingAccumulator,
} from '@mammofed/aggregation';
import {
  canonicalJson,
  elementCount,
  encodeModelFile,
  EXTRA_WORDS,
  packedBlocks,
  ringBitsOf,
  type PackedLayout,
  type RunConfig,
  type Sha256Hex,
  type SiteId,
} from '@mammofed/core';
import type { MaskStream } from '@mammofed/privacy';
import { sha256Of } from '@mammofed/storage';
import { MAX_CHUNK_BYTES, type AttemptRef } from '@mammofed/wire';
import { CoordinatorError } from '../errors.js';
import { ModelStore, outlineOf, type StoredModel } from '../models/model.store.js';
import { UploadStore, type UploadKey } from '../transfers/upload.store.js';
import { committedModel } from './committed-model.js';
import { meanOfRound } from './round-mean.js';
import { hasEnoughExamples, localStepsBound } from './round-rules.js';

export interface AggregationRequest {
  readonly ref: AttemptRef;
  readonly config: RunConfig;
  readonly baseModelSha256: Sha256Hex;
  readonly clips: readonly number[];
  /** Sites whose uploads are complete, in the order of their indices. */
  readonly contributors: readonly SiteId[];
  /** What takes the masks off the sum of the uploads; null if they have none. */
  readonly unmasking: MaskStream | null;
  /** Aborted when the coordinator stops; the aggregation is then redone at the next start. */
  readonly signal: AbortSignal;
}

export type AggregationOutcome =
  | {
      readonly kind: 'model';
      readonly model: StoredModel;
      readonly nextClips: readonly number[];
      readonly totalWeight: number;
      readonly clippedCount: number;
    }
  /** The base model is kept. */
  | { readonly kind: 'unusable'; readonly reason: string };

/** Turns the uploads of a round into its model. Equal uploads give equal bytes, however often it is repeated. */
@Injectable()
export class Aggregator {
  constructor(
    private readonly models: ModelStore,
    private readonly uploads: UploadStore,
  ) {}

  /** P, the number of weights of a model. */
  async parameterCount(model: Sha256Hex): Promise<number> {
    const outline = await this.models.outline(model);
    return outline.reduce((sum, { size }) => sum + size, 0);
  }

  /**
   * Reads a stored upload and judges it alone, which sealed mode can.
   * @returns what no honest site sends, in words; null if it is within the site's share.
   */
  async contributionProblem(key: UploadKey, config: RunConfig, model: Sha256Hex): Promise<string | null> {
    const parameterCount = await this.parameterCount(model);
    const check = new ContributionCheck({ parameterCount, ...quantaOf(config) });
    for await (const piece of this.uploads.pieces(key, { parameterCount, ringBits: ringBitsOf(config) })) {
      check.addBytes(piece);
      await yieldToSockets();
    }
    return check.problem();
  }

  /** Clips of a run's first round. */
  async firstClips(config: RunConfig, model: Sha256Hex): Promise<readonly number[]> {
    return initialClips(await this.models.outline(model), config.training, localStepsBound(config));
  }

  /**
   * Streams every upload from disk into one accumulator and adds the mean to the base model.
   * @throws CoordinatorError `stopped` | `not-found` | `corrupt-content`.
   */
  async aggregate(request: AggregationRequest): Promise<AggregationOutcome> {
    const { ref, config, clips, contributors } = request;
    const base = await this.models.read(request.baseModelSha256);
    const tensorSizes = base.tensors.map(({ shape }) => elementCount(shape));
    const layout: PackedLayout = {
      parameterCount: tensorSizes.reduce((sum, size) => sum + size, 0),
      ringBits: ringBitsOf(config),
    };
    const accumulator = new RingAccumulator(layout.parameterCount + EXTRA_WORDS, layout.ringBits);
    for (const siteId of contributors) {
      for await (const piece of this.uploads.pieces({ ...ref, siteId }, layout)) {
        accumulator.addBytes(piece);
        await giveWay(request.signal);
      }
    }
    if (request.unmasking !== null) {
      let byteCount = 0;
      for (const length of packedBlocks(layout)) {
        const block = new Uint8Array(length);
        request.unmasking.addTo(block);
        accumulator.addBytes(block);
        byteCount += length;
        if (byteCount < MAX_CHUNK_BYTES) continue;
        byteCount = 0;
        await giveWay(request.signal);
      }
    }
    try {
      const average = meanOfRound(config, ref.round, {
        sum: accumulator.sum,
        tensorSizes,
        clips,
        ...quantaOf(config),
        siteCount: contributors.length,
      });
      if (!hasEnoughExamples(average.totalWeight, config)) {
        const count = Math.round(average.totalWeight * config.wMax);
        return {
          kind: 'unusable',
          reason: `the contributions stand for about ${count} examples, the quorum asks for ${config.quorum.minExamples}`,
        };
      }
      const { model, change } = committedModel(base, average.mean, {
        round: ref.round,
        runConfigSha256: sha256Of(canonicalJson(config)),
        frozen: config.training.frozen ?? [],
      });
      const stored = await this.models.put(slices(encodeModelFile(model)));
      return {
        kind: 'model',
        model: stored,
        nextClips: nextClips(
          base.tensors.map(({ name }) => name),
          change,
          // A single step of a weight that is 0.
          changeBound(config.training, 1, 0),
          initialClips(outlineOf(model.tensors), config.training, localStepsBound(config)),
        ),
        totalWeight: average.totalWeight,
        clippedCount: average.clippedCount,
      };
    } catch (error) {
      if (error instanceof AggregationError) return { kind: 'unusable', reason: `${error.code}: ${error.message}` };
      throw error;
    }
  }
}

/** How the updates of a run become whole numbers. */
export function quantaOf(config: Pick<RunConfig, 'quorum' | 'ringBits'>): Quanta {
  return quantaFor(config.quorum.maxSites, ringBitsOf(config));
}

/** One model may be hundreds of chunks: sites must get their answers in between. @throws CoordinatorError `stopped`. */
async function giveWay(signal: AbortSignal): Promise<void> {
  await yieldToSockets();
  if (signal.aborted) throw new CoordinatorError('stopped', 'the coordinator is stopping');
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += MAX_CHUNK_BYTES) yield bytes.subarray(at, at + MAX_CHUNK_BYTES);
}
