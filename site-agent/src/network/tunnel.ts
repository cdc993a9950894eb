import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { Authorities } from './authorities.js';
import { certificateFault, connectFault, NetworkFault, proxyFault, type Peer } from './faults.js';
import { proxyText, type Proxy, type Route, type Target } from './route.js';

/** For each of its parts: the proxy's or the coordinator's answer, then TLS. */
const TUNNEL_TIMEOUT_MS = 10_000;

/**
 * Opens a connection to the coordinator, through a proxy's CONNECT (RFC 9110, section 9.3.6) where there is one, with TLS
 * on it if the coordinator has it. A certificate that nobody trusted vouches for ends it.
 * @throws SiteError of a {@link NetworkFaultCode}.
 */
export async function openTunnel(target: Target, { proxy, authorities }: Route): Promise<Socket> {
  const socket =
    proxy === null ? await reach({ isProxy: false, ...target }) : await tunnelled(target, proxy, authorities);
  return target.isTls ? secured(socket, target, authorities) : socket;
}

/** A plain connection to a host. */
function reach(peer: Peer): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host: peer.host, port: peer.port });
    const fail = (error: unknown): void => {
      socket.destroy();
      reject(connectFault(peer, error));
    };
    socket.setTimeout(TUNNEL_TIMEOUT_MS, () => fail(timedOut()));
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.removeListener('error', fail);
      // Every message is small or waited for: nothing is gained by holding it back.
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}

/** A connection that the proxy opens and passes on, byte for byte. */
async function tunnelled(target: Target, proxy: Proxy, authorities: Authorities): Promise<Socket> {
  const peer: Peer = { isProxy: true, host: proxy.host, port: proxy.port };
  const plain = await reach(peer);
  const way = proxy.isTls ? await secured(plain, { ...peer, isTls: true }, authorities) : plain;
  const address = `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
  const { status, schemes, socket, head } = await askForTunnel(way, address, proxy);
  if (status < 200 || status > 299) {
    socket.destroy();
    const isAuthorized = proxy.authorization !== null;
    throw proxyFault({ proxy: proxyText(proxy), target: address, status, isAuthorized, schemes });
  }
  if (head.length > 0) socket.unshift(head);
  return socket;
}

interface ConnectAnswer {
  readonly status: number;
  /** Ways of authentication that it offers. */
  readonly schemes: readonly string[];
  readonly socket: Socket;
  /** What came with the answer already. */
  readonly head: Buffer;
}

function askForTunnel(way: Socket, address: string, proxy: Proxy): Promise<ConnectAnswer> {
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = { Host: address };
    if (proxy.authorization !== null) {
      headers['Proxy-Authorization'] = Buffer.from(proxy.authorization.reveal()).toString('latin1');
    }
    const request = (proxy.isTls ? httpsRequest : httpRequest)({
      method: 'CONNECT',
      path: address,
      headers,
      createConnection: () => way,
      timeout: TUNNEL_TIMEOUT_MS,
    });
    const fail = (error: unknown): void => {
      way.destroy();
      reject(connectFault({ isProxy: true, host: proxy.host, port: proxy.port }, error));
    };
    request.once('timeout', () => fail(timedOut()));
    request.once('error', fail);
    request.once('connect', ({ statusCode = 0, rawHeaders }: IncomingMessage, socket: Socket, head: Buffer) => {
      socket.setTimeout(0);
      resolve({ status: statusCode, schemes: schemesIn(rawHeaders), socket, head });
    });
    request.end();
  });
}

/** @param rawHeaders - names and values in turn; each Proxy-Authenticate begins with a scheme (RFC 9110, section 11.7.1). */
function schemesIn(rawHeaders: readonly string[]): string[] {
  const offers = rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === 'proxy-authenticate');
  return offers.flatMap((offer) => /^[\w-]{1,20}/.exec(offer) ?? []);
}

/** TLS over a connection. */
async function secured(socket: Socket, { host, port }: Target, authorities: Authorities): Promise<TLSSocket> {
  const tls = await shakenHands(socket, host, port, authorities);
  if (tls.authorized) return tls;
  const { authorizationError } = tls;
  const issuer = issuerOf(tls);
  tls.destroy();
  // Node's types say Error; what is there is the code of one.
  throw certificateFault({ host, reason: String(authorizationError ?? 'no certificate'), issuer });
}

function shakenHands(socket: Socket, host: string, port: number, authorities: Authorities): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const tls = connectTls({
      socket,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      host,
      secureContext: authorities,
      ALPNProtocols: ['http/1.1'],
      // Node's own refusal would not say who signed; `secured` refuses whatever is not authorized.
      rejectUnauthorized: false,
    });
    const fail = (error: Error): void => {
      tls.destroy();
      socket.destroy();
      const found = `what answers at ${host}, port ${port}, does not speak TLS as it should (${reasonOf(error)})`;
      reject(new NetworkFault('tls-failed', found, { cause: error }));
    };
    tls.setTimeout(TUNNEL_TIMEOUT_MS, () => fail(timedOut()));
    tls.once('error', fail);
    tls.once('secureConnect', () => {
      tls.setTimeout(0);
      tls.removeListener('error', fail);
      resolve(tls);
    });
  });
}

/**
 * Who signed the certificate that the other end shows, for a person.
 * @returns its common name or organization, a stranger's words made fit for a terminal.
 */
export function issuerOf(socket: TLSSocket): string {
  const { CN, O } =
    (socket.getPeerCertificate().issuer as { CN?: string | string[]; O?: string | string[] } | undefined) ?? {};
  const [name] = [CN, O].flat().filter((each) => each !== undefined);
  return name === undefined
    ? 'an unnamed authority'
    : `“${name.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ').slice(0, 100)}”`;
}

function reasonOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? error.message;
}

function timedOut(): Error {
  return Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' });
}
