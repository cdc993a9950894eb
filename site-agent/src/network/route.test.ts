import { inspect } from 'node:util';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolders, testSiteConfig } from '../fixtures.test-support.js';
import { checkedConfig } from '../config.js';
import { isExcepted } from './no-proxy.js';
import { proxyText, routeTo } from './route.js';
import { proxyEnvironment, type ProxyEnvironment } from './settings.js';

const folder = temporaryFolders();
const HTTPS = 'https://fl.example.org';
const FROM_ENVIRONMENT: ProxyEnvironment = { httpsProxy: 'http://env.example:3128', httpProxy: 'plain.example:8080' };

const proxyOf = async (url: string, environment: ProxyEnvironment): Promise<string | null> => {
  const { proxy } = await routeTo(url, {}, environment);
  return proxy === null ? null : `${proxyText(proxy)} of ${proxy.source}`;
};

describe('the proxy that a site uses', () => {
  it('is the one of site.json before that of the environment, and none if it says so', async () => {
    const settings = { proxy: { url: 'https://own.example:8443' } };
    const { proxy } = await routeTo(HTTPS, settings, FROM_ENVIRONMENT);
    expect(proxy).toMatchObject({ host: 'own.example', port: 8443, isTls: true, source: 'site.json' });
    expect((await routeTo(HTTPS, { proxy: null }, FROM_ENVIRONMENT)).proxy).toBeNull();
  });

  it.each<[string, ProxyEnvironment, string | null]>([
    [HTTPS, FROM_ENVIRONMENT, 'http://env.example:3128 of HTTPS_PROXY'],
    ['http://fl.example.org', FROM_ENVIRONMENT, 'http://plain.example:8080 of HTTP_PROXY'],
    [HTTPS, { httpProxy: 'http://plain.example:8080' }, null],
    [HTTPS, { ...FROM_ENVIRONMENT, noProxy: 'example.org' }, null],
    ['https://127.0.0.1:8440', FROM_ENVIRONMENT, null],
    ['https://[::1]:8440', FROM_ENVIRONMENT, null],
    ['https://localhost:8440', FROM_ENVIRONMENT, null],
    [HTTPS, {}, null],
  ])('to %s with %j is %s', async (url, environment, expected) => {
    expect(await proxyOf(url, environment)).toBe(expected);
  });

  it('is read from either case of the environment, the lower one first', () => {
    expect(proxyEnvironment({ HTTPS_PROXY: 'A', https_proxy: 'b', NO_PROXY: 'c', http_proxy: '' })).toEqual({
      httpsProxy: 'b',
      httpProxy: undefined,
      noProxy: 'c',
    });
  });

  it('has its password in the environment or a file, and shows it to nobody', async () => {
    const { proxy } = await routeTo(HTTPS, {}, { httpsProxy: 'http://site:open%20sesame@p.example:1' });
    const sent = Buffer.from(proxy?.authorization?.reveal() ?? []).toString('latin1');
    expect(Buffer.from(sent.replace('Basic ', ''), 'base64').toString()).toBe('site:open sesame');
    for (const told of [inspect(proxy, { depth: 9 }), JSON.stringify(proxy), proxyText(proxy as never)]) {
      expect(told).not.toMatch(/sesame|c2VzYW1l/);
    }
  });

  it('is refused without a word of what was given where it cannot be one', async () => {
    const bad = routeTo(HTTPS, {}, { httpsProxy: 'socks5://site:sesame@p.example:1' });
    await expect(bad).rejects.toMatchObject({
      code: 'bad-configuration',
      message: expect.not.stringContaining('sesame'),
    });
  });

  it('has a password file that nobody else reads', async () => {
    const passwordFile = join(await folder(), 'password');
    await writeFile(passwordFile, 'x', { mode: 0o644 });
    const settings = { proxy: { url: 'http://p.example:1', user: 'u', passwordFile } };
    await expect(routeTo(HTTPS, settings, {})).rejects.toMatchObject({ code: 'unsafe-key-file' });
  });

  it.each([
    [{ proxy: { url: 'socks5://p.example:1080' } }],
    [{ proxy: { url: 'http://u:sesame@p.example:1' } }],
    [{ proxy: { url: 'http://p.example:1/path' } }],
    [{ proxy: { url: 'http://p.example:1', user: 'u' } }],
    [{ surprise: 1 }],
  ])('is refused in site.json as %j', (network) => {
    expect(() => checkedConfig({ ...testSiteConfig(), network }, 'site.json')).toThrow(
      expect.objectContaining({ code: 'bad-configuration', message: expect.not.stringContaining('sesame') }),
    );
  });
});

describe('a file of certificates', () => {
  it.each([
    ['is not there', null],
    ['is no PEM', 'certificate'],
    ['holds what is no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
  ])('that %s is refused', async (_what, text) => {
    const caFile = join(await folder(), 'ca.pem');
    if (text !== null) await writeFile(caFile, text);
    await expect(routeTo(HTTPS, { caFile }, {})).rejects.toMatchObject({ code: 'bad-configuration' });
  });
});

describe('NO_PROXY', () => {
  it.each<[string, string, boolean]>([
    ['*', 'any.example', true],
    ['example.org', 'example.org', true],
    ['example.org', 'fl.example.org', true],
    ['.example.org', 'fl.example.org', true],
    ['*.example.org', 'fl.example.org', true],
    ['example.org', 'badexample.org', false],
    ['EXAMPLE.org.', 'example.org', true],
    ['a.test, example.org', 'example.org', true],
    ['a.test example.org', 'example.org', true],
    ['example.org:8440', 'example.org', true],
    ['example.org:443', 'example.org', false],
    ['10.0.0.0/8', '10.1.2.3', true],
    ['10.0.0.0/8', '11.1.2.3', false],
    ['10.0.0.0/x', '10.0.0.1', false],
    ['10.0.0.0/0', '11.1.2.3', true],
    ['', 'example.org', false],
    ['.', 'example.org', false],
  ])('%j excepts %s: %s', (noProxy, host, expected) => {
    expect(isExcepted(host, 8440, noProxy)).toBe(expected);
  });
});
