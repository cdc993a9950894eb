// Entry of its own: writes the weights that a run starts from. `run create` starts it as a child process, so that neither
// the command line nor the coordinator loads the learning code.
import { parseArgs } from 'node:util';
import { encodeModelFile, MODEL_NAMES, type ModelName } from '@mammofed/core';
import { initialTensors } from '@mammofed/learning';
import { writeDurably } from '@mammofed/storage';
import { needed, whole } from './command-line.js';
import { codeOf, exitCodeOf, SiteError } from './errors.js';

const text = { type: 'string' } as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { model: text, width: text, size: text, seed: text, out: text },
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
  const metadata = { model: name, width: String(width), size: String(size), seed: String(seed), round: '0' };
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
