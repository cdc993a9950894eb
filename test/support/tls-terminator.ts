import { readFile } from 'node:fs/promises';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';
import type { Certified } from './authority.js';

/**
 * TLS in front of a coordinator, as a reverse proxy gives it. It sees what everybody sees who reads the connection within
 * TLS, and keeps it.
 */
export class TlsTerminator {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #read: Buffer[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(targetPort: number, { certificate, key }: Certified): Promise<TlsTerminator> {
    const server = createServer({ cert: await readFile(certificate), key: await readFile(key) });
    const terminator = new TlsTerminator(server);
    server.on('secureConnection', (site) => terminator.#join(site, connect(targetPort, '127.0.0.1')));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return terminator;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** All that went through, within TLS: as it was, and with what long polling carries as base64 decoded. */
  get seen(): Buffer {
    const raw = Buffer.concat(this.#read);
    const decoded = [...raw.toString('latin1').matchAll(/[\x1e\n]b([A-Za-z0-9+/=]{16,})/g)].map(([, text = '']) =>
      Buffer.from(text, 'base64'),
    );
    return Buffer.concat([raw, ...decoded]);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(site: Socket, coordinator: Socket): void {
    for (const [from, to] of [
      [site, coordinator],
      [coordinator, site],
    ] as const) {
      this.#sockets.add(from);
      from.on('error', () => undefined);
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      from.on('data', (data: Buffer) => this.#read.push(data));
      from.pipe(to);
    }
  }
}
