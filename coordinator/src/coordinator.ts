import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Clock, Logger } from '@mammofed/core';
import { fingerprint, Secret, sodiumReady } from '@mammofed/privacy';
import { FolderLock, readIdentity, readSecretFile, writeDurably } from '@mammofed/storage';
import { parseConfig, type CoordinatorConfig } from './config.js';
import { coordinatorPaths, type CoordinatorPaths } from './coordinator-paths.js';
import { CoordinatorSettings } from './coordinator-settings.js';
import { Database, type DatabaseSource } from './database/database.js';
import { assertKindOfDatabase, claimDatabase, noteKindOfDatabase } from './database/own-database.js';
import { CoordinatorError } from './errors.js';
import { readAdminToken } from './folder/admin-token.js';
import { writeFirstEntries } from './log/first-entries.js';
import { ModelStore } from './models/model.store.js';
import { CoordinatorServer } from './server.js';
import { UploadStore } from './transfers/upload.store.js';

/** A coordinator that listens. */
export interface RunningCoordinator {
  readonly name: string;
  /** Where it is reached from this machine. */
  readonly url: string;
  readonly fingerprint: string;
  /** Ends it cleanly; what is under way goes on at the next start. */
  stop(): Promise<void>;
}

/** What the person who starts a coordinator says of its database; the configuration may say it too. */
export interface DatabaseWish {
  /** `--database-url-file`; null: not given. It comes before the configuration's `databaseUrlFile`. */
  readonly urlFile: string | null;
  /** `DATABASE_URL`, where no file is named; null or empty: the embedded database. */
  readonly url: string | null;
}

/**
 * Starts the coordinator of a folder: checks it, takes it, opens it, goes on with its runs, and listens.
 * @throws CoordinatorError `not-initialised`, `bad-configuration`, `corrupt-content`, `corrupt-log`, `port-in-use`,
 * `database-unavailable`, `database-in-use`, `wrong-database`; StorageError. Nothing
 * stays open then.
 */
export async function startCoordinator(
  dir: string,
  clock: Clock,
  log: Logger,
  wish: DatabaseWish,
): Promise<RunningCoordinator> {
  const paths = coordinatorPaths(dir);
  const config = await readConfig(paths.config);
  const identity = await readIdentity(paths.identity);
  const settings = new CoordinatorSettings(await readAdminToken(paths.adminToken), config.publicUrl);
  await sodiumReady();
  const ownFingerprint = fingerprint(identity.publicKey);

  const opened: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    // In reverse: what was opened last uses what was opened before. One failure does not keep the rest open.
    const failures: unknown[] = [];
    for (const close of opened.splice(0).reverse()) await close().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    const lock = await FolderLock.take(paths.lock);
    opened.push(() => lock.release());
    // One that a crash left would send people to where nobody listens.
    await rm(paths.address, { force: true });
    const source = await databaseSource(paths, config, wish);
    await assertKindOfDatabase(paths, source.kind);
    const database = await Database.open(source);
    opened.push(() => database.close());
    await claimDatabase(database, Buffer.from(identity.publicKey).toString('hex'));
    await noteKindOfDatabase(paths, source.kind);
    await writeFirstEntries(database, clock.nowMs());
    const models = await ModelStore.open(paths.models);
    const uploads = await UploadStore.open(paths.uploads);
    const server = await CoordinatorServer.create({ settings, identity, database, models, uploads, clock, log });
    opened.push(() => server.close());
    await server.resumeRuns();
    const url = localUrl(config.host, await server.listen(config.host, config.port));
    settings.listensAt(url);
    opened.push(() => rm(paths.address, { force: true }));
    await writeDurably(paths.address, JSON.stringify({ url }));
    log.info('coordinator listens', { url, database: source.kind });
    return { name: config.name, url, fingerprint: ownFingerprint, stop };
  } catch (error) {
    await stop().catch((failure: unknown) => log.error('not everything could be closed', { error: String(failure) }));
    throw error;
  }
}

async function readConfig(path: string): Promise<CoordinatorConfig> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new CoordinatorError(
      'not-initialised',
      `${path} is missing: make a coordinator with init first, or check --dir`,
      {},
      error,
    );
  });
  return parseConfig(text, path);
}

async function databaseSource(
  paths: CoordinatorPaths,
  { databaseUrlFile }: CoordinatorConfig,
  wish: DatabaseWish,
): Promise<DatabaseSource> {
  const file = wish.urlFile ?? (databaseUrlFile === undefined ? null : resolve(paths.dir, databaseUrlFile));
  const url = file === null ? wish.url : await readSecretFile(file);
  if (url === null || url === '') return { kind: 'embedded', dir: paths.database };
  return { kind: 'server', url: new Secret(Buffer.from(url)) };
}

/** What listens on every address is reached on this machine's own. */
function localUrl(host: string, port: number): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (host === '::') return `http://[::1]:${port}`;
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}
