import { readFile } from 'node:fs/promises';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Secret } from '@mammofed/privacy';
import { readSecretFile } from '@mammofed/storage';
import { authoritiesFrom } from '../network/authorities.js';
import { connectionFault, serverFault, statusFault } from './server-faults.js';
import type { ServerSettings } from './settings.js';

/** A server may search long, but whoever says nothing for so long is not there any more. */
const SILENCE_MS = 120_000;
const MAX_JSON_BYTES = 64 * 1024 * 1024;
const MAX_CONNECTIONS = 4;

export interface Question {
  /** Below the server's URL, such as `/studies?limit=1`; or an address of the same origin. */
  readonly at: string | URL;
  readonly accept: string;
  readonly signal: AbortSignal;
  /** Given: it is a POST of it. */
  readonly body?: { readonly contentType: string; readonly chunks: AsyncIterable<Uint8Array> };
  /** What else than 2xx is an answer. */
  readonly statuses?: readonly number[];
}

/**
 * One of the hospital's own servers, spoken to over HTTP: its PACS or its FHIR server. Connections are made by Node's own
 * HTTP, because `fetch` takes no certificates of a hospital's authority. Redirects are not followed: what is sent and
 * believed is for the server that the settings name.
 */
export class HospitalServer {
  readonly #agent: HttpAgent;
  readonly #base: URL;

  private constructor(
    /** As it is shown to people. */
    readonly name: string,
    url: string,
    private readonly authorization: Secret | null,
    agent: HttpAgent,
  ) {
    this.#base = new URL(url.replace(/\/*$/, '/'));
    this.#agent = agent;
  }

  /**
   * @throws SiteError `bad-configuration` for a file of certificates that cannot be used; StorageError of a file with a
   * password or token that is missing or that others can read.
   */
  static async open(kind: 'PACS' | 'FHIR server', settings: ServerSettings): Promise<HospitalServer> {
    const { url, credentials, caFile } = settings;
    const authorization = await authorizationOf(credentials);
    const pool = { keepAlive: true, maxSockets: MAX_CONNECTIONS };
    const agent = url.startsWith('https:')
      ? new HttpsAgent({ ...pool, secureContext: await authoritiesFrom(caFile, (path) => readFile(path, 'utf8')) })
      : new HttpAgent(pool);
    return new HospitalServer(`the ${kind} at ${url}`, url, authorization, agent);
  }

  /** Ends what is kept open. */
  close(): void {
    this.#agent.destroy();
  }

  /** @returns an address below the server's URL. */
  address(path: string): URL {
    return new URL(path.replace(/^\/+/, ''), this.#base);
  }

  get origin(): string {
    return this.#base.origin;
  }

  /**
   * Asks for JSON.
   * @returns null if the answer says that there is nothing (204, or no body).
   * @throws SiteError of a ServerFaultCode.
   */
  async json(question: Question): Promise<{ readonly status: number; readonly value: unknown }> {
    const answer = await this.ask(question);
    const status = answer.statusCode ?? 0;
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of this.body(answer)) {
      bytes += piece.length;
      if (bytes > MAX_JSON_BYTES) throw this.#bad(`answers with more than ${MAX_JSON_BYTES} bytes of JSON`);
      pieces.push(piece);
    }
    if (bytes === 0) return { status, value: null };
    try {
      return { status, value: JSON.parse(Buffer.concat(pieces).toString('utf8')) };
    } catch (error) {
      throw this.#bad('answers with something that is not JSON', error);
    }
  }

  /**
   * @returns an answer whose status says success; its body is to be read with {@link body}.
   * @throws SiteError of a ServerFaultCode; the signal's reason.
   */
  async ask({ at, accept, signal, body, statuses = [] }: Question): Promise<IncomingMessage> {
    signal.throwIfAborted();
    const url = typeof at === 'string' ? this.address(at) : at;
    if (url.origin !== this.#base.origin) throw this.#bad('names an address of another server');
    const answer = await this.#send(url, accept, signal, body).catch((error: unknown) => {
      signal.throwIfAborted();
      throw connectionFault(this.name, error);
    });
    const status = answer.statusCode ?? 0;
    if ((status >= 200 && status <= 299) || statuses.includes(status)) return answer;
    answer.destroy();
    throw statusFault(this.name, status, this.authorization !== null);
  }

  /** The body of an answer, piece by piece. @throws SiteError `server-unreachable` if it breaks off. */
  async *body(answer: IncomingMessage): AsyncGenerator<Buffer> {
    try {
      for await (const piece of answer) yield piece as Buffer;
    } catch (error) {
      throw connectionFault(this.name, error);
    }
  }

  async #send(url: URL, accept: string, signal: AbortSignal, body: Question['body']): Promise<IncomingMessage> {
    const headers: OutgoingHttpHeaders = { accept };
    if (this.authorization !== null)
      headers['authorization'] = Buffer.from(this.authorization.reveal()).toString('latin1');
    if (body !== undefined) headers['content-type'] = body.contentType;
    const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const method = body === undefined ? 'GET' : 'POST';
    const request = ask(url, { method, headers, agent: this.#agent, signal, timeout: SILENCE_MS });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      request.once('timeout', () => request.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })));
      request.on('error', reject);
      request.once('response', resolve);
    });
    if (body === undefined) request.end();
    else {
      // A refusal may come before all is sent: then it is the answer, not that sending broke off.
      answered.catch(() => undefined);
      for await (const chunk of body.chunks) {
        if (request.destroyed || request.writableEnded) break;
        if (!request.write(chunk)) await Promise.race([drained(request), answered]).catch(() => undefined);
      }
      request.end();
    }
    return answered;
  }

  #bad(found: string, cause?: unknown): Error {
    return serverFault('bad-server-answer', this.name, found, cause);
  }
}

function drained(request: NodeJS.EventEmitter): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      request.off('drain', done);
      request.off('close', done);
      resolve();
    };
    request.on('drain', done);
    request.on('close', done);
  });
}

/** RFC 7617, section 2; RFC 6750, section 2.1. */
async function authorizationOf(credentials: ServerSettings['credentials']): Promise<Secret | null> {
  if (credentials === undefined) return null;
  if ('tokenFile' in credentials) return secretText(`Bearer ${await readSecretFile(credentials.tokenFile)}`);
  const password = await readSecretFile(credentials.passwordFile);
  return secretText(`Basic ${Buffer.from(`${credentials.user}:${password}`, 'utf8').toString('base64')}`);
}

function secretText(text: string): Secret {
  return new Secret(Buffer.from(text, 'latin1'));
}
