import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '../fixtures.test-support.js';
import { probeEngine } from './probe.js';

// The compiled process: `node scripts/setup.mjs` has built it before the tests run.
const ENTRY = pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', 'engines', 'probe-process.js'));
const folder = temporaryFolders();

/** A process that does this instead of training the self-test's steps. */
async function entryThat(does: string): Promise<URL> {
  const file = join(await folder(), 'probe.mjs');
  await writeFile(file, does);
  return pathToFileURL(file);
}

describe('a try of an engine', () => {
  it('finds that the processor computes what it should', async () => {
    const probe = await probeEngine('cpu', { entry: ENTRY });
    expect(probe).toEqual({ engine: 'cpu', problem: null, device: expect.any(String), isSoftware: false });
  });

  it.each([
    ['cuda', "onnxruntime's CUDA provider is not installed"],
    ['tfjs-node', '@tensorflow/tfjs-node is not installed'],
    ['tfjs-node-gpu', '@tensorflow/tfjs-node-gpu is not installed'],
  ] as const)('says what %s lacks', async (engine, problem) => {
    expect(await probeEngine(engine, { entry: ENTRY })).toEqual({ engine, problem, device: null, isSoftware: null });
  });

  it('survives a crash of native code', async () => {
    const entry = await entryThat("process.kill(process.pid, 'SIGSEGV'); setInterval(() => undefined, 1000);");
    const { problem } = await probeEngine('webgpu', { entry });
    expect(problem).toBe('its self-test crashed: its process was ended by SIGSEGV');
  });

  it('takes an end without a word for what it is', async () => {
    const { problem } = await probeEngine('webgpu', { entry: await entryThat('process.exit(3);') });
    expect(problem).toBe('its self-test ended its process with exit code 3');
  });

  it('does not wait for ever', async () => {
    const entry = await entryThat('setInterval(() => undefined, 1000);');
    const { problem } = await probeEngine('webgpu', { entry, timeoutMs: 1 });
    expect(problem).toBe('its self-test gave no answer within 0.001 s');
  });

  it('ends when its caller gives up', async () => {
    const abort = new AbortController();
    const entry = await entryThat('setInterval(() => undefined, 1000);');
    const attempt = probeEngine('webgpu', { entry, signal: abort.signal });
    abort.abort(new Error('enough'));
    await expect(attempt).rejects.toThrow('enough');
    await expect(probeEngine('webgpu', { entry, signal: abort.signal })).rejects.toThrow('enough');
  });

  it('names the device that Vulkan opened, and knows a program on the processor', async () => {
    const says = (device: string, driver: string): Promise<URL> =>
      entryThat(
        `process.stderr.write(${JSON.stringify(`[Vulkan Loader] DRIVER:  Using "${device}" with driver: "${driver}"\n`)});
         process.send({ problem: null }, () => process.exit(0));`,
      );
    const probes = [
      ['NVIDIA H100 80GB HBM3', 'libGLX_nvidia.so.0', false],
      ['SwiftShader Device (Subzero)', '/usr/lib/chromium/libvk_swiftshader.so', true],
      ['llvmpipe (LLVM 15.0.6, 256 bits)', '/usr/lib/x86_64-linux-gnu/libvulkan_lvp.so', true],
    ] as const;
    for (const [device, driver, isSoftware] of probes) {
      const probe = await probeEngine('webgpu', { entry: await says(device, driver) });
      expect(probe).toEqual({ engine: 'webgpu', problem: null, device, isSoftware });
    }
  });

  it('does not know what a device is that nobody named', async () => {
    const entry = await entryThat('process.send({ problem: null }, () => process.exit(0));');
    const isKnown = process.platform === 'darwin';
    expect(await probeEngine('webgpu', { entry })).toMatchObject({ device: null, isSoftware: isKnown ? false : null });
  });
});
