import { describe, expect, it } from '@jest/globals';
import { format, inspect } from 'node:util';
import { Secret } from './secret.js';

const BYTES = Uint8Array.of(201, 202, 203, 204);
const LEAK = /201|202|203|204|c9|ca|cb|cc/;

describe('a secret', () => {
  it.each<[string, (secret: Secret) => string]>([
    ['String()', (secret) => String(secret)],
    ['a template', (secret) => `${secret as unknown as string}`],
    ['concatenation', (secret) => 'key: ' + (secret as unknown as string)],
    ['JSON', (secret) => JSON.stringify({ secret, list: [secret] })],
    ['console.log', (secret) => format('%s %o %O %j', secret, secret, secret, secret)],
    ['inspection with everything shown', (secret) => inspect({ deep: { secret } }, { showHidden: true, depth: 9 })],
    ['a spread', (secret) => JSON.stringify({ ...secret })],
    ['its properties', (secret) => Reflect.ownKeys(secret).join()],
    ['a structured clone', (secret) => inspect(structuredClone(secret), { showHidden: true })],
  ])('does not show its bytes through %s', (_way, show) => {
    expect(show(new Secret(BYTES.slice()))).not.toMatch(LEAK);
  });

  it('says that it is one', () => {
    const secret = new Secret(BYTES.slice());
    expect([String(secret), JSON.stringify(secret), inspect(secret)]).toEqual(['[secret]', '"[secret]"', '[secret]']);
  });

  it('gives its bytes to those who ask', () => {
    expect(new Secret(BYTES).reveal()).toBe(BYTES);
  });

  it('is overwritten when it is wiped, and zeros never pass for a key afterwards', () => {
    const bytes = BYTES.slice();
    const secret = new Secret(bytes);
    secret.wipe();
    secret.wipe();
    expect(bytes).toEqual(new Uint8Array(4));
    expect(() => secret.reveal()).toThrow(TypeError);
    expect(String(secret)).toBe('[secret]');
  });
});
