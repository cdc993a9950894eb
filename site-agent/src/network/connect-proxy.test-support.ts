import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { PrivateAuthority } from './private-authority.test-support.js';

export interface ConnectProxyOptions {
  /** USER:PASSWORD that it asks for. */
  readonly credentials?: string;
  /** Ways of authentication that it names in a 407. */
  readonly schemes?: readonly string[];
  /** What it answers every CONNECT with instead of opening the way. */
  readonly status?: number;
  /** Given: it reads TLS, with certificates that this authority makes. */
  readonly inspectsAs?: PrivateAuthority;
}

/** A proxy on loopback that knows CONNECT. */
export class ConnectProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Duplex>();
  /** HOST:PORT of every CONNECT that it took. */
  readonly opened: string[] = [];
  /** What it read of connections from the site, if it inspects them. */
  inspected = '';

  private constructor(private readonly options: ConnectProxyOptions) {
    this.#server = createServer((_request, response) => response.writeHead(405).end());
    this.#server.on('connection', (socket) => this.#keep(socket));
    this.#server.on('connect', (request, socket, head) => this.#connect(request, socket, head));
  }

  static async listen(options: ConnectProxyOptions = {}): Promise<ConnectProxy> {
    const proxy = new ConnectProxy(options);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #connect({ url = '', headers }: IncomingMessage, near: Duplex, head: Buffer): void {
    const { credentials, schemes = ['Basic realm="hospital"'], status, inspectsAs } = this.options;
    const expected = credentials === undefined ? null : `Basic ${Buffer.from(credentials).toString('base64')}`;
    if (expected !== null && headers['proxy-authorization'] !== expected) {
      const offers = schemes.map((scheme) => `Proxy-Authenticate: ${scheme}\r\n`).join('');
      return void near.end(`HTTP/1.1 407 Proxy Authentication Required\r\n${offers}\r\nsay who you are`);
    }
    if (status !== undefined) return void near.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    this.opened.push(url);
    const [host = '', port = ''] = url.split(':');
    const far = this.#keep(connect(Number(port), host));
    far.once('connect', () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n');
      if (head.length > 0) near.unshift(head);
      if (inspectsAs === undefined) return this.#join(near, far);
      const { certificate: cert, key } = inspectsAs.certify(host);
      const read = this.#keep(new TLSSocket(near as Socket, { isServer: true, cert, key }));
      read.on('data', (data: Buffer) => (this.inspected += data.toString('latin1')));
      this.#join(read, far);
    });
  }

  #keep<S extends Duplex>(socket: S): S {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    return socket;
  }

  #join(near: Duplex, far: Duplex): void {
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }
}
