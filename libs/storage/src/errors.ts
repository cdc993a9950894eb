import { CodedError, type ErrorCatalogue } from '@mammofed/core';

export const STORAGE_ERRORS = {
  'folder-in-use': {
    meaning: 'A live process holds the lock of this folder.',
    next: 'Stop that process first; the message names it.',
  },
  'missing-key-file': {
    meaning: 'A file that holds a secret is not there.',
    next: 'Restore it from a backup, or set up anew in another folder.',
  },
  'unsafe-key-file': {
    meaning: 'Other users of this machine can read or write a file that holds a secret.',
    next: 'Make it private (chmod 600) and consider whether somebody has read it.',
  },
  'corrupt-key-file': {
    meaning: 'A file that should hold a secret holds something else.',
    next: 'Restore it from a backup.',
  },
} as const satisfies ErrorCatalogue;

export type StorageErrorCode = keyof typeof STORAGE_ERRORS;

export class StorageError extends CodedError<StorageErrorCode> {}
