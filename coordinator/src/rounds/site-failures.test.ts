import { describe, expect, it } from '@jest/globals';
import { isForNow, isPermanentFailure, refusesEvaluations } from './site-failures.js';

describe('a failure of a site', () => {
  it.each([
    'too-few-examples',
    'bad-model-spec',
    'wrong-config-hash',
    'policy-max-epochs',
    'policy-of-a-newer-agent',
    'round-already-unmasked',
  ])('is for the whole run with %s', (code) => expect(isPermanentFailure(code)).toBe(true));

  it.each(['policy-consent', 'policy-hours'])('lasts until the site says otherwise with %s', (code) =>
    expect([isForNow(code), isPermanentFailure(code)]).toEqual([true, false]),
  );

  it('is one of evaluating too where the study itself is refused, and not where training is', () => {
    expect(['policy-consent', 'unsigned-run', 'policy-model-signers'].every(refusesEvaluations)).toBe(true);
    expect(['policy-hours', 'policy-max-epochs', 'policy-modes', 'disk-full'].some(refusesEvaluations)).toBe(false);
  });

  it.each(['disk-full', 'trainer-crashed', 'stopped', 'missing-folder', 'a-code-of-a-newer-agent', 'constructor'])(
    'may pass with %s',
    (code) => expect(isPermanentFailure(code)).toBe(false),
  );
});
