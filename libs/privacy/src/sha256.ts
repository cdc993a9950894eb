import { createHash } from 'node:crypto';

/** SHA-256, 32 bytes. Node's: the bindings' types name one of libsodium's, which their ordinary build leaves out. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(bytes).digest());
}
