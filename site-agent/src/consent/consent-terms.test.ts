import { describe, expect, it } from '@jest/globals';
import type { Balance, RunConfig } from '@mammofed/core';
import { testRunConfig } from '../fixtures.test-support.js';
import { beyondApproval, termsOf, termsSchema } from './consent-terms.js';

const PRIVACY = { clipNorm: 1, noiseMultiplier: 1.1, lotSize: 32, delta: 1e-5 };
const APPROVED = testRunConfig({ privacy: PRIVACY });

/** What goes beyond the approval of {@link APPROVED} in a run with these changes. */
const beyond = (changes: Partial<RunConfig>, signer: string | null = null): string[] =>
  beyondApproval(termsOf({ ...APPROVED, ...changes }, signer), termsOf(APPROVED, null));

const { training, quorum, preprocessing } = APPROVED;

const balanced = (balance: Balance): Partial<RunConfig> => ({ training: { ...training, balance } });

describe('what was approved', () => {
  it.each<[string, Partial<RunConfig>]>([
    ['the same', {}],
    ['another seed', { seed: 9 }],
    ['fewer rounds', { rounds: 1 }],
    ['a larger cohort', { quorum: { ...quorum, minSites: 3 } }],
    ['another learning rate', { training: { ...training, learningRate: 0.5 } }],
    ['more noise in smaller lots', { privacy: { ...PRIVACY, noiseMultiplier: 2, lotSize: 16, delta: 1e-6 } }],
    ['another clip', { privacy: { ...PRIVACY, clipNorm: 5 } }],
  ])('covers %s', (_what, changes) => {
    expect(beyond(changes)).toEqual([]);
  });

  it.each<[string, Partial<RunConfig>, RegExp]>([
    ['another study', { study: 'other' }, /study other/],
    ['another network', { model: { name: 'unet', width: 1 / 16, size: 16 } }, /network/],
    ['other images', { model: { name: 'unet', width: 1 / 32, size: 32 } }, /network/],
    ['another mode', { mode: 'open' as RunConfig['mode'] }, /mode open, not sealed/],
    ['another margin', { preprocessing: { ...preprocessing, marginFraction: 0.11 } }, /another margin or grey window/],
    [
      'other greys',
      { preprocessing: { ...preprocessing, window: { kind: 'header' } } },
      /another margin or grey window/,
    ],
    ['more rounds', { rounds: 10 }, /10 rounds, not 9/],
    ['more epochs', { training: { ...training, epochs: 2 } }, /2 epochs, not 1/],
    ['balanced classes', balanced({ kind: 'density' }), /images balanced by density, not drawn alike/],
    ['a smaller cohort', { quorum: { ...quorum, minSites: 1 } }, /rounds of 1 sites, not 2/],
    ['no privacy', { privacy: undefined }, /weaker privacy/],
    ['less noise', { privacy: { ...PRIVACY, noiseMultiplier: 1 } }, /weaker privacy/],
    ['larger lots', { privacy: { ...PRIVACY, lotSize: 33 } }, /weaker privacy/],
    ['a larger δ', { privacy: { ...PRIVACY, delta: 1e-4 } }, /weaker privacy/],
  ])('does not cover %s', (_what, changes, words) => {
    expect(beyond(changes)).toEqual([expect.stringMatching(words)]);
  });

  it('does not cover what somebody else signed', () => {
    expect(beyond({}, 'ab'.repeat(32))).toEqual(['another signer']);
  });

  it('by an older version, which knew of no margin, covers nothing', () => {
    const written = JSON.stringify({ ...termsOf(APPROVED, null), preprocessing: undefined });
    const older = termsSchema.parse(JSON.parse(written));
    expect(JSON.stringify(older)).toBe(written);
    expect(beyondApproval(termsOf(APPROVED, null), older)).toEqual([expect.stringMatching(/older version/)]);
  });

  it('with a balance covers a weaker one and none, and neither another one nor a stronger one', () => {
    const approved = termsOf({ ...APPROVED, ...balanced({ kind: 'density', strength: 0.5 }) }, null);
    const beyondIt = (changes: Partial<RunConfig>): string[] =>
      beyondApproval(termsOf({ ...APPROVED, ...changes }, null), approved);
    expect(beyondIt({})).toEqual([]);
    expect(beyondIt(balanced({ kind: 'density', strength: 0.25 }))).toEqual([]);
    expect(beyondIt(balanced({ kind: 'density' }))).toEqual(['balance of strength 1, not 0.5']);
    expect(beyondIt(balanced({ kind: 'size', strength: 0.25 }))).toEqual(['images balanced by size, not density']);
  });

  it('without privacy covers the same with privacy', () => {
    const plain = termsOf({ ...APPROVED, privacy: undefined }, null);
    expect(beyondApproval(termsOf(APPROVED, null), plain)).toEqual([]);
  });
});
