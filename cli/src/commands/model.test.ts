import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeModelFile } from '@mammofed/core';
import { AdminServer, json, type Answer } from '../admin-server.test-support.js';
import { run } from '../main.js';
import { completedRun, RecordedScreen, round } from '../run-view.test-support.js';

const BIN = fileURLToPath(new URL('../../bin/mammofed.js', import.meta.url));

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

/** As `typed`, in a process of its own: a test's own environment is a copy, of which the system's modules see nothing. */
async function typedWithTemporary(folder: string, ...argv: string[]): Promise<{ code: unknown; error: string }> {
  const env = { ...process.env, TMPDIR: folder, TEMP: folder };
  return promisify(execFile)(process.execPath, [BIN, ...argv, '--dir', server.dir], { env }).then(
    () => ({ code: 0, error: '' }),
    ({ code, stderr }: { code?: unknown; stderr: string }) => ({ code, error: stderr }),
  );
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
    const { code, error } = await typedWithTemporary(dir, 'model', 'show', 'run-1');
    expect(error).toMatch(/its hash differs/);
    expect(code).toBe(1);
    expect(await readdir(dir)).toEqual([]);
  });

  it('says with exit code 1 that there is no room for a model of the store, and where', async () => {
    const { code, error } = await typedWithTemporary(join(dir, 'nowhere'), 'model', 'show', 'run-1');
    expect(error).toMatch(/cannot be kept in .*nowhere.*TMPDIR/);
    expect(code).toBe(1);
  });

  it('neither shows nor exports a file that is no model: exit code 2, and nothing is written', async () => {
    const text = join(dir, 'text.safetensors');
    const cut = join(dir, 'cut.safetensors');
    const out = join(dir, 'copy.safetensors');
    await writeFile(text, 'no model at all');
    await writeFile(cut, FILE.subarray(0, FILE.length - 4));
    for (const name of [text, cut]) {
      expect((await typed('model', 'show', name)).code).toBe(2);
      const refused = await typed('model', 'export', '--model', name, '--format', 'safetensors', '--out', out);
      expect(refused).toMatchObject({ code: 2, out: '' });
      expect(refused.error).toMatch(/the model file cannot be read/);
    }
    expect((await readdir(dir)).sort()).toEqual(['cut.safetensors', 'text.safetensors']);
  });

  it('takes no empty name of a study', async () => {
    const { code, error } = await typed('evaluate', '--model', './model.safetensors', '--data', dir, '--study', '');
    expect(error).toMatch(/takes a name for --study, not nothing/);
    expect(code).toBe(2);
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

  it('export writes an ordinary file, whatever the mode of the model and of what it replaces', async () => {
    if (process.platform === 'win32') return;
    const own = join(dir, 'own.safetensors');
    await writeFile(own, FILE, { mode: 0o400 });
    const out = join(dir, 'out');
    const mask = process.umask(0o027);
    try {
      for (const model of ['run-1:2', own]) {
        const words = ['model', 'export', '--model', model, '--format', 'safetensors', '--out', out, '--force'];
        expect((await typed(...words)).code).toBe(0);
        expect((await stat(out)).mode & 0o777).toBe(0o640);
        await chmod(out, 0o600);
      }
    } finally {
      process.umask(mask);
    }
  });

  it('export leaves nothing behind where its file cannot be', async () => {
    const out = join(dir, 'x'.repeat(256));
    const refused = await typed('model', 'export', '--model', 'run-1:2', '--format', 'safetensors', '--out', out);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.error).toMatch(/x{256} cannot be written/);
    expect(await readdir(dir)).toEqual([]);
  });
});
