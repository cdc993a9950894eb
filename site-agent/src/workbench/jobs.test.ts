import { describe, expect, it } from '@jest/globals';
import { isCodedError } from '@mammofed/core';
import { workbenchJobFrom } from './jobs.js';

const JOB = {
  kind: 'predict',
  modelPath: '/models/a',
  modelSha256: 'a',
  described: {},
  in: '/images',
  out: '/out',
  box: null,
  whole: null,
  version: '0.1.0',
  force: false,
  threads: 2,
};

function refusal(text: string): { code: string; message: string } {
  try {
    workbenchJobFrom(text);
  } catch (error) {
    if (isCodedError(error)) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a job of the workbench', () => {
  it('is taken as it is described', () => {
    expect(workbenchJobFrom(JSON.stringify(JOB))).toEqual(JOB);
  });

  it('is refused with every problem if it is no JSON, has unknown keys, relative paths or impossible values', () => {
    expect(refusal('predict').code).toBe('bad-usage');
    const { code, message } = refusal(
      JSON.stringify({ ...JOB, in: 'images', box: { left: 0, top: 0, right: 0, bottom: 1 }, more: 1 }),
    );
    expect(code).toBe('bad-usage');
    expect(message).toMatch(/in: must be an absolute path/);
    expect(message).toMatch(/box\.right/);
    expect(message).toMatch(/more/);
    expect(refusal(JSON.stringify({ ...JOB, kind: 'train' })).code).toBe('bad-usage');
  });
});
