// Entry of its own: writes the weights that a run starts from. `run create` starts it as a child process, so that neither
// the command line nor the coordinator loads the learning code.
import './no-telemetry.js';
import { parseArgs } from 'node:util';
import {
  canonicalJson,
  encodeModelFile,
  MODEL_NAMES,
  OWN_MODEL,
  readOwnModel,
  type ModelName,
  type ModelSpec,
} from '@mammofed/core';
import { initialTensors } from '@mammofed/learning';
import { writeDurably } from '@mammofed/storage';
import { needed, whole } from './command-line.js';
import { codeOf, exitCodeOf, SiteError } from './errors.js';
import { networkMetadata } from './workbench/exported-metadata.js';
import { fraction, greyWindow } from './workbench/model-metadata.js';

const text = { type: 'string' } as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      model: text,
      width: text,
      size: text,
      topology: text,
      seed: text,
      study: text,
      margin: text,
      window: text,
      'batch-size': text,
      out: text,
    },
    strict: true,
  });
  const spec = specOf(values);
  const seed = whole('seed', needed('seed', values.seed), 0);
  const out = needed('out', values.out);
  const tensors = await initialTensors(spec, seed);
  // What `mammofed evaluate` and `predict` need to treat images as the training did.
  const metadata = {
    ...networkMetadata(spec),
    seed: String(seed),
    round: '0',
    study: needed('study', values.study),
    marginFraction: String(fraction('margin', needed('margin', values.margin))),
    window: canonicalJson(greyWindow(needed('window', values.window))),
    batchSize: String(whole('batch-size', needed('batch-size', values['batch-size']), 1)),
  };
  await writeDurably(out, encodeModelFile({ tensors, metadata }), 0o644);
}

interface NetworkArguments {
  readonly model?: string | undefined;
  readonly width?: string | undefined;
  readonly size?: string | undefined;
  /** Of a study's own network, JSON; its size follows from it. */
  readonly topology?: string | undefined;
}

function specOf({ model, width, size, topology }: NetworkArguments): ModelSpec {
  const name = needed('model', model);
  if (name === OWN_MODEL) {
    const own = readOwnModel(JSON.parse(needed('topology', topology)));
    return { name, width: 1, size: own.size, topology: own.topology };
  }
  if (!MODEL_NAMES.includes(name as ModelName))
    throw new SiteError('bad-usage', `there is no model ${name}; there is ${MODEL_NAMES.join(', ')}`);
  return {
    name: name as ModelName,
    width: Number(needed('width', width)),
    size: whole('size', needed('size', size), 1),
  };
}

/** Arguments that make no model are wrong usage too. */
function exitCode(error: unknown): 1 | 2 {
  return codeOf(error) === 'bad-model-spec' || codeOf(error).startsWith('ERR_PARSE_ARGS') ? 2 : exitCodeOf(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exitCode(error);
});
