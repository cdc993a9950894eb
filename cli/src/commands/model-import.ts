import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from '../command-line.js';
import { CoordinatorClient } from '../coordinator-client.js';
import { bytesText } from '../formats.js';
import { onStandardError, type Screen } from '../screen.js';
import { freeFile } from '../workbench/free-file.js';
import { runWorkbench } from '../workbench/workbench-process.js';
import { JSON_OPTION } from './common-options.js';
import { DESCRIPTION_OPTIONS, describedBy, FORCE_OPTION } from './model-options.js';

/** As site-agent/src/workbench/import.ts gives it. */
interface ImportResult {
  readonly sha256: string;
  readonly byteLength: number;
  readonly exportedFrom: string | null;
  readonly isUnchanged: boolean;
}

export const importCommand: Command = {
  words: ['model', 'import'],
  summary: 'makes a model of an ONNX or tfjs file that was exported',
  details:
    'FILE ends in .onnx, or is a tfjs model.json or its folder. Taken are the networks of this program in the form in which this version exports them; the first difference of any other is named. Nothing of the file is run.',
  positionals: ['FILE'],
  options: {
    out: { value: 'FILE', about: 'safetensors file to write' },
    dir: { value: 'DIR', about: "the coordinator's folder: the model goes to its store; the coordinator has to run" },
    force: FORCE_OPTION,
    network: DESCRIPTION_OPTIONS.network,
    width: DESCRIPTION_OPTIONS.width,
    size: DESCRIPTION_OPTIONS.size,
    json: JSON_OPTION,
  },
  needed: [],
  examples: [
    'mammofed model import model.onnx --out model.safetensors',
    'mammofed model import ./web-model --dir ./coordinator',
  ],
  async run(args, screen) {
    const [file = ''] = args.positionals;
    const name = args.text('out');
    const dir = args.text('dir');
    if (name === undefined && dir === undefined) args.refuse('needs --out FILE, --dir DIR, or both');
    const out = name === undefined ? null : await freeFile(name, args.isSet('force'));
    const path = resolve(file);
    if (path === out) args.refuse('never replaces what it imports: choose another --out');
    // Before the work: a coordinator that does not run is found at once.
    const client = dir === undefined ? null : await CoordinatorClient.open(dir);
    const job = { kind: 'import', path, described: describedBy(args) };
    const forMachine = args.isSet('json');
    const result = await withFile(out, async (target) => {
      const made = await imported({ ...job, out: target }, forMachine ? onStandardError(screen) : screen);
      if (client !== null) await client.uploadModel(await readFile(target));
      return made;
    });
    if (forMachine) screen.print(JSON.stringify({ ...result, out, isStored: client !== null }));
    else for (const line of importLines(result, out, dir)) screen.print(line);
    return 0;
  },
};

async function imported(job: object, screen: Screen): Promise<ImportResult> {
  return (await runWorkbench<ImportResult>(job, screen)).result;
}

/** Runs `use` with a file to write; without one of its own, one that is removed afterwards. */
async function withFile<T>(out: string | null, use: (path: string) => Promise<T>): Promise<T> {
  if (out !== null) return use(out);
  const dir = await mkdtemp(join(tmpdir(), 'mammofed-import-'));
  try {
    return await use(join(dir, 'model.safetensors'));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function importLines(
  { sha256, byteLength, exportedFrom, isUnchanged }: ImportResult,
  out: string | null,
  dir: string | undefined,
): string[] {
  return [
    ...(out === null ? [] : [`Model ${sha256} is in ${out} (${bytesText(byteLength)}).`]),
    ...(dir === undefined ? [] : [`Model ${sha256} is in the store of ${dir} (${bytesText(byteLength)}).`]),
    ...(exportedFrom === null || isUnchanged
      ? []
      : [
          `It is not the model ${exportedFrom} that it was exported from: weights or description were changed since. It says derivedFrom in place of run, round and seed.`,
        ]),
  ];
}
