import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeModelFile } from '@mammofed/core';
import { AdminServer, json, type Answer } from '../admin-server.test-support.js';
import { run } from '../main.js';
import { completedRun, RecordedScreen, round } from '../run-view.test-support.js';

const FILE = encodeModelFile({
  tensors: [
    { name: 'kernel', shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) },
    { name: 'bias', shape: [3], data: Float32Array.of(7, 8, 9) },
  ],
  metadata: { model: 'unet', width: '0.125', size: '64', study: 'masses', round: '2' },
});
const SHA256 = createHash('sha256').update(FILE).digest('hex');
const OLD = 'f'.repeat(64);

let server: AdminServer;
let dir: string;

beforeEach(async () => {
  server = await AdminServer.start();
  dir = await mkdtemp(join(tmpdir(), 'mammofed-models-'));
  server.answer = store(FILE);
});
afterEach(async () => {
  await server.end();
  await rm(dir, { recursive: true, force: true });
});

/** A coordinator with one run and two models; what it hands out for each is `file`. */
function store(file: Uint8Array): Answer {
  const view = completedRun({
    runId: 'run-1',
    initialModelSha256: OLD,
    modelSha256: SHA256,
    rounds: [round(2, [], { modelSha256: SHA256 })],
  });
  const models = [
    { sha256: SHA256, byteLength: FILE.length, metadata: { model: 'unet', width: '0.125', size: '64', round: '2' } },
    { sha256: OLD, byteLength: 10, metadata: {} },
  ];
  const answers: Record<string, Answer> = {
    '/admin/models': json(200, { models }),
    '/admin/runs': json(200, { runs: [{ runId: 'run-1', createdAtMs: 0 }] }),
    '/admin/runs/run-1': json(200, view),
    [`/admin/models/${SHA256}`]: (_, response) => void response.writeHead(200).end(file),
  };
  const unknown = json(404, { error: { code: 'not-found', message: 'there is no such model' } });
  return (request, response) => (answers[request.url ?? ''] ?? unknown)(request, response);
}

async function typed(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const screen = new RecordedScreen();
  const code = await run([...argv, '--dir', server.dir], screen);
  return { code, out: screen.printed.join('\n'), error: screen.noted.join('\n') };
}

describe('mammofed model', () => {
  it('list shows each model with the run and round that name it, and – for what an older one does not say', async () => {
    const { out } = await typed('model', 'list');
    const [header, initial, committed] = out.split('\n');
    expect(header).toMatch(/^hash +model +width +size +study +run +round +bytes$/);
    expect(initial).toMatch(/^f{12} +– +– +– +– +run-1:0 +– +10 B$/);
    expect(committed).toMatch(new RegExp(`^${SHA256.slice(0, 12)} +unet +1/8 +64 +– +run-1:2 +2 +\\d+ B$`));
    const machine = JSON.parse((await typed('model', 'list', '--json')).out) as { models: { runs: string[] }[] };
    expect(machine.models.map(({ runs }) => runs)).toEqual([['run-1:0'], ['run-1:2']]);
  });

  it('show names the tensors with their shapes and counts the parameters, under each of a model’s names', async () => {
    for (const name of [SHA256, SHA256.slice(0, 6), 'run-1', 'run-1:2']) {
      const { code, out } = await typed('model', 'show', name);
      expect(code).toBe(0);
      expect(out).toContain(`model ${SHA256}`);
      expect(out).toMatch(/9 parameters in 2 tensors/);
      expect(out).toMatch(/study +masses/);
      expect(out).toMatch(/kernel +2×3/);
    }
    expect(JSON.parse((await typed('model', 'show', 'run-1', '--json')).out)).toMatchObject({
      sha256: SHA256,
      parameterCount: 9,
    });
  });

  it('refuses an unknown name, and one of the store without --dir, with exit code 2', async () => {
    const unknown = await typed('model', 'show', 'abcdef');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.error).toMatch(/No model of the store.*model list/);
    expect((await typed('model', 'show', 'no-run')).error).toMatch(/There is no run no-run.*RUN-ID:ROUND/);
    expect((await typed('model', 'show', './nothing.safetensors')).error).toMatch(/There is no model file/);
    const screen = new RecordedScreen();
    expect(await run(['model', 'show', 'run-1'], screen)).toBe(2);
    expect(screen.noted.join()).toMatch(/--dir DIR/);
  });

  it('does not take a model whose bytes do not match its hash, and leaves nothing of it', async () => {
    const changed = Uint8Array.from(FILE);
    changed[changed.length - 1] = 1;
    server.answer = store(changed);
    const usual = process.env['TMPDIR'];
    process.env['TMPDIR'] = dir;
    try {
      const { code, error } = await typed('model', 'show', 'run-1');
      expect(code).toBe(1);
      expect(error).toMatch(/its hash differs/);
      expect(await readdir(dir)).toEqual([]);
    } finally {
      if (usual === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = usual;
    }
  });

  it('export writes the store’s bytes, and replaces a file only with --force', async () => {
    const out = join(dir, 'model.safetensors');
    const words = ['model', 'export', '--model', 'run-1:2', '--format', 'safetensors', '--out', out];
    expect((await typed(...words)).code).toBe(0);
    expect(new Uint8Array(await readFile(out))).toEqual(FILE);
    await writeFile(out, 'mine');
    const refused = await typed(...words);
    expect(refused.code).toBe(2);
    expect(refused.error).toMatch(/is there already.*--force/);
    expect(await readFile(out, 'utf8')).toBe('mine');
    expect((await typed(...words, '--force')).code).toBe(0);
    expect(new Uint8Array(await readFile(out))).toEqual(FILE);
    const itself = await typed('model', 'export', '--model', out, '--format', 'onnx', '--out', out, '--force');
    expect(itself.error).toMatch(/never replaces the model/);
    expect((await typed('model', 'export', '--model', 'x', '--format', 'h5', '--out', out)).code).toBe(2);
  });
});
