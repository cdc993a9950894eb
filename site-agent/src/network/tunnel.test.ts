import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { writeFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '../fixtures.test-support.js';
import { ConnectProxy, type ConnectProxyOptions } from './connect-proxy.test-support.js';
import { PrivateAuthority } from './private-authority.test-support.js';
import { routeTo, type Route } from './route.js';
import type { NetworkSettings } from './settings.js';
import { openTunnel } from './tunnel.js';

const PASSWORD = 'open sesame, äöü';
const folder = temporaryFolders();
const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

async function listening(server: Server): Promise<number> {
  closings.push(() => new Promise((resolve) => server.close(resolve)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Says `hello` to whoever connects. */
const greeter = (): Promise<number> => listening(createTcpServer((socket) => socket.resume().end('hello')));
const secureGreeter = (authority: PrivateAuthority, host = '127.0.0.1'): Promise<number> => {
  const { certificate: cert, key } = authority.certify(host);
  return listening(createTlsServer({ cert, key }, (socket) => socket.end('hello')));
};

async function proxied(options: ConnectProxyOptions): Promise<ConnectProxy> {
  const proxy = await ConnectProxy.listen(options);
  closings.push(() => proxy.close());
  return proxy;
}

const passwordFile = async (password: string): Promise<string> => {
  const path = join(await folder(), 'proxy-password');
  await writeFile(path, `${password}\n`, { mode: 0o600 });
  return path;
};

const routeOf = (settings: NetworkSettings): Promise<Route> => routeTo('http://c.example', settings, {});

async function heard(port: number, isTls: boolean, route: Route): Promise<string> {
  const socket = await openTunnel({ host: '127.0.0.1', port, isTls }, route);
  let text = '';
  for await (const data of socket) text += String(data);
  return text;
}

describe('the connection to the coordinator', () => {
  it('goes through a proxy that asks for a user and password', async () => {
    const proxy = await proxied({ credentials: `site:${PASSWORD}` });
    const settings = { url: proxy.url, user: 'site', passwordFile: await passwordFile(PASSWORD) };
    const port = await greeter();
    expect(await heard(port, false, await routeOf({ proxy: settings }))).toBe('hello');
    expect(proxy.opened).toEqual([`127.0.0.1:${port}`]);
  });

  it('has TLS of its own inside the tunnel', async () => {
    const authority = new PrivateAuthority('Consortium CA');
    const caFile = join(await folder(), 'ca.pem');
    await writeFile(caFile, authority.certificate);
    const proxy = await proxied({});
    expect(
      await heard(await secureGreeter(authority), true, await routeOf({ proxy: { url: proxy.url }, caFile })),
    ).toBe('hello');
  });

  it('is not made where somebody unknown signed the certificate, who is named', async () => {
    const port = await secureGreeter(new PrivateAuthority('Inspector\u001b[31m of the Hospital'));
    const opening = openTunnel({ host: '127.0.0.1', port, isTls: true }, await routeOf({ proxy: null }));
    await expect(opening).rejects.toMatchObject({
      code: 'untrusted-certificate',
      context: { issuer: '“Inspector [31m of the Hospital”' },
    });
  });

  it('is not made with a certificate for another host', async () => {
    const authority = new PrivateAuthority('Consortium CA');
    const caFile = join(await folder(), 'ca.pem');
    await writeFile(caFile, authority.certificate);
    const port = await secureGreeter(authority, 'elsewhere.example');
    const opening = openTunnel({ host: '127.0.0.1', port, isTls: true }, await routeOf({ proxy: null, caFile }));
    await expect(opening).rejects.toMatchObject({ code: 'wrong-certificate' });
  });

  it('is not taken for TLS where there is none', async () => {
    const opening = openTunnel(
      { host: '127.0.0.1', port: await greeter(), isTls: true },
      await routeOf({ proxy: null }),
    );
    await expect(opening).rejects.toMatchObject({ code: 'tls-failed' });
  });

  it.each<[string, ConnectProxyOptions, string | null, object]>([
    ['asks for a password that was not given', { credentials: 'a:b' }, null, { code: 'proxy-wants-password' }],
    [
      'takes no Basic authentication',
      { credentials: 'a:b', schemes: ['Negotiate', 'NTLM'] },
      null,
      { code: 'proxy-wants-password', message: expect.stringContaining('Negotiate, NTLM only') },
    ],
    ['takes another password', { credentials: 'a:b' }, PASSWORD, { code: 'proxy-refuses-password' }],
    ['does not let the host through', { status: 403 }, null, { code: 'proxy-refuses-host', context: { status: 403 } }],
    ['does not reach the host itself', { status: 503 }, null, { code: 'proxy-gets-no-answer' }],
  ])('is not made through a proxy that %s', async (_what, options, password, refusal) => {
    const { url } = await proxied(options);
    const given = password === null ? {} : { user: 'a', passwordFile: await passwordFile(password) };
    const route = await routeOf({ proxy: { url, ...given } });
    const error = await openTunnel({ host: '127.0.0.1', port: 9, isTls: false }, route).catch((why: unknown) => why);
    expect(error).toMatchObject(refusal);
    for (const told of [error, route]) expect(inspect(told, { depth: 9, showHidden: true })).not.toContain('sesame');
  });

  it('says of a proxy that is not there that it is the proxy', async () => {
    const { url } = await proxied({});
    for (const close of closings.splice(0)) await close();
    const opening = openTunnel({ host: '127.0.0.1', port: 9, isTls: false }, await routeOf({ proxy: { url } }));
    await expect(opening).rejects.toMatchObject({ code: 'proxy-unreachable', context: { reason: 'port-closed' } });
  });

  it.each([
    ['port-closed', '127.0.0.1'],
    ['dns-failed', 'no-such-host.invalid'],
  ])('says %s of a host like %s', async (code, host) => {
    const port = await greeter();
    for (const close of closings.splice(0)) await close();
    await expect(openTunnel({ host, port, isTls: false }, await routeOf({ proxy: null }))).rejects.toMatchObject({
      code,
    });
  });
});
