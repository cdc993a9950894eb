import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitPart } from './split.js';

describe('splitPart', () => {
  it('compares the first 8 bytes of SHA-256(study || 0x1f || patient) with 456/596 and 516/596', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (study, patient) => {
        const digest = createHash('sha256')
          .update(Buffer.from(`${study}\x1f${patient}`))
          .digest();
        const fraction = Number(digest.readBigUInt64BE()) / 2 ** 64;
        const expected = fraction < 456 / 596 ? 'train' : fraction < 516 / 596 ? 'validation' : 'test';
        expect(splitPart(study, patient)).toBe(expected);
      }),
    );
  });

  it('never moves a patient when others join or withdraw', () => {
    const partsOf = (patients: readonly string[]): Map<string, string> =>
      new Map(patients.map((patient) => [patient, splitPart('study', patient)]));
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2 }), fc.string(), fc.nat(), (patients, joining, at) => {
        const before = partsOf(patients);
        const withdrawn = patients.filter((_, i) => i !== at % patients.length);
        for (const group of [withdrawn, [joining, ...patients], [...patients].reverse()]) {
          const after = partsOf(group);
          for (const [patient, part] of before) if (after.has(patient)) expect(after.get(patient)).toBe(part);
        }
      }),
    );
  });

  it('comes near 456 : 60 : 80, and differs between studies', () => {
    const patients = Array.from({ length: 20_000 }, (_, i) => `P${i}`);
    const share = (part: string): number => patients.filter((p) => splitPart('s', p) === part).length / patients.length;
    // Four standard deviations of a binomial share with n = 20000.
    expect(Math.abs(share('train') - 456 / 596)).toBeLessThan(0.012);
    expect(Math.abs(share('validation') - 60 / 596)).toBeLessThan(0.009);
    expect(Math.abs(share('test') - 80 / 596)).toBeLessThan(0.01);
    expect(patients.some((patient) => splitPart('s', patient) !== splitPart('t', patient))).toBe(true);
  });
});
