import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, readOwnModel, type RunView } from '@mammofed/core';
import { AdminApi } from './support/admin-api.js';
import { Consortium } from './support/consortium.js';
import { eventually, Workbench } from './support/processes.js';

interface JsonLayer {
  readonly name: string;
  class_name: string;
  readonly config: Record<string, unknown>;
  readonly inbound_nodes: readonly unknown[];
}

function layer(className: string, name: string, inputs: readonly string[], config: object): JsonLayer {
  const nodes = inputs.length === 0 ? [] : [inputs.map((input) => [input, 0, 0, {}])];
  return { name, class_name: className, config: { ...config, name }, inbound_nodes: nodes };
}

/** A U-Net of one level for 32 pixels, with batch statistics and a dropout. */
const LAYERS = [
  layer('InputLayer', 'image', [], { batch_input_shape: [null, 32, 32, 1] }),
  layer('Conv2D', 'down', ['image'], { filters: 4, kernel_size: 3, padding: 'same', activation: 'relu' }),
  layer('BatchNormalization', 'norm', ['down'], { momentum: 0.9 }),
  layer('MaxPooling2D', 'pool', ['norm'], {}),
  layer('Conv2D', 'bottom', ['pool'], { filters: 8, kernel_size: 3, padding: 'same', activation: 'relu' }),
  layer('Dropout', 'dropout', ['bottom'], { rate: 0.1 }),
  layer('UpSampling2D', 'enlarge', ['dropout'], {}),
  layer('Concatenate', 'concat', ['norm', 'enlarge'], {}),
  layer('Conv2D', 'mask', ['concat'], { filters: 1, kernel_size: 3, padding: 'same', activation: 'sigmoid' }),
];

const TOPOLOGY = {
  class_name: 'Model',
  config: { name: 'one-level', layers: LAYERS, input_layers: [['image', 0, 0]], output_layers: [['mask', 0, 0]] },
};

const OPTIONS = ['--study', 'own', '--rounds', '2', '--epochs', '2', '--batch-size', '8', '--learning-rate', '0.01'];

describe('a study’s own network', () => {
  const workbench = new Workbench();
  let consortium: Consortium;
  let dir: string;
  let network: string;
  let view: RunView;

  const ofCoordinator = (): string[] => ['--dir', consortium.coordinatorDir];

  beforeAll(async () => {
    dir = await workbench.dir();
    network = join(dir, 'model.json');
    await writeFile(network, JSON.stringify({ format: 'layers-model', modelTopology: TOPOLOGY, weightsManifest: [] }));
    consortium = await Consortium.start(workbench);
    for (const [index, name] of ['north', 'south'].entries()) {
      await consortium.enrol(name, index, 60, 'own');
      consortium.startSite(name);
    }
    const runId = await consortium.createRun('--model', network, '--seed', '4', ...OPTIONS);
    view = await eventually('the run to complete', 240_000, async () => {
      const now = await consortium.show(runId);
      if (now.state === 'failed') throw new Error(now.note ?? 'the run failed');
      return now.state === 'completed' && now.evaluations.length >= 4 ? now : undefined;
    });
  }, 480_000);
  afterAll(() => workbench.end());

  it('is trained by two sites, of which each read its layers, and is part of what the run is', () => {
    const { topology } = readOwnModel(TOPOLOGY);
    expect(view.config.model).toEqual({ name: 'own', width: 1, size: 32, topology });
    expect(view.rounds.map(({ sites }) => sites.map(({ status }) => status))).toEqual([
      ['uploaded', 'uploaded'],
      ['uploaded', 'uploaded'],
    ]);
    const dice = (round: number): number[] =>
      view.evaluations.filter((one) => one.round === round).map(({ dice: { mean } }) => mean ?? NaN);
    expect(dice(2)).toHaveLength(2);
    expect(Math.min(...dice(2))).toBeGreaterThan(0.2);
  });

  it('says its layers wherever its model goes, and comes back from ONNX as the same file', async () => {
    const file = join(dir, 'newest.safetensors');
    const onnx = join(dir, 'newest.onnx');
    const back = join(dir, 'back.safetensors');
    const model = ['--model', view.modelSha256, ...ofCoordinator()];
    await workbench.must('model', 'export', ...model, '--format', 'safetensors', '--out', file);
    const { stdout } = await workbench.must('model', 'show', file, '--json');
    const { metadata } = JSON.parse(stdout) as { metadata: Record<string, string> };
    expect(metadata).toMatchObject({
      model: 'own',
      size: '32',
      topology: canonicalJson(readOwnModel(TOPOLOGY).topology),
    });
    await workbench.must('model', 'export', '--model', file, '--format', 'onnx', '--out', onnx);
    await workbench.must('model', 'import', onnx, '--out', back);
    expect(await readFile(back)).toEqual(await readFile(file));

    const data = join(consortium.siteDir('north'), '..', 'north-data');
    const evaluated = await workbench.must('evaluate', '--model', file, '--data', data, '--json');
    const { dice } = JSON.parse(evaluated.stdout) as { dice: { mean: number } };
    const ofSite = view.evaluations.find(({ site, round }) => site === 'north' && round === 2);
    expect(dice.mean).toBeCloseTo(ofSite?.dice.mean ?? NaN, 9);
  }, 120_000);

  it('with a layer that could run code is refused by the command and by the coordinator, by name', async () => {
    const hostile = structuredClone(TOPOLOGY);
    (hostile.config.layers[2] as JsonLayer).class_name = 'Lambda';
    const file = join(dir, 'hostile.json');
    await writeFile(file, JSON.stringify(hostile));
    const refused = await workbench.run('run', 'create', '--model', file, ...OPTIONS, ...ofCoordinator());
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/layer norm is a Lambda: use InputLayer, Conv2D, /);

    const api = await AdminApi.of(consortium.coordinatorDir);
    const { config, initialModelSha256 } = view;
    const altered = structuredClone(config) as unknown as { model: { topology: typeof TOPOLOGY } };
    (altered.model.topology.config.layers[2] as JsonLayer).class_name = 'Lambda';
    await expect(api.create(altered as never, initialModelSha256)).rejects.toThrow(
      /400.*bad-run-config.*norm is a Lambda/,
    );
    expect((await workbench.must('run', 'list', ...ofCoordinator(), '--json')).stdout.match(/runId/g)).toHaveLength(1);
  }, 120_000);

  it.each([
    ['--size', '64', /whose layers make it one for 32 pixels/],
    ['--width', '1/8', /takes no --width for a network of your own/],
  ])('takes no %s %s beside it', async (option, value, says) => {
    const refused = await workbench.run('run', 'create', '--model', network, option, value, ...ofCoordinator());
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(says);
  });

  it.each([
    ['nowhere.json', undefined, /cannot read the network .*nowhere\.json/],
    ['text.json', 'layers', /text\.json is not JSON: name the model\.json of a tfjs LayersModel/],
    ['large.json', ' '.repeat(1024 * 1024 + 1), /large\.json has 1048577 bytes, more than 1048576/],
  ])('is refused from the file %s', async (name, content, says) => {
    const file = join(dir, name);
    if (content !== undefined) await writeFile(file, content);
    const refused = await workbench.run('run', 'create', '--model', file, ...ofCoordinator());
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(says);
  });
});
