import { randomBytes } from 'node:crypto';
import { PatientKeys } from '@mammofed/imaging';
import { readSecretFile, StorageError, writeDurably } from '@mammofed/storage';

const SALT_BYTES = 32;

/**
 * Keys of a site's patients, the same for as long as its salt is kept. It is drawn when the file is first needed and on disk
 * when this returns: keys that a crash made worthless would not match those of the next round. Asked by one process at a time:
 * the trainer of the agent that holds the folder.
 * @param path - of the file with the salt.
 * @throws StorageError `unsafe-key-file` | `corrupt-key-file`; an error of the system if it cannot be written.
 */
export async function sitePatientKeys(path: string): Promise<PatientKeys> {
  const text = await readSecretFile(path).catch((error: unknown) => {
    if (error instanceof StorageError && error.code === 'missing-key-file') return null;
    throw error;
  });
  if (text !== null && !/^[0-9a-f]{64}$/.test(text)) {
    throw new StorageError(
      'corrupt-key-file',
      `${path} does not hold what keys of patients are made with: restore it from a backup, or remove it, and patients have other keys from the next evaluation on`,
    );
  }
  const salt = text === null ? randomBytes(SALT_BYTES) : Buffer.from(text, 'hex');
  if (text === null) await writeDurably(path, `${salt.toString('hex')}\n`);
  return new PatientKeys(salt);
}

/** Keys for an evaluation that belongs to no site's folder: nobody keeps the salt, so that they mean nothing outside it. */
export function passingPatientKeys(): PatientKeys {
  return new PatientKeys(randomBytes(SALT_BYTES));
}
