import type { Command } from '../command-line.js';
import { APPLICATION_COMMANDS } from './applications.js';
import { benchEngineCommand } from './bench.js';
import { CONSORTIUM_COMMANDS } from './consortium.js';
import { demoCommand } from './demo.js';
import { RUN_COMMANDS } from './run.js';

/** Every command, in the order of the overview. */
export const COMMANDS: readonly Command[] = [
  demoCommand,
  ...APPLICATION_COMMANDS,
  ...CONSORTIUM_COMMANDS,
  ...RUN_COMMANDS,
  benchEngineCommand,
];
