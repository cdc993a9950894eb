import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const SOURCES = import.meta.dirname;
const BUILT = join(SOURCES, '..', 'dist');
/** Files that Node is started with and that load learning code. */
const ENTRIES = [
  'initial-model',
  'trainer/trainer-process',
  'workbench/main',
  'engines/probe-process',
  'bench/engine-bench',
  'bench/start-time',
];

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'mammofed-home-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** Gives onnxruntime work after `first`, in a process of its own with an empty home. @returns what then lies in that home. */
async function leftInHome(first: string): Promise<string[]> {
  const script = `${first}
    const { InferenceSession } = await import('onnxruntime-node');
    await InferenceSession.create(new Uint8Array(2)).catch(() => undefined);`;
  const fresh = { ORT_DISABLE_TELEMETRY: undefined, XDG_CACHE_HOME: undefined };
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: SOURCES,
    env: { ...process.env, ...fresh, HOME: home, USERPROFILE: home, LOCALAPPDATA: home },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return readdir(home);
}

describe('onnxruntime in the processes of a site', () => {
  it('leaves nothing in the home folder, where its reports to Microsoft would wait', async () => {
    const url = pathToFileURL(join(BUILT, 'no-telemetry.js')).href;
    expect(await leftInHome(`await import(${JSON.stringify(url)});`)).toEqual([]);
  }, 60_000);

  it.each(ENTRIES)('%s turns the reports off before it loads anything', async (entry) => {
    const source = await readFile(join(SOURCES, `${entry}.ts`), 'utf8');
    const [first] = /(?<=^import [^;]*')[^']+(?=';$)/m.exec(source) ?? [];
    const expected = relative(join(SOURCES, entry, '..'), join(SOURCES, 'no-telemetry.js')).replaceAll('\\', '/');
    expect(first).toBe(expected.startsWith('.') ? expected : `./${expected}`);
  });
});
