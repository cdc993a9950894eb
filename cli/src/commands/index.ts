import type { Command } from '../command-line.js';
import { APPLICATION_COMMANDS } from './applications.js';
import { benchEngineCommand, benchRoundsCommand, benchSecaggCommand } from './bench.js';
import { CONSORTIUM_COMMANDS } from './consortium.js';
import { demoCommand } from './demo.js';
import { evaluateCommand } from './evaluate.js';
import { MODEL_COMMANDS } from './model.js';
import { predictCommand } from './predict.js';
import { RUN_COMMANDS } from './run.js';
import { siteDataCheckCommand } from './site-data.js';
import { SIGNER_COMMANDS } from './signer.js';

/** Every command, in the order of the overview. */
export const COMMANDS: readonly Command[] = [
  demoCommand,
  ...APPLICATION_COMMANDS,
  siteDataCheckCommand,
  ...CONSORTIUM_COMMANDS,
  ...SIGNER_COMMANDS,
  ...RUN_COMMANDS,
  ...MODEL_COMMANDS,
  evaluateCommand,
  predictCommand,
  benchEngineCommand,
  benchRoundsCommand,
  benchSecaggCommand,
];
