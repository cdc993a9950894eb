import { io, type Socket } from 'socket.io-client';
import { SOCKET_EVENTS } from '@mammofed/wire';
import { abortable } from '../abort.js';
import { SiteError } from '../errors.js';

/** The socket under a session: three kinds of messages and its end. */
export interface Transport {
  /** Sends a handshake message and waits for the answer. @throws SiteError `unreachable` if none comes. */
  exchange(event: 'hello' | 'finish', bytes: Uint8Array): Promise<unknown>;
  sendFrame(frame: Uint8Array): void;
  /** Must be called before the handshake ends; a frame that nobody takes would be lost. */
  onFrame(listener: (frame: Uint8Array) => void): void;
  /** Called at each sign of life of the other end: its frames, and the pings that come between them. */
  onHeard(listener: () => void): void;
  /** Called once, when the connection is gone, whoever ended it. */
  onClosed(listener: (reason: string) => void): void;
  close(): void;
}

const CONNECT_TIMEOUT_MS = 20_000;
const HANDSHAKE_TIMEOUT_MS = 15_000;

/**
 * Connects outward to a coordinator: WebSocket, or long polling where something on the way blocks it.
 * @throws SiteError `unreachable`; the signal's reason if it is aborted first.
 */
export async function connectTransport(url: string, signal: AbortSignal): Promise<Transport> {
  const socket = io(url, {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    // The link reconnects itself: every connection needs a new handshake.
    reconnection: false,
    forceNew: true,
    timeout: CONNECT_TIMEOUT_MS,
    autoConnect: false,
  });
  const connected = new Promise<void>((resolve, reject) => {
    const fail = (why: string): void =>
      reject(
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
    throw error;
  }
  return transportOver(socket, url);
}

function transportOver(socket: Socket, url: string): Transport {
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
