import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { SiteError } from '../errors.js';
import { targetOf, type Route } from './route.js';
import { openTunnel } from './tunnel.js';

/**
 * How long a connection of long polling waits for its next request. Servers close idle ones after 5 s (Node) or more; a
 * request that is sent in that moment is lost.
 */
const IDLE_CONNECTION_MS = 4000;

/** Opens the connections of one client, and remembers why one could not be opened: its users say only that it could not. */
export interface RouteAgent {
  readonly agent: HttpAgent;
  /** Why the last connection could not be opened; null if none failed. */
  readonly fault: () => SiteError | null;
}

/** @param url - of the coordinator; all connections go there. */
export function routeAgent(url: string, route: Route): RouteAgent {
  const target = targetOf(url);
  let fault: SiteError | null = null;
  // Long polling makes a request for each message: each on a connection of its own would cost a handshake more.
  const agent = new (target.isTls ? HttpsAgent : HttpAgent)({ keepAlive: true, timeout: IDLE_CONNECTION_MS });
  // Not marked as reused, as Node would: xmlhttprequest-ssl repeats a request on such a connection when it is reset, and
  // forgets to send it. It would wait for ever, and keep the process from ending.
  agent.reuseSocket = (socket) => void (socket as Socket).ref();
  agent.createConnection = (_options, callback) => {
    openTunnel(target, route).then(
      (socket) => callback?.(null, socket),
      (error: unknown) => {
        if (error instanceof SiteError) fault = error;
        callback?.(error as Error, undefined as unknown as Duplex);
      },
    );
    return undefined;
  };
  return { agent, fault: () => fault };
}
