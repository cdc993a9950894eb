import { createHmac } from 'node:crypto';
import { ImagingError } from './errors.js';

declare const kind: unique symbol;
/** Stands for a patient in what a site writes down: 16 hexadecimal digits. It is no identifier, and stays in the hospital. */
export type PatientKey = string & { readonly [kind]: 'patient key' };

/** Fewest bytes of a salt: those of the hash, RFC 2104, section 3. */
const SALT_BYTES = 32;

/** By chance two of a million patients share one in 37 million sites. */
const KEY_DIGITS = 16;

/**
 * Makes patient keys: the first 8 bytes of HMAC-SHA-256(salt, patient). Equal patients have equal keys under one salt. The
 * salt is secret: identifiers are few and short, so that whoever has it finds each one's key by trying.
 */
export class PatientKeys {
  readonly #salt: Uint8Array;

  /** @param salt - random, 32 bytes or more; copied. @throws ImagingError `bad-argument` for a shorter one. */
  constructor(salt: Uint8Array) {
    if (salt.length < SALT_BYTES)
      throw new ImagingError('bad-argument', `a salt of patient keys has ${SALT_BYTES} bytes or more`);
    this.#salt = Uint8Array.from(salt);
  }

  /** @param patient - as the data have it, UTF-8. */
  of(patient: string): PatientKey {
    const digest = createHmac('sha256', this.#salt).update(patient, 'utf8').digest('hex');
    return digest.slice(0, KEY_DIGITS) as PatientKey;
  }
}
