export { syncDirectory, writeDurably } from './durable-file.js';
export { STORAGE_ERRORS, StorageError, type StorageErrorCode } from './errors.js';
export { FolderLock } from './folder-lock.js';
export { sha256Of, sha256OfFile } from './hashing.js';
export { readIdentity, readSecretFile, writeIdentity } from './key-files.js';
