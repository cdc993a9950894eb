import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUGMENTATIONS, decodeModelFile, runId, type RunConfig } from '@mammofed/core';
import { writePhantomDataset } from '@mammofed/imaging';
import type { BatchSplit } from '@mammofed/learning';
import { epsilonOf, siteNoiseOf, type MechanismUse, type SiteNoise } from '@mammofed/privacy';
import { sha256Of, sha256OfFile } from '@mammofed/storage';
import { ONLY_CPU, silentLog, testRunConfig } from '../fixtures.test-support.js';
import { runTrainer } from '../tasks/patience.js';
import { TrainerClient, type TrainerClientOptions } from './trainer-client.js';
import type { EvaluatedResult, EvaluateJob, TrainedResult, TrainerProgress, TrainJob } from './trainer-messages.js';

// Real child processes of the compiled code: `node scripts/setup.mjs` has built it before the tests run.
const DIST = join(import.meta.dirname, '..', '..', 'dist');
const forever = new AbortController().signal;
const STUDY = 'trainer-test';
const CONFIG: RunConfig = testRunConfig({
  study: STUDY,
  training: { epochs: 2, batchSize: 4, learningRate: 1e-3, augmentation: AUGMENTATIONS.symmetries },
});

describe('the trainer process', () => {
  let root: string;
  let train: TrainJob;
  let evaluate: EvaluateJob;
  const clients: TrainerClient[] = [];
  /** Kept over the tests that leave it alive: a process takes seconds to start. */
  let trainer: TrainerClient;

  const client = (options: Partial<TrainerClientOptions> = {}): TrainerClient => {
    const made = new TrainerClient({ entry: pathToFileURL(join(DIST, 'trainer', 'trainer-process.js')), ...options });
    clients.push(made);
    return made;
  };

  beforeAll(async () => {
    trainer = client();
    root = await mkdtemp(join(tmpdir(), 'mammofed-trainer-'));
    const dir = join(root, 'data');
    await writePhantomDataset({
      dir,
      patients: 48,
      imagesPerPatient: 1,
      size: 96,
      seed: 2,
      siteIndex: 0,
      study: STUDY,
    });
    const modelPath = join(root, 'model');
    const { width, size } = CONFIG.model;
    const args = [
      '--model',
      'unet',
      '--width',
      String(width),
      '--size',
      String(size),
      '--seed',
      '1',
      '--study',
      STUDY,
      '--margin',
      '0.1',
      '--window',
      '{"kind":"percentiles"}',
      '--batch-size',
      '4',
      '--out',
      modelPath,
    ];
    const { status, stderr } = spawnSync(process.execPath, [join(DIST, 'initial-model.js'), ...args], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { tensors, metadata } = decodeModelFile(new Uint8Array(await readFile(modelPath)));
    const network = { model: 'unet', width: '0.03125', size: '16', seed: '1', round: '0' };
    const use = { study: STUDY, marginFraction: '0.1', window: '{"kind":"percentiles"}', batchSize: '4' };
    expect(metadata).toEqual({ ...network, ...use });

    const common = {
      data: { dir, layout: null, permuteImagesSeed: null },
      engine: 'cpu',
      threads: 1,
      config: CONFIG,
      modelPath,
    } as const;
    const clips = tensors.map(({ name }) => ({ tensor: name, clip: 0.5 }));
    train = {
      kind: 'train',
      ...common,
      round: 1,
      siteIndex: 0,
      clips,
      quanta: { quantumMax: 1_000_000, weightMax: 1_000_000 },
      updatePath: join(root, 'update.bin'),
      privacy: { spent: [], budget: null },
      sitePrivacy: { spent: [], budget: null },
    };
    evaluate = {
      kind: 'evaluate',
      ...common,
      round: 0,
      runId: runId('run-1'),
      modelSha256: await sha256OfFile(modelPath),
      resultsDir: join(root, 'results', 'run-1', 'round-0'),
      patientSaltPath: join(root, 'patient-salt.key'),
    };
  });
  afterAll(async () => {
    await Promise.all(clients.map((one) => one.stop()));
    await rm(root, { recursive: true, force: true });
  });

  const silent = {
    onProgress: () => undefined,
    onNotice: () => undefined,
    onLocalNotice: () => undefined,
    onBatchSplit: () => undefined,
  };
  const trained = async (one: TrainerClient, changes: Partial<TrainJob> = {}): Promise<TrainedResult> =>
    (await one.run({ ...train, ...changes }, forever, silent)) as TrainedResult;

  it('gives equal bytes for equal jobs, in this process or another, and others for another round, site or seed', async () => {
    const progress: TrainerProgress[] = [];
    const first = (await trainer.run(train, forever, {
      ...silent,
      onProgress: (one) => progress.push(one),
    })) as TrainedResult;
    const bytes = await readFile(train.updatePath);
    expect(sha256Of(bytes)).toBe(first.sha256);
    expect(first.byteLength).toBe(bytes.length);
    const steps = 2 * Math.ceil(first.exampleCount / 4);
    expect(first.engine).toEqual({ name: 'compiled', device: 'cpu', steps });
    expect(first.meanLoss).toBeGreaterThan(0);
    expect(progress[0]).toMatchObject({ phase: 'preparing' });
    expect(progress.at(-1)).toMatchObject({ phase: 'training', step: steps, stepCount: steps });

    expect((await trained(trainer)).sha256).toBe(first.sha256);
    expect((await trained(client())).sha256).toBe(first.sha256);
    const others = [{ round: 2 }, { siteIndex: 1 }, { config: { ...CONFIG, seed: 2 } }];
    for (const other of others) expect((await trained(trainer, other)).sha256).not.toBe(first.sha256);
  });

  it('trains with privacy for patients: no two updates are alike, no loss is told, and the budget holds', async () => {
    const config: RunConfig = { ...CONFIG, privacy: { clipNorm: 1, noiseMultiplier: 1, lotSize: 5, delta: 1e-5 } };
    const [losses, notices]: [(number | null)[], string[]] = [[], []];
    const first = (await trainer.run({ ...train, config }, forever, {
      ...silent,
      onProgress: ({ loss }) => losses.push(loss),
      onNotice: (text) => notices.push(text),
    })) as TrainedResult;
    const use = first.privacyUse as MechanismUse;
    expect(use.noiseMultiplier).toBe(1);
    expect(use.samplingRate).toBeGreaterThan(0);
    expect(use.samplingRate).toBeLessThan(1);
    expect(use.times).toBe(2 * Math.ceil(1 / use.samplingRate));
    expect(first.engine.steps).toBe(use.times);
    expect(losses.every((loss) => loss === null)).toBe(true);
    const after = epsilonOf([use], 1e-5);
    expect(notices.join('\n')).toContain(`after this round ${after.toFixed(2)}`);
    expect((await trained(trainer, { config })).sha256).not.toBe(first.sha256);

    const within = { spent: [], budget: { epsilon: after + 1e-6, delta: 1e-5 } };
    expect((await trained(trainer, { config, privacy: within })).kind).toBe('trained');
    await expect(trained(trainer, { config, privacy: { ...within, spent: [use] } })).rejects.toMatchObject({
      failure: { code: 'privacy-budget-spent', isMessageSafe: true },
    });
  });

  it('trains with privacy for sites: the update is noise, no loss is told, and the budget holds', async () => {
    const config: RunConfig = {
      ...CONFIG,
      mode: 'secure',
      quorum: { minSites: 3, minExamples: 0, maxSites: 3, sites: null },
      sitePrivacy: { clipNorm: 1, noiseMultiplier: 2, delta: 1e-5 },
    };
    const losses: (number | null)[] = [];
    const onProgress = ({ loss }: TrainerProgress): unknown => losses.push(loss);
    const first = (await trainer.run({ ...train, config }, forever, { ...silent, onProgress })) as TrainedResult;
    expect(losses.every((loss) => loss === null)).toBe(true);
    const words = new Int32Array((await readFile(train.updatePath)).buffer.slice(0));
    const noise = siteNoiseOf(config, words.length - 2) as SiteNoise;
    expect([...words.subarray(-2)]).toEqual([1_000_000, 0]);
    const coordinates = words.subarray(0, -2);
    const squares = coordinates.reduce((sum, word) => sum + (word / noise.deviation) ** 2, 0);
    // Ten standard deviations of the noise's own, and the update, whose norm is half of one site's noise in one coordinate.
    expect(Math.abs(squares / coordinates.length - 1)).toBeLessThan(10 * Math.sqrt(2 / coordinates.length));
    expect(first.sitePrivacyUse).toEqual(noise.use);
    expect(first.privacyUse).toBeNull();
    expect((await trained(trainer, { config })).sha256).not.toBe(first.sha256);

    const budget = { epsilon: epsilonOf([noise.use], 1e-5) + 1e-6, delta: 1e-5 };
    expect((await trained(trainer, { config, sitePrivacy: { spent: [], budget } })).kind).toBe('trained');
    await expect(trained(trainer, { config, sitePrivacy: { spent: [noise.use], budget } })).rejects.toMatchObject({
      failure: { code: 'site-privacy-budget-spent', isMessageSafe: true },
    });
  });

  it('keeps compiled steps where it is told to, uses them in another process, and gives the same bytes', async () => {
    const graphs = join(root, 'graphs');
    const { sha256 } = await trained(trainer);
    const kept: string[][] = [];
    for (let time = 0; time < 2; time++) {
      const one = client({ graphs });
      expect((await trained(one)).sha256).toBe(sha256);
      await one.stop();
      kept.push(await readdir(graphs));
    }
    expect(kept[0]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(kept[1]).toEqual(kept[0]);
  });

  it('evaluates on the test split: figures of the set come back, those of images stay in the results folder', async () => {
    const { figures, engine } = (await trainer.run(evaluate, forever, silent)) as EvaluatedResult;
    expect(figures.n).toBeGreaterThanOrEqual(5);
    expect(figures.allLesionDice).toBeGreaterThan(0.1);
    expect(figures.meanMaskDice).toBeGreaterThan(0.1);
    expect(engine.steps).toBe(0);
    expect(JSON.stringify(figures)).not.toContain('.png');

    const written = JSON.parse(await readFile(join(evaluate.resultsDir, 'evaluation.json'), 'utf8')) as {
      images: { dice: number; touchesEdge: boolean; patientKey: string }[];
      overlays: (Record<'png' | 'originalPng' | 'predictionPng' | 'referencePng', string> & {
        dice: number;
        rank: string;
      })[];
    };
    expect(written).toMatchObject({ round: 0, modelSha256: evaluate.modelSha256, n: figures.n });
    expect(Object.keys(written.images[0] ?? {})).toEqual([
      'file',
      'patientKey',
      'touchesEdge',
      'dice',
      'sensitivity',
      'specificity',
      'accuracy',
      'referenceArea',
      'predictedArea',
      ...[
        'empty',
        'iou',
        'unit',
        'lesionArea',
        'markedArea',
        'shareOfImage',
        'density',
        'pathology',
        'surface',
        'lesions',
      ],
      'maskPng',
    ]);
    const dices = written.images.map(({ dice }) => dice);
    expect(dices).toEqual([...dices].sort((a, b) => b - a));
    expect([figures.dice.max, figures.dice.min]).toEqual([dices[0], dices.at(-1)]);
    expect(figures.edge?.n ?? 0).toBe(written.images.filter(({ touchesEdge }) => touchesEdge).length);
    expect(figures.patientCount).toBe(new Set(written.images.map(({ patientKey }) => patientKey)).size);
    const files = (await readdir(join(evaluate.resultsDir, 'overlays'))).map((name) => `overlays/${name}`);
    const shown = written.overlays.flatMap(({ png, originalPng, predictionPng, referencePng }) => [
      ...[png, originalPng, predictionPng, referencePng],
    ]);
    expect(shown.sort()).toEqual(files.sort());
    expect(written.overlays.filter(({ rank }) => rank === 'worst').map(({ dice }) => dice)).toContain(figures.dice.min);
    expect(await readFile(join(evaluate.resultsDir, 'bland-altman.svg'), 'utf8')).toMatch(/^<svg/);
  });

  it('reports a folder with too few images by code, and names files only in words that stay', async () => {
    const dir = join(root, 'few');
    await cp(train.data.dir, dir, { recursive: true });
    const [header, ...rows] = (await readFile(join(dir, 'index.csv'), 'utf8')).trim().split('\n');
    await writeFile(join(dir, 'index.csv'), [header, ...rows.slice(0, 6)].join('\n'));
    const attempt = trainer.run({ ...train, data: { dir, layout: null, permuteImagesSeed: null } }, forever, silent);
    await expect(attempt).rejects.toMatchObject({
      code: 'trainer-failed',
      failure: { code: 'too-few-examples', isMessageSafe: false, context: { validation: expect.any(Number) } },
    });
  });

  it('refuses clips that are not those of the model, and a model that is not the run’s', async () => {
    const failure = (code: string) =>
      expect.objectContaining({ failure: expect.objectContaining({ code, isMessageSafe: true }) });
    await expect(trained(trainer, { clips: train.clips.slice(1) })).rejects.toEqual(failure('wrong-clips'));
    await expect(trained(trainer, { clips: [...train.clips].reverse() })).rejects.toEqual(failure('wrong-clips'));
    const wider = { ...CONFIG, model: { ...CONFIG.model, width: 1 / 16 } };
    await expect(trained(trainer, { config: wider })).rejects.toEqual(failure('wrong-weights'));
    expect((await trained(trainer)).kind).toBe('trained');
  });

  it('says which engine cannot be used, and why', async () => {
    await expect(trained(trainer, { engine: 'tfjs-node-gpu' })).rejects.toMatchObject({
      failure: { code: 'engine-missing', isMessageSafe: true, message: expect.stringContaining('tfjs-node-gpu') },
    });
  });

  it('says when a batch does not fit into its engine’s memory, and trains it in parts', async () => {
    // The process as it is but for onnxruntime's sessions: the CPU's under CUDA's name, for so many images at a time.
    const learning = join(import.meta.dirname, '..', '..', '..', 'libs', 'learning', 'package.json');
    const small = join(root, 'small-gpu.mjs');
    await writeFile(
      small,
      `import { createRequire } from 'node:module';
      const { InferenceSession } = createRequire(${JSON.stringify(learning)})('onnxruntime-node');
      const create = InferenceSession.create.bind(InferenceSession);
      InferenceSession.create = async (bytes, options) => {
        const session = await create(bytes, { ...options, executionProviders: ['cpu'], extra: {} });
        const run = session.run.bind(session);
        session.run = (inputs) => {
          if (session.inputNames.includes('images') && inputs.images.dims[0] > Number(process.argv[2].split('-').at(-1)))
            throw new Error('Failed to allocate memory for requested buffer of size 4096');
          return run(inputs);
        };
        return session;
      };
      await import(${JSON.stringify(pathToFileURL(join(DIST, 'trainer', 'trainer-process.js')).href)});`,
    );
    const onGpu = async (images: number): Promise<{ result: TrainedResult; splits: BatchSplit[] }> => {
      const one = client({ entry: pathToFileURL(small), graphs: join(root, `images-${images}`) });
      const splits: BatchSplit[] = [];
      const listeners = { ...silent, onBatchSplit: (split: BatchSplit) => splits.push(split) };
      const result = (await one.run({ ...train, engine: 'cuda' }, forever, listeners)) as TrainedResult;
      await one.stop();
      return { result, splits };
    };
    const [whole, inParts] = [await onGpu(4), await onGpu(2)];
    expect(whole.splits).toEqual([]);
    expect(inParts.splits).toEqual([{ batchSize: 4, microBatches: 2 }]);
    expect(inParts.result.engine).toEqual(whole.result.engine);
    expect(inParts.result.meanLoss).toBeCloseTo(whole.result.meanLoss, 3);
  });

  const long: Partial<TrainJob> = { config: { ...CONFIG, training: { ...CONFIG.training, epochs: 1000 } } };

  /** Runs a job that never ends by itself until its first step is reported. */
  const untilTraining = (
    one: TrainerClient,
    signal: AbortSignal,
  ): { begun: Promise<void>; outcome: Promise<unknown> } => {
    let began: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (began = resolve));
    const onProgress = ({ phase, step }: TrainerProgress): void =>
      phase === 'training' && step > 0 ? began() : undefined;
    const outcome = one.run({ ...train, ...long }, signal, { ...silent, onProgress }).catch((error: unknown) => error);
    return { begun, outcome };
  };

  it('is reported when it is killed, and a new one does the next job', async () => {
    const { begun, outcome } = untilTraining(trainer, forever);
    await begun;
    process.kill(trainer.pid as number, 'SIGKILL');
    expect(await outcome).toMatchObject({
      code: 'trainer-crashed',
      message: expect.stringMatching(/engine cpu.*SIGKILL/),
      context: { engine: 'cpu' },
    });
    expect((await trained(trainer)).kind).toBe('trained');
  });

  it('does a task’s job again after it was killed in the middle of it, with the same result', async () => {
    const undisturbed = await trained(trainer);
    const said: string[] = [];
    let kills = 0;
    const context = { trainer, engines: ONLY_CPU, say: (line: string) => said.push(line), log: silentLog };
    const result = await runTrainer(train, context, forever, {
      ...silent,
      onProgress: ({ phase, step }) => {
        if (phase === 'training' && step > 0 && kills++ === 0) process.kill(trainer.pid as number, 'SIGKILL');
      },
    });
    expect(result).toEqual({ ...undisturbed, waitingShare: (result as TrainedResult).waitingShare });
    expect(sha256Of(await readFile(train.updatePath))).toBe(undisturbed.sha256);
    expect(said).toEqual([expect.stringMatching(/SIGKILL.*again from its beginning/)]);
  });

  it('stops at its next step when a job is cancelled, and is kept', async () => {
    const abort = new AbortController();
    const { begun, outcome } = untilTraining(trainer, abort.signal);
    await begun;
    const { pid } = trainer;
    abort.abort(new Error('enough'));
    expect(await outcome).toMatchObject({ message: 'enough' });
    expect((await trained(trainer)).kind).toBe('trained');
    expect(trainer.pid).toBe(pid);
  });

  it('is ended when it gives no sign of life, or does not stop', async () => {
    const silentTrainer = client({ silenceMs: 1 });
    await expect(trained(silentTrainer)).rejects.toMatchObject({ code: 'trainer-silent' });
    const deaf = client({ cancelGraceMs: 0 });
    const abort = new AbortController();
    const { begun, outcome } = untilTraining(deaf, abort.signal);
    await begun;
    abort.abort(new Error('enough'));
    expect(await outcome).toMatchObject({ message: 'enough' });
  });

  it('ends with the agent', async () => {
    const { begun, outcome } = untilTraining(trainer, forever);
    await begun;
    const pid = trainer.pid as number;
    await trainer.stop();
    expect(await outcome).toMatchObject({ code: 'trainer-crashed' });
    expect(() => process.kill(pid, 0)).toThrow(expect.objectContaining({ code: 'ESRCH' }));
  });
});
