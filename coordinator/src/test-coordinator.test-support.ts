import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { jsonLinesLogger, type RunView } from '@mammofed/core';
import { decodeJoinCode, type JoinCode } from '@mammofed/privacy';
import { coordinatorPaths } from './coordinator-paths.js';
import { startCoordinator, type RunningCoordinator } from './coordinator.js';
import { initialise } from './folder/initialise.js';
import { TestRoot, type AdminAnswer } from './test-root.test-support.js';
import { testDatabaseUrl } from './test-database.test-support.js';

/** Polls until `probe` gives something; fails with `what` after a while. */
export async function eventually<T>(what: string, probe: () => Promise<T | undefined>): Promise<T> {
  const deadlineMs = Date.now() + 60_000;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (Date.now() > deadlineMs) throw new Error(`waited too long for ${what}`);
    await delay(20);
  }
}

/** A whole coordinator over a folder, in the test's own process. */
export class TestCoordinator {
  readonly #running: RunningCoordinator;
  readonly #token: string;
  /** Everything that it logged. */
  readonly logLines: readonly string[];
  #root: TestRoot | null = null;

  private constructor(running: RunningCoordinator, token: string, logLines: readonly string[]) {
    this.#running = running;
    this.#token = token;
    this.logLines = logLines;
  }

  /** Makes the folder. */
  static async initialise(dir: string): Promise<void> {
    await initialise(dir, { name: 'test', host: '127.0.0.1', port: 0, publicUrl: null });
  }

  /**
   * Starts it, with a consortium of its own whose root the test holds.
   * @param databaseUrl - of a server; null: the embedded database; absent: as the tests are run.
   */
  static async start(dir: string, databaseUrl?: string | null): Promise<TestCoordinator> {
    const coordinator = await TestCoordinator.startAlone(dir, databaseUrl);
    coordinator.#root = await TestRoot.of(dir, coordinator);
    return coordinator;
  }

  /** Starts it as it is, without a roster if it has none. */
  static async startAlone(dir: string, databaseUrl?: string | null): Promise<TestCoordinator> {
    const lines: string[] = [];
    const log = jsonLinesLogger('coordinator', Date.now, (line) => lines.push(line));
    const running = await startCoordinator(dir, { nowMs: () => Date.now() }, log, {
      urlFile: null,
      url: databaseUrl === undefined ? await testDatabaseUrl(dir) : databaseUrl,
    });
    return new TestCoordinator(running, await readFile(coordinatorPaths(dir).adminToken, 'utf8'), lines);
  }

  get root(): TestRoot {
    if (this.#root === null) throw new Error('this coordinator was started without a consortium');
    return this.#root;
  }

  get url(): string {
    return this.#running.url;
  }

  get authorization(): string {
    return `Bearer ${this.#token}`;
  }

  stop(): Promise<void> {
    return this.#running.stop();
  }

  /** @param init - `authorization: null` sends none. */
  async admin(
    method: 'GET' | 'POST',
    path: string,
    init: {
      readonly body?: unknown;
      readonly bytes?: Uint8Array;
      readonly type?: string;
      readonly authorization?: string | null;
    } = {},
  ): Promise<AdminAnswer> {
    const response = await this.fetch(method, path, init);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  fetch(method: string, path: string, init: Parameters<TestCoordinator['admin']>[2] = {}): Promise<Response> {
    const { body, bytes, authorization = this.authorization } = init;
    const type = init.type ?? (bytes === undefined ? 'application/json' : 'application/octet-stream');
    const content = bytes ?? (body === undefined ? undefined : JSON.stringify(body));
    return fetch(`${this.url}/admin/${path}`, {
      method,
      headers: {
        // A connection that is kept may be closed by the coordinator just as a busy test asks again.
        connection: 'close',
        ...(content === undefined ? {} : { 'content-type': type }),
        ...(authorization === null ? {} : { authorization }),
      },
      ...(content === undefined ? {} : { body: content }),
    });
  }

  async invite(siteName: string): Promise<JoinCode> {
    const { body } = await this.admin('POST', 'invites', { body: { siteName } });
    return decodeJoinCode(body['code'] as string);
  }

  /** Creates a run and starts it. */
  async startRun(config: unknown, model: Uint8Array): Promise<string> {
    const { body: stored } = await this.admin('POST', 'models', { bytes: model });
    const created = await this.admin('POST', 'runs', { body: { config, initialModelSha256: stored['sha256'] } });
    const runId = created.body['runId'] as string;
    await this.admin('POST', `runs/${runId}/start`);
    return runId;
  }

  async view(runId: string): Promise<RunView> {
    return (await this.admin('GET', `runs/${runId}`)).body as unknown as RunView;
  }

  /** Waits until the view of a run fulfils a condition. */
  viewWhen(what: string, runId: string, holds: (view: RunView) => boolean): Promise<RunView> {
    return eventually(what, async () => {
      const view = await this.view(runId);
      return holds(view) ? view : undefined;
    });
  }

  async model(sha256: string): Promise<Uint8Array> {
    const response = await this.fetch('GET', `models/${sha256}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
