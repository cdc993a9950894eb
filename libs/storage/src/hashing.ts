import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { sha256Hex, type Sha256Hex } from '@mammofed/core';

export function sha256Of(bytes: Uint8Array | string): Sha256Hex {
  return sha256Hex(createHash('sha256').update(bytes).digest('hex'));
}

/** The SHA-256 of a file, piece by piece: a model need not fit into memory here. */
export async function sha256OfFile(path: string): Promise<Sha256Hex> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return sha256Hex(hash.digest('hex'));
}
