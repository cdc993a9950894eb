import { readFileSync, statSync } from 'node:fs';
import {
  CoreError,
  isCodedError,
  MAX_TOPOLOGY_FILE_BYTES,
  OWN_MODEL,
  readOwnModel,
  type OwnModelSpec,
} from '@mammofed/core';
import type { Arguments } from './command-line.js';

/** Whether `--model` names a file and not one of the program's networks: everything with a slash or a dot is a path. */
export function isOwnModel(name: string): boolean {
  return /[/.]/.test(name);
}

/**
 * A study's own network from the file that `--model` names.
 * @throws CliError `bad-usage` if there is no such file, or an option contradicts it; CoreError as `readOwnModel`.
 */
export function ownModelFrom(path: string, args: Arguments): OwnModelSpec {
  const { size, topology } = readOwnModel(jsonIn(path, args));
  // Its layers say both.
  if ((args.positive('width') ?? 1) !== 1) args.refuse('takes no --width for a network of your own: change its layers');
  const typedSize = args.whole('size', 16, 1024) ?? size;
  if (typedSize !== size)
    args.refuse(`takes no --size ${typedSize} for ${path}, whose layers make it one for ${size} pixels: leave it out`);
  return { name: OWN_MODEL, width: 1, size, topology };
}

function jsonIn(path: string, args: Arguments): unknown {
  let text: string;
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return args.refuse(`needs the file of a network after --model, and ${path} is none`);
    if (stats.size > MAX_TOPOLOGY_FILE_BYTES)
      throw new CoreError(
        'topology-too-large',
        `${path} has ${stats.size} bytes, more than ${MAX_TOPOLOGY_FILE_BYTES}: the file holds layers alone, its weights lie beside it`,
      );
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isCodedError(error)) throw error;
    return args.refuse(`cannot read the network ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = `${path} is not JSON: name the model.json of a tfjs LayersModel`;
    throw new CoreError('bad-topology', message, {}, error);
  }
}
