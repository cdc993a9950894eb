import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunConfig, RunView } from '@mammofed/core';

const ANSWER_WITHIN_MS = 20_000;

/** What an administrator's program asks of a coordinator. The coordinator may be down at any moment. */
export class AdminApi {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** @param dir - of a coordinator with a port of its own (not 0); it need not run. */
  static async of(dir: string): Promise<AdminApi> {
    const { port } = JSON.parse(await readFile(join(dir, 'coordinator.json'), 'utf8')) as { port: number };
    return new AdminApi(`http://127.0.0.1:${port}/admin`, (await readFile(join(dir, 'admin.token'), 'utf8')).trim());
  }

  /** @returns undefined while the coordinator does not answer. */
  view(runId: string): Promise<RunView | undefined> {
    return this.#ifUp(this.#ask<RunView>('GET', `runs/${runId}`));
  }

  /** Names of the sites that are connected; undefined while the coordinator does not answer. */
  async connectedSites(): Promise<string[] | undefined> {
    const answer = await this.#ifUp(this.#ask<{ sites: { siteName: string; isConnected: boolean }[] }>('GET', 'sites'));
    return answer?.sites.filter(({ isConnected }) => isConnected).map(({ siteName }) => siteName);
  }

  /** Describes a run; it begins with {@link start}. @returns its id. */
  async create(config: RunConfig, initialModelSha256: string): Promise<string> {
    return (await this.#ask<{ runId: string }>('POST', 'runs', { config, initialModelSha256 })).runId;
  }

  async start(runId: string): Promise<void> {
    await this.#ask('POST', `runs/${runId}/start`);
  }

  async #ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.#url}/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  }

  /** Nobody listens, or whoever did was killed in the middle of the answer: both come as a TypeError of `fetch`. */
  async #ifUp<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof TypeError || (error as Error).name === 'TimeoutError') return undefined;
      throw error;
    }
  }
}
