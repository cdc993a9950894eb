import { Inject } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import type { Logger } from '@mammofed/core';
import type { Identity } from '@mammofed/privacy';
import { MAX_FRAME_BYTES, SOCKET_EVENTS } from '@mammofed/wire';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { IDENTITY, LOGGER } from '../injection-tokens.js';
import { ConnectionRegistry } from './connection-registry.js';
import { MessageRouter } from './message-router.js';
import { SiteSession } from './site-session.js';
import { TrafficMeter } from './traffic-meter.js';

/** A client that has not proved who it is by then is cut off. */
const HANDSHAKE_DEADLINE_MS = 10_000;
/** Sockets that may be at their handshake at a time. */
const MAX_UNAUTHENTICATED_SOCKETS = 256;
const MAX_HANDSHAKE_MESSAGE_BYTES = 4096;
/** How long a refused client has to read the refusal. */
const REFUSAL_GRACE_MS = 500;

/**
 * Engine.io's own cap. Long polling carries binary as base64, a third larger: with the frame's cap alone, a full chunk
 * over polling would end its session.
 */
const MAX_HTTP_BUFFER_BYTES = Math.ceil((MAX_FRAME_BYTES * 4) / 3) + 1024;

/** The sockets of sites, one port with the admin API. */
@WebSocketGateway({
  maxHttpBufferSize: MAX_HTTP_BUFFER_BYTES,
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
  transports: ['websocket', 'polling'],
})
export class SessionGateway implements OnGatewayConnection {
  #unauthenticatedCount = 0;
  readonly #sockets = new Set<Socket>();

  constructor(
    @Inject(IDENTITY) private readonly identity: Identity,
    private readonly enrolment: EnrolmentService,
    private readonly registry: ConnectionRegistry,
    private readonly router: MessageRouter,
    private readonly traffic: TrafficMeter,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  handleConnection(socket: Socket): void {
    if (this.#unauthenticatedCount >= MAX_UNAUTHENTICATED_SOCKETS) {
      this.log.warn('too many sockets without a handshake', { socketCount: this.#unauthenticatedCount });
      socket.disconnect(true);
      return;
    }
    this.#unauthenticatedCount++;
    this.#sockets.add(socket);
    const { identity, enrolment, registry, router, traffic, log } = this;
    const session = new SiteSession(
      { identity, enrolment, registry, router, traffic, log },
      {
        sendFrame: (frame) => socket.emit(SOCKET_EVENTS.frame, frame),
        close: () => socket.disconnect(true),
      },
    );
    let isCounted = true;
    const settled = (): void => {
      if (isCounted) this.#unauthenticatedCount--;
      isCounted = false;
      clearTimeout(deadline);
    };
    const deadline = setTimeout(() => session.end('the handshake took too long'), HANDSHAKE_DEADLINE_MS);
    const step =
      (handle: (bytes: Uint8Array) => Promise<unknown>) =>
      (...args: unknown[]): void => {
        const [bytes, acknowledge] = args;
        if (!(bytes instanceof Uint8Array) || bytes.length > MAX_HANDSHAKE_MESSAGE_BYTES || typeof acknowledge !== 'function') {
          return session.end('a handshake message was malformed');
        }
        handle(bytes)
          .then((answer) => {
            if (session.isAuthenticated) settled();
            acknowledge(answer);
            if (isRefusal(answer)) setTimeout(() => socket.disconnect(true), REFUSAL_GRACE_MS).unref();
          })
          .catch(() => session.end('a handshake message could not be handled'));
      };
    socket.on(SOCKET_EVENTS.hello, step((bytes) => session.hello(bytes)));
    socket.on(SOCKET_EVENTS.finish, step((bytes) => session.finish(bytes)));
    socket.on(SOCKET_EVENTS.frame, (frame: unknown) => {
      if (frame instanceof Uint8Array) session.frame(frame);
      else session.end('a frame was malformed');
    });
    const events: string[] = Object.values(SOCKET_EVENTS);
    socket.onAny((event: string) => {
      if (!events.includes(event)) session.end('an unknown event came');
    });
    socket.on('disconnect', () => {
      settled();
      this.#sockets.delete(socket);
      session.closed();
    });
  }

  /** Closes every socket, so that the process can end. */
  closeAll(): void {
    for (const socket of this.#sockets) socket.disconnect(true);
  }
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
