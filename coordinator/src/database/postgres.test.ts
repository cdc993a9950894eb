import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateIdentity, sodiumReady } from '@mammofed/privacy';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { FakeSite, quantized } from '../fake-site.test-support.js';
import { testRunConfig } from '../run-config.test-support.js';
import { ScratchFolder } from '../scratch-folder.test-support.js';
import { TestCoordinator } from '../test-coordinator.test-support.js';
import { databaseUrlOn, onServer, secretUrl } from '../test-database.test-support.js';
import { change, initialModel } from '../training.test-support.js';
import { DatabaseLease } from './database-lease.js';
import { Database } from './database.js';
import * as schema from './schema.js';

const serverUrl = process.env['MAMMOFED_TEST_DATABASE_URL'];
const whereThereIsAServer = serverUrl === undefined ? describe.skip : describe;

/** Stands between the coordinator and the server, and can be taken away. */
class Line {
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  #port = 0;

  constructor(private readonly target: URL) {}

  async open(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(Number(this.target.port || 5432), this.target.hostname);
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => this.#sockets.delete(socket));
      }
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
      near.pipe(far);
      far.pipe(near);
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  get url(): string {
    const url = new URL(this.target);
    url.host = `127.0.0.1:${this.#port}`;
    return url.href;
  }

  /** As if the server were stopped: connections end, and there are no new ones. */
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve) ?? resolve(null));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    this.#server = null;
  }
}

let scratch: ScratchFolder;
let url: string;
beforeAll(() => sodiumReady());
beforeEach(async () => {
  scratch = await ScratchFolder.create();
  url = serverUrl === undefined ? '' : await databaseUrlOn(serverUrl, scratch.dir);
});
afterEach(() => scratch.remove());

/** A run that waits for the updates of its three sites. */
async function training(
  coordinator: TestCoordinator,
): Promise<{ readonly sites: readonly [FakeSite, FakeSite, FakeSite]; readonly runId: string }> {
  const sites: FakeSite[] = [];
  for (const name of ['north', 'south', 'west']) {
    const code = await coordinator.invite(name);
    const identity = generateIdentity();
    await FakeSite.enrol(code, identity);
    sites.push(await FakeSite.ready(coordinator.url, code.coordinatorKey, identity, 'site'));
  }
  const quorum = { minSites: 2, minExamples: 0, maxSites: 3, sites: null };
  const runId = await coordinator.startRun(testRunConfig({ quorum }), initialModel());
  return { sites: sites as [FakeSite, FakeSite, FakeSite], runId };
}

describe('a database on a server', () => {
  it('is given as a URL, and nothing of what it is not is repeated', async () => {
    const open = Database.open({ kind: 'server', url: secretUrl('mysql://admin:hunter2@host/x') });
    await expect(open).rejects.toMatchObject({
      code: 'bad-configuration',
      message: expect.not.stringContaining('hunter2'),
    });
  });

  it('is said to be unavailable where nothing listens', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const open = Database.open({ kind: 'server', url: secretUrl(`postgres://admin:hunter2@127.0.0.1:${port}/x`) });
    await expect(open).rejects.toMatchObject({
      code: 'database-unavailable',
      message: expect.not.stringContaining('hunter2'),
    });
  });
});

whereThereIsAServer('a PostgreSQL database', () => {
  it('is one coordinator’s at a time, and free again when it ends', async () => {
    const source = { kind: 'server', url: secretUrl(url) } as const;
    const first = await Database.open(source);
    await expect(Database.open(source)).rejects.toMatchObject({ code: 'database-in-use' });
    await first.close();
    await (await Database.open(source)).close();
  }, 60_000);

  it('is taken back from a session of this process that the server still holds, never from another’s', async () => {
    const config = { connectionString: url };
    const [ghost, same, other] = [
      new DatabaseLease(config, 'mammofed a'),
      new DatabaseLease(config, 'mammofed a'),
      new DatabaseLease(config, 'mammofed b'),
    ];
    await ghost.ensure();
    await expect(other.ensure()).rejects.toMatchObject({ code: 'database-in-use' });
    await same.ensure();
    await expect(other.ensure()).rejects.toMatchObject({ code: 'database-in-use' });
    for (const lease of [ghost, same, other]) await lease.release();
  }, 60_000);

  it('is not taken over from another coordinator, nor left for an embedded one', async () => {
    const [first, second] = [scratch.path('first'), scratch.path('second')];
    for (const dir of [first, second]) await TestCoordinator.initialise(dir);
    await (await TestCoordinator.start(first, url)).stop();
    await expect(TestCoordinator.start(second, url)).rejects.toMatchObject({ code: 'wrong-database' });
    await expect(TestCoordinator.start(first, null)).rejects.toMatchObject({ code: 'wrong-database' });
    await (await TestCoordinator.start(first, url)).stop();
  }, 120_000);

  it('may go away and come back: requests get a code, what sites say is kept, and the same round commits', async () => {
    const line = new Line(new URL(url));
    await line.open();
    const dir = scratch.path('coordinator');
    await TestCoordinator.initialise(dir);
    const coordinator = await TestCoordinator.start(dir, line.url);
    try {
      const { sites, runId } = await training(coordinator);
      const [north, south, west] = sites;
      const task = await north.next('train-task', runId);
      const updates = [quantized(task, change('north'), 50), quantized(task, change('south'), 50)] as const;
      expect(await north.upload(task, updates[0], 1)).toMatchObject({ nextChunk: 1 });

      await line.cut();
      const answer = await coordinator.admin('GET', `runs/${runId}`);
      expect(answer).toMatchObject({ status: 503, body: { error: { code: 'database-unavailable' } } });
      expect(await south.upload(task, updates[1])).toMatchObject({ kind: 'refused', code: 'database-unavailable' });
      // Said once, and never again by the site.
      const { round, attempt } = task;
      west.send({ kind: 'task-failed', runId: task.runId, round, attempt, code: 'too-few-examples', message: '3' });

      await line.open();
      expect(await north.upload(task, updates[0])).toMatchObject({ complete: true });
      expect(await south.upload(task, updates[1])).toMatchObject({ complete: true });
      const view = await coordinator.viewWhen(
        'the round to commit',
        runId,
        ({ rounds }) => rounds[0]?.state === 'committed',
      );
      expect(view.rounds).toMatchObject([{ attempt: 1 }]);
      expect(view.rounds[0]?.sites.map(({ status }) => status)).toEqual(['uploaded', 'uploaded', 'dropped']);
      for (const site of sites) site.disconnect();
    } finally {
      await coordinator.stop();
      await line.cut();
    }
  }, 120_000);

  it('may be taken by another coordinator while it is away: nothing is done on it until that one is gone', async () => {
    const line = new Line(new URL(url));
    await line.open();
    const dir = scratch.path('coordinator');
    await TestCoordinator.initialise(dir);
    const coordinator = await TestCoordinator.start(dir, line.url);
    const other = new DatabaseLease({ connectionString: url });
    try {
      const { sites, runId } = await training(coordinator);
      const [north] = sites;
      const task = await north.next('train-task', runId);
      const update = quantized(task, change('north'), 50);
      await line.cut();
      await other.take();
      await line.open();
      expect(await north.upload(task, update)).toMatchObject({ kind: 'refused', code: 'database-in-use' });
      const answer = await coordinator.admin('GET', `runs/${runId}`);
      expect(answer).toMatchObject({ status: 503, body: { error: { code: 'database-in-use' } } });

      await other.release();
      expect(await north.upload(task, update)).toMatchObject({ complete: true });
      for (const site of sites) site.disconnect();
    } finally {
      await other.release();
      await coordinator.stop();
      await line.cut();
    }
  }, 120_000);

  it('has the tables and columns that the schema names', async () => {
    await (await Database.open({ kind: 'server', url: secretUrl(url) })).close();
    const rows = await onServer(
      url,
      "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'",
    );
    const named = Object.values(schema)
      .filter((table) => is(table, PgTable))
      .flatMap((table) => Object.values(getTableColumns(table)).map(({ name }) => `${getTableName(table)}.${name}`));
    expect(rows.map((row) => [row['table_name'], row['column_name']].join('.')).sort()).toEqual(
      [...named, 'migrations.name'].sort(),
    );
  }, 60_000);
});
