import { describe, expect, it } from '@jest/globals';
import { isPermanentFailure } from './site-failures.js';

describe('a failure of a site', () => {
  it.each([
    'too-few-examples',
    'bad-model-spec',
    'wrong-config-hash',
    'policy-max-epochs',
    'policy-of-a-newer-agent',
    'round-already-unmasked',
  ])('is for the whole run with %s', (code) => expect(isPermanentFailure(code)).toBe(true));

  it.each(['disk-full', 'trainer-crashed', 'stopped', 'missing-folder', 'a-code-of-a-newer-agent', 'constructor'])(
    'may pass with %s',
    (code) => expect(isPermanentFailure(code)).toBe(false),
  );
});
