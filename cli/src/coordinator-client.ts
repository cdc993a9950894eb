import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunConfig, RunView } from '@mammofed/core';
import type { Receipts, StatementSignature } from '@mammofed/privacy';
import { CliError } from './errors.js';
import { printable } from './screen.js';

export interface Invite {
  /** Good for one enrolment: give it to that site alone. */
  readonly code: string;
  readonly siteName: string;
  readonly expiresAtMs: number;
}

export interface EnrolledSite {
  readonly siteName: string;
  readonly siteIndex: number;
  readonly fingerprint: string;
  readonly isConnected: boolean;
}

/** A machine that asks to be a site, as the coordinator tells it. Keys, hash and signature in hexadecimal. */
export interface WaitingSite {
  readonly siteName: string;
  readonly publicKey: string;
  readonly joinSecretSha256: string;
  readonly signature: string;
}

export interface ConsortiumView {
  readonly coordinatorKey: string;
  /** With the root's signature; null before the first. */
  readonly roster: string | null;
  readonly waiting: readonly WaitingSite[];
}

/** A model of the store; what its metadata says is in docs/using-models.md. */
export interface StoredModel {
  readonly sha256: string;
  readonly byteLength: number;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface RunSummary {
  readonly runId: string;
  readonly state: string;
  readonly study: string;
  readonly round: number;
  readonly rounds: number;
  readonly createdAtMs: number;
}

const ANSWER_WITHIN_MS = 30_000;
// A model of gigabytes to a slow disk.
const MODEL_WITHIN_MS = 30 * 60_000;

interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly json?: unknown;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** Whether a model is sent or received, which may take long. */
  readonly carriesModel?: boolean;
}

/** The administrator's end of a running coordinator, by the files that it keeps in its folder. */
export class CoordinatorClient {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /**
   * Reads where the coordinator of `dir` listens and the administrator's token.
   * @throws CliError `not-a-coordinator` | `coordinator-not-running` | `token-unreadable`.
   */
  static async open(dir: string): Promise<CoordinatorClient> {
    const address = await readFile(join(dir, 'address.json'), 'utf8').catch((error: unknown) =>
      whyNoAddress(dir, error),
    );
    const token = await readFile(join(dir, 'admin.token'), 'utf8').catch((error: unknown) => {
      throw new CliError(
        'token-unreadable',
        `The administrator's token ${join(dir, 'admin.token')} cannot be read (${reasonOf(error)}). Run this as the user who runs the coordinator.`,
        {},
        error,
      );
    });
    return new CoordinatorClient(urlOf(address, dir), token.trim());
  }

  invite(siteName: string): Promise<Invite> {
    return this.#json({ method: 'POST', path: '/admin/invites', json: { siteName } });
  }

  consortium(): Promise<ConsortiumView> {
    return this.#json({ method: 'GET', path: '/admin/consortium' });
  }

  /** @param roster - with the root's signature. */
  bringRoster(roster: string): Promise<{ readonly version: number }> {
    return this.#json({ method: 'POST', path: '/admin/roster', json: { roster } });
  }

  async sites(): Promise<readonly EnrolledSite[]> {
    return (await this.#json<{ sites: EnrolledSite[] }>({ method: 'GET', path: '/admin/sites' })).sites;
  }

  /** @param bytes - a safetensors file; its hash is the model's name from then on. */
  uploadModel(bytes: Uint8Array<ArrayBuffer>): Promise<{ readonly sha256: string; readonly byteLength: number }> {
    return this.#json({ method: 'POST', path: '/admin/models', bytes, carriesModel: true });
  }

  async models(): Promise<readonly StoredModel[]> {
    return (await this.#json<{ models: StoredModel[] }>({ method: 'GET', path: '/admin/models' })).models;
  }

  /**
   * A model's safetensors file as it arrives; its hash is not checked yet.
   * @throws CliError `refused` if there is no such model; as every other request.
   */
  async *modelBytes(sha256: string): AsyncGenerator<Uint8Array> {
    const path = `/admin/models/${encodeURIComponent(sha256)}`;
    const response = await this.#send({ method: 'GET', path, carriesModel: true });
    if (!response.ok || response.body === null) {
      const answer: unknown = await response.json().catch(() => null);
      throw this.#refusal(response.status, answer);
    }
    try {
      for await (const piece of response.body) yield piece as Uint8Array;
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What shows where a model came from. */
  receipts(sha256: string): Promise<Receipts> {
    return this.#json({ method: 'GET', path: `/admin/models/${encodeURIComponent(sha256)}/receipts` });
  }

  /** @param signature - of a model signer over the configuration; null: unsigned. */
  createRun(
    config: RunConfig,
    initialModelSha256: string,
    signature: StatementSignature | null,
  ): Promise<{ readonly runId: string }> {
    return this.#json({ method: 'POST', path: '/admin/runs', json: { config, initialModelSha256, signature } });
  }

  startRun(runId: string): Promise<RunView> {
    return this.#json({ method: 'POST', path: `/admin/runs/${encodeURIComponent(runId)}/start` });
  }

  async runs(): Promise<readonly RunSummary[]> {
    return (await this.#json<{ runs: RunSummary[] }>({ method: 'GET', path: '/admin/runs' })).runs;
  }

  run(runId: string): Promise<RunView> {
    return this.#json({ method: 'GET', path: `/admin/runs/${encodeURIComponent(runId)}` });
  }

  /** @throws CliError `coordinator-not-running` | `coordinator-unreachable` | `refused` | `bad-answer`. */
  async #json<T>(request: Request): Promise<T> {
    const response = await this.#send(request);
    const text = await response.text().catch((error: unknown) => this.#fail(error));
    let answer: unknown;
    try {
      answer = JSON.parse(text);
    } catch (error) {
      throw this.#notACoordinator(`answered ${response.status} with something that is not JSON`, error);
    }
    if (response.ok && typeof answer === 'object' && answer !== null) return answer as T;
    throw this.#refusal(response.status, answer);
  }

  async #send({ method, path, json, bytes, carriesModel }: Request): Promise<Response> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.#token}` };
    if (json !== undefined) headers['content-type'] = 'application/json';
    if (bytes !== undefined) headers['content-type'] = 'application/octet-stream';
    const body = json === undefined ? bytes : JSON.stringify(json);
    const signal = AbortSignal.timeout(carriesModel === true ? MODEL_WITHIN_MS : ANSWER_WITHIN_MS);
    return fetch(this.#url + path, {
      method,
      headers,
      signal,
      redirect: 'error',
      ...(body === undefined ? {} : { body }),
    }).catch((error: unknown) => this.#fail(error));
  }

  #fail(error: unknown): never {
    if (causeCode(error) === 'ECONNREFUSED') {
      throw new CliError(
        'coordinator-not-running',
        `Nothing listens at ${this.#url}: the coordinator is not running any more. Start it: mammofed coordinator start --dir DIR`,
        {},
        error,
      );
    }
    throw new CliError(
      'coordinator-unreachable',
      `The coordinator at ${this.#url} did not answer (${reasonOf(error)}). Look at its log, or start it again.`,
      {},
      error,
    );
  }

  #refusal(status: number, answer: unknown): CliError {
    const { code, message } = ((answer as { error?: unknown } | null)?.error ?? {}) as {
      code?: unknown;
      message?: unknown;
    };
    if (typeof message !== 'string') return this.#notACoordinator(`answered ${status} without saying why`);
    if (status === 401) {
      return new CliError(
        'refused',
        `The coordinator at ${this.#url} does not accept this folder's token. Is another coordinator on that port?`,
      );
    }
    const context = { status, code: typeof code === 'string' ? code : null };
    return new CliError('refused', `The coordinator refused: ${printable(message)}`, context);
  }

  #notACoordinator(problem: string, cause?: unknown): CliError {
    return new CliError('bad-answer', `${this.#url} ${problem}. Is another program on that port?`, {}, cause);
  }
}

async function whyNoAddress(dir: string, error: unknown): Promise<never> {
  const isCoordinator = await access(join(dir, 'coordinator.json')).then(
    () => true,
    (reason: unknown) => causeCode(reason) === 'EACCES',
  );
  if (!isCoordinator) {
    throw new CliError(
      'not-a-coordinator',
      `${dir} is not a coordinator's folder. Make one: mammofed coordinator init --dir ${dir}`,
    );
  }
  if (causeCode(error) === 'EACCES') {
    throw new CliError(
      'token-unreadable',
      `${dir} cannot be read. Run this as the user who runs the coordinator.`,
      {},
      error,
    );
  }
  throw new CliError(
    'coordinator-not-running',
    `The coordinator of ${dir} is not running. Start it: mammofed coordinator start --dir ${dir}`,
    {},
    error,
  );
}

function urlOf(address: string, dir: string): string {
  try {
    const { url } = JSON.parse(address) as { url: string };
    return new URL(url).origin;
  } catch (error) {
    throw new CliError(
      'coordinator-not-running',
      `${join(dir, 'address.json')} is damaged. Start the coordinator again.`,
      {},
      error,
    );
  }
}

/** The system's code of an error, which fetch hides one level down. */
function causeCode(error: unknown): string | undefined {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  const found = typeof code === 'string' ? code : cause?.code;
  return typeof found === 'string' ? found : undefined;
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'no answer in time';
  return causeCode(error) ?? (error instanceof Error ? error.message : String(error));
}
