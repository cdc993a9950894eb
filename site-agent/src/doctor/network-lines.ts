import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { TLSSocket } from 'node:tls';
import { connectBy, type Transport, type TransportKind } from '../connection/transport.js';
import { codeOf } from '../errors.js';
import { publicAuthorities } from '../network/authorities.js';
import { connectFault } from '../network/faults.js';
import { proxyText, targetOf, type Route, type Target } from '../network/route.js';
import { issuerOf, openTunnel } from '../network/tunnel.js';
import { clockLine } from './clock-line.js';
import { green, red, redOf, untried, type DoctorLine } from './line.js';
import { askCoordinator } from './coordinator-answer.js';
import { measuredLine } from './line-speed.js';

export interface NetworkCheck {
  /** Of the coordinator. */
  readonly url: string;
  readonly route: Route;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
}

/** In this order; what comes after a step that fails is not tried. */
const STEPS = ['dns', 'proxy', 'tls', 'coordinator', 'clock', 'websocket', 'polling', 'bandwidth'] as const;
type Step = (typeof STEPS)[number];

/** Follows the way to the coordinator step by step; each line as soon as it is known. */
export async function* networkLines({ url, route, nowMs, signal }: NetworkCheck): AsyncGenerator<DoctorLine> {
  const target = targetOf(url);
  const dns = await dnsLine(target, route);
  yield dns;
  if (dns.state === 'red') return yield* untriedAfter('dns');
  const opened = await openedWay(target, route);
  yield* opened.lines;
  if (opened.endsAt !== null) return yield* untriedAfter(opened.endsAt);
  try {
    const { sentMs, date } = await askCoordinator(url, route, nowMs);
    yield green('coordinator', `answers at ${url}`);
    yield clockLine(sentMs, date);
  } catch (error) {
    yield redOf('coordinator', error);
    return yield* untriedAfter('coordinator');
  }
  yield* transportLines(url, route, signal);
}

function untriedAfter(step: Step): DoctorLine[] {
  return STEPS.slice(STEPS.indexOf(step) + 1).map((later) => untried(later, `the way ends at ${step}`));
}

async function dnsLine({ host }: Target, { proxy }: Route): Promise<DoctorLine> {
  const [name, port, whose] = proxy === null ? [host, 0, 'the coordinator’s'] : [proxy.host, proxy.port, 'the proxy’s'];
  const byProxy = proxy === null ? '' : `; ${host} is looked up by the proxy`;
  if (isIP(name) !== 0) return green('dns', `not needed: ${name} is an address${byProxy}`);
  try {
    const { address } = await lookup(name);
    return green('dns', `${whose} name ${name} is ${address}${byProxy}`);
  } catch (error) {
    return redOf('dns', connectFault({ isProxy: false, host: name, port }, error));
  }
}

interface OpenedWay {
  /** Null: it is open to its end. */
  readonly endsAt: Step | null;
  readonly lines: DoctorLine[];
}

/** Opens the way once, to see who is on it. */
async function openedWay(target: Target, route: Route): Promise<OpenedWay> {
  const { proxy } = route;
  const at = `${target.host}:${target.port}`;
  const password = proxy?.authorization === null ? 'without a password' : 'with user and password';
  const through =
    proxy === null
      ? 'none: the coordinator is connected to directly'
      : `${proxyText(proxy)} (${proxy.source}) connects to ${at}, ${password}`;
  try {
    const socket = await openTunnel(target, route);
    const issuer = socket instanceof TLSSocket ? issuerOf(socket) : null;
    socket.destroy();
    return { endsAt: null, lines: [green('proxy', through), await tlsLine(target, route, issuer)] };
  } catch (error) {
    const endsAt = STEP_OF[codeOf(error)] ?? 'coordinator';
    const before =
      endsAt === 'proxy'
        ? []
        : [green('proxy', through), ...(endsAt === 'tls' ? [] : [untried('tls', 'nobody answers')])];
    return { endsAt, lines: [...before, redOf(endsAt, error)] };
  }
}

/** Whose the fault is; everything else is the coordinator's or the network's before it. */
const STEP_OF: Readonly<Record<string, Step>> = {
  'proxy-unreachable': 'proxy',
  'proxy-wants-password': 'proxy',
  'proxy-refuses-password': 'proxy',
  'proxy-refuses-host': 'proxy',
  'proxy-gets-no-answer': 'proxy',
  'untrusted-certificate': 'tls',
  'wrong-certificate': 'tls',
  'tls-failed': 'tls',
};

async function tlsLine(target: Target, route: Route, issuer: string | null): Promise<DoctorLine> {
  const sealed = 'frames are sealed end to end in any case';
  if (issuer === null) return green('tls', `none, the address begins with http: ${sealed}`);
  const isPublic = await openTunnel(target, { ...route, authorities: publicAuthorities() }).then(
    (socket) => {
      socket.destroy();
      return true;
    },
    () => false,
  );
  return green(
    'tls',
    isPublic
      ? `not inspected: signed by ${issuer}, a public authority`
      : `signed by ${issuer}, no public authority and trusted here: a proxy that inspects TLS, or the consortium's own; ${sealed}`,
  );
}

async function* transportLines(url: string, route: Route, signal: AbortSignal): AsyncGenerator<DoctorLine> {
  const websocket = await tried('websocket', url, route, signal);
  const polling = await tried('polling', url, route, signal);
  const [byWebSocket, byPolling] = [websocket.transport, polling.transport];
  if (byWebSocket !== null) yield green('websocket', 'works, and is used');
  else if (byPolling !== null)
    yield red('websocket', {
      code: 'websocket-blocked',
      found: 'is taken out on the way; long polling is used',
      mayTrain: true,
    });
  else yield redOf('websocket', websocket.error);
  if (byPolling !== null)
    yield green('polling', byWebSocket === null ? 'works, and is used' : 'works, and is not needed');
  else if (byWebSocket !== null)
    yield red('polling', { code: 'polling-blocked', found: 'does not work; WebSocket is used', mayTrain: true });
  else yield redOf('polling', polling.error);
  const used = byWebSocket ?? byPolling;
  yield used === null ? untried('bandwidth', 'nothing carries it') : await measuredLine(used);
  byWebSocket?.close();
  byPolling?.close();
}

interface Tried {
  readonly transport: Transport | null;
  readonly error: unknown;
}

async function tried(kind: TransportKind, url: string, route: Route, signal: AbortSignal): Promise<Tried> {
  try {
    return { transport: await connectBy(kind, url, route, signal), error: null };
  } catch (error) {
    signal.throwIfAborted();
    return { transport: null, error };
  }
}
