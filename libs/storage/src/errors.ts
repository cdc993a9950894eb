import { CodedError } from '@mammofed/core';

/**
 * - `folder-in-use`: a live process holds the folder's lock.
 * - `missing-key-file`: a file that holds a secret is not there.
 * - `unsafe-key-file`: others on this machine can read or write it.
 * - `corrupt-key-file`: it does not hold what it should.
 */
export type StorageErrorCode = 'folder-in-use' | 'missing-key-file' | 'unsafe-key-file' | 'corrupt-key-file';

export class StorageError extends CodedError<StorageErrorCode> {}
