import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { SOCKET_EVENTS } from '@mammofed/wire';
import type { FakeCoordinator } from './fake-coordinator.test-support.js';
import { plainBytes } from './transport.js';

/** A coordinator's end behind a real socket on loopback. */
export class SocketCoordinator {
  readonly #io: Server;

  private constructor(
    io: Server,
    readonly url: string,
  ) {
    this.#io = io;
  }

  static async listen(coordinator: FakeCoordinator): Promise<SocketCoordinator> {
    const http = createServer();
    const io = new Server(http);
    io.on('connection', (socket) => void serve(socket, coordinator));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return new SocketCoordinator(io, `http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  }

  async close(): Promise<void> {
    await this.#io.close();
  }
}

async function serve(socket: Socket, coordinator: FakeCoordinator): Promise<void> {
  const transport = coordinator.connect();
  for (const event of ['hello', 'finish'] as const) {
    socket.on(SOCKET_EVENTS[event], async (bytes: unknown, acknowledge: (answer: unknown) => void) =>
      acknowledge(await (await transport).exchange(event, plainBytes(bytes) ?? new Uint8Array())),
    );
  }
  socket.on(SOCKET_EVENTS.frame, async (frame: unknown) =>
    (await transport).sendFrame(plainBytes(frame) ?? new Uint8Array()),
  );
  socket.on('disconnect', async () => (await transport).close());
  const open = await transport;
  open.onFrame((frame) => socket.emit(SOCKET_EVENTS.frame, frame));
  open.onClosed(() => socket.disconnect());
}
