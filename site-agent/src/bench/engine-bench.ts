// Entry of its own: times a training step of the engine against the same step in PyTorch. `mammofed bench engine` starts it
// as a child process.
import '../no-telemetry.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MODEL_NAMES, type ModelName } from '@mammofed/core';
import { CompiledTrainer, ENGINE_VERSIONS, initialTensors, parameterCount } from '@mammofed/learning';
import { needed, whole } from '../command-line.js';
import { codeOf, exitCodeOf, SiteError } from '../errors.js';
import {
  BENCH_ENGINES,
  compare,
  discBatch,
  EPSILON,
  writeManifests,
  type Batch,
  type Comparison,
  type Task,
} from './comparison.js';
import { startTimes, type StartTimes } from './start-times.js';
import { pythonWithTorch, TorchSide } from './torch-side.js';

/**
 * An unpooling puts a number elsewhere as soon as rounding decides another way which of two nearly equal numbers is the
 * larger one, and the faster the weights move, the sooner two equal DeconvNets part for that reason.
 */
const LEARNING_RATES: Readonly<Record<ModelName, number>> = {
  unet: 1e-3,
  'unet-valid': 1e-3,
  deconvnet: 3e-5,
  fcn8s: 1e-3,
  'attention-unet': 1e-3,
  'residual-unet': 1e-3,
};
const SEED = 1;
const DEFAULT_STEPS = '15';
const DEFAULT_STARTS = '5';
const text = { type: 'string' } as const;

/** What is printed with --json. */
interface BenchResult extends Task, Comparison {
  readonly against: 'torch';
  readonly parameterCount: number;
  readonly startMs: StartTimes;
  readonly versions: Readonly<Record<'node' | 'onnxruntime' | 'tfjs' | 'torch', string>>;
  readonly processor: string;
  /** What PyTorch trained on. */
  readonly torchDevice: string;
}

/** CUDA's libraries would else compute in TF32 for us and, as torch_step.py tells it, in float32 for PyTorch. */
function computeInFloat32(): void {
  // eslint-disable-next-line no-restricted-properties -- written, not read; onnxruntime-node has no switch for it
  process.env['NVIDIA_TF32_OVERRIDE'] = '0';
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      model: text,
      width: text,
      batch: text,
      size: text,
      steps: text,
      starts: text,
      engine: text,
      threads: text,
      against: text,
      python: text,
      json: { type: 'boolean' },
    },
    strict: true,
  });
  const name = needed('model', values.model);
  if (!MODEL_NAMES.includes(name as ModelName))
    throw new SiteError('bad-usage', `there is no model ${name}; there is ${MODEL_NAMES.join(', ')}`);
  if ((values.against ?? 'torch') !== 'torch')
    throw new SiteError('bad-usage', `--against takes torch, not ${values.against}`);
  const engine = BENCH_ENGINES.find((one) => one === (values.engine ?? 'cpu'));
  if (engine === undefined)
    throw new SiteError('bad-usage', `--engine takes ${BENCH_ENGINES.join(', ')}, not ${values.engine}`);
  const task: Task = {
    spec: {
      name: name as ModelName,
      width: Number(needed('width', values.width)),
      size: whole('size', needed('size', values.size), 1),
    },
    batchSize: whole('batch', needed('batch', values.batch), 1),
    engine,
    threads: values.threads === undefined ? availableParallelism() : whole('threads', values.threads, 1),
    learningRate: LEARNING_RATES[name as ModelName],
    steps: whole('steps', values.steps ?? DEFAULT_STEPS, 1),
  };
  // Refused before anything is compiled: a wrong size, or nothing to compare with.
  const parameters = parameterCount(task.spec);
  const python = pythonWithTorch(values.python);
  const starts = whole('starts', values.starts ?? DEFAULT_STARTS, 1);
  computeInFloat32();
  const result = await bench(task, { parameters, python, starts });
  process.stdout.write(values.json === true ? `${JSON.stringify(result)}\n` : sentences(result));
}

interface Setting {
  readonly parameters: number;
  readonly python: string;
  /** Timed starts of each kind. */
  readonly starts: number;
}

async function bench(task: Task, { parameters, python, starts }: Setting): Promise<BenchResult> {
  const dir = await mkdtemp(join(tmpdir(), 'mammofed-bench-'));
  try {
    const batch = discBatch(task);
    const { spec, batchSize, engine, threads, learningRate } = task;
    const optimizer = { kind: 'adam', epsilon: EPSILON } as const;
    const options = { spec, batchSize, device: engine, threads, learningRate, optimizer };
    const startMs = await startTimes(options, dir, starts);
    const trainer = await CompiledTrainer.create(options);
    const manifests = await prepare(trainer, dir, task, batch);
    const torch = await TorchSide.start(python, manifests.own);
    const rewritten = spec.name === 'deconvnet' ? await TorchSide.start(python, manifests.convolution) : undefined;
    try {
      const yardsticks = rewritten === undefined ? { torch } : { torch, torchAsConvolution: rewritten };
      const comparison = await compare(trainer, yardsticks, batch, task.steps);
      const versions = { node: process.versions.node, ...ENGINE_VERSIONS, torch: torch.version };
      const processor = cpus()[0]?.model ?? 'unknown';
      const facts = { parameterCount: parameters, startMs, processor, torchDevice: torch.device, versions };
      return { ...task, against: 'torch', ...facts, ...comparison };
    } finally {
      torch.close();
      rewritten?.close();
      await trainer.dispose();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/**
 * Gives both sides the same weights. Here, so that nothing keeps them: the memory that is shown is what training takes.
 * @returns the manifests' paths.
 */
async function prepare(
  trainer: CompiledTrainer,
  dir: string,
  task: Task,
  batch: Batch,
): ReturnType<typeof writeManifests> {
  const weights = await initialTensors(task.spec, SEED);
  trainer.reset(weights);
  return writeManifests(dir, task, weights, batch);
}

function sentences({ spec, batchSize, threads, steps, parameterCount: count, ...result }: BenchResult): string {
  const { versions, losses, medianMs, quartilesMs, peakMiB, startMs, ratio, ratioAsConvolution } = result;
  const figures = (side: 'ours' | 'torch' | 'torchAsConvolution'): string => {
    const [first, third] = quartilesMs[side] ?? [NaN, NaN];
    return `${medianMs[side]?.toFixed(1)} ms (quartiles ${first.toFixed(1)}, ${third.toFixed(1)}; at most ${peakMiB[side]} MiB)`;
  };
  return [
    `${spec.name}, width ${spec.width}, ${count} parameters, ${batchSize} images of ${spec.size}×${spec.size}, ${threads} threads, ${result.processor}, engine ${result.engine}, PyTorch on ${result.torchDevice}`,
    `loss after ${losses.ours.length} steps: ${losses.ours.at(-1)} here, ${losses.torch.at(-1)} in PyTorch; they differ by at most ${result.lossDifference.toExponential(1)}, relative`,
    `median of ${steps} steps in turns: ${figures('ours')} here, onnxruntime ${versions.onnxruntime}; ${figures('torch')} in PyTorch ${versions.torch}`,
    `ratio PyTorch / ours: ${ratio.toFixed(2)}`,
    `ready to train after ${startMs.compiled.toFixed(0)} ms, the step compiled; after ${startMs.cached.toFixed(0)} ms with a step that was kept; medians, beside ${startMs.load.toFixed(0)} ms until the code is loaded`,
    ...(ratioAsConvolution === undefined
      ? []
      : [
          `PyTorch with each deconvolution rewritten as the convolution that it equals: ${figures('torchAsConvolution')}, ratio ${ratioAsConvolution.toFixed(2)}`,
        ]),
    '',
  ].join('\n');
}

/** Arguments that make no network are wrong usage too. */
function exitCode(error: unknown): 1 | 2 {
  return codeOf(error) === 'bad-model-spec' || codeOf(error).startsWith('ERR_PARSE_ARGS') ? 2 : exitCodeOf(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exitCode(error);
});
