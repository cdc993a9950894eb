import { describe, expect, it } from '@jest/globals';
import type { StoredModel } from '../coordinator-client.js';
import { CliError } from '../errors.js';
import { completedRun, round } from '../run-view.test-support.js';
import { modelByHash, modelOfRun, modelReference } from './model-reference.js';

const RUN_ID = '0d6f2a4e-1c3b-4f5a-9e8d-7c6b5a493827';
const model = (beginning: string): StoredModel => ({
  sha256: beginning.padEnd(64, '0'),
  byteLength: 1,
  metadata: {},
});

function refusal(work: () => unknown): CliError {
  try {
    work();
  } catch (error) {
    if (error instanceof CliError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the name of a model', () => {
  it('is the beginning of a hash, a run with or without a round, or a path', () => {
    expect(modelReference('ABCDEF')).toEqual({ kind: 'hash', prefix: 'abcdef' });
    expect(modelReference(RUN_ID)).toEqual({ kind: 'run', runId: RUN_ID, round: null });
    expect(modelReference(`${RUN_ID}:12`)).toEqual({ kind: 'run', runId: RUN_ID, round: 12 });
    for (const path of ['./abcdef', 'abcdef.safetensors', '/models/abcdef', 'C:\\models\\abcdef', `${RUN_ID}:x`])
      expect(modelReference(path)).toEqual({ kind: 'file', path });
  });

  it('is refused with less than six digits of a hash', () => {
    const { code, message } = refusal(() => modelReference('abcde'));
    expect(code).toBe('unknown-model');
    expect(message).toMatch(/too short.*at least 6/);
  });

  it('is refused if several hashes begin so, or none does', () => {
    const models = [model('abcdef1'), model('abcdef2'), model('123456')];
    expect(modelByHash('abcdef1', models)).toBe(models[0]);
    expect(modelByHash('123456', models)).toBe(models[2]);
    const ambiguous = refusal(() => modelByHash('abcdef', models));
    expect(ambiguous.code).toBe('ambiguous-model');
    expect(ambiguous.message).toMatch(/2 models begin with abcdef \(abcdef1000, abcdef2000\)\. Give more digits/);
    expect(refusal(() => modelByHash('654321', models)).code).toBe('unknown-model');
  });

  it('of a run is its newest committed model, or the one a round committed', () => {
    const view = completedRun({
      initialModelSha256: 'initial',
      modelSha256: 'newest',
      rounds: [
        round(1, [], { attempt: 1, modelSha256: null }),
        round(1, [], { attempt: 2, modelSha256: 'first' }),
        round(2, [], { modelSha256: null }),
      ],
    });
    expect(modelOfRun(view, null)).toBe('newest');
    expect(modelOfRun(view, 0)).toBe('initial');
    expect(modelOfRun(view, 1)).toBe('first');
    const { code, message } = refusal(() => modelOfRun(view, 2));
    expect(code).toBe('unknown-model');
    expect(message).toMatch(/no model of round 2: it has those of the rounds 0 to 1/);
  });
});
