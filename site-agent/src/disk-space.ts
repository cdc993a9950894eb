import { statfs } from 'node:fs/promises';
import { isCodedError } from '@mammofed/core';
import { SiteError } from './errors.js';

/** Left free for the ledger: without room for its lines the site could not even say that its disk is full. */
const RESERVE_BYTES = 4 * 1024 * 1024;

/** How the system says that a disk, or this user's share of it, is full. */
const FULL_CODES: readonly string[] = ['ENOSPC', 'EDQUOT'];

/** Whether something failed for want of room on the disk. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof SiteError) return error.code === 'disk-full';
  if (isCodedError(error)) return false;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code !== undefined && FULL_CODES.includes(code);
}

/**
 * Looks whether a file can be written before the work that it is for begins.
 * @param dir - where it is written; it must be there.
 * @throws SiteError `disk-full` if less is free than the bytes and the reserve for the ledger.
 */
export async function requireSpace(dir: string, byteLength: number): Promise<void> {
  const { bavail, bsize } = await statfs(dir);
  const freeBytes = bavail * bsize;
  if (freeBytes >= byteLength + RESERVE_BYTES) return;
  throw new SiteError(
    'disk-full',
    `the site's disk is full: ${megabytes(byteLength + RESERVE_BYTES)} MB are needed, ${megabytes(freeBytes)} MB are free; make room on it`,
    { neededBytes: byteLength + RESERVE_BYTES, freeBytes },
  );
}

function megabytes(byteLength: number): string {
  return (byteLength / 1e6).toFixed(1);
}

export interface SpaceWait {
  /** Called at each try that finds the disk full, before the pause. */
  readonly onFull: (error: unknown) => void;
  /** Waits a while. @throws if nobody wants the work any more. */
  readonly pause: () => Promise<void>;
}

/**
 * Does work that writes files; where the disk is full it is done again until there is room.
 * @param work - may be done again from its beginning: what it left half-written must be replaced or continued by it.
 * @throws whatever else `work` throws; what `pause` throws.
 */
export async function untilSpace<T>(work: () => Promise<T>, { onFull, pause }: SpaceWait): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      onFull(error);
    }
    await pause();
  }
}
