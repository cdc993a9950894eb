/** @jest-environment ./libs/learning/jest-environment.mjs */
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { MODEL_NAMES, seededRng, uniformInt, type ModelName } from '@mammofed/core';
import { loadRegionDataset, type RegionSample } from '@mammofed/imaging';
import { CompiledTrainer, initialTensors } from '@mammofed/learning';
import { dataFolder } from '../support/real-data.js';

const DATA = dataFolder();
const CDD_CESM = join(DATA, 'cdd-cesm-512');
const SIZE = 64;
const BATCH = 4;
const STEPS = 500;
const COMPARED = 50;

/** Scales every channel count. */
const WIDTH = 1 / 16;

const seed = randomInt(2 ** 31);

/** Examples with their images and masks one after the other. */
function batchOf(examples: readonly RegionSample[]): { readonly images: Float32Array; readonly masks: Float32Array } {
  const images = new Float32Array(BATCH * SIZE * SIZE);
  const masks = new Float32Array(images.length);
  examples.forEach(({ image, mask }, index) => {
    images.set(image, index * image.length);
    masks.set(mask, index * mask.length);
  });
  return { images, masks };
}

/** The losses of training on batches that are drawn by the seed. */
async function lossesOf(name: ModelName, examples: readonly RegionSample[]): Promise<number[]> {
  const spec = { name, width: WIDTH, size: SIZE };
  const rng = seededRng('real training', seed, name);
  const trainer = await CompiledTrainer.create({ spec, batchSize: BATCH, learningRate: 1e-3, threads: 2 });
  try {
    trainer.reset(await initialTensors(spec, seed));
    const losses: number[] = [];
    for (let step = 0; step < STEPS; step++) {
      const drawn = Array.from({ length: BATCH }, () => examples[uniformInt(rng, examples.length)] as RegionSample);
      const { images, masks } = batchOf(drawn);
      losses.push(await trainer.step(images, masks));
    }
    return losses;
  } finally {
    await trainer.dispose();
  }
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const whereThereIsData = existsSync(CDD_CESM) ? describe : describe.skip;

whereThereIsData(`${STEPS} steps on real mammograms (cdd-cesm-512, seed ${seed})`, () => {
  const dataset = loadRegionDataset({
    dir: CDD_CESM,
    study: 'real training',
    size: SIZE,
    marginFraction: 0.1,
    window: { kind: 'percentiles' },
  });

  it.each(MODEL_NAMES)(
    '%s: every loss is a finite number, and the last are below the first',
    async (name) => {
      const { train } = await dataset;
      const losses = await lossesOf(name, train);
      expect(losses).toHaveLength(STEPS);
      expect(losses.filter((loss) => !Number.isFinite(loss))).toEqual([]);
      const [first, last] = [meanOf(losses.slice(0, COMPARED)), meanOf(losses.slice(-COMPARED))];
      console.log(JSON.stringify({ name, width: WIDTH, seed, first, last, highest: Math.max(...losses) }));
      expect(last).toBeLessThan(first);
    },
    600_000,
  );
});
