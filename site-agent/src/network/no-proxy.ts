import { isIPv4 } from 'node:net';

/**
 * Whether NO_PROXY excepts a host, as curl reads it: entries between commas or blanks; `*` is every host; `example.org` and
 * `.example.org` are that host and all below it; an entry with a port is of that port alone. Networks (`10.0.0.0/8`) are
 * known of IPv4.
 * @param port - the one that is connected to.
 */
export function isExcepted(host: string, port: number, noProxy: string): boolean {
  const name = plainName(host);
  return noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, pattern = entry, entryPort] = /^(\[.+\]|[^:]+):(\d+)$/.exec(entry) ?? [];
      if (entryPort !== undefined && Number(entryPort) !== port) return false;
      if (pattern.includes('/')) return isInNetwork(name, pattern);
      const suffix = plainName(pattern).replace(/^\*?\./, '');
      return suffix !== '' && (name === suffix || name.endsWith(`.${suffix}`));
    });
}

/** Whether a host is this machine itself: no proxy of the environment is asked for it. */
export function isLoopback(host: string): boolean {
  const name = plainName(host);
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));
}

/** Lower case, without the brackets of IPv6 and the dot after a full name. */
function plainName(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

function isInNetwork(host: string, network: string): boolean {
  const [base = '', length = ''] = network.split('/');
  const bits = Number(length);
  if (!isIPv4(host) || !isIPv4(base) || !/^\d+$/.test(length) || bits > 32) return false;
  const size = 2 ** (32 - bits);
  return Math.floor(numberOf(host) / size) === Math.floor(numberOf(base) / size);
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}
