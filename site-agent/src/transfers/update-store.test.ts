import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runId } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import { temporaryFolders } from '../fixtures.test-support.js';
import { inputsHash, UpdateStore, type TrainedUpdate } from './update-store.js';

const folder = temporaryFolders();
const RUN = runId('run-1');
const BYTES = new Uint8Array([1, 2, 3, 4]);
const TRAINED: TrainedUpdate = {
  sha256: sha256Of(BYTES),
  byteLength: BYTES.length,
  exampleCount: 12,
  meanLoss: 0.5,
  engine: { name: 'compiled', device: 'cpu', steps: 6 },
};
const INPUTS = sha256Of('these inputs');
const refOf = (round: number, attempt = 1) => ({ runId: RUN, round, attempt });

async function store(updates: UpdateStore, round: number, attempt = 1): Promise<string> {
  const path = await updates.prepare(refOf(round, attempt), BYTES.length);
  await writeFile(path, BYTES);
  await updates.complete(refOf(round, attempt), INPUTS, TRAINED);
  return path;
}

describe('stored updates', () => {
  it('are found by an agent that was started again', async () => {
    const dir = await folder();
    const path = await store(new UpdateStore(dir), 2);
    expect(await new UpdateStore(dir).find(refOf(2), INPUTS)).toEqual({ ...TRAINED, path });
  });

  it('serve a later attempt of their round, whose training would give the same', async () => {
    const updates = new UpdateStore(await folder());
    const path = await store(updates, 2, 1);
    expect(await updates.find(refOf(2, 3), INPUTS)).toMatchObject({ path });
  });

  it('are not found for other inputs, another round or another run', async () => {
    const updates = new UpdateStore(await folder());
    await store(updates, 2);
    expect(await updates.find(refOf(2), sha256Of('others'))).toBeNull();
    expect(await updates.find(refOf(1), INPUTS)).toBeNull();
    expect(await updates.find({ ...refOf(2), runId: runId('run-2') }, INPUTS)).toBeNull();
  });

  it('are not found while unfinished, or once damaged', async () => {
    const updates = new UpdateStore(await folder());
    await writeFile(await updates.prepare(refOf(1), BYTES.length), BYTES);
    expect(await updates.find(refOf(1), INPUTS)).toBeNull();
    const path = await store(updates, 2);
    await writeFile(path, new Uint8Array([1, 2, 3, 5]));
    expect(await updates.find(refOf(2), INPUTS)).toBeNull();
    await writeFile(path, new Uint8Array([1, 2, 3]));
    expect(await updates.find(refOf(2), INPUTS)).toBeNull();
  });

  it('are removed once their round is over', async () => {
    const dir = await folder();
    const updates = new UpdateStore(dir);
    for (const round of [1, 2, 10]) await store(updates, round);
    await updates.discardThrough(RUN, 2);
    expect(await readdir(join(dir, RUN))).toEqual(['10-1']);
    await updates.discardThrough(RUN, 10);
    expect(await readdir(dir)).toEqual([]);
  });

  it('are removed when no coordinator has asked for them for a month', async () => {
    const dir = await folder();
    const updates = new UpdateStore(dir);
    await store(updates, 1);
    await store(updates, 2);
    const long = new Date('2020-01-01T00:00:00Z');
    await utimes(join(dir, RUN, '1-1'), long, long);
    await updates.discardOld(Date.now());
    expect(await readdir(join(dir, RUN))).toEqual(['2-1']);
  });

  it('survive a store that does not exist yet', async () => {
    const dir = join(await folder(), 'work');
    const updates = new UpdateStore(dir);
    await updates.discardOld(Date.now());
    await updates.discardThrough(RUN, 1);
    await mkdir(dir);
    expect(await updates.find(refOf(1), INPUTS)).toBeNull();
  });
});

describe('the hash of what an update depends on', () => {
  it('changes with every input', () => {
    const inputs = {
      round: 1,
      siteIndex: 0,
      configSha256: INPUTS,
      baseModelSha256: INPUTS,
      clips: [1, 2],
      quantumMax: 9,
    };
    const changes = [
      { round: 2 },
      { siteIndex: 1 },
      { configSha256: sha256Of('x') },
      { baseModelSha256: sha256Of('x') },
      { clips: [2, 1] },
      { quantumMax: 8 },
    ];
    const hashes = [{}, ...changes].map((change) => inputsHash({ ...inputs, ...change }));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
