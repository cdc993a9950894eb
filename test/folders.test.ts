// The system says of every new folder under /proc that it is not there, which Node's own `recursive` takes for an
// invitation to try again, for ever.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeModelFile } from '@mammofed/core';
import { encodeJoinCode, generateIdentity, sodiumReady } from '@mammofed/privacy';
import { Workbench } from './support/processes.js';

const onLinux = process.platform === 'linux' ? describe : describe.skip;
const NOWHERE = '/proc/mammofed/made';

onLinux('a folder that the system does not let be made', () => {
  const workbench = new Workbench();
  let model: string;
  let data: string;

  beforeAll(async () => {
    await sodiumReady();
    model = join(await workbench.dir(), 'model.safetensors');
    data = join(await workbench.dir(), 'data');
    await mkdir(data);
    const tensors = [{ name: 'bias', shape: [1], data: Float32Array.of(0) }];
    const metadata = { model: 'unet', width: '0.03125', size: '16', study: 'folders', marginFraction: '0.1' };
    const window = '{"kind":"percentiles"}';
    await writeFile(model, encodeModelFile({ tensors, metadata: { ...metadata, window } }));
  });
  afterAll(() => workbench.end());

  const joinCode = (): string =>
    encodeJoinCode({
      url: 'http://127.0.0.1:9',
      coordinatorKey: generateIdentity().publicKey,
      rootKey: generateIdentity().publicKey,
      joinSecret: new Uint8Array(16),
    });

  it.each<[string, () => string[], number]>([
    ['evaluate', () => ['evaluate', '--model', model, '--data', data, '--out', NOWHERE], 1],
    ['predict', () => ['predict', '--model', model, '--in', data, '--out', NOWHERE], 1],
    ['demo', () => ['demo', '--out', NOWHERE], 2],
    ['coordinator init', () => ['coordinator', 'init', '--dir', NOWHERE], 2],
    ['site enrol', () => ['site', 'enrol', '--dir', NOWHERE, '--code', joinCode(), '--data', data], 2],
  ])(
    'ends %s, which names it',
    async (_command, words, exitCode) => {
      const { code, stderr } = await workbench.run(...words());
      expect(stderr).toMatch(/\/proc\/mammofed.* cannot be (made|written): /);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(code).toBe(exitCode);
    },
    120_000,
  );
});
