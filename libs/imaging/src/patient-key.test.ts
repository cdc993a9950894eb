import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { PatientKeys } from './patient-key.js';

const salt = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex');
const keys = new PatientKeys(salt);

describe('a patient key', () => {
  it('is the beginning of HMAC-SHA-256, as RFC 2104 builds it', () => {
    const block = Buffer.concat([salt, Buffer.alloc(32)]);
    const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
      createHash('sha256').update(Buffer.concat(parts)).digest();
    const inner = sha256(
      block.map((byte) => byte ^ 0x36),
      Buffer.from('PÄT-1', 'utf8'),
    );
    const outer = sha256(
      block.map((byte) => byte ^ 0x5c),
      inner,
    );
    expect(keys.of('PÄT-1')).toBe(outer.toString('hex').slice(0, 16));
  });

  it('is the same for one patient, and another for each patient and under each salt', () => {
    const patients = Array.from({ length: 1000 }, (_, i) => `P${i}`);
    expect(new Set(patients.map((patient) => keys.of(patient))).size).toBe(1000);
    expect(new PatientKeys(Uint8Array.from(salt)).of('P1')).toBe(keys.of('P1'));
    expect(new PatientKeys(new Uint8Array(32).fill(1)).of('P1')).not.toBe(keys.of('P1'));
  });

  it('is not made with a short salt, and shows the salt to nobody', () => {
    expect(() => new PatientKeys(new Uint8Array(31))).toThrow(expect.objectContaining({ code: 'bad-argument' }));
    expect(inspect(keys, { depth: 9, showHidden: true }) + JSON.stringify(keys)).not.toMatch(/salt|<Buffer|\d/);
  });
});
