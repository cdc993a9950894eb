import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SiteError } from '../errors.js';

const SCRIPT = fileURLToPath(new URL('../../bench/torch_step.py', import.meta.url));

/** Debian's python3-torch belongs to its own Python, which is not always the first in the PATH. */
const USUAL_PYTHONS = ['python3', '/usr/bin/python3'];

/** What some steps took, and the loss of each before its update. */
export interface StepFigures {
  readonly losses: readonly number[];
  readonly milliseconds: readonly number[];
  /** The most memory that the process has had since its start. */
  readonly peakBytes: number;
}

/** What the process says first. */
interface Greeting {
  readonly torch: string;
  readonly parameters: number;
  readonly device: string;
}

/**
 * @param python - the only one to try, if a person named one.
 * @returns a Python that can import PyTorch.
 * @throws SiteError `no-torch` that says what was tried and how to add it.
 */
export function pythonWithTorch(python: string | undefined): string {
  const candidates = python === undefined ? USUAL_PYTHONS : [python];
  const found = candidates.find(
    (candidate) => spawnSync(candidate, ['-c', 'import torch, numpy'], { stdio: 'ignore' }).status === 0,
  );
  if (found !== undefined) return found;
  throw new SiteError(
    'no-torch',
    `PyTorch is missing: ${candidates.join(' and ')} cannot import torch and numpy, so there is nothing to compare with. Add it with: apt-get install python3-torch (Debian), or: pip install torch numpy; or name a Python that has it with --python`,
  );
}

/** A PyTorch process that runs steps when it is told to, and waits otherwise. */
export class TorchSide {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly version: string;
  readonly parameterCount: number;
  /** `cpu`, or the name of a GPU. */
  readonly device: string;

  private constructor(child: ChildProcess, lines: AsyncIterator<string>, greeting: Greeting) {
    this.#child = child;
    this.#lines = lines;
    this.version = greeting.torch;
    this.parameterCount = greeting.parameters;
    this.device = greeting.device;
  }

  /**
   * @param manifest - path of what torch_step.py reads.
   * @throws SiteError `trainer-crashed` if the process ends.
   */
  static async start(python: string, manifest: string): Promise<TorchSide> {
    const child = spawn(python, [SCRIPT, manifest], { stdio: ['pipe', 'pipe', 'inherit'] });
    // A process that ended shows as the end of its lines.
    child.on('error', () => undefined);
    child.stdin.on('error', () => undefined);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return new TorchSide(child, lines, await answer<Greeting>(lines));
  }

  /** @throws SiteError `trainer-crashed` if the process ends. */
  run(steps: number): Promise<StepFigures> {
    this.#child.stdin?.write(`${steps}\n`);
    return answer<StepFigures>(this.#lines);
  }

  /** Ends the process. */
  close(): void {
    this.#child.stdin?.end();
  }
}

async function answer<T>(lines: AsyncIterator<string>): Promise<T> {
  const line = await lines.next();
  if (line.done === true) throw new SiteError('trainer-crashed', 'the PyTorch process ended; its own words are above');
  return JSON.parse(line.value) as T;
}
