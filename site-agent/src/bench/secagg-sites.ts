import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { exampleWeight, quantaFor, quantizeUpdate, ringToBytes } from '@mammofed/aggregation';
import { packedBlocks, seededRng, uniformInt, type PackedLayout } from '@mammofed/core';
import { sodiumReady, type MaskStream } from '@mammofed/privacy';
import { PlayedAttempt, type AttemptSettings } from './secagg-attempt.js';
import { cpuSecondsSince, type CoordinatorTask } from './secagg-task.js';

export interface SitesResult {
  readonly task: CoordinatorTask;
  /** Masks that each site adds. */
  readonly masksPerSite: number;
  /** For each site that uploaded: keys, masks, and adding them to its vector. */
  readonly maskSeconds: readonly number[];
  /** The same in processor time. */
  readonly maskCpuSeconds: readonly number[];
  /** What a site sends in the whole attempt. */
  readonly bytesPerSite: number;
  readonly totalWeight: number;
  /** Σ w·Δ over the uploads, in double precision. */
  readonly weightedSum: Float64Array;
}

const EXAMPLES_OF_WEIGHT_1 = 150;
const CLIPS = [Math.fround(0.05), Math.fround(0.001), 64];

/**
 * Plays the sites of one attempt beside a real coordinator's state, and writes their masked updates into `dir`. The
 * updates are drawn from a seed; keys and masks are not.
 */
export async function playSites(settings: AttemptSettings, dir: string): Promise<SitesResult> {
  await sodiumReady();
  const { siteCount, parameterCount, ringBits } = settings;
  const attempt = new PlayedAttempt(settings);
  const quanta = quantaFor(siteCount, ringBits);
  const tensorSizes = tensorSizesOf(parameterCount);
  const layout = { parameterCount, ringBits };
  const uploads: string[] = [];
  const maskSeconds: number[] = [];
  const maskCpuSeconds: number[] = [];
  const weightedSum = new Float64Array(parameterCount);
  let totalWeight = 0;

  await attempt.advertise();
  await attempt.share();
  const masksPerSite = attempt.present.length;
  await attempt.upload(async (site, masksOf) => {
    const index = uploads.length;
    const { delta, weight } = updateOf(index, tensorSizes);
    const rng = seededRng('rounding', index);
    const vector = ringToBytes(quantizeUpdate({ delta, clips: CLIPS, weight, ...quanta, rng }), ringBits);
    totalWeight += weight;
    addWeighted(weightedSum, delta, weight);
    const start = { ms: performance.now(), cpu: process.cpuUsage() };
    addMasks(masksOf(), vector, layout);
    maskSeconds.push((performance.now() - start.ms) / 1000);
    maskCpuSeconds.push(cpuSecondsSince(start.cpu));
    const file = join(dir, `${site}.bin`);
    await writeFile(file, vector);
    uploads.push(file);
    return vector.length;
  });
  await attempt.confirm();
  await attempt.unmask();
  const { terms, cohort, identityKeys, events, sentBytes } = attempt;
  const task = { terms, cohort, identityKeys, layout, events, uploads, tensorSizes, clips: CLIPS, ...quanta };
  return { task, masksPerSite, maskSeconds, maskCpuSeconds, bytesPerSite: sentBytes, totalWeight, weightedSum };
}

function addMasks(masks: MaskStream, vector: Uint8Array, layout: PackedLayout): void {
  let at = 0;
  for (const length of packedBlocks(layout)) {
    masks.addTo(vector.subarray(at, at + length));
    at += length;
  }
}

/** Tensors of different sizes, so that different clips meet. */
function tensorSizesOf(parameterCount: number): number[] {
  const [first, second] = [Math.floor(parameterCount / 2), Math.floor(parameterCount / 3)];
  return [first, second, parameterCount - first - second];
}

function updateOf(index: number, tensorSizes: readonly number[]): { delta: Float32Array[]; weight: number } {
  const rng = seededRng('update', index);
  const weight = exampleWeight(1 + uniformInt(rng, 2 * EXAMPLES_OF_WEIGHT_1), EXAMPLES_OF_WEIGHT_1);
  const delta = tensorSizes.map((size, t) => {
    const tensor = new Float32Array(size);
    for (let i = 0; i < size; i++) tensor[i] = (2 * rng.next() - 1) * (CLIPS[t] as number);
    return tensor;
  });
  return { delta, weight };
}

function addWeighted(sum: Float64Array, delta: readonly Float32Array[], weight: number): void {
  let at = 0;
  for (const tensor of delta) for (let i = 0; i < tensor.length; i++, at++) sum[at]! += weight * tensor[i]!;
}
