import { io, type Socket } from 'socket.io-client';
import { SOCKET_EVENTS } from '@mammofed/wire';
import { abortable } from '../abort.js';
import { codeOf, SiteError } from '../errors.js';
import type { Route } from '../network/route.js';
import { routeAgent } from '../network/route-agent.js';

/** The socket under a session: three kinds of messages and its end. */
export interface Transport {
  readonly kind: TransportKind;
  /** Sends a handshake message and waits for the answer. @throws SiteError `unreachable` if none comes. */
  exchange(event: 'hello' | 'finish', bytes: Uint8Array): Promise<unknown>;
  /**
   * Sends bytes and waits for so many back, to time the line; before the handshake only.
   * @throws SiteError `unreachable` if the coordinator does not answer: an older one knows no such thing.
   */
  probe(bytes: Uint8Array, wanted: number): Promise<void>;
  sendFrame(frame: Uint8Array): void;
  /** Must be called before the handshake ends; a frame that nobody takes would be lost. */
  onFrame(listener: (frame: Uint8Array) => void): void;
  /** Called at each sign of life of the other end: its frames, and the pings that come between them. */
  onHeard(listener: () => void): void;
  /** Called once, when the connection is gone, whoever ended it. */
  onClosed(listener: (reason: string) => void): void;
  close(): void;
}

/** How frames travel. */
export type TransportKind = 'websocket' | 'polling';

/** WebSocket opens at once or not at all: where something swallows it, long polling still has its own time. */
const CONNECT_TIMEOUT_MS = { websocket: 10_000, polling: 20_000 } as const;
const HANDSHAKE_TIMEOUT_MS = 15_000;
/** The first probe has 16 KiB, two seconds of a line of 64 kbit/s. */
const PROBE_TIMEOUT_MS = 15_000;

/**
 * Connects outward to a coordinator: WebSocket, or long polling where something on the way blocks it.
 * @param route - proxy and trusted authorities.
 * @throws SiteError `unreachable`, or what is wrong with the network as a `NetworkFaultCode`; the signal's reason if it is
 * aborted first.
 */
export async function connectTransport(url: string, route: Route, signal: AbortSignal): Promise<Transport> {
  try {
    return await connectBy('websocket', url, route, signal);
  } catch (error) {
    // What keeps the one from opening a connection keeps the other from it too.
    if (codeOf(error) !== 'unreachable' || signal.aborted) throw error;
  }
  return connectBy('polling', url, route, signal);
}

/** As {@link connectTransport}, in one way alone. */
export async function connectBy(
  kind: TransportKind,
  url: string,
  route: Route,
  signal: AbortSignal,
): Promise<Transport> {
  const { agent, fault } = routeAgent(url, route);
  const socket = io(url, {
    transports: [kind],
    // engine.io's types know the browser's only; in Node both of its clients take an agent.
    agent: agent as unknown as string,
    upgrade: false,
    // The link reconnects itself: every connection needs a new handshake.
    reconnection: false,
    forceNew: true,
    timeout: CONNECT_TIMEOUT_MS[kind],
    autoConnect: false,
  });
  const connected = new Promise<void>((resolve, reject) => {
    const fail = (why: string): void =>
      reject(
        fault() ??
          new SiteError(
            'unreachable',
            `no connection to the coordinator at ${url}${why}: check that it runs and that the network lets this machine reach it`,
          ),
      );
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => fail(reasonOf(error)));
    socket.once('disconnect', (reason) => fail(` (${reason})`));
    socket.connect();
  });
  try {
    await abortable(connected, signal);
  } catch (error) {
    socket.close();
    agent.destroy();
    throw error;
  }
  return transportOver(socket, url, kind);
}

function transportOver(socket: Socket, url: string, kind: TransportKind): Transport {
  let closedBy: string | null = null;
  let onClosed: (reason: string) => void = () => undefined;
  let onHeard: () => void = () => undefined;
  socket.removeAllListeners();
  socket.io.on('ping', () => onHeard());
  socket.on('disconnect', (reason) => {
    closedBy = reason;
    onClosed(reason);
  });
  return {
    kind,
    async exchange(event, bytes) {
      try {
        return (await socket.timeout(HANDSHAKE_TIMEOUT_MS).emitWithAck(SOCKET_EVENTS[event], bytes)) as unknown;
      } catch (error) {
        throw new SiteError(
          'unreachable',
          `the coordinator at ${url} ended the handshake without a word (${closedBy ?? 'no answer'})`,
          {},
          error,
        );
      }
    },
    async probe(bytes, wanted) {
      try {
        await socket.timeout(PROBE_TIMEOUT_MS).emitWithAck(SOCKET_EVENTS.probe, bytes, wanted);
      } catch (error) {
        throw new SiteError('unreachable', `the coordinator at ${url} does not answer a probe of the line`, {}, error);
      }
    },
    sendFrame(frame) {
      socket.emit(SOCKET_EVENTS.frame, frame);
    },
    onFrame(listener) {
      socket.on(SOCKET_EVENTS.frame, (frame: unknown) => {
        onHeard();
        const bytes = plainBytes(frame);
        if (bytes === null) socket.disconnect();
        else listener(bytes);
      });
    },
    onHeard(listener) {
      onHeard = listener;
    },
    onClosed(listener) {
      onClosed = listener;
      if (closedBy !== null) listener(closedBy);
    },
    close() {
      socket.disconnect();
    },
  };
}

/** Node's Buffer or an ArrayBuffer as the plain array that the other packages take; null for anything else. */
export function plainBytes(value: unknown): Uint8Array | null {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return value instanceof ArrayBuffer ? new Uint8Array(value) : null;
}

/** What socket.io says when it knows nothing: it keeps the reason, if it has one, in `description`. */
const EMPTY_WORDS = ['websocket error', 'xhr poll error'];

/** Why a connection failed, in brackets; empty if nobody knows. */
function reasonOf(error: Error & { description?: unknown }): string {
  const description = error.description as { message?: unknown; error?: { message?: unknown } } | undefined;
  const inner = description?.error?.message ?? description?.message;
  const reason = typeof inner === 'string' && inner !== '' ? inner : error.message;
  return EMPTY_WORDS.includes(reason) ? '' : ` (${reason})`;
}
