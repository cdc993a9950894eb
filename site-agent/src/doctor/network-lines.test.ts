import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Server } from 'socket.io';
import { SOCKET_EVENTS } from '@mammofed/wire';
import { ConnectProxy } from '../network/connect-proxy.test-support.js';
import { routeTo } from '../network/route.js';
import type { NetworkSettings } from '../network/settings.js';
import { clockLine } from './clock-line.js';
import type { DoctorLine } from './line.js';
import { measuredLine } from './line-speed.js';
import { networkLines } from './network-lines.js';

const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

/** A coordinator as far as doctor goes. @param blocks - the Upgrade to WebSocket. */
async function coordinator({
  blocks = false,
  probes = true,
  maxHttpBufferSize = 2e6,
  transports = ['polling', 'websocket'] as ('polling' | 'websocket')[],
} = {}): Promise<string> {
  const http = createServer();
  const io = new Server(http, { maxHttpBufferSize, transports });
  if (probes)
    io.on('connection', (socket) =>
      socket.on(SOCKET_EVENTS.probe, (_bytes: unknown, wanted: number, acknowledge: (answer: Buffer) => void) =>
        acknowledge(Buffer.alloc(wanted)),
      ),
    );
  else io.on('connection', (socket) => socket.onAny(() => socket.disconnect(true)));
  if (blocks) {
    http.removeAllListeners('upgrade');
    http.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n'));
  }
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  closings.push(async () => {
    http.closeAllConnections();
    await io.close();
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

async function page(answer: RequestListener): Promise<string> {
  const http = createServer(answer);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  closings.push(() => new Promise((resolve) => http.close(resolve)));
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

async function linesOf(
  url: string,
  settings: NetworkSettings = { proxy: null },
  nowMs = Date.now,
): Promise<DoctorLine[]> {
  const lines: DoctorLine[] = [];
  const { signal } = new AbortController();
  for await (const line of networkLines({ url, route: await routeTo(url, settings, {}), nowMs, signal }))
    lines.push(line);
  expect(lines.map(({ subject }) => subject)).toEqual(SUBJECTS);
  return lines;
}

const SUBJECTS = ['dns', 'proxy', 'tls', 'coordinator', 'clock', 'websocket', 'polling', 'bandwidth'];
const statesOf = (lines: readonly DoctorLine[]): string =>
  lines.map(({ state, code }) => (state === 'red' ? code : state)).join(' ');

describe('the doctor on the network', () => {
  it('finds nothing in the way where nothing is', async () => {
    const lines = await linesOf(await coordinator());
    expect(statesOf(lines)).toBe('green green green green green green green green');
    expect(lines.at(-1)?.found).toMatch(/^up .*bit\/s, down .*bit\/s/);
  });

  it('says that WebSocket is blocked and that the site can train all the same', async () => {
    const lines = await linesOf(await coordinator({ blocks: true }));
    expect(statesOf(lines)).toBe('green green green green green websocket-blocked green green');
    expect(lines[5]).toMatchObject({ subject: 'websocket', code: 'websocket-blocked' });
    expect(lines.every(({ mayTrain }) => mayTrain)).toBe(true);
    expect(lines.at(-1)?.found).toContain('polling');
  });

  it('says that long polling is blocked and that the site can train all the same', async () => {
    const lines = await linesOf(await coordinator({ transports: ['websocket'] }));
    expect(lines[6]).toMatchObject({ subject: 'polling', code: 'polling-blocked', mayTrain: true });
  });

  it('finds an older coordinator, which measures no line, fit to train with', async () => {
    expect(statesOf(await linesOf(await coordinator({ probes: false })))).toMatch(/green untried$/);
  });

  it.each([
    [{ credentials: 'a:b' }, 'green proxy-wants-password untried'],
    [{ status: 403 }, 'green proxy-refuses-host untried'],
    [{ status: 502 }, 'green proxy-gets-no-answer untried'],
  ])('names what a proxy does that is %j, and tries nothing behind it', async (options, expected) => {
    const proxy = await ConnectProxy.listen(options);
    closings.push(() => proxy.close());
    const lines = await linesOf(await coordinator(), { proxy: { url: proxy.url } });
    expect(statesOf(lines)).toBe(`${expected} untried untried untried untried untried`);
    expect(lines[1]).toMatchObject({ mayTrain: false, next: expect.stringMatching(/\.$/) });
  });

  it('tells a page that answers in the coordinator’s place', async () => {
    const url = await page((_request, response) => response.end('please sign in'));
    const lines = await linesOf(url);
    expect(lines[3]).toMatchObject({ subject: 'coordinator', code: 'not-a-coordinator', mayTrain: false });
    expect(statesOf(lines)).toBe('green green green not-a-coordinator untried untried untried untried');
  });

  it('tells the page of a proxy that lets CONNECT through and refuses within', async () => {
    const url = await page((_request, response) => response.writeHead(403).end('access denied'));
    const proxy = await ConnectProxy.listen();
    closings.push(() => proxy.close());
    const lines = await linesOf(url, { proxy: { url: proxy.url } });
    expect(lines[3]).toMatchObject({ subject: 'coordinator', code: 'proxy-refuses-host' });
  });

  it('tells a name that DNS does not know from a port that is closed', async () => {
    expect(statesOf(await linesOf('http://no-such-host.invalid'))).toMatch(/^dns-failed untried/);
    const url = await page(() => undefined);
    for (const close of closings.splice(0)) await close();
    expect(statesOf(await linesOf(url))).toMatch(/^green green port-closed untried|^green green untried port-closed/);
  });

  it('compares the clocks', async () => {
    const url = await coordinator();
    const lines = await linesOf(url, { proxy: null }, () => Date.now() - 5 * 60_000);
    expect(lines[4]).toMatchObject({
      subject: 'clock',
      code: 'wrong-clock',
      mayTrain: true,
      found: /5 minutes behind/,
    });
  });
});

describe('the clock', () => {
  it.each([
    [1_000, 'green', true],
    [-61_000, 'red', true],
    [11 * 60_000, 'red', false],
  ])('that is %i ms off is %s', (offMs, state, mayTrain) => {
    expect(clockLine(1e12 + offMs, 1e12)).toMatchObject({ state, mayTrain });
  });
});

describe('the bandwidth', () => {
  /** A line of so many bytes a second, by a clock of its own. */
  const lineOf = (bytesPerSecond: number) => {
    let nowMs = 0;
    const probe = async (bytes: Uint8Array, wanted: number): Promise<void> => {
      nowMs += ((bytes.length + wanted) / bytesPerSecond) * 1000;
    };
    return measuredLine({ kind: 'polling', probe }, () => nowMs);
  };

  it('is told in both directions, with what it means for a model', async () => {
    expect(await lineOf(1e6)).toMatchObject({
      state: 'green',
      found: expect.stringMatching(/^up 8\.\d\d Mbit\/s, down 8\.\d\d .* 125 s|3 minutes up/),
    });
  });

  it('below that of a line of 64 kbit/s stops training', async () => {
    expect(await lineOf(5000)).toMatchObject({ code: 'slow-line', mayTrain: false });
  });
});

describe('a limit for bodies of requests on the way', () => {
  it('that chunks of a model are over stops training, and is not taken for a slow line', async () => {
    const lines = await linesOf(await coordinator({ blocks: true, maxHttpBufferSize: 1e6 }));
    expect(lines.at(-1)).toMatchObject({ code: 'large-messages-blocked', mayTrain: false });
  });
});
