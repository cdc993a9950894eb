import { join } from 'node:path';

/** Where a coordinator keeps what; everything lies under one folder of mode 0700. */
export interface CoordinatorPaths {
  readonly dir: string;
  readonly config: string;
  /** Ed25519 secret key, 128 hexadecimal digits, mode 0600. */
  readonly identity: string;
  /** Bearer token of the admin API, mode 0600. */
  readonly adminToken: string;
  /** `{url}`, written once it listens. */
  readonly address: string;
  /** Process id of the coordinator that runs on this folder. */
  readonly lock: string;
  readonly database: string;
  /** `embedded` or `server`: which kind of database the runs are in. */
  readonly databaseKind: string;
  readonly models: string;
  readonly uploads: string;
}

export function coordinatorPaths(dir: string): CoordinatorPaths {
  return {
    dir,
    config: join(dir, 'coordinator.json'),
    identity: join(dir, 'identity.key'),
    adminToken: join(dir, 'admin.token'),
    address: join(dir, 'address.json'),
    lock: join(dir, 'coordinator.lock'),
    database: join(dir, 'database'),
    databaseKind: join(dir, 'database.kind'),
    models: join(dir, 'models'),
    uploads: join(dir, 'uploads'),
  };
}
