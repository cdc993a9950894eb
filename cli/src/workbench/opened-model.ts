import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CoordinatorClient } from '../coordinator-client.js';
import { CliError } from '../errors.js';
import { modelByHash, modelOfRun, modelReference, type ModelReference } from './model-reference.js';

/** A model on this machine's disk. */
export interface OpenedModel {
  /** Its safetensors file; absolute. */
  readonly path: string;
  readonly sha256: string;
}

/**
 * Hands the model that `name` says to `use`. One of the store is fetched into a folder of its own, which is removed
 * afterwards, and compared with its hash; a file is used where it lies.
 * @param dir - the coordinator's folder; not needed for a file.
 * @throws CliError `unknown-model` | `ambiguous-model` | `bad-usage` without the `dir` that is needed | `bad-answer` if
 * what came is not what the hash says; as `CoordinatorClient`; what `use` throws.
 */
export async function withModel<T>(
  name: string,
  dir: string | undefined,
  use: (model: OpenedModel) => Promise<T>,
): Promise<T> {
  const reference = modelReference(name);
  if (reference.kind === 'file') return use(await modelOfFile(reference.path));
  if (dir === undefined) {
    throw new CliError(
      'bad-usage',
      `'${name}' names a model of a coordinator's store: say which with --dir DIR. A file is named by its path, such as ./${name}.safetensors.`,
    );
  }
  const client = await CoordinatorClient.open(dir);
  const sha256 = await hashOf(reference, client);
  const folder = await mkdtemp(join(tmpdir(), 'mammofed-model-')).catch((error: unknown) => noRoomFor(tmpdir(), error));
  try {
    const path = join(folder, 'model.safetensors');
    await fetchModel(client, sha256, path);
    return await use({ path, sha256 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function modelOfFile(name: string): Promise<OpenedModel> {
  const path = resolve(name);
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile())
    throw new CliError('unknown-model', `There is no model file ${name}. Check the path.`);
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  } catch (error) {
    throw new CliError(
      'unknown-model',
      `The model file ${name} cannot be read (${reasonOf(error)}). Check its permissions.`,
      {},
      error,
    );
  }
  return { path, sha256: hash.digest('hex') };
}

async function hashOf(
  reference: Exclude<ModelReference, { kind: 'file' }>,
  client: CoordinatorClient,
): Promise<string> {
  switch (reference.kind) {
    case 'hash':
      return modelByHash(reference.prefix, await client.models()).sha256;
    case 'run': {
      const { runId, round } = reference;
      const runs = await client.runs();
      if (!runs.some((run) => run.runId === runId)) {
        throw new CliError(
          'unknown-model',
          `There is no run ${runId}. A model is named by its hash, by RUN-ID or RUN-ID:ROUND, or by a path with a slash or a dot. See: mammofed model list --dir DIR`,
        );
      }
      return modelOfRun(await client.run(runId), round);
    }
  }
}

async function fetchModel(client: CoordinatorClient, sha256: string, path: string): Promise<void> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of client.modelBytes(sha256)) {
      hash.update(piece);
      await file.writeFile(piece).catch((error: unknown) => noRoomFor(path, error));
    }
  } finally {
    await file.close();
  }
  if (hash.digest('hex') === sha256) return;
  throw new CliError(
    'bad-answer',
    `What the coordinator sent is not the model ${sha256}: its hash differs. Try again; if it stays so, the model is damaged in the coordinator's folder.`,
    { sha256 },
  );
}

function noRoomFor(path: string, error: unknown): never {
  throw new CliError(
    'process-failed',
    `The model cannot be kept in ${path} while it is used (${reasonOf(error)}). Make room there, or name another folder with the environment variable TMPDIR.`,
    {},
    error,
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
