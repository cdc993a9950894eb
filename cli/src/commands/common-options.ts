import type { OptionSpec } from '../command-line.js';

export const COORDINATOR_DIR: OptionSpec = { value: 'DIR', about: "the coordinator's folder" };

export const JSON_OPTION: OptionSpec = { value: null, about: 'prints one line of JSON for a program' };
