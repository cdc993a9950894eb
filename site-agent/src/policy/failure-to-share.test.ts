import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from './site-policy.js';
import { SiteError } from '../errors.js';
import { failureToShare, localFailureOf } from './failure-to-share.js';

const TOO_FEW = {
  code: 'too-few-examples',
  message: 'Too few usable images: train 9, validation 1, test 0. Refused: Meyer_Anna.png (missing-mask).',
  isMessageSafe: false,
  context: { train: 9, validation: 1, test: 0, refused: 1, skippedEmptyMasks: 0 },
};

describe('a failure that is told to the coordinator', () => {
  it('keeps its code and loses the names of files', () => {
    const shared = failureToShare(TOO_FEW, { ...DEFAULT_POLICY, shareTrainingStats: true });
    expect(shared.code).toBe('too-few-examples');
    expect(shared.message).toContain('train 9, validation under 5, test under 5');
    expect(shared.message).not.toContain('Meyer');
  });

  it('counts nothing unless the operator shares training statistics', () => {
    const { message } = failureToShare(TOO_FEW, DEFAULT_POLICY);
    expect(message).toContain('validation');
    expect(message).not.toMatch(/\d/);
  });

  it('says nothing of an error that nobody expected', () => {
    const local = localFailureOf(Object.assign(new Error("ENOENT: open '/data/Meyer_Anna.png'"), { code: 'ENOENT' }));
    expect(local.message).toContain('Meyer');
    expect(failureToShare(local, DEFAULT_POLICY)).toEqual({
      code: 'internal-error',
      message: 'something failed at the site; its own terminal says what',
    });
  });

  it('says plainly that the disk is full', () => {
    const local = localFailureOf(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    expect(failureToShare(local, DEFAULT_POLICY)).toMatchObject({ code: 'disk-full' });
  });

  it("repeats the agent's own words", () => {
    const local = localFailureOf(new SiteError('trainer-crashed', 'the trainer process was ended by SIGKILL'));
    expect(failureToShare(local, DEFAULT_POLICY)).toEqual({
      code: 'trainer-crashed',
      message: 'the trainer process was ended by SIGKILL',
    });
  });
});
