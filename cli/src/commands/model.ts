import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Command } from '../command-line.js';
import { CoordinatorClient } from '../coordinator-client.js';
import { CliError } from '../errors.js';
import { bytesText, textTable } from '../formats.js';
import { onStandardError } from '../screen.js';
import { freeFile } from '../workbench/free-file.js';
import { listedModels, modelRows } from '../workbench/model-list.js';
import { modelDetails, detailLines } from '../workbench/model-details.js';
import { withModel } from '../workbench/opened-model.js';
import { runWorkbench } from '../workbench/workbench-process.js';
import { COORDINATOR_DIR, JSON_OPTION } from './common-options.js';
import { importCommand } from './model-import.js';
import { receiptsCommand, verifyCommand } from './model-receipts.js';
import { DESCRIPTION_OPTIONS, describedBy, FORCE_OPTION, MODEL_NAMING, STORE_DIR } from './model-options.js';

const listCommand: Command = {
  words: ['model', 'list'],
  summary: "lists the models of a coordinator's store",
  details: 'A model may be of several runs: equal configurations, seeds and sites make equal bytes.',
  positionals: [],
  options: { dir: COORDINATOR_DIR, json: JSON_OPTION },
  needed: ['dir'],
  examples: ['mammofed model list --dir ./coordinator'],
  async run(args, screen) {
    const models = await listedModels(await CoordinatorClient.open(args.needed('dir')));
    if (args.isSet('json')) {
      screen.print(JSON.stringify({ models }));
      return 0;
    }
    if (models.length === 0) screen.print('No models yet. One comes with: mammofed run create --dir DIR');
    else for (const line of textTable(modelRows(models))) screen.print(line);
    return 0;
  },
};

const showCommand: Command = {
  words: ['model', 'show'],
  summary: 'shows what a model says of itself, and its tensors',
  details: MODEL_NAMING,
  positionals: ['M'],
  options: { dir: STORE_DIR, json: JSON_OPTION },
  needed: [],
  examples: [
    'mammofed model show 6c6157 --dir ./coordinator',
    'mammofed model show ./model.safetensors --json | jq .metadata',
  ],
  async run(args, screen) {
    const [name = ''] = args.positionals;
    const details = await withModel(name, args.text('dir'), modelDetails);
    if (args.isSet('json')) screen.print(JSON.stringify(details));
    else for (const line of detailLines(details)) screen.print(line);
    return 0;
  },
};

const FORMATS = ['safetensors', 'onnx', 'tfjs'] as const;

const exportCommand: Command = {
  words: ['model', 'export'],
  summary: 'writes a model as a file for other programs',
  details: `safetensors: the weights with their metadata, as the store has them. onnx: a network with the weights inside; input images, output probabilities, for any ONNX runtime. tfjs: the same network as a folder with model.json, for tf.loadLayersModel. ${MODEL_NAMING}`,
  positionals: [],
  options: {
    model: { value: 'M', about: 'the model' },
    format: { value: 'FORMAT', about: FORMATS.join(', ') },
    out: { value: 'FILE', about: 'file to write; of tfjs a folder' },
    dir: STORE_DIR,
    force: FORCE_OPTION,
    network: DESCRIPTION_OPTIONS.network,
    width: DESCRIPTION_OPTIONS.width,
    size: DESCRIPTION_OPTIONS.size,
    json: JSON_OPTION,
  },
  needed: ['model', 'format', 'out'],
  examples: [
    'mammofed model export --model 6c6157 --dir ./coordinator --format onnx --out model.onnx',
    'mammofed model export --model ./model.safetensors --format tfjs --out ./web-model',
  ],
  async run(args, screen) {
    const format = FORMATS.find((one) => one === args.needed('format'));
    if (format === undefined)
      return args.refuse(`takes one of ${FORMATS.join(', ')} for --format, not '${args.needed('format')}'`);
    const force = args.isSet('force');
    // What lies in a folder is looked at where it is written.
    const out = format === 'tfjs' ? resolve(args.needed('out')) : await freeFile(args.needed('out'), force);
    const described = describedBy(args);
    const { sha256, byteLength } = await withModel(args.needed('model'), args.text('dir'), async (model) => {
      if (resolve(model.path) === out)
        args.refuse('never replaces the model with its own export: choose another --out');
      switch (format) {
        case 'safetensors': {
          // A file is whatever --model names: what is no model is not passed on as one.
          const { byteLength } = await modelDetails(model);
          await copyModel(model.path, out).catch((error: unknown) => unwritable(out, error));
          return { sha256: model.sha256, byteLength };
        }
        case 'onnx':
        case 'tfjs': {
          const { result } = await runWorkbench<{ byteLength: number }>(
            { kind: 'export', modelPath: model.path, described, format, out, force },
            args.isSet('json') ? onStandardError(screen) : screen,
          );
          return { sha256: model.sha256, ...result };
        }
      }
    });
    if (args.isSet('json')) screen.print(JSON.stringify({ sha256, format, out, byteLength }));
    else screen.print(`Model ${sha256} is in ${out} (${format}, ${bytesText(byteLength)}).`);
    return 0;
  },
};

/** Copies a model as an ordinary file, as the workbench writes ONNX; a copy that fails leaves `to` as it was. */
async function copyModel(from: string, to: string): Promise<void> {
  const temporary = join(dirname(to), `.mammofed-${randomUUID()}.part`);
  try {
    // Not `copyFile`, which copies the mode: what was fetched from the store is this user's alone.
    await pipeline(createReadStream(from), createWriteStream(temporary, { flags: 'wx', mode: 0o644 }));
    await rename(temporary, to);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function unwritable(out: string, error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new CliError('process-failed', `${out} cannot be written: ${reason}.`, {}, error);
}

export const MODEL_COMMANDS: readonly Command[] = [
  listCommand,
  showCommand,
  exportCommand,
  importCommand,
  receiptsCommand,
  verifyCommand,
];
