import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { MODEL_NAMES, type ModelName } from '@mammofed/core';

const ENTRY = fileURLToPath(new URL('../../dist/bench/engine-bench.js', import.meta.url));
const SIZE = '32';
/** Of models that take no images so small. */
const SIZES: Partial<Record<ModelName, string>> = { 'residual-unet': '64' };
const TINY = [
  '--width',
  '0.03125',
  '--batch',
  '2',
  '--size',
  SIZE,
  '--steps',
  '2',
  '--starts',
  '1',
  '--threads',
  '1',
  '--json',
];
const TIMEOUT_MS = 240_000;

const hasTorch = ['python3', '/usr/bin/python3'].some(
  (python) => spawnSync(python, ['-c', 'import torch, numpy'], { stdio: 'ignore' }).status === 0,
);

interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly complaint: string;
}

function bench(...args: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [output, complaint] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, complaint }));
  });
}

describe('the engine bench', () => {
  it('is built', () => expect(existsSync(ENTRY)).toBe(true));

  it.each([
    ['a file that is not there', '/nonexistent/python'],
    ['a program that cannot import it', process.execPath],
  ])(
    'without PyTorch (%s) ends with code 2, says how to add it, and prints no ratio',
    async (_, python) => {
      const { code, output, complaint } = await bench('--model', 'unet', ...TINY, '--python', python);
      expect(code).toBe(2);
      expect(output).toBe('');
      expect(complaint).toContain(`PyTorch is missing: ${python} cannot import torch`);
      expect(complaint).toContain('pip install torch');
      expect(complaint.trim().split('\n')).toHaveLength(1);
    },
    TIMEOUT_MS,
  );

  it.each([
    ['a model that there is not', ['--model', 'resnet', ...TINY]],
    ['a size that the model cannot have', ['--model', 'unet', ...TINY, '--size', '33']],
    ['another yardstick', ['--model', 'unet', ...TINY, '--against', 'jax']],
    ['an option that there is not', ['--model', 'unet', ...TINY, '--gpu', '1']],
  ])(
    'refuses %s with code 2',
    async (_, args) => {
      const { code, output } = await bench(...args);
      expect({ code, output }).toEqual({ code: 2, output: '' });
    },
    TIMEOUT_MS,
  );

  // Only where PyTorch is missing is there nothing to run.
  (hasTorch ? it : it.skip).each(MODEL_NAMES)(
    'of a tiny %s computes what PyTorch computes, and then gives the ratio of the medians',
    async (model) => {
      const { code, output, complaint } = await bench('--model', model, ...TINY, '--size', SIZES[model] ?? SIZE);
      expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
      const result = JSON.parse(output) as {
        losses: Record<string, number[]>;
        lossDifference: number;
        medianMs: Record<'ours' | 'torch' | 'torchAsConvolution', number>;
        ratio: number;
        ratioAsConvolution?: number;
        peakMiB: Record<string, number>;
        parameterCount: number;
        startMs: Record<'load' | 'compiled' | 'cached', number>;
        versions: Record<string, string>;
      };
      const sides = model === 'deconvnet' ? ['ours', 'torch', 'torchAsConvolution'] : ['ours', 'torch'];
      expect(Object.keys(result.medianMs)).toEqual(sides);
      expect(Object.values(result.losses).map((losses) => losses.length)).toEqual(sides.map(() => 5));
      expect(new Set(result.losses.ours).size).toBe(5);
      expect(result.lossDifference).toBeLessThanOrEqual(1e-3);
      expect(result.ratio).toBeCloseTo(result.medianMs.torch / result.medianMs.ours, 10);
      expect(Object.keys(result.peakMiB)).toEqual(sides);
      for (const peak of Object.values(result.peakMiB)) expect(peak).toBeGreaterThan(50);
      const { ours, torchAsConvolution } = result.medianMs;
      if (model === 'deconvnet') expect(result.ratioAsConvolution).toBeCloseTo(torchAsConvolution / ours, 10);
      expect(result.parameterCount).toBeGreaterThan(1000);
      expect(Object.keys(result.startMs)).toEqual(['load', 'compiled', 'cached']);
      for (const milliseconds of Object.values(result.startMs)) expect(milliseconds).toBeGreaterThan(0);
      expect(Object.keys(result.versions).sort()).toEqual(['node', 'onnxruntime', 'tfjs', 'torch']);
    },
    TIMEOUT_MS,
  );
});

describe('two sides that do not compute the same', () => {
  it('get no ratio: the comparison is refused', async () => {
    const steps = (losses: number[]) => ({
      losses,
      milliseconds: losses.map((_, step) => step + 1),
      peakBytes: 2 ** 20,
    });
    const { compare } = await import('./comparison.js');
    const losses = [1, 0.9, 0.8, 0.7, 0.6];
    let call = 0;
    const trainer = { step: () => Promise.resolve(losses[call++ % losses.length] as number) };
    const batch = { images: new Float32Array(1), masks: new Float32Array(1) };
    const against = (theirs: number[]) => ({ run: (count: number) => Promise.resolve(steps(theirs.slice(0, count))) });
    const run = (theirs: number[], rewritten?: number[]) => {
      call = 0;
      const torch = against(theirs);
      const yardsticks = rewritten === undefined ? { torch } : { torch, torchAsConvolution: against(rewritten) };
      return compare(trainer, yardsticks, batch, 2);
    };
    await expect(run(losses.map((loss) => loss * 1.0005))).resolves.toHaveProperty('ratio');
    await expect(run(losses.map((loss) => loss * 1.002))).rejects.toMatchObject({ code: 'different-losses' });
    await expect(run([1, 0.9, 0.8, 0.7, 0.61])).rejects.toMatchObject({ code: 'different-losses' });
    const { medianMs, quartilesMs, peakMiB } = await run(losses);
    expect([medianMs.torch, quartilesMs.torch, peakMiB.torch]).toEqual([1.5, [1.25, 1.75], 1]);
    await expect(run(losses, losses)).resolves.toHaveProperty('ratioAsConvolution');
    await expect(run(losses, [1, 0.9, 0.8, 0.7, 0.61])).rejects.toMatchObject({ code: 'different-losses' });
    await expect(run([1, 0.9, 0.8, NaN, 0.6])).rejects.toMatchObject({ code: 'different-losses' });
  });
});
