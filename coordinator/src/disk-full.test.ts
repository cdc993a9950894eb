import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateIdentity, sodiumReady, type Identity } from '@mammofed/privacy';
import { coordinatorPaths } from './coordinator-paths.js';
import { Database } from './database/database.js';
import { passingFailure } from './database/database-failure.js';
import { EnrolmentStore } from './enrolment/enrolment.store.js';
import { FakeSite, hashOf, quantized } from './fake-site.test-support.js';
import { testRunConfig } from './run-config.test-support.js';
import { ScratchFolder } from './scratch-folder.test-support.js';
import { TestCoordinator } from './test-coordinator.test-support.js';
import { SmallDisk } from './tmpfs.test-support.js';
import { change, initialModel } from './training.test-support.js';

const disk = SmallDisk.mount(40);
const whereMountIsPermitted = disk === null ? describe.skip : describe;

let scratch: ScratchFolder;
afterAll(async () => {
  await scratch?.remove();
  disk?.unmount();
});

whereMountIsPermitted('the embedded database on a full disk', () => {
  it('says so with a code, keeps what it acknowledged, and goes on when there is room', async () => {
    const own = SmallDisk.mount(64) as SmallDisk;
    try {
      const source = { kind: 'embedded', dir: join(own.dir, 'database') } as const;
      const database = await Database.open(source);
      const invite = (i: number) =>
        new EnrolmentStore(database).addInvite({
          secretSha256: hashOf(Buffer.from(`${i}`)),
          siteName: `${i}`.padEnd(64, 'x'),
          createdAtMs: 1,
          expiresAtMs: 2,
          usedBySiteId: null,
        });
      own.fill(200_000);
      let acknowledged = 0;
      let failure: unknown = null;
      while (failure === null && acknowledged < 3000) {
        await invite(acknowledged).then(
          () => acknowledged++,
          (error: unknown) => (failure = error),
        );
      }
      expect(passingFailure(failure)).toMatchObject({ code: 'disk-full' });
      own.makeRoom();
      await invite(acknowledged++);
      await database.close();
      const again = await Database.open(source);
      const { rows } = (await again.orm.execute('SELECT count(*)::int AS total FROM invites')) as unknown as {
        readonly rows: { readonly total: number }[];
      };
      expect(rows).toEqual([{ total: acknowledged }]);
      await again.close();
    } finally {
      own.unmount();
    }
  }, 120_000);
});

whereMountIsPermitted('a new database for which there is no room', () => {
  it('says so with a code, and is made from the same folder when there is room', async () => {
    const own = SmallDisk.mount(64) as SmallDisk;
    try {
      const source = { kind: 'embedded', dir: join(own.dir, 'database') } as const;
      own.fill(10_000_000);
      await expect(Database.open(source)).rejects.toMatchObject({ code: 'disk-full' });
      own.makeRoom();
      await (await Database.open(source)).close();
    } finally {
      own.unmount();
    }
  }, 120_000);
});

whereMountIsPermitted('a coordinator whose disk is full', () => {
  const small = disk as SmallDisk;
  let coordinator: TestCoordinator;
  let coordinatorKey: Uint8Array;
  let identities: readonly Identity[];

  beforeAll(async () => {
    await sodiumReady();
    scratch = await ScratchFolder.create();
    const dir = scratch.path('coordinator');
    await TestCoordinator.initialise(dir);
    // Models and uploads on the small disk; the database elsewhere, so that what it says is of the files alone.
    const paths = coordinatorPaths(dir);
    for (const name of ['models', 'uploads'] as const) {
      await mkdir(join(small.dir, name));
      await symlink(join(small.dir, name), paths[name]);
    }
    coordinator = await TestCoordinator.start(dir);
    identities = [generateIdentity(), generateIdentity()];
    for (const [i, name] of ['north', 'south'].entries()) {
      const code = await coordinator.invite(name);
      coordinatorKey = code.coordinatorKey;
      await FakeSite.enrol(code, identities[i] as Identity);
    }
  }, 180_000);
  afterAll(() => coordinator?.stop());

  it('refuses a model with a code, keeps nothing of it, and takes it when there is room', async () => {
    small.fill(1_000_000);
    const model = initialModel('no room');
    const refused = await coordinator.admin('POST', 'models', { bytes: model });
    expect(refused).toMatchObject({ status: 507, body: { error: { code: 'disk-full' } } });
    expect(JSON.stringify(refused.body)).toMatch(/models; make room/);
    expect(await readdir(join(small.dir, 'models'))).toEqual([]);
    small.makeRoom();
    expect((await coordinator.admin('POST', 'models', { bytes: model })).status).toBe(201);
  });

  it('refuses chunks with a code, says so in the log and in the run, and commits the same round when there is room', async () => {
    const [north, south] = (await Promise.all(
      identities.map((identity) => FakeSite.ready(coordinator.url, coordinatorKey, identity, 'site')),
    )) as [FakeSite, FakeSite];
    const runId = await coordinator.startRun(testRunConfig(), initialModel());
    const task = await north.next('train-task', runId);
    const [northUpdate, southUpdate] = [
      quantized(task, change('north'), 50),
      quantized(task, change('south'), 50),
    ] as const;
    expect(await south.upload(task, southUpdate)).toMatchObject({ complete: true });
    // Room for one of three chunks and a half.
    small.fill(1_600_000);
    expect(await north.upload(task, northUpdate)).toMatchObject({ kind: 'refused', code: 'disk-full' });
    // Announced again, it goes on after what is whole on disk, and is refused again.
    expect(await north.upload(task, northUpdate)).toMatchObject({ kind: 'refused', code: 'disk-full' });
    expect((await coordinator.view(runId)).note).toMatch(/round 1 waits for an update: the disk is full: .*uploads/);
    expect(coordinator.logLines.filter((line) => line.includes('the disk is full')).length).toBeGreaterThan(0);
    small.makeRoom();
    expect(await north.upload(task, northUpdate)).toMatchObject({ complete: true });
    const view = await coordinator.viewWhen(
      'the round to commit',
      runId,
      ({ rounds }) => rounds[0]?.state === 'committed',
    );
    expect(view).toMatchObject({ note: null, rounds: [{ attempt: 1 }] });
    expect(hashOf(await coordinator.model(view.modelSha256))).toBe(view.modelSha256);
    for (const site of [north, south]) site.disconnect();
  }, 120_000);
});
