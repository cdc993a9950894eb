import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ort from 'onnxruntime-node';
import type { CompiledStep } from './compile-step.js';
import { floatTensor } from './engine/graph-session.js';

/**
 * The providers that ran the nodes of a step, each with its operators, by onnxruntime's own profile of a session for WebGPU
 * that may leave nodes to the CPU.
 */
export async function providersOf(step: CompiledStep): Promise<Map<string, Set<string>>> {
  const dir = await mkdtemp(join(tmpdir(), 'mammofed-webgpu-'));
  try {
    const session = await ort.InferenceSession.create(step.bytes, {
      executionProviders: ['webgpu'],
      logSeverityLevel: 3,
      enableProfiling: true,
      profileFilePrefix: join(dir, 'profile'),
    });
    const inputs = session.inputMetadata.map((input) => [input.name, floatTensor(shapeOf(input))] as const);
    await session.run(Object.fromEntries(inputs));
    session.endProfiling();
    await session.release();
    const [file = ''] = await readdir(dir);
    const events = JSON.parse(await readFile(join(dir, file), 'utf8')) as {
      readonly cat: string;
      readonly args?: { readonly provider?: string; readonly op_name?: string };
    }[];
    const providers = new Map<string, Set<string>>();
    for (const { cat, args } of events) {
      if (cat !== 'Node' || args?.provider === undefined) continue;
      const operators = providers.get(args.provider) ?? new Set<string>();
      providers.set(args.provider, operators.add(args.op_name ?? ''));
    }
    return providers;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function shapeOf(input: ort.InferenceSession.ValueMetadata): number[] {
  return input.isTensor ? (input.shape as number[]) : [];
}
