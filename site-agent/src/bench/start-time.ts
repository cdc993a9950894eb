// Entry of its own: says how long a trainer takes until it is ready, in a process that has compiled nothing yet. The engine
// bench starts it, with the trainer's options as JSON and, to use what is kept, a folder of compiled steps.
import '../no-telemetry.js';
import { CompiledTrainer, type TrainingOptions } from '@mammofed/learning';
import { GraphFolder } from '../trainer/graph-folder.js';

/** What one start prints, as JSON. */
export interface StartTime {
  /** From the start of the process until its code is loaded. */
  readonly loadMs: number;
  /** From then until the first step could run: the step compiled or read, and the session made. */
  readonly readyMs: number;
}

const loadMs = performance.now();
const [, , options = '', graphs] = process.argv;
const cache = graphs === undefined ? undefined : new GraphFolder(graphs);
const trainer = await CompiledTrainer.create(JSON.parse(options) as TrainingOptions, cache);
const time: StartTime = { loadMs, readyMs: performance.now() - loadMs };
process.stdout.write(JSON.stringify(time));
await trainer.dispose();
