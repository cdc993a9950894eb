import { CoordinatorError } from './errors.js';

/** @returns a failure that says where there is no room and what to do; the error itself if it is another one. */
export function sayingWhere(error: unknown, dir: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new CoordinatorError(
    'disk-full',
    `the disk is full: nothing more can be written to ${dir}; make room there, and it is tried again by itself`,
    {},
    error,
  );
}
