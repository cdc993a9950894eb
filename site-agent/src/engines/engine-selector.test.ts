import { describe, expect, it } from '@jest/globals';
import type { EngineName } from '@mammofed/core';
import { EngineSelector, type EngineProbe, type EngineSetting } from './engine-selector.js';

const USABLE = { problem: null, device: 'a device', isSoftware: false } as const;

/** A machine on which these engines work, in one way or another, and all others are not installed. */
function machine(working: Partial<Record<EngineName, Omit<EngineProbe, 'engine'>>>): {
  readonly tried: EngineName[];
  readonly selector: (setting: EngineSetting) => EngineSelector;
} {
  const tried: EngineName[] = [];
  const selector = (setting: EngineSetting): EngineSelector =>
    new EngineSelector(setting, async (engine) => {
      tried.push(engine);
      const absent = { problem: 'not installed', device: null, isSoftware: null };
      return { engine, ...(working[engine] ?? absent) };
    });
  return { tried, selector };
}

describe('the engine of a site', () => {
  it('is with auto the first that works of cuda, tfjs-node-gpu, webgpu and cpu; no other one is tried', async () => {
    const { tried, selector } = machine({ webgpu: USABLE, cpu: USABLE, 'tfjs-node': USABLE });
    const passedOver = ['cuda', 'tfjs-node-gpu'].map((engine) => ({ engine, reason: 'not installed' }));
    const choice = { engine: 'webgpu', device: 'a device', passedOver };
    const engines = selector('auto');
    expect(await engines.choose()).toEqual(choice);
    expect(engines.current).toEqual(choice);
    expect(tried).toEqual(['cuda', 'tfjs-node-gpu', 'webgpu']);
  });

  it('is never by itself one whose device is a program on the processor, or may be', async () => {
    for (const isSoftware of [true, null]) {
      const { selector } = machine({ webgpu: { ...USABLE, device: 'llvmpipe', isSoftware }, cpu: USABLE });
      const { engine, passedOver } = await selector('auto').choose();
      expect(engine).toBe('cpu');
      expect(passedOver.at(-1)).toMatchObject({
        engine: 'webgpu',
        reason: expect.stringContaining('only used by name'),
      });
      expect((await selector('webgpu').choose()).engine).toBe('webgpu');
    }
  });

  it('is the one that is named, which is not replaced', async () => {
    const { tried, selector } = machine({ cuda: USABLE, 'tfjs-node': USABLE, cpu: USABLE });
    const engines = selector('tfjs-node');
    expect(await engines.choose()).toEqual({ engine: 'tfjs-node', device: 'a device', passedOver: [] });
    expect(await engines.giveUp('it crashed')).toBeNull();
    expect(engines.current.engine).toBe('tfjs-node');
    expect(tried).toEqual(['tfjs-node']);
    await expect(selector('webgpu').choose()).rejects.toMatchObject({
      code: 'engine-unusable',
      message: expect.stringMatching(/webgpu.*not installed.*site doctor/),
    });
  });

  it('is the processor without a try where that is named', async () => {
    const { tried, selector } = machine({});
    expect((await selector('cpu').choose()).engine).toBe('cpu');
    expect(tried).toEqual([]);
  });

  it('is with auto the next one that works when one is given up, until none is left', async () => {
    const { selector } = machine({ cuda: USABLE, webgpu: USABLE, cpu: USABLE });
    const engines = selector('auto');
    await engines.choose();
    expect(await engines.giveUp('it crashed')).toMatchObject({
      engine: 'webgpu',
      passedOver: [
        { engine: 'cuda', reason: 'it crashed' },
        { engine: 'tfjs-node-gpu', reason: 'not installed' },
      ],
    });
    expect(await engines.giveUp('it crashed too')).toMatchObject({ engine: 'cpu' });
    expect(await engines.giveUp('and that')).toBeNull();
  });

  it('is none, with all the reasons, where nothing works', async () => {
    await expect(machine({}).selector('auto').choose()).rejects.toMatchObject({
      code: 'engine-unusable',
      message: expect.stringMatching(/cuda: not installed; .*cpu: not installed/),
    });
  });
});
