import { execFile, fork } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { EngineName } from '@mammofed/core';
import type { EngineProbe } from './engine-selector.js';
import { isSoftwareDevice, vulkanDevice } from './vulkan-device.js';
import { explained } from './problems.js';

/** What the process that tries an engine says before it ends. */
export interface ProbeReport {
  readonly problem: string | null;
}

export interface ProbeOptions {
  /** The compiled entry of the process; another one in tests. */
  readonly entry?: URL;
  readonly timeoutMs?: number;
  /** Aborted to give up. */
  readonly signal?: AbortSignal;
}

/** A GPU's driver compiles some hundred shaders before the first step. */
const DEFAULT_TIMEOUT_MS = 180_000;
const NVIDIA_TIMEOUT_MS = 10_000;
/** Of what the libraries say, the end: it has the reason. */
const KEPT_CHARACTERS = 64 * 1024;

/**
 * Tries an engine in a process of its own, which it may end.
 * @throws the signal's reason.
 */
export async function probeEngine(engine: EngineName, options: ProbeOptions = {}): Promise<EngineProbe> {
  options.signal?.throwIfAborted();
  const { report, ending, said } = await tried(engine, options);
  options.signal?.throwIfAborted();
  if (report?.problem !== null) {
    const problem = report === undefined ? `its self-test ${ending}` : explained(engine, report.problem, said);
    return { engine, problem, device: null, isSoftware: null };
  }
  return { engine, problem: null, ...(await deviceOf(engine, said)) };
}

interface Tried {
  /** Undefined if the process ended before it could say anything. */
  readonly report: ProbeReport | undefined;
  readonly ending: string;
  /** The end of what it wrote to its error stream. */
  readonly said: string;
}

function tried(engine: EngineName, { entry, timeoutMs = DEFAULT_TIMEOUT_MS, signal }: ProbeOptions): Promise<Tried> {
  const file = fileURLToPath(entry ?? new URL('./probe-process.js', import.meta.url));
  const child = fork(file, [engine], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let report: ProbeReport | undefined;
  let said = '';
  let isTooLate = false;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-KEPT_CHARACTERS)));
  child.on('message', (message) => (report = message as ProbeReport));
  const kill = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(() => {
    isTooLate = true;
    kill();
  }, timeoutMs);
  signal?.addEventListener('abort', kill, { once: true });
  return new Promise((resolve) => {
    const finish = (ending: string): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', kill);
      resolve({ report, ending: isTooLate ? `gave no answer within ${timeoutMs / 1000} s` : ending, said });
    };
    child.on('error', (error) => finish(`could not be started: ${error.message}`));
    // Not 'exit': what it said last comes with the end of its streams.
    child.on('close', (code, by) =>
      finish(by === null ? `ended its process with exit code ${code}` : `crashed: its process was ended by ${by}`),
    );
  });
}

async function deviceOf(engine: EngineName, said: string): Promise<Pick<EngineProbe, 'device' | 'isSoftware'>> {
  switch (engine) {
    case 'cpu':
    case 'tfjs-node':
      return { device: cpus()[0]?.model ?? null, isSoftware: false };
    case 'cuda':
    case 'tfjs-node-gpu':
      return { device: await nvidiaDevice(), isSoftware: false };
    case 'webgpu': {
      // Apple's Metal has no device but the GPU.
      if (process.platform === 'darwin') return { device: null, isSoftware: false };
      const device = vulkanDevice(said);
      if (device === undefined) return { device: null, isSoftware: null };
      return { device: device.name, isSoftware: isSoftwareDevice(device) };
    }
  }
}

/** @returns what NVIDIA's driver calls the first GPU; null if its program is not there. */
function nvidiaDevice(): Promise<string | null> {
  return new Promise((resolve) =>
    execFile(
      'nvidia-smi',
      ['--query-gpu=name', '--format=csv,noheader'],
      { timeout: NVIDIA_TIMEOUT_MS },
      (error, stdout) => resolve(error === null ? (stdout.trim().split('\n')[0] ?? null) : null),
    ),
  );
}
