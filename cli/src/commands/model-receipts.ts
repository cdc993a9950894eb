import { readFile, stat, writeFile } from 'node:fs/promises';
import { isCodedError, sha256Hex } from '@mammofed/core';
import {
  fingerprint,
  MAX_RECEIPTS_BYTES,
  parseReceipts,
  PrivacyError,
  rootNamedIn,
  sodiumReady,
  verifyReceipts,
  type Lineage,
  type Receipts,
} from '@mammofed/privacy';
import { sha256OfFile } from '@mammofed/storage';
import type { Command } from '../command-line.js';
import { CoordinatorClient } from '../coordinator-client.js';
import { CliError } from '../errors.js';
import { lineageJson, lineageText } from '../receipts/lineage-text.js';
import { freeFile } from '../workbench/free-file.js';
import { withModel } from '../workbench/opened-model.js';
import { COORDINATOR_DIR, JSON_OPTION } from './common-options.js';
import { FORCE_OPTION, MODEL_NAMING } from './model-options.js';

export const receiptsCommand: Command = {
  words: ['model', 'receipts'],
  summary: 'writes the receipts of a model: what proves to others where it came from',
  details: `They hold the coordinator's signed log head, the entries of the log that lead from the model back to its beginning with their proofs, the configurations of its runs, and the rosters. Give them away with the model's file. ${MODEL_NAMING}`,
  positionals: ['M'],
  options: {
    dir: COORDINATOR_DIR,
    out: { value: 'FILE', about: 'file to write' },
    force: FORCE_OPTION,
    json: JSON_OPTION,
  },
  needed: ['dir', 'out'],
  examples: ['mammofed model receipts 6c6157 --dir ./coordinator --out model.receipts.json'],
  async run(args, screen) {
    const [name = ''] = args.positionals;
    const dir = args.needed('dir');
    const out = await freeFile(args.needed('out'), args.isSet('force'));
    const { sha256, receipts } = await withModel(name, dir, async (model) => ({
      sha256: model.sha256,
      receipts: await (await CoordinatorClient.open(dir)).receipts(model.sha256),
    }));
    await writeFile(out, `${JSON.stringify(receipts, null, 1)}\n`).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CliError('process-failed', `${out} cannot be written: ${reason}.`, {}, error);
    });
    const entries = receipts.receipts.length;
    if (args.isSet('json')) screen.print(JSON.stringify({ sha256, out, entries, logSize: receipts.head.size }));
    else {
      screen.print(`The receipts of model ${sha256} are in ${out} (${entries} of ${receipts.head.size} entries).`);
      screen.note(`Check them: mammofed model verify FILE --receipts ${out} --fingerprint F`);
    }
    return 0;
  },
};

export const verifyCommand: Command = {
  words: ['model', 'verify'],
  summary: 'proves from the files alone which runs, rounds and sites a model came from',
  details:
    "Nothing is asked of anybody. The model's hash is computed from its bytes; the rosters have to carry the signature of the root that --fingerprint names, the log's head that of the coordinator in the newest roster, every entry a proof that it is in that log, and each round has to begin with the model that the one before ended with. Exit code 1, and the code of what is wrong, if anything does not fit. docs/log.md says what is proved and what is not.",
  positionals: ['FILE'],
  options: {
    receipts: { value: 'FILE', about: 'written by mammofed model receipts' },
    fingerprint: {
      value: 'F',
      about: "of the consortium's root, as its administrator reads it, or the root's whole key",
    },
    json: JSON_OPTION,
  },
  needed: ['receipts', 'fingerprint'],
  examples: [
    'mammofed model verify model.safetensors --receipts model.receipts.json --fingerprint 4QZK-7M2P-X3AF-9TBN-WD6E',
  ],
  async run(args, screen) {
    await sodiumReady();
    const [file = ''] = args.positionals;
    try {
      const model = sha256Hex(await sha256OfFile(file).catch((error: unknown) => unreadable(file, error)));
      const receipts = await readReceipts(args.needed('receipts'));
      const lineage = verifyReceipts(receipts, model, rootOf(receipts, args.needed('fingerprint')));
      tell(lineage);
      return 0;
    } catch (error) {
      if (!(error instanceof PrivacyError)) throw error;
      if (args.isSet('json')) {
        screen.print(JSON.stringify({ isVerified: false, code: error.code, message: error.message }));
      } else screen.note(`NOT VERIFIED (${error.code}): ${error.message}`);
      return 1;
    }

    function tell(lineage: Lineage): void {
      if (args.isSet('json')) screen.print(JSON.stringify(lineageJson(lineage)));
      else for (const line of lineageText(lineage)) screen.print(line);
    }
  },
};

async function readReceipts(path: string): Promise<Receipts> {
  const { size } = await stat(path).catch((error: unknown) => unreadable(path, error));
  if (size > MAX_RECEIPTS_BYTES) throw new PrivacyError('bad-receipts', `${path} is too large to be receipts`);
  return parseReceipts(await readFile(path, 'utf8').catch((error: unknown) => unreadable(path, error)));
}

/**
 * The key that the rosters have to be signed with: never the one that they name, unless a person vouches for it.
 * @throws PrivacyError `foreign-roster`.
 */
function rootOf({ rosters }: Receipts, wanted: string): Uint8Array {
  if (/^[0-9a-f]{64}$/i.test(wanted)) return new Uint8Array(Buffer.from(wanted, 'hex'));
  const named = rosters[0] === undefined ? null : rootNamedIn(new Uint8Array(Buffer.from(rosters[0])));
  if (named !== null && fingerprint(named) === wanted.trim().toUpperCase()) return named;
  throw new PrivacyError(
    'foreign-roster',
    `the receipts are not of the consortium whose root has the fingerprint ${wanted}${named === null ? '' : `, but of ${fingerprint(named)}`}`,
  );
}

function unreadable(path: string, error: unknown): never {
  const reason = isCodedError(error) || error instanceof Error ? error.message : String(error);
  throw new CliError('bad-usage', `${path} cannot be read: ${reason}.`, {}, error);
}
