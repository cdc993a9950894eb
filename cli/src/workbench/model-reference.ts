import type { RunView } from '@mammofed/core';
import type { StoredModel } from '../coordinator-client.js';
import { CliError } from '../errors.js';

/** What `--model M` says. */
export type ModelReference =
  | { readonly kind: 'file'; readonly path: string }
  /** The beginning of a model's hash, lower case. */
  | { readonly kind: 'hash'; readonly prefix: string }
  /** A run's committed model; without a round its newest. */
  | { readonly kind: 'run'; readonly runId: string; readonly round: number | null };

/** Fewer digits of a hash are not taken: they would name another model as soon as the store grows. */
const MIN_HASH_DIGITS = 6;

/**
 * Reads a model's name: hexadecimal digits are the beginning of a hash, letters, digits and dashes a run (with `:ROUND`),
 * and everything else, so everything with a slash or a dot, is a path.
 * @throws CliError `unknown-model` for too short a hash.
 */
export function modelReference(name: string): ModelReference {
  if (/^[0-9a-f]{1,64}$/i.test(name)) {
    if (name.length >= MIN_HASH_DIGITS) return { kind: 'hash', prefix: name.toLowerCase() };
    throw new CliError(
      'unknown-model',
      `'${name}' is too short for a model's name: give at least ${MIN_HASH_DIGITS} digits of its hash. See: mammofed model list --dir DIR`,
    );
  }
  const run = /^([A-Za-z0-9-]+)(?::(\d{1,6}))?$/.exec(name);
  if (run === null) return { kind: 'file', path: name };
  return { kind: 'run', runId: run[1] as string, round: run[2] === undefined ? null : Number(run[2]) };
}

/** @throws CliError `unknown-model` | `ambiguous-model`. */
export function modelByHash(prefix: string, models: readonly StoredModel[]): StoredModel {
  const found = models.filter(({ sha256 }) => sha256.startsWith(prefix));
  if (found.length > 1) {
    const named = found.slice(0, 5).map(({ sha256 }) => sha256.slice(0, prefix.length + 4));
    throw new CliError(
      'ambiguous-model',
      `${found.length} models begin with ${prefix} (${named.join(', ')}${found.length > named.length ? ', …' : ''}). Give more digits of the hash.`,
      { matches: found.length },
    );
  }
  return (
    found[0] ??
    unknown(`No model of the store has a hash that begins with ${prefix}. See: mammofed model list --dir DIR`)
  );
}

/**
 * @returns the hash of the run's newest committed model, or of a round's (round 0 is the initial model).
 * @throws CliError `unknown-model` if that round has not been committed.
 */
export function modelOfRun(view: RunView, round: number | null): string {
  if (round === null) return view.modelSha256;
  if (round === 0) return view.initialModelSha256;
  const committed = view.rounds.filter(({ modelSha256 }) => modelSha256 !== null);
  const found = committed.find((candidate) => candidate.round === round);
  const last = Math.max(0, ...committed.map((candidate) => candidate.round));
  return (
    found?.modelSha256 ??
    unknown(`Run ${view.runId} has no model of round ${round}: it has those of the rounds 0 to ${last}.`)
  );
}

function unknown(message: string): never {
  throw new CliError('unknown-model', message);
}
