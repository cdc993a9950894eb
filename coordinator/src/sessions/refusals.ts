import type { Refused } from '@mammofed/wire';

/** Every code a site can be refused with after its handshake (enrolment's are in enrolment-rules.ts). */
export type RefusalCode =
  | 'not-ready'
  | 'not-enrolled'
  | 'unexpected-message'
  | 'too-many-requests'
  | 'internal-error'
  | 'unknown-run'
  | 'unknown-model'
  | 'not-in-cohort'
  | 'dropped-site'
  | 'late-upload'
  | 'wrong-length'
  | 'conflicting-upload'
  | 'upload-not-open'
  | 'wrong-chunk-order'
  | 'bad-chunk'
  | 'bad-payload'
  | 'out-of-range'
  | 'not-asked'
  | 'wrong-model'
  | 'bad-figures';

export function refused(code: RefusalCode, message: string): Refused {
  return { kind: 'refused', code, message };
}
