import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { NetworkFault, proxyFault } from '../network/faults.js';
import { proxyText, targetOf, type Route } from '../network/route.js';
import { routeAgent } from '../network/route-agent.js';

/** What a coordinator says to whoever asks for no transport: engine.io's own words. */
const NO_TRANSPORT = '"Transport unknown"';
/** What a coordinator does not answer this question with, and a proxy does. */
const PROXY_STATUSES = [403, 407, 502, 503, 504];
const ANSWER_TIMEOUT_MS = 20_000;
/** Of a page that answers in the coordinator's place, so much is read. */
const MAX_ANSWER_BYTES = 64 * 1024;

export interface CoordinatorAnswer {
  /** Half-way between question and answer, by this machine's clock. */
  readonly sentMs: number;
  /** When it answered by its own clock, to the second; null if it does not say. */
  readonly date: number | null;
}

/**
 * Asks a coordinator for nothing, to see that it is one.
 * @throws SiteError `not-a-coordinator`, or a `NetworkFaultCode` of the way.
 */
export async function askCoordinator(url: string, route: Route, nowMs: () => number): Promise<CoordinatorAnswer> {
  const { agent, fault } = routeAgent(url, route);
  const askedMs = nowMs();
  try {
    const { status, date, text } = await answerTo(new URL('/socket.io/?EIO=4', url), agent);
    const sentMs = (askedMs + nowMs()) / 2;
    if (!text.includes(NO_TRANSPORT)) {
      const { proxy } = route;
      if (proxy !== null && PROXY_STATUSES.includes(status)) {
        // One that inspects TLS says yes to CONNECT and refuses within.
        const { host, port } = targetOf(url);
        const isAuthorized = proxy.authorization !== null;
        throw proxyFault({ proxy: proxyText(proxy), target: `${host}:${port}`, status, isAuthorized, schemes: [] });
      }
      throw new NetworkFault('not-a-coordinator', `what answers at ${url} is no coordinator (HTTP ${status})`, {});
    }
    // It names the second that it is in.
    return { sentMs, date: Number.isNaN(date) ? null : date + 500 };
  } catch (error) {
    if (error instanceof NetworkFault) throw error;
    throw fault() ?? new NetworkFault('unreachable', `${url} breaks the connection off`, { cause: error });
  } finally {
    agent.destroy();
  }
}

interface HttpAnswer {
  readonly status: number;
  /** NaN if there is none. */
  readonly date: number;
  readonly text: string;
}

function answerTo(url: URL, agent: ReturnType<typeof routeAgent>['agent']): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, { agent });
    const timer = setTimeout(() => request.destroy(new Error('no answer')), ANSWER_TIMEOUT_MS);
    request.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    request.once('response', (response: IncomingMessage) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
        if (text.length > MAX_ANSWER_BYTES) response.destroy();
      });
      response.once('close', () => {
        clearTimeout(timer);
        resolve({ status: response.statusCode ?? 0, date: Date.parse(response.headers.date ?? ''), text });
      });
    });
    request.end();
  });
}
