export { syncDirectory, writeDurably } from './durable-file.js';
/** @public What this package refuses: docs/errors.md is made from it. */
export { STORAGE_ERRORS, StorageError, type StorageErrorCode } from './errors.js';
export { FolderLock } from './folder-lock.js';
export { sha256Of, sha256OfFile } from './hashing.js';
export { readIdentity, readSecretFile, unlockIdentity, writeIdentity, writeSealedIdentity } from './key-files.js';
export { makeFolder } from './make-folder.js';
