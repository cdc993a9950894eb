import { readFile } from 'node:fs/promises';
import { Secret } from '@mammofed/privacy';
import { readSecretFile } from '@mammofed/storage';
import { SiteError } from '../errors.js';
import { authoritiesFrom, type Authorities } from './authorities.js';
import { isExcepted, isLoopback } from './no-proxy.js';
import type { NetworkSettings, ProxyEnvironment } from './settings.js';

/** A proxy on the way, as far as it may be shown. */
export interface Proxy {
  readonly isTls: boolean;
  readonly host: string;
  readonly port: number;
  /** Where the setting comes from, in a person's words. */
  readonly source: string;
  /** The value of `Proxy-Authorization`; null: none is sent. */
  readonly authorization: Secret | null;
}

/** A coordinator's end. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
}

/** How the coordinator is reached from this site. */
export interface Route {
  /** Null: directly. */
  readonly proxy: Proxy | null;
  /** Whose certificates are believed. */
  readonly authorities: Authorities;
}

/**
 * Finds the way to a coordinator: what `site.json` says comes before the environment.
 * @throws SiteError `bad-configuration` for a proxy or a file of certificates that cannot be used; StorageError of the
 * password's file.
 */
export async function routeTo(url: string, settings: NetworkSettings, environment: ProxyEnvironment): Promise<Route> {
  return {
    proxy: settings.proxy === undefined ? fromEnvironment(url, environment) : await fromSettings(settings.proxy),
    authorities: await authoritiesFrom(settings.caFile, (path) => readFile(path, 'utf8')),
  };
}

async function fromSettings(proxy: NonNullable<NetworkSettings['proxy']> | null): Promise<Proxy | null> {
  if (proxy === null) return null;
  const { user, passwordFile } = proxy;
  const authorization =
    user === undefined || passwordFile === undefined ? null : basic(user, await readSecretFile(passwordFile));
  return { ...addressOf(new URL(proxy.url)), source: 'site.json', authorization };
}

function fromEnvironment(url: string, { httpsProxy, httpProxy, noProxy = '' }: ProxyEnvironment): Proxy | null {
  const { protocol, hostname } = new URL(url);
  const isTls = protocol === 'https:';
  const text = isTls ? httpsProxy : httpProxy;
  if (text === undefined || isLoopback(hostname) || isExcepted(hostname, portOf(new URL(url)), noProxy)) return null;
  const source = isTls ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  // Without a scheme it is HTTP, as other programs read it. The text is in no message: it may hold a password.
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const parsed = URL.canParse(address) ? new URL(address) : null;
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new SiteError(
      'bad-configuration',
      `${source} in the environment names no proxy that can be used: it must be http://HOST:PORT or https://HOST:PORT`,
    );
  }
  const { username, password } = parsed;
  const authorization = username === '' ? null : basic(decodeURIComponent(username), decodeURIComponent(password));
  return { ...addressOf(parsed), source, authorization };
}

function addressOf(url: URL): Pick<Proxy, 'isTls' | 'host' | 'port'> {
  return { isTls: url.protocol === 'https:', host: plainHost(url), port: portOf(url) };
}

/** Without the brackets of an IPv6 address. */
function plainHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/** RFC 7617, section 2. */
function basic(user: string, password: string): Secret {
  return new Secret(Buffer.from(`Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`, 'latin1'));
}

/** What is connected to. @param url - of the coordinator. */
export function targetOf(url: string): Target {
  const parsed = new URL(url);
  return { host: plainHost(parsed), port: portOf(parsed), isTls: parsed.protocol === 'https:' };
}

/** @returns the port that a URL names, or that its scheme has. */
function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

/** As it is shown to people: never with a password. */
export function proxyText({ isTls, host, port }: Proxy): string {
  return `${isTls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
