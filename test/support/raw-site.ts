import { io, type Socket } from 'socket.io-client';
import { ClientHandshake, type Identity, type SealedSession } from '@mammofed/privacy';
import { decodeServerHello, encodeClientFinish, encodeClientHello, SOCKET_EVENTS, type Message } from '@mammofed/wire';
import { RawEnd } from './raw-end.js';

const ANSWER_MS = 20_000;

/** A site's end of a real connection, in the hands of a test: its key is real, and what it says is the test's to choose. */
export class RawSite {
  readonly end: RawEnd;
  readonly #socket: Socket;
  /** Resolves when the coordinator has ended the connection. */
  readonly closed: Promise<void>;
  #isClosed = false;

  private constructor(socket: Socket, session: SealedSession) {
    this.#socket = socket;
    this.end = new RawEnd(session, {
      sendFrame: (frame) => void socket.emit(SOCKET_EVENTS.frame, frame),
      onBroken: () => void socket.disconnect(),
    });
    socket.on(SOCKET_EVENTS.frame, (frame: Uint8Array) => this.end.receiveFrame(frame));
    this.closed = new Promise((resolve) =>
      socket.on('disconnect', () => {
        this.#isClosed = true;
        this.end.close();
        resolve();
      }),
    );
  }

  /** Connects and goes through the handshake. @throws Error with the coordinator's code if it refuses. */
  static async connect(url: string, coordinatorKey: Uint8Array, identity: Identity): Promise<RawSite> {
    const socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true });
    try {
      const handshake = new ClientHandshake({ identity, role: 'site', expectedCoordinatorKey: coordinatorKey });
      const step = async (event: string, bytes: Uint8Array): Promise<unknown> => {
        const answer: unknown = await socket.timeout(ANSWER_MS).emitWithAck(event, bytes);
        const { refused } = answer as { readonly refused?: { readonly code: string } };
        if (refused !== undefined) throw new Error(refused.code);
        return answer;
      };
      const hello = await step(SOCKET_EVENTS.hello, encodeClientHello(handshake.hello()));
      const { finish, session } = handshake.finish(decodeServerHello(hello as Uint8Array));
      const site = new RawSite(socket, session);
      await step(SOCKET_EVENTS.finish, encodeClientFinish(finish));
      return site;
    } catch (error) {
      socket.disconnect();
      throw error;
    }
  }

  /** The same, and says that it is ready: from then on the coordinator counts it among the connected. */
  static async ready(...where: Parameters<typeof RawSite.connect>): Promise<RawSite> {
    const site = await RawSite.connect(...where);
    const answer: Message = await site.end.request({ kind: 'ready', agentVersion: '0.1.0' });
    if (answer.kind !== 'welcome') throw new Error(`not welcomed: ${JSON.stringify(answer)}`);
    return site;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  disconnect(): void {
    this.#socket.disconnect();
  }
}
