import { generateIdentity, type Identity } from '@mammofed/privacy';
import { readIdentity, StorageError, writeIdentity } from '@mammofed/storage';

/**
 * The key of an enrolment that is under way: the one an earlier, interrupted try made, or a new one. It is on disk when
 * this returns: a code that is used up for a key that a crash then loses could never be used again.
 * @throws StorageError `unsafe-key-file` | `corrupt-key-file`.
 */
export async function readOrMakeIdentity(path: string): Promise<Identity> {
  try {
    return await readIdentity(path);
  } catch (error) {
    if (!(error instanceof StorageError && error.code === 'missing-key-file')) throw error;
  }
  const identity = generateIdentity();
  await writeIdentity(path, identity);
  return identity;
}
