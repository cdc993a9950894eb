import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Logger } from '@mammofed/core';
import { AdminErrorFilter } from './admin/admin-error.filter.js';
import { AppModule, type CoordinatorResources } from './app.module.js';
import { CoordinatorError, errorText } from './errors.js';
import { NestLogger } from './nest-logger.js';
import { DataChecksService } from './data-checks/data-checks.service.js';
import { RoundsService } from './rounds/rounds.service.js';
import { SessionGateway } from './sessions/session.gateway.js';

/** A roster is the largest JSON that an administrator sends: its quotation marks are written with two characters there. */
const MAX_JSON_BYTES = 1024 * 1024;
/** A model of the largest size over a line of a few Mbit/s. */
const REQUEST_TIMEOUT_MS = 30 * 60_000;

/** One port for the sites' sockets and the admin API. */
export class CoordinatorServer {
  readonly #app: NestExpressApplication;
  readonly #log: Logger;

  private constructor(app: NestExpressApplication, log: Logger) {
    this.#app = app;
    this.#log = log;
  }

  /** Puts the application together; nobody can reach it yet. */
  static async create(resources: CoordinatorResources): Promise<CoordinatorServer> {
    const app = await NestFactory.create<NestExpressApplication>(AppModule.over(resources), {
      logger: new NestLogger(resources.log),
      // Nest would end the process by itself.
      abortOnError: false,
      // Its parsers would take 100 kB of any JSON and of forms.
      bodyParser: false,
      forceCloseConnections: true,
    });
    app.useBodyParser('json', { limit: MAX_JSON_BYTES });
    app.disable('x-powered-by');
    app.disable('etag');
    app.useGlobalFilters(new AdminErrorFilter(resources.log));
    app.useWebSocketAdapter(new IoAdapter(app));
    await app.init();
    const server: Server = app.getHttpServer();
    server.requestTimeout = REQUEST_TIMEOUT_MS;
    return new CoordinatorServer(app, resources.log);
  }

  /** Goes on with the runs that were under way. To be called before a site can connect: an update would find no run. */
  async resumeRuns(): Promise<void> {
    await this.#app.get(DataChecksService).recall();
    await this.#app.get(RoundsService).resume();
  }

  /**
   * @param port - 0 takes any free one.
   * @returns the port.
   * @throws CoordinatorError `port-in-use`, `bad-configuration` for an address that this machine does not have.
   */
  async listen(host: string, port: number): Promise<number> {
    const server: Server = this.#app.getHttpServer();
    await new Promise<void>((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException): void => reject(listenError(error, host, port));
      server.once('error', failed);
      server.listen(port, host, () => {
        server.removeListener('error', failed);
        server.on('error', (error) => this.#log.error('the server met an error', { error: errorText(error) }));
        resolve();
      });
    });
    return (server.address() as AddressInfo).port;
  }

  /** No new work, every socket closed; returns when nothing uses the database any more. */
  async close(): Promise<void> {
    const rounds = this.#app.get(RoundsService);
    rounds.stop();
    await this.#app.get(SessionGateway).stop();
    await rounds.settled();
    await this.#app.close();
  }
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CoordinatorError(
        'port-in-use',
        `port ${port} on ${host} is in use by another program: stop that one, or give the coordinator another port in coordinator.json`,
        { port },
        error,
      );
    case 'EACCES':
      return new CoordinatorError(
        'port-in-use',
        `port ${port} on ${host} may not be used by this user: choose one above 1023 in coordinator.json`,
        { port },
        error,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CoordinatorError(
        'bad-configuration',
        `host ${host} is no address of this machine: correct it in coordinator.json`,
        {},
        error,
      );
    default:
      return error;
  }
}
