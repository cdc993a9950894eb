import { createHash } from 'node:crypto';

export type SplitPart = 'train' | 'validation' | 'test';

/** The paper's counts of training, validation and test images; only their ratio matters. */
const RATIO = { train: 456n, validation: 60n, test: 80n } as const;
const TOTAL = RATIO.train + RATIO.validation + RATIO.test;

/**
 * The split part of a patient: the first 8 bytes (big-endian) of SHA-256(study || 0x1f || patient), read as a fraction
 * of 2^64, lies below 456/596 (train), below 516/596 (validation), or above (test). It depends on nothing else: a
 * patient who joins or withdraws never moves another, and all images of a patient fall in one part.
 * @param study - the study's identifier, UTF-8; another study splits the same patients differently.
 * @param patient - the identifier in the `patient` column (or the file name where there is none), UTF-8.
 */
export function splitPart(study: string, patient: string): SplitPart {
  const digest = createHash('sha256').update(`${study}\u001f${patient}`, 'utf8').digest();
  const scaled = digest.readBigUInt64BE(0) * TOTAL;
  if (scaled < RATIO.train << 64n) return 'train';
  return scaled < (RATIO.train + RATIO.validation) << 64n ? 'validation' : 'test';
}
