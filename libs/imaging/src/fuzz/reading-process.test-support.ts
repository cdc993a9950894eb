import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadReply, ReadRequest } from './reader.test-support.js';

/** The compiled reader, from here as well as from where this file is compiled to. */
const ENTRY = new URL('../../dist/fuzz/reader.test-support.js', import.meta.url);

/** Of processor time, for all that is asked of one file: other work on the machine does not count. */
const LONGEST_CPU_MS = 5_000;
/** Of time on the clock without any processor time, for a file that waits for something. */
const LONGEST_IDLE_MS = 60_000;
const LOOK_MS = 250;
/** How Linux counts processor time in /proc. */
const MS_PER_TICK = 10;

/** Reads files in a process of its own, so that one that ends it, or never ends, is found. It starts anew after that. */
export class ReadingProcess {
  #child: ChildProcess | null = null;
  #stderr = '';

  /** @returns what came of a file, with the processor time that it took; a text if the process ended or was ended. */
  async read(request: ReadRequest): Promise<(ReadReply & { readonly cpuMs: number }) | string> {
    const child = (this.#child ??= this.#start());
    const pid = child.pid ?? 0;
    const startedCpuMs = cpuMsOf(pid);
    let [busyMs, busyCpuMs] = [performance.now(), startedCpuMs];
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve) => {
        const fail = (why: string): void => {
          this.end();
          resolve(`${why}\n${this.#stderr.slice(-2000)}`);
        };
        timer = setInterval(() => {
          const [ms, cpuMs] = [performance.now(), cpuMsOf(pid)];
          if (cpuMs > busyCpuMs) [busyMs, busyCpuMs] = [ms, cpuMs];
          const spentMs = cpuMs - startedCpuMs;
          if (spentMs > LONGEST_CPU_MS) fail(`still at it after ${spentMs} ms of processor time`);
          else if (ms - busyMs > LONGEST_IDLE_MS) fail(`waits for something for ${Math.round(ms - busyMs)} ms`);
        }, LOOK_MS);
        child.once('message', (reply) => resolve({ ...(reply as ReadReply), cpuMs: cpuMsOf(pid) - startedCpuMs }));
        child.once('exit', (code, signal) => fail(`ended the process (${signal ?? code})`));
        child.send(request);
      });
    } finally {
      clearInterval(timer);
      child.removeAllListeners();
    }
  }

  /** Ends the process; the next file starts another. */
  end(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #start(): ChildProcess {
    this.#stderr = '';
    const child = fork(fileURLToPath(ENTRY), { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    child.stderr?.on('data', (chunk: Buffer) => (this.#stderr = `${this.#stderr}${chunk.toString()}`.slice(-10_000)));
    return child;
  }
}

/** Processor time of a process and its threads since it began; 0 if it is gone. @see proc(5), fields 14 and 15. */
function cpuMsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  } catch {
    return 0;
  }
}
