import { Inject } from '@nestjs/common';
import { WebSocketGateway, WebSocketServer, type OnGatewayConnection } from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import type { Logger } from '@mammofed/core';
import type { Identity } from '@mammofed/privacy';
import { MAX_FRAME_BYTES, MAX_HANDSHAKE_BYTES, SOCKET_EVENTS } from '@mammofed/wire';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { IDENTITY, LOGGER } from '../injection-tokens.js';
import { ConnectionRegistry } from './connection-registry.js';
import { LineProbe } from './line-probe.js';
import { MessageRouter } from './message-router.js';
import { PendingWork } from './pending-work.js';
import { SiteSession } from './site-session.js';
import { TrafficMeter } from './traffic-meter.js';

/** A client that has not proved by then to be an enrolled site is cut off; a machine that enrols is done by then. */
const STRANGER_DEADLINE_MS = 20_000;
/** Sockets of strangers, at their handshake or enrolling, at a time. */
const MAX_STRANGERS = 256;
/** How long a refused client has to read the refusal. */
const REFUSAL_GRACE_MS = 500;

/**
 * Frames that may wait for a client to read. A site has at most 32 requests open, so that an honest one stays below; one
 * that asks and does not read would fill the memory with models.
 */
const MAX_UNSENT_FRAMES = 64;

/**
 * Engine.io's own cap. Long polling carries binary as base64, a third larger: with the frame's cap alone, a full chunk
 * over polling would end its session.
 */
const MAX_HTTP_BUFFER_BYTES = Math.ceil((MAX_FRAME_BYTES * 4) / 3) + 1024;

/**
 * How late the answer to a ping may come. It waits behind the chunk under way, which takes 131 s on a line of 64 kbit/s and
 * 175 s there with long polling; with the default of 20 s such a site would be cut off in every chunk. A round finds a dead
 * site earlier, by its silence.
 */
const PING_TIMEOUT_MS = 200_000;

/** The sockets of sites, one port with the admin API. */
@WebSocketGateway({
  maxHttpBufferSize: MAX_HTTP_BUFFER_BYTES,
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
  pingTimeout: PING_TIMEOUT_MS,
  // A client that connects and says nothing at all.
  connectTimeout: 10_000,
  transports: ['websocket', 'polling'],
})
export class SessionGateway implements OnGatewayConnection {
  @WebSocketServer() private readonly server!: Server;
  readonly #pending = new PendingWork();
  #strangerCount = 0;
  #isStopping = false;

  constructor(
    @Inject(IDENTITY) private readonly identity: Identity,
    private readonly enrolment: EnrolmentService,
    private readonly registry: ConnectionRegistry,
    private readonly router: MessageRouter,
    private readonly traffic: TrafficMeter,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  handleConnection(socket: Socket): void {
    if (this.#isStopping) return void socket.disconnect(true);
    if (this.#strangerCount >= MAX_STRANGERS) {
      this.log.warn('too many sockets of strangers', { socketCount: this.#strangerCount });
      return void socket.disconnect(true);
    }
    this.#strangerCount++;
    const pending = this.#pending;
    const { identity, enrolment, registry, router, traffic, log } = this;
    let unsentFrames = 0;
    const probe = new LineProbe();
    socket.conn.on('drain', () => {
      unsentFrames = 0;
      probe.sent();
    });
    const session = new SiteSession(
      { identity, enrolment, registry, router, traffic, pending, log },
      {
        sendFrame: (frame) => {
          unsentFrames++;
          socket.emit(SOCKET_EVENTS.frame, frame);
          if (unsentFrames > MAX_UNSENT_FRAMES) session.end('the client does not read what it is sent');
        },
        // What waits to be sent is discarded: a client that does not read would keep it alive.
        close: () => void socket.conn.close(true),
      },
    );
    let isCounted = true;
    const settled = (): void => {
      if (isCounted) this.#strangerCount--;
      isCounted = false;
      clearTimeout(deadline);
    };
    const deadline = setTimeout(() => session.end('the client stayed a stranger for too long'), STRANGER_DEADLINE_MS);
    const step =
      (handle: (bytes: Uint8Array) => Promise<unknown>) =>
      (...args: unknown[]): void => {
        const [bytes, acknowledge] = args as [unknown, ((answer: unknown) => void) | undefined];
        if (!(bytes instanceof Uint8Array) || bytes.length > MAX_HANDSHAKE_BYTES || typeof acknowledge !== 'function') {
          return session.end('a handshake message was malformed');
        }
        pending
          .track(handle(bytes))
          .then((answer) => {
            if (session.isOfSite) settled();
            acknowledge(answer);
            if (isRefusal(answer)) setTimeout(() => socket.disconnect(true), REFUSAL_GRACE_MS).unref();
          })
          .catch(() => session.end('a handshake message could not be handled'));
      };
    socket.on(
      SOCKET_EVENTS.hello,
      step((bytes) => session.hello(bytes)),
    );
    socket.on(
      SOCKET_EVENTS.finish,
      step((bytes) => session.finish(bytes)),
    );
    socket.on(SOCKET_EVENTS.frame, (frame: unknown) => {
      if (frame instanceof Uint8Array) session.frame(frame);
      else session.end('a frame was malformed');
    });
    socket.on(SOCKET_EVENTS.probe, (...args: unknown[]) => {
      // A site that is let in has frames to send; its doctor comes over a connection of its own.
      if (session.isOfSite || !probe.answer(args)) session.end('a probe of the line was not sound');
    });
    const events: string[] = Object.values(SOCKET_EVENTS);
    socket.onAny((event: string) => {
      if (!events.includes(event)) session.end('an unknown event came');
    });
    socket.on('disconnect', () => {
      settled();
      session.closed();
    });
  }

  /** Takes no more sockets and closes those there are. Returns when what they asked for is done or given up. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    // Also of clients that have not come as far as a session.
    this.server.engine.close();
    await this.#pending.settled();
  }
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
