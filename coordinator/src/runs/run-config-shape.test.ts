import { describe, expect, it } from '@jest/globals';
import { CoreError } from '@mammofed/core';
import { testRunConfig } from '../run-config.test-support.js';
import { runConfigOfShape } from './run-config-shape.js';

function problems(value: unknown): string {
  try {
    runConfigOfShape(value);
  } catch (error) {
    if (error instanceof CoreError && error.code === 'bad-run-config') return error.message;
    throw error;
  }
  return 'nothing refused';
}

describe('the shape of a run’s configuration', () => {
  it('is that of RunConfig, key for key', () => {
    expect(runConfigOfShape(testRunConfig())).toEqual(testRunConfig());
  });

  it('is refused with every problem at once', () => {
    const message = problems({ ...testRunConfig(), seed: undefined, rounds: 'three', surprise: 1, quorum: null });
    for (const key of ['seed', 'rounds', 'surprise', 'quorum']) expect(message).toContain(key);
  });

  it.each([null, [], 'x', 7])('is not that of %j', (value) => expect(problems(value)).toContain('the whole'));
});
