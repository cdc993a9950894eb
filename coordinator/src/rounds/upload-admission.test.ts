import { describe, expect, it } from '@jest/globals';
import { sha256Hex, type Mode, type ParticipantState, type RoundState } from '@mammofed/core';
import { admitUpload } from './upload-admission.js';

const SHA = sha256Hex('a'.repeat(64));
const OTHER = sha256Hex('b'.repeat(64));

interface Case {
  readonly round?: RoundState | null;
  readonly participant?: ParticipantState | null;
  readonly before?: typeof SHA | null;
  readonly byteLength?: number;
  readonly mode?: Mode;
}

function admit({ mode = 'sealed', round = 'training', ...facts }: Case) {
  const { participant = 'training', before = null, byteLength = 40 } = facts;
  return admitUpload({
    upload: { round: 1, attempt: 1, sha256: SHA, byteLength },
    round: round === null ? null : { state: round },
    participant: participant === null ? null : { state: participant, uploadSha256: before },
    byteLength: 40,
    mode,
  });
}

describe('admitting an upload', () => {
  it('takes one of the right length from a site of the cohort while the round is open', () => {
    for (const participant of ['selected', 'training', 'uploading'] as const) {
      expect(admit({ participant })).toEqual({ kind: 'open' });
    }
  });

  it('takes a masked one while they are collected, from a site that said it was ready', () => {
    for (const participant of ['trained', 'uploading'] as const) {
      expect(admit({ mode: 'secure', round: 'collecting', participant, before: SHA })).toEqual({ kind: 'open' });
    }
  });

  it('says that the same upload is complete, also after its round has closed', () => {
    for (const round of ['training', 'aggregating', 'committed', 'abandoned'] as const) {
      expect(admit({ round, participant: 'uploaded', before: SHA })).toEqual({ kind: 'complete' });
    }
  });

  it.each<[string, Case, string]>([
    ['for an attempt that never was', { round: null, participant: null }, 'not-in-cohort'],
    ['of a site outside the cohort', { participant: null }, 'not-in-cohort'],
    ['that differs from the one that counts', { participant: 'uploaded', before: OTHER }, 'conflicting-upload'],
    ['after the round has closed', { round: 'aggregating' }, 'late-upload'],
    ['of a dropped site', { participant: 'dropped' }, 'dropped-site'],
    ['that is a byte short', { byteLength: 39 }, 'wrong-length'],
    ['that is a word long', { byteLength: 44 }, 'wrong-length'],
    ['in secure mode while sites train', { mode: 'secure', participant: 'trained' }, 'early-upload'],
    ['in secure mode while keys are exchanged', { mode: 'secure', round: 'sharing' }, 'early-upload'],
    ['in secure mode once the list of uploads is confirmed', { mode: 'secure', round: 'confirming' }, 'late-upload'],
    ['in sealed mode in a phase that it does not have', { round: 'collecting' }, 'late-upload'],
    [
      'that is masked, after another one under the same mask',
      { mode: 'secure', round: 'collecting', participant: 'uploading', before: OTHER },
      'conflicting-upload',
    ],
  ])('refuses one %s', (_what, facts, code) => {
    expect(admit(facts)).toMatchObject({ kind: 'refused', code });
  });
});
