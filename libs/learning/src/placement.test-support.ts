import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ort from 'onnxruntime-node';
import type { CompiledStep } from './compile-step.js';
import { floatTensor } from './engine/graph-session.js';
import type { Device } from './trace/graph-target.js';

interface ProfiledNode {
  readonly provider?: string;
  readonly op_name?: string;
  /** Of the provider's arena, after the node; a number in digits. */
  readonly mem_bytes_requested_in_use?: string;
}

/**
 * The providers that ran the nodes of a step, each with its operators, by onnxruntime's own profile of a session for WebGPU
 * that may leave nodes to the CPU.
 */
export async function providersOf(step: CompiledStep): Promise<Map<string, Set<string>>> {
  const providers = new Map<string, Set<string>>();
  for (const { provider, op_name: operator = '' } of await nodesOf(step, 'webgpu')) {
    if (provider === undefined) continue;
    const operators = providers.get(provider) ?? new Set<string>();
    providers.set(provider, operators.add(operator));
  }
  return providers;
}

/** The most memory, bytes, that values of a step's graph have at a time on the CPU, by onnxruntime's own profile. */
export async function peakBytesOf(step: CompiledStep): Promise<number> {
  const nodes = await nodesOf(step, 'cpu');
  return Math.max(...nodes.map(({ mem_bytes_requested_in_use: bytes }) => Number(bytes ?? 0)));
}

async function nodesOf(step: CompiledStep, device: Device): Promise<ProfiledNode[]> {
  const dir = await mkdtemp(join(tmpdir(), 'mammofed-profile-'));
  try {
    const session = await ort.InferenceSession.create(step.bytes, {
      executionProviders: [device],
      enableMemPattern: false,
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
      readonly args?: ProfiledNode;
    }[];
    return events.flatMap(({ cat, args }) => (cat === 'Node' && args !== undefined ? [args] : []));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function shapeOf(input: ort.InferenceSession.ValueMetadata): number[] {
  return input.isTensor ? (input.shape as number[]) : [];
}
