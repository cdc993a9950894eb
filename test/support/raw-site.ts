import { io, type Socket } from 'socket.io-client';
import { ClientHandshake, type Identity, type SealedSession } from '@mammofed/privacy';
import { decodeServerHello, encodeClientFinish, encodeClientHello, SOCKET_EVENTS, type Message } from '@mammofed/wire';
import { RawEnd, type RawEndParts } from './raw-end.js';

const ANSWER_MS = 20_000;

type OnMessage = NonNullable<RawEndParts['onMessage']>;

export interface RawSiteOptions {
  readonly role?: 'site' | 'enrolling';
  /** The answer to what the coordinator sends; null: none. */
  readonly onMessage?: OnMessage;
}

function connectedTo(url: string): Socket {
  return io(url, { transports: ['websocket'], reconnection: false, forceNew: true });
}

async function handshakeStep(socket: Socket, event: string, bytes: Uint8Array): Promise<unknown> {
  const answer: unknown = await socket.timeout(ANSWER_MS).emitWithAck(event, bytes);
  const { refused } = answer as { readonly refused?: { readonly code: string } };
  if (refused !== undefined) throw new Error(refused.code);
  return answer;
}

/** A site's end of a real connection, in the hands of a test: its key is real, and what it says is the test's to choose. */
export class RawSite {
  readonly end: RawEnd;
  readonly #socket: Socket;
  /** All that it sent, as somebody on the way can keep it. */
  readonly sent: { readonly event: string; readonly bytes: Uint8Array }[];
  /** Resolves when the coordinator has ended the connection. */
  readonly closed: Promise<void>;
  #isClosed = false;

  private constructor(socket: Socket, session: SealedSession, sent: RawSite['sent'], onMessage: OnMessage) {
    this.#socket = socket;
    this.sent = sent;
    this.end = new RawEnd(session, {
      sendFrame: (frame) => this.sendFrame(frame),
      onBroken: () => void socket.disconnect(),
      onMessage,
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
  static async connect(
    url: string,
    coordinatorKey: Uint8Array,
    identity: Identity,
    { role = 'site', onMessage = () => null }: RawSiteOptions = {},
  ): Promise<RawSite> {
    const socket = connectedTo(url);
    const sent: RawSite['sent'] = [];
    try {
      const handshake = new ClientHandshake({ identity, role, expectedCoordinatorKey: coordinatorKey });
      const step = async (event: string, bytes: Uint8Array): Promise<unknown> => {
        sent.push({ event, bytes });
        return handshakeStep(socket, event, bytes);
      };
      const hello = await step(SOCKET_EVENTS.hello, encodeClientHello(handshake.hello()));
      const { finish, session } = handshake.finish(decodeServerHello(hello as Uint8Array));
      const site = new RawSite(socket, session, sent, onMessage);
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

  /**
   * Says again, over a new connection, what was kept of another one's handshake.
   * @throws Error with the coordinator's code.
   */
  static async replayHandshake(url: string, sent: RawSite['sent']): Promise<void> {
    const socket = connectedTo(url);
    try {
      for (const { event, bytes } of sent.filter((one) => one.event !== SOCKET_EVENTS.frame))
        await handshakeStep(socket, event, bytes);
    } finally {
      socket.disconnect();
    }
  }

  /** Any bytes in place of a frame of this session. */
  sendFrame(bytes: Uint8Array): void {
    this.sent.push({ event: SOCKET_EVENTS.frame, bytes });
    this.#socket.emit(SOCKET_EVENTS.frame, bytes);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  disconnect(): void {
    this.#socket.disconnect();
  }
}
