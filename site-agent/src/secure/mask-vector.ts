import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { packedBlocks, sha256Hex } from '@mammofed/core';
import { MaskStream, Secret } from '@mammofed/privacy';
import { syncDirectory } from '@mammofed/storage';
import { SiteError } from '../errors.js';
import type { MaskDone, MaskJob } from './mask-messages.js';

/** Blocks that are read and written at a time. */
const BLOCKS_AT_A_TIME = 64;

/**
 * Adds the masks to a stored vector and writes the sum, block by block. It is on disk when this returns, whole, or not at
 * all; the keys are wiped either way.
 * @throws SiteError `masking-failed` if the stored vector is not the one whose hash it has; what the disk says.
 */
export async function maskVector(job: MaskJob): Promise<MaskDone> {
  const masks = new MaskStream(
    job.layout,
    job.masks.map(({ key, sign }) => ({ key: new Secret(key), sign })),
  );
  for (const { key } of job.masks) key.fill(0);
  const unfinished = `${job.maskedPath}.new`;
  try {
    const done = await addMasks(job, masks, unfinished);
    await rename(unfinished, job.maskedPath);
    await syncDirectory(dirname(job.maskedPath));
    return done;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function addMasks(
  { layout, vectorPath, vectorSha256 }: MaskJob,
  masks: MaskStream,
  path: string,
): Promise<MaskDone> {
  const [before, after] = [createHash('sha256'), createHash('sha256')];
  const vector = await open(vectorPath, 'r');
  const masked = await open(path, 'w', 0o600);
  let byteLength = 0;
  try {
    for (const blocks of piecesOf([...packedBlocks(layout)])) {
      const piece = new Uint8Array(blocks.reduce((sum, length) => sum + length, 0));
      const { bytesRead } = await vector.read(piece, 0, piece.length, byteLength);
      if (bytesRead !== piece.length) throw damaged();
      before.update(piece);
      let at = 0;
      for (const length of blocks) {
        masks.addTo(piece.subarray(at, at + length));
        at += length;
      }
      after.update(piece);
      await masked.writeFile(piece);
      byteLength += piece.length;
    }
    if (before.digest('hex') !== vectorSha256) throw damaged();
    await masked.sync();
  } finally {
    await Promise.all([vector.close(), masked.close()]);
  }
  return { sha256: sha256Hex(after.digest('hex')), byteLength };
}

function* piecesOf(blocks: readonly number[]): Generator<readonly number[]> {
  for (let at = 0; at < blocks.length; at += BLOCKS_AT_A_TIME) yield blocks.slice(at, at + BLOCKS_AT_A_TIME);
}

function damaged(): SiteError {
  return new SiteError(
    'masking-failed',
    'the stored update is not what was trained: nothing is sent; check the disk of this machine',
  );
}
