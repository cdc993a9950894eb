import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminServer, json } from '../admin-server.test-support.js';
import { run } from '../main.js';
import { RecordedScreen } from '../run-view.test-support.js';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mammofed-import-test-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function typed(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const screen = new RecordedScreen();
  const code = await run(argv, screen);
  return { code, out: screen.printed.join('\n'), error: screen.noted.join('\n') };
}

/** A model as `run create` makes it, uploaded to a coordinator. */
async function newModel(server: AdminServer): Promise<Buffer> {
  server.answer = json(200, { sha256: 'a'.repeat(64), byteLength: 1, runId: 'run-1' });
  const words =
    '--study masses --seed 1 --rounds 1 --mode sealed --min-sites 2 --model unet --width 1/32 --size 16'.split(' ');
  const { code, error } = await typed('run', 'create', '--dir', server.dir, ...words);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return uploaded(server);
}

/** The model that the server was sent last. */
function uploaded(server: AdminServer): Buffer {
  const requests = server.seen.splice(0);
  return requests.find(({ method, url }) => method === 'POST' && url === '/admin/models')?.body as Buffer;
}

describe('mammofed model import', () => {
  it('makes of an export, ONNX or tfjs, the model that was exported, in a file and in the store', async () => {
    const server = await AdminServer.start();
    try {
      const model = await newModel(server);
      const sha256 = createHash('sha256').update(model).digest('hex');
      const path = join(dir, 'model.safetensors');
      await writeFile(path, model);
      for (const [format, name] of [
        ['onnx', 'model.onnx'],
        ['tfjs', 'web-model'],
      ] as const) {
        const exported = join(dir, name);
        const words = ['model', 'export', '--model', path, '--format', format, '--out', exported];
        expect(await typed(...words)).toMatchObject({ code: 0, error: '' });
        const again = await typed(...words);
        expect(again.error).toMatch(/--force/);
        expect(again.code).toBe(2);
        expect((await typed(...words, '--force')).code).toBe(0);

        const out = join(dir, `${format}.safetensors`);
        const { code, out: printed } = await typed('model', 'import', exported, '--out', out, '--dir', server.dir);
        expect(printed).toBe(
          [`Model ${sha256} is in ${out} (`, `Model ${sha256} is in the store of ${server.dir} (`]
            .map((words) => printed.split('\n').find((line) => line.startsWith(words)))
            .join('\n'),
        );
        expect(code).toBe(0);
        expect((await readFile(out)).equals(model)).toBe(true);
        expect(uploaded(server).equals(model)).toBe(true);
        const machine = await typed('model', 'import', exported, '--dir', server.dir, '--json');
        expect(JSON.parse(machine.out)).toEqual({
          ...{ sha256, byteLength: model.length, exportedFrom: sha256, isUnchanged: true },
          ...{ out: null, isStored: true },
        });
        expect(uploaded(server).equals(model)).toBe(true);
      }
      expect((await readdir(dir)).sort()).toEqual([
        'model.onnx',
        'model.safetensors',
        'onnx.safetensors',
        'tfjs.safetensors',
        'web-model',
      ]);
    } finally {
      await server.end();
    }
  });

  it('is refused with exit code 2 without a target, onto its own input, or of what is no export', async () => {
    const file = join(dir, 'other.onnx');
    await writeFile(file, 'no model');
    const out = join(dir, 'out.safetensors');
    const refusals: [string[], RegExp][] = [
      [[file], /needs --out FILE, --dir DIR, or both/],
      [[file, '--out', file, '--force'], /never replaces what it imports/],
      [[file, '--out', file], /is there already/],
      [[file, '--out', out], /it is not an ONNX file/],
      [[join(dir, 'nowhere.onnx'), '--out', out], /nowhere\.onnx cannot be imported/],
      [[file, '--out', out, '--network', 'resnet'], /takes one of/],
    ];
    for (const [words, said] of refusals) {
      const { code, error } = await typed('model', 'import', ...words);
      expect(error).toMatch(said);
      expect(code).toBe(2);
    }
    expect(await readdir(dir)).toEqual(['other.onnx']);
  });
});
