// Entry of its own: writes the weights that a run starts from. `run create` starts it as a child process, so that neither
// the command line nor the coordinator loads the learning code.
import './no-telemetry.js';
import { parseArgs } from 'node:util';
import { canonicalJson, encodeModelFile, MODEL_NAMES, type ModelName } from '@mammofed/core';
import { initialTensors } from '@mammofed/learning';
import { writeDurably } from '@mammofed/storage';
import { needed, whole } from './command-line.js';
import { codeOf, exitCodeOf, SiteError } from './errors.js';
import { fraction, greyWindow } from './workbench/model-metadata.js';

const text = { type: 'string' } as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      model: text,
      width: text,
      size: text,
      seed: text,
      study: text,
      margin: text,
      window: text,
      'batch-size': text,
      out: text,
    },
    strict: true,
  });
  const name = needed('model', values.model);
  if (!MODEL_NAMES.includes(name as ModelName)) {
    throw new SiteError('bad-usage', `there is no model ${name}; there is ${MODEL_NAMES.join(', ')}`);
  }
  const width = Number(needed('width', values.width));
  const size = whole('size', needed('size', values.size), 1);
  const seed = whole('seed', needed('seed', values.seed), 0);
  const out = needed('out', values.out);
  const tensors = await initialTensors({ name: name as ModelName, width, size }, seed);
  // What `mammofed evaluate` and `predict` need to treat images as the training did.
  const metadata = {
    model: name,
    width: String(width),
    size: String(size),
    seed: String(seed),
    round: '0',
    study: needed('study', values.study),
    marginFraction: String(fraction('margin', needed('margin', values.margin))),
    window: canonicalJson(greyWindow(needed('window', values.window))),
    batchSize: String(whole('batch-size', needed('batch-size', values['batch-size']), 1)),
  };
  await writeDurably(out, encodeModelFile({ tensors, metadata }), 0o644);
}

/** Arguments that make no model are wrong usage too. */
function exitCode(error: unknown): 1 | 2 {
  return codeOf(error) === 'bad-model-spec' || codeOf(error).startsWith('ERR_PARSE_ARGS') ? 2 : exitCodeOf(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exitCode(error);
});
