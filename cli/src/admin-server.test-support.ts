import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SeenRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly type: string | undefined;
  readonly body: Buffer;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export function json(status: number, value: unknown): Answer {
  return (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** A real server on loopback that answers as a test says, and the folder of a coordinator that listens there. */
export class AdminServer {
  readonly seen: SeenRequest[] = [];
  answer: Answer = json(200, {});
  readonly #server: Server;

  private constructor(readonly dir: string) {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { method, url, headers } = request;
        const { authorization, 'content-type': type } = headers;
        this.seen.push({ method, url, authorization, type, body: Buffer.concat(parts) });
        this.answer(request, response);
      });
    });
  }

  static async start(): Promise<AdminServer> {
    const server = new AdminServer(await mkdtemp(join(tmpdir(), 'mammofed-admin-')));
    await writeFile(join(server.dir, 'coordinator.json'), '{}');
    await writeFile(join(server.dir, 'admin.token'), 'token-1\n');
    await server.listen();
    return server;
  }

  /** Listens on another port than before, as a coordinator that was started again may. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    await writeFile(join(this.dir, 'address.json'), JSON.stringify({ url: `http://127.0.0.1:${port}` }));
  }

  async stopListening(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async end(): Promise<void> {
    await this.stopListening();
    await rm(this.dir, { recursive: true, force: true });
  }
}
