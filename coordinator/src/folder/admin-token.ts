import { randomBytes } from 'node:crypto';
import { readSecretFile } from '@mammofed/storage';
import { CoordinatorError } from '../errors.js';

const TOKEN_BYTES = 32;
/** An administrator may have put another token into the file, but not an empty or a guessable one. */
const MIN_TOKEN_CHARACTERS = 32;

/** A new token of 43 characters. */
export function newAdminToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** @throws StorageError `missing-key-file` | `unsafe-key-file`; CoordinatorError `corrupt-content`. */
export async function readAdminToken(path: string): Promise<string> {
  const token = await readSecretFile(path);
  if (token.length < MIN_TOKEN_CHARACTERS) {
    throw new CoordinatorError('corrupt-content', `${path} does not hold an admin token: restore it from a backup`);
  }
  return token;
}
