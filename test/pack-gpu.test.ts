import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..');
const SCRIPT = join(ROOT, 'scripts', 'pack-gpu.mjs');
const isLinuxX64 = process.platform === 'linux' && process.arch === 'x64';

/** Chromium's Vulkan loader and SwiftShader, a driver without a GPU; where they are missing, any file is packed as a loader. */
const CHROMIUM_LOADER = '/usr/lib/chromium/libvulkan.so.1';
const SWIFTSHADER = '/usr/lib/chromium/vk_swiftshader_icd.json';
const hasSwiftShader = existsSync(CHROMIUM_LOADER) && existsSync(SWIFTSHADER);
const LOADER = hasSwiftShader ? CHROMIUM_LOADER : SCRIPT;

let dir: string;
let packed: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mammofed-pack-'));
  packed = join(dir, 'mammofed-gpu');
});
afterAll(() => rm(dir, { recursive: true, force: true }));

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program with nothing in its environment but an empty home: no PATH, so nothing of this machine's Node. */
async function bare(program: string, ...args: string[]): Promise<Outcome> {
  return bareWith({}, program, ...args);
}

async function bareWith(env: NodeJS.ProcessEnv, program: string, ...args: string[]): Promise<Outcome> {
  const home = join(dir, 'home');
  await mkdir(home, { recursive: true });
  const options = { cwd: home, env: { ...env, HOME: home }, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(program, args, options);
  expect(await readdir(home)).toEqual([]);
  return { status, stdout, stderr };
}

(isLinuxX64 ? describe : describe.skip)('what is packed for a bare machine with a GPU', () => {
  beforeAll(async () => {
    const { status, stderr } = spawnSync(process.execPath, [SCRIPT, '--stage', packed, '--vulkan', LOADER], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('explains the bench, wherever it lies and from whichever folder it is called', async () => {
    const { status, stdout, stderr } = await bare(join(packed, 'mammofed'), 'bench', 'engine', '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: mammofed bench engine/);
  });

  it('compiles a step and trains with it', async () => {
    const at = (path: string): string => JSON.stringify(join(packed, path));
    const script = `
      await import(${at('site-agent/dist/no-telemetry.js')});
      const { CompiledTrainer, initialTensors } = await import(${at('libs/learning/dist/index.js')});
      const spec = { name: 'unet', width: 1 / 32, size: 16 };
      const trainer = await CompiledTrainer.create({ spec, batchSize: 1, threads: 1, learningRate: 0.01 });
      trainer.reset(await initialTensors(spec, 1));
      const [images, masks] = [new Float32Array(256).fill(0.5), new Float32Array(256)];
      const losses = [await trainer.step(images, masks), await trainer.step(images, masks)];
      process.stdout.write(JSON.stringify(losses));`;
    const { status, stdout, stderr } = await bare(join(packed, 'node'), '--input-type=module', '--eval', script);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [first, second] = JSON.parse(stdout) as [number, number];
    expect(second).toBeLessThan(first);
  });

  it('has every program of the product, which starts', async () => {
    for (const entry of ['cli/dist/main.js', 'coordinator/dist/main.js', 'site-agent/dist/main.js']) {
      const { stderr } = await bare(join(packed, 'node'), join(packed, entry), '--no-such-option');
      expect({ entry, stderr }).toEqual({
        entry,
        stderr: expect.not.stringMatching(/ERR_MODULE_NOT_FOUND|Cannot find/),
      });
    }
    const data = join(dir, 'home-of-database');
    const script = `
      const { PGlite } = await import(${JSON.stringify(join(packed, 'node_modules/@electric-sql/pglite/dist/index.js'))});
      const database = await PGlite.create(${JSON.stringify(data)});
      process.stdout.write(JSON.stringify((await database.query('select 1 as one')).rows));
      await database.close();`;
    const { stdout } = await bare(join(packed, 'node'), '--input-type=module', '--eval', script);
    expect(stdout).toBe('[{"one":1}]');
  });

  describe('the suite', () => {
    const suite = (env: NodeJS.ProcessEnv, ...args: string[]): Promise<Outcome> =>
      bareWith(env, join(packed, 'gpu-suite'), `--cacheDirectory=${join(dir, 'jest')}`, ...args);

    it('loads every test for WebGPU, and fails where no driver is named', async () => {
      const { status, stderr } = await suite({}, '--testNamePattern=says so|has no node|leaky ReLU');
      const files = stderr.match(/^FAIL .*$/gm)?.map((line) => line.replace(/^FAIL (\S+).*$/, '$1'));
      expect(files?.sort()).toEqual(
        ['webgpu-layers', 'webgpu-training', 'webgpu'].map((name) => `libs/learning/src/services/${name}.test.ts`),
      );
      expect(stderr).toMatch(/Tests: +4 failed, \d+ skipped, \d+ total/);
      expect(stderr).toMatch(/^ +no Vulkan driver is named\./m);
      expect(status).toBe(1);
    });

    (hasSwiftShader ? it : it.skip)('trains a layer on the driver that is named', async () => {
      const env = { VK_ICD_FILENAMES: SWIFTSHADER };
      const { status, stdout } = await suite(env, 'webgpu-layers', '--testNamePattern=leaky ReLU');
      expect(stdout).toMatch(/^1 passed, 0 failed, \d+ skipped$/m);
      expect(status).toBe(0);
    });
  });

  it('holds onnxruntime for Linux x64 alone, the Vulkan loader, and of sources and tests those of the suite', async () => {
    // Packages of the workspace are links to their folders, which are listed by themselves.
    const names = (await readdir(packed, { recursive: true })).filter(
      (name) => !name.endsWith('/') && !name.startsWith('node_modules/@mammofed/'),
    );
    const runtimes = names.filter((name) => /onnxruntime-node\/bin\/napi-v\d+\/[^/]+\/[^/]+$/.test(name));
    expect(runtimes.map((name) => name.split('/').slice(-2).join('/'))).toEqual(['linux/x64']);
    expect(await readFile(join(packed, 'lib', 'libvulkan.so.1'))).toEqual(await readFile(LOADER));
    expect(names.filter((name) => /\.map$|\.d\.ts$|^node_modules\/(typescript|eslint|prettier)\//.test(name))).toEqual(
      [],
    );
    const sources = names.filter((name) => name.endsWith('.ts') && !/^libs\/(core|learning)\/src\//.test(name));
    expect(sources).toEqual([]);
    const tests = names.filter((name) => /\.test\.[jt]s$/.test(name));
    expect(tests.filter((name) => !name.startsWith('libs/learning/src/services/'))).toEqual([]);
  });
});

describe('the packing', () => {
  it('does not write into a folder that is there, and names a loader that is not', () => {
    const refusals: [string[], RegExp][] = [
      [['--stage', dir], /which is there already/],
      [['--stage', join(dir, 'new'), '--vulkan', join(dir, 'nothing')], /no Vulkan loader at/],
    ];
    for (const [args, words] of refusals) {
      const { status, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
      expect(stderr).toMatch(isLinuxX64 ? words : /Linux x64 alone/);
      expect(status).toBe(1);
    }
  });
});
