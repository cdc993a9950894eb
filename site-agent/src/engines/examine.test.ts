import { describe, expect, it } from '@jest/globals';
import { ENGINE_NAMES, type EngineName } from '@mammofed/core';
import { enginesText, examineEngines } from './examine.js';
import type { EngineProbe } from './engine-selector.js';

async function probe(engine: EngineName): Promise<EngineProbe> {
  switch (engine) {
    case 'cpu':
      return { engine, problem: null, device: 'a processor', isSoftware: false };
    case 'webgpu':
      return { engine, problem: null, device: 'SwiftShader', isSoftware: true };
    default:
      return { engine, problem: 'is not there', device: null, isSoftware: null };
  }
}

describe('the engines of a machine', () => {
  it('tries every engine once, and says which one the setting gives and what adds those that are missing', async () => {
    const report = await examineEngines('auto', probe);
    expect(report).toMatchObject({ setting: 'auto', engine: 'cpu' });
    expect(report.engines.map(({ engine }) => engine)).toEqual(ENGINE_NAMES);
    for (const { problem, command } of report.engines) expect(command !== null).toBe(problem !== null);
    expect(enginesText(report).split('\n')).toEqual([
      'engine         usable  device',
      'cuda           no      -            is not there',
      'tfjs-node-gpu  no      -            is not there',
      'webgpu         yes     SwiftShader  its device, SwiftShader, is a program on the processor: it is only used by name',
      'tfjs-node      no      -            is not there',
      'cpu            yes     a processor',
      '',
      'With the setting auto, this site trains with cpu.',
      '',
      'To add an engine (docs/engines.md says what else it needs):',
      expect.stringMatching(/^ {2}cuda: node .*cuda12$/),
      expect.stringMatching(/^ {2}tfjs-node-gpu: npm install .*tfjs-node-gpu@/),
      expect.stringMatching(/^ {2}tfjs-node: npm install .*tfjs-node@/),
      '',
    ]);
  });

  it('says what a named engine gives, and that one that cannot be used gives none', async () => {
    expect((await examineEngines('webgpu', probe)).engine).toBe('webgpu');
    const none = await examineEngines('cuda', probe);
    expect(none.engine).toBeNull();
    expect(enginesText(none)).toContain('With the setting cuda, this site cannot train.');
  });
});
