import { createServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { ServerHandshake, type Identity } from '@mammofed/privacy';
import {
  decodeClientFinish,
  decodeClientHello,
  encodeServerHello,
  MAX_FRAME_BYTES,
  SOCKET_EVENTS,
  type Message,
} from '@mammofed/wire';
import { RawEnd } from './raw-end.js';

export interface RawCoordinatorOptions {
  /** The real coordinator's, which must not run. */
  readonly identity: Identity;
  readonly port: number;
  /** The answer to what an agent sends; null: none. */
  readonly onMessage: (message: Message, siteKey: Uint8Array) => Message | null;
}

/** A coordinator with the real one's key and address, in the hands of a test. */
export class RawCoordinator {
  readonly #io: Server;
  /** The newest connection of each site, by its key in hexadecimal. */
  readonly #ends = new Map<string, RawEnd>();

  private constructor(io: Server) {
    this.#io = io;
  }

  static async listen(options: RawCoordinatorOptions): Promise<RawCoordinator> {
    const http = createServer();
    const io = new Server(http, { maxHttpBufferSize: 2 * MAX_FRAME_BYTES, perMessageDeflate: false });
    const coordinator = new RawCoordinator(io);
    io.on('connection', (socket) => coordinator.#serve(socket, options));
    await new Promise<void>((resolve) => http.listen(options.port, '127.0.0.1', resolve));
    return coordinator;
  }

  /** Null while the site is not connected. */
  endOf(siteKey: Uint8Array): RawEnd | null {
    return this.#ends.get(hex(siteKey)) ?? null;
  }

  async close(): Promise<void> {
    await this.#io.close();
  }

  #serve(socket: Socket, { identity, onMessage }: RawCoordinatorOptions): void {
    const handshake = new ServerHandshake({ identity });
    let siteKey = new Uint8Array();
    let end: RawEnd | null = null;
    socket.on(SOCKET_EVENTS.hello, (bytes: Uint8Array, answer: (bytes: Uint8Array) => void) => {
      const hello = decodeClientHello(bytes);
      siteKey = Uint8Array.from(hello.identityKey);
      answer(encodeServerHello(handshake.respond(hello)));
    });
    socket.on(SOCKET_EVENTS.finish, (bytes: Uint8Array, answer: (ok: object) => void) => {
      end = new RawEnd(handshake.complete(decodeClientFinish(bytes)), {
        sendFrame: (frame) => void socket.emit(SOCKET_EVENTS.frame, frame),
        onBroken: () => void socket.disconnect(),
        onMessage: (message) => onMessage(message, siteKey),
      });
      this.#ends.set(hex(siteKey), end);
      answer({ ok: true });
    });
    socket.on(SOCKET_EVENTS.frame, (frame: Uint8Array) => end?.receiveFrame(frame));
    socket.on('disconnect', () => {
      end?.close();
      if (this.#ends.get(hex(siteKey)) === end) this.#ends.delete(hex(siteKey));
    });
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
