/** @jest-environment ./libs/learning/jest-environment.mjs */
import { describe, expect, it } from '@jest/globals';
import { seededRng, type NamedTensor, type OwnModelSpec } from '@mammofed/core';
import { CompiledPredictor } from '../engine/compiled-predictor.js';
import { CompiledTrainer } from '../engine/compiled-trainer.js';
import { tensorPlans } from '../model-spec.js';
import { OTHER_NETWORKS, SMOOTH_NETWORKS, specOf, teachTfjs } from '../own-networks.test-support.js';
import {
  freshSeed,
  giveWeights,
  normals,
  randomBatches,
  randomWeights,
  relativeDifference,
  runReference,
  segmentationStep,
  worstTensor,
} from '../reference.test-support.js';
import { tf, tfLayers } from '../tfjs.js';
import { buildModel } from './build-model.js';
import { mirroredPlaces } from './layers/mirroring.js';

const seed = freshSeed();
const ADAM = { kind: 'adam', epsilon: 1e-4 } as const;
const LEARNING_RATE = 1e-3;
const BATCH = 2;

teachTfjs();

/** As tfjs itself reads what a study brings along. */
async function readByTfjs(json: unknown): Promise<tfLayers.LayersModel> {
  await tf.setBackend('cpu');
  return tfLayers.models.modelFromJSON(json as Parameters<typeof tfLayers.models.modelFromJSON>[0]);
}

/** The random networks' weights, with slopes of rectifiers that are not zero. */
async function weightsFor(spec: OwnModelSpec): Promise<NamedTensor[]> {
  const rng = seededRng('slopes', seed);
  return (await randomWeights(spec, seed)).map((tensor) =>
    tensor.name.endsWith('/alpha') ? { ...tensor, data: tensor.data.map(() => rng.next()) } : tensor,
  );
}

describe.each([...SMOOTH_NETWORKS, ...OTHER_NETWORKS])(`$what, brought along (seed ${seed})`, ({ json }) => {
  it('has the layers’ shapes and the weights that tfjs gives it', async () => {
    const spec = specOf(json());
    const theirs = await readByTfjs(json());
    const ours = buildModel(spec);
    const outline = (model: tfLayers.LayersModel): unknown =>
      model.weights.map(({ originalName, shape }) => `${originalName} ${shape.join()}`).sort();
    expect(outline(ours)).toEqual(outline(theirs));
    expect(
      tensorPlans(spec)
        .map(({ name, shape }) => `${name} ${shape.join()}`)
        .sort(),
    ).toEqual(outline(theirs));
    for (const { name, output } of theirs.layers) {
      if (name === 'image') continue;
      const shape = (ours.getLayer(name).output as tfLayers.SymbolicTensor).shape;
      expect([name, ...shape]).toEqual([name, ...(output as tfLayers.SymbolicTensor).shape]);
    }
    theirs.dispose();
    ours.dispose();
  });

  it('predicts what tfjs predicts', async () => {
    const spec = specOf(json());
    const weights = await weightsFor(spec);
    const { size } = spec;
    const images = normals(seededRng('images', seed), BATCH * size ** 2);
    const model = await readByTfjs(json());
    giveWeights(model, weights);
    const side = model.inputs[0]?.shape[1] as number;
    const expected = tf.tidy(() => {
      const places = tf.tensor1d(mirroredPlaces(size, side), 'int32');
      const batch = tf.tensor(images, [BATCH, size, size, 1]);
      const continued = tf.gather(tf.gather(batch, places, 1), places, 2);
      return (model.predict(continued) as tf.Tensor).dataSync<'float32'>();
    });
    model.dispose();
    const predictor = await CompiledPredictor.create({ spec, batchSize: BATCH, threads: 1 });
    predictor.load(weights);
    const probabilities = await predictor.predict(images);
    await predictor.dispose();
    expect(relativeDifference(probabilities, expected)).toBeLessThan(1e-5);
    expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.01);
  });
});

describe.each(SMOOTH_NETWORKS)(`$what, trained for five steps (seed ${seed})`, ({ json }) => {
  it('is what tfjs makes of it by its own layers, arithmetic and optimizer', async () => {
    const spec = specOf(json());
    const weights = await weightsFor(spec);
    const batches = randomBatches(seed, 5, BATCH * spec.size ** 2);
    const theirs = await readByTfjs(withLogits(json()));
    const step = { ...segmentationStep(spec, BATCH, ADAM, LEARNING_RATE), buildModel: () => theirs };
    const expected = await runReference(step, weights, batches);

    const options = { spec, batchSize: BATCH, learningRate: LEARNING_RATE, threads: 1, optimizer: ADAM };
    const trainer = await CompiledTrainer.create(options);
    // What the reference draws its dropouts from.
    trainer.reset(weights, { randomSeed: ['reference'] });
    const losses: number[] = [];
    for (const { images, masks } of batches) losses.push(await trainer.step(images, masks));
    const trained = await trainer.weights();
    await trainer.dispose();
    expect(relativeDifference(losses, expected.losses)).toBeLessThan(1e-4);
    const { name, difference } = worstTensor(trained, expected.weights);
    expect({ name, difference, isClose: difference < 1e-4 }).toEqual({ name, difference, isClose: true });
  });
});

/** The sigmoid at the end is part of our loss. */
function withLogits(json: unknown): unknown {
  const model = JSON.parse(JSON.stringify(json)) as {
    config: { layers: { name: string; config: Record<string, unknown> }[] };
  };
  for (const { name, config } of model.config.layers) if (name === 'mask') config['activation'] = 'linear';
  return model;
}

describe('a study’s own network', () => {
  const [groups, statistics] = SMOOTH_NETWORKS.map(({ json }) => specOf(json())) as [OwnModelSpec, OwnModelSpec];
  const dilated = specOf(OTHER_NETWORKS.find(({ what }) => what.startsWith('holes between taps'))?.json());
  const options = { batchSize: 4, learningRate: LEARNING_RATE, threads: 1 };
  const perExample = { clipNorm: 1, lotSize: 4 };

  it('that normalizes by the batch is trained neither image by image nor in micro-batches', async () => {
    await expect(CompiledTrainer.create({ ...options, perExample, spec: statistics })).rejects.toMatchObject({
      code: 'dp-batch-statistics',
      message: expect.stringContaining('norm/moving_mean'),
    });
    await expect(CompiledTrainer.create({ ...options, microBatches: 2, spec: statistics })).rejects.toMatchObject({
      code: 'bad-options',
      message: expect.stringContaining('norm/moving_mean'),
    });
  });

  it('that normalizes by groups may be trained image by image, in micro-batches too', async () => {
    const trainer = await CompiledTrainer.create({ ...options, perExample, microBatches: 2, spec: groups });
    await trainer.dispose();
  });

  it('with an operation that cannot be told apart by image is refused by its name, layer and model', async () => {
    await expect(CompiledTrainer.create({ ...options, perExample, spec: dilated })).rejects.toMatchObject({
      code: 'unsupported-op',
      message: expect.stringMatching(/dilated|more/),
    });
  });

  it.each([
    ['another size', { size: 32 }, /its layers make it one for images of size 16, not 32/],
    ['a width', { width: 0.5 }, /its width is 1, not 0.5/],
    ['layers of another kind', { topology: { class_name: 'Sequential' } }, /make it a functional one/],
  ])('is not built with %s, whoever says that it was checked', (_, change, says) => {
    const spec = { ...groups, ...change } as OwnModelSpec;
    for (const use of [tensorPlans, buildModel])
      expect(() => use(spec)).toThrow(
        expect.objectContaining({ code: 'bad-model-spec', message: expect.stringMatching(says) }),
      );
  });
});
