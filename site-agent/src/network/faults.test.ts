import { describe, expect, it } from '@jest/globals';
import { SiteError } from '../errors.js';
import { certificateFault, connectFault, mayPass, proxyFault } from './faults.js';

const PEER = { isProxy: false, host: 'fl.example.org', port: 8440 };
const REFUSAL = { proxy: 'http://p:3128', target: 'fl.example.org:8440', isAuthorized: false, schemes: ['Basic'] };
const systemError = (code: string): Error => Object.assign(new Error(code), { code });

describe('a fault of the network', () => {
  it('is told from others by what the system says, and may pass by itself or not', () => {
    const closed = connectFault(PEER, systemError('ECONNREFUSED'));
    expect(closed).toMatchObject({ code: 'port-closed' });
    const silent = connectFault(PEER, systemError('ETIMEDOUT'));
    expect(silent).toMatchObject({ code: 'no-answer' });
    const nameless = connectFault(PEER, systemError('ENOTFOUND'));
    expect(nameless).toMatchObject({ code: 'dns-failed' });
    expect(connectFault(PEER, systemError('ECONNRESET'))).toMatchObject({ code: 'unreachable' });
    expect([closed, silent, nameless, new SiteError('stopped', 'stopped')].map(mayPass)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('of a proxy says which of its answers it was', () => {
    expect(proxyFault({ ...REFUSAL, status: 407, isAuthorized: true })).toMatchObject({
      code: 'proxy-refuses-password',
    });
    expect(proxyFault({ ...REFUSAL, status: 407 })).toMatchObject({ code: 'proxy-wants-password' });
    expect(proxyFault({ ...REFUSAL, status: 503 })).toMatchObject({ code: 'proxy-gets-no-answer' });
    expect(proxyFault({ ...REFUSAL, status: 403 })).toMatchObject({
      code: 'proxy-refuses-host',
      next: 'Ask its administrators to allow CONNECT to fl.example.org:8440.',
    });
  });

  it('of a certificate tells one that has expired from one of a stranger', () => {
    const shown = { host: 'fl.example.org', issuer: '“X”' };
    expect(certificateFault({ ...shown, reason: 'CERT_HAS_EXPIRED' })).toMatchObject({ code: 'wrong-certificate' });
    expect(certificateFault({ ...shown, reason: 'SELF_SIGNED_CERT_IN_CHAIN' })).toMatchObject({
      code: 'untrusted-certificate',
      message: expect.stringContaining('“X”'),
    });
  });
});
