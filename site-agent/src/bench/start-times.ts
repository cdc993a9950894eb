import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from '@mammofed/core';
import type { TrainingOptions } from '@mammofed/learning';
import type { StartTime } from './start-time.js';

/** Medians, each over processes of their own. */
export interface StartTimes {
  /** Code loaded: the same for both. */
  readonly load: number;
  /** Ready, the step compiled. */
  readonly compiled: number;
  /** Ready, the step read from the folder in which an earlier process kept it. */
  readonly cached: number;
}

/**
 * Times how long a trainer takes to be ready, compiling and not, in turns.
 * @param dir - for the compiled step.
 * @param count - starts of each kind, from 1.
 * @returns milliseconds.
 */
export async function startTimes(options: TrainingOptions, dir: string, count: number): Promise<StartTimes> {
  const graphs = join(dir, 'graphs');
  await start(options, graphs);
  const times: Record<'compiled' | 'cached', StartTime[]> = { compiled: [], cached: [] };
  for (let i = 0; i < count; i++) {
    times.compiled.push(await start(options));
    times.cached.push(await start(options, graphs));
  }
  const ready = (list: readonly StartTime[]): number => median(list.map(({ readyMs }) => readyMs));
  return {
    load: median([...times.compiled, ...times.cached].map(({ loadMs }) => loadMs)),
    compiled: ready(times.compiled),
    cached: ready(times.cached),
  };
}

async function start(options: TrainingOptions, ...graphs: readonly string[]): Promise<StartTime> {
  const entry = fileURLToPath(new URL('./start-time.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [entry, JSON.stringify(options), ...graphs]);
  return JSON.parse(stdout) as StartTime;
}
