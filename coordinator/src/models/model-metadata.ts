import { open } from 'node:fs/promises';

/** As core's model-file.ts: what lies beyond is no header of ours. */
const MAX_HEADER_BYTES = 16 * 1024 * 1024;

/**
 * Reads what a model's file says of itself, and nothing of its weights.
 * @param path - a safetensors file.
 * @returns its `__metadata__`; empty where the file is no model or has none: lists show it all the same.
 */
export async function readModelMetadata(path: string): Promise<Readonly<Record<string, string>>> {
  const handle = await open(path, 'r');
  try {
    const { buffer: start, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    const headerLength = bytesRead === 8 ? start.readBigUInt64LE(0) : 0n;
    if (headerLength === 0n || headerLength > BigInt(MAX_HEADER_BYTES)) return {};
    const header = Buffer.alloc(Number(headerLength));
    const read = await handle.read(header, 0, header.length, 8);
    return read.bytesRead === header.length ? metadataOf(header) : {};
  } finally {
    await handle.close();
  }
}

function metadataOf(header: Buffer): Record<string, string> {
  try {
    const { __metadata__: metadata } = JSON.parse(header.toString('utf8')) as { readonly __metadata__?: unknown };
    if (typeof metadata !== 'object' || metadata === null) return {};
    return Object.fromEntries(
      Object.entries(metadata).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}
