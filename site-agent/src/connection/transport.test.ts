import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Server } from 'socket.io';
import { SOCKET_EVENTS } from '@mammofed/wire';
import { ConnectProxy } from '../network/connect-proxy.test-support.js';
import { routeTo, type Route } from '../network/route.js';
import { connectTransport } from './transport.js';

const never = new AbortController().signal;
const CHUNK = randomBytes(1024 * 1024);

/** Answers each hello with its own bytes, as many times as there are. */
class EchoServer {
  readonly #http: HttpServer = createServer();
  readonly #io = new Server(this.#http, { maxHttpBufferSize: 2 * CHUNK.length });
  readonly connections = new Set<Socket>();
  /** TCP connections so far. */
  connectionCount = 0;

  constructor() {
    this.#http.on('connection', (socket) => {
      this.connectionCount++;
      this.connections.add(socket);
    });
    this.#io.on('connection', (socket) =>
      socket.on(SOCKET_EVENTS.hello, (bytes: unknown, acknowledge: (answer: unknown) => void) => acknowledge(bytes)),
    );
  }

  /** What a proxy does that knows no WebSocket: it says no to the Upgrade. @param status - null: it says nothing at all. */
  blockWebSocket(status: number | null): void {
    this.#http.removeAllListeners('upgrade');
    this.#http.on('upgrade', (_request, socket) =>
      status === null ? undefined : socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`),
    );
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.connections) socket.destroy();
    await this.#io.close();
  }
}

describe('the transport', () => {
  let server: EchoServer;
  let proxy: ConnectProxy;
  let url: string;
  let direct: Route;
  let proxied: Route;
  beforeEach(async () => {
    server = new EchoServer();
    url = await server.listen();
    proxy = await ConnectProxy.listen();
    direct = await routeTo(url, { proxy: null }, {});
    proxied = await routeTo(url, { proxy: { url: proxy.url } }, {});
  });
  afterEach(async () => {
    await proxy.close();
    await server.close();
  });

  it.each([
    ['WebSocket', null],
    ['long polling, where the Upgrade is answered with 403', 403],
    ['long polling, where it is answered with 400', 400],
  ] as const)('carries chunks of 1 MiB through a proxy by %s', async (_what, status) => {
    if (status !== null) server.blockWebSocket(status);
    const transport = await connectTransport(url, proxied, never);
    expect(transport.kind).toBe(status === null ? 'websocket' : 'polling');
    for (let i = 0; i < 4; i++)
      expect(CHUNK.equals((await transport.exchange('hello', CHUNK)) as Uint8Array)).toBe(true);
    transport.close();
    expect(new Set(proxy.opened)).toEqual(new Set([url.replace('http://', '')]));
    // One for each direction, kept from message to message, and the one that was refused.
    expect(proxy.opened.length).toBeLessThanOrEqual(4);
  });

  it('falls back to long polling where the Upgrade is swallowed without an answer', async () => {
    server.blockWebSocket(null);
    const transport = await connectTransport(url, direct, never);
    expect(transport.kind).toBe('polling');
    transport.close();
  });

  it('says at once what the proxy said, and does not try the other way', async () => {
    const strict = await ConnectProxy.listen({ credentials: 'a:b' });
    const route = await routeTo(url, { proxy: { url: strict.url } }, {});
    await expect(connectTransport(url, route, never)).rejects.toMatchObject({ code: 'proxy-wants-password' });
    expect(server.connectionCount).toBe(0);
    await strict.close();
  });

  it('is unreachable where something else answers', async () => {
    const other = createServer((_request, response) => response.end('please sign in'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const connecting = connectTransport(`http://127.0.0.1:${port}`, direct, never);
    await expect(connecting).rejects.toMatchObject({ code: 'unreachable' });
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
  });

  it('is given up when the agent stops', async () => {
    server.blockWebSocket(null);
    const stopping = new AbortController();
    const connecting = connectTransport(url, direct, stopping.signal);
    stopping.abort(new Error('stopped'));
    await expect(connecting).rejects.toThrow('stopped');
  });
});
