import { describe, expect, it } from '@jest/globals';
import { runId, sha256Hex } from '@mammofed/core';
import { decodeEnvelope, encodeEnvelope } from './envelope-codec.js';
import type { RunOffer } from './messages.js';

const OFFER: RunOffer = {
  kind: 'run-offer',
  runId: runId('run-1'),
  configJson: '{}',
  configSha256: sha256Hex('07'.repeat(32)),
  signature: { signer: 'ab'.repeat(32), signature: 'cd'.repeat(64) },
};
const sent = (changes: Partial<RunOffer>) => encodeEnvelope({ id: 1, replyTo: 0, message: { ...OFFER, ...changes } });

describe('a run that is offered', () => {
  it('comes with who vouches for it, or with nobody', () => {
    expect(decodeEnvelope(sent({})).message).toEqual(OFFER);
    expect(decodeEnvelope(sent({ signature: null })).message).toEqual({ ...OFFER, signature: null });
  });

  it.each([
    ['a signer of 31 bytes', { signer: 'ab'.repeat(31), signature: 'cd'.repeat(64) }],
    ['a signature of 65 bytes', { signer: 'ab'.repeat(32), signature: 'cd'.repeat(65) }],
    ['capital digits', { signer: 'AB'.repeat(32), signature: 'cd'.repeat(64) }],
  ])('is not taken with %s', (_what, signature) => {
    expect(() => sent({ signature })).toThrow(expect.objectContaining({ code: 'malformed' }));
  });
});
