import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** `up`: from the site to the coordinator. */
type Direction = 'up' | 'down';

/** Pieces of a throttled second: fine enough that heartbeats pass in between. */
const PIECES_A_SECOND = 50;

interface Mark {
  readonly direction: Direction;
  readonly atBytes: number;
  readonly act: () => void;
}

/**
 * The line between a site and its coordinator: a loopback port whose bytes go on to another one, and which can be cut, held
 * or slowed down at an exact number of bytes.
 */
export class Line {
  /** Passed on so far, over all connections. */
  readonly bytes: Record<Direction, number> = { up: 0, down: 0 };
  cutCount = 0;
  /** Each way, over all connections; null: as fast as it goes. */
  bytesPerSecond: number | null = null;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #marks: Mark[] = [];
  #held: { readonly direction: Direction; readonly released: Promise<void>; readonly release: () => void } | null =
    null;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** @param targetPort - on loopback. */
  static async open(targetPort: number): Promise<Line> {
    const server = createServer();
    const line = new Line(server);
    server.on('connection', (site) => {
      const coordinator = connect(targetPort, '127.0.0.1');
      line.#join(site, coordinator, 'up');
      line.#join(coordinator, site, 'down');
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Cuts every connection once `count` more bytes have gone that way. @returns when it has. */
  cutAfter(direction: Direction, count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#mark(direction, count, () => {
        this.cut();
        resolve();
      });
    });
  }

  /** Cuts every connection each time that another `count` bytes have gone that way. @returns a function that ends it. */
  cutEvery(direction: Direction, count: number): () => void {
    let isOver = false;
    const again = (): void =>
      this.#mark(direction, count, () => {
        if (isOver) return;
        this.cut();
        again();
      });
    again();
    return () => (isOver = true);
  }

  /** Passes no byte on that way once `count` more have gone, until {@link release}. @returns when it holds. */
  holdAfter(direction: Direction, count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#mark(direction, count, () => {
        let release: () => void = () => undefined;
        const released = new Promise<void>((done) => (release = done));
        this.#held = { direction, released, release };
        resolve();
      });
    });
  }

  /** Cuts the connections that were held, so that nothing of what waited arrives, and takes new ones as before. */
  release(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#held?.release();
    this.#held = null;
  }

  cut(): void {
    this.cutCount++;
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.#marks = [];
    this.release();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #mark(direction: Direction, count: number, act: () => void): void {
    this.#marks.push({ direction, atBytes: this.bytes[direction] + count, act });
  }

  #join(from: Socket, to: Socket, direction: Direction): void {
    this.#sockets.add(from);
    from.on('error', () => undefined);
    // Also while nothing is read from it: the other end must learn of a killed process at once.
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    void this.#carry(from, to, direction).catch(() => from.destroy());
  }

  async #carry(from: Socket, to: Socket, direction: Direction): Promise<void> {
    for await (const data of from) {
      for (let rest = data as Buffer; rest.length > 0;) {
        if (this.#held?.direction === direction) await this.#held.released;
        const piece = rest.subarray(0, this.#room(direction));
        if (this.bytesPerSecond !== null) await delay((1000 * piece.length) / this.bytesPerSecond);
        await new Promise<void>((resolve, reject) => to.write(piece, (error) => (error ? reject(error) : resolve())));
        rest = rest.subarray(piece.length);
        this.#passed(direction, piece.length);
      }
    }
    to.end();
  }

  /** Bytes that may go on in one piece, at least 1. */
  #room(direction: Direction): number {
    const marks = this.#marks.filter((mark) => mark.direction === direction);
    const untilMark = Math.min(...marks.map(({ atBytes }) => atBytes - this.bytes[direction]));
    const atOnce = this.bytesPerSecond === null ? Infinity : Math.ceil(this.bytesPerSecond / PIECES_A_SECOND);
    return Math.max(1, Math.min(untilMark, atOnce));
  }

  #passed(direction: Direction, count: number): void {
    this.bytes[direction] += count;
    const reached = this.#marks.filter((mark) => mark.direction === direction && mark.atBytes <= this.bytes[direction]);
    this.#marks = this.#marks.filter((mark) => !reached.includes(mark));
    for (const { act } of reached) act();
  }
}
