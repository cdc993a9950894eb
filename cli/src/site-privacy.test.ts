import { describe, expect, it } from '@jest/globals';
import type { RunConfig } from '@mammofed/core';
import { readArguments } from './command-line.js';
import { runCreateCommand } from './commands/run-create.js';
import { runConfigFrom } from './run-settings.js';
import { siteForecastLines, sitePrivacyText } from './site-privacy.js';

const privacy = { clipNorm: 1, noiseMultiplier: 1, delta: 1e-5 };

function config(changes: Partial<RunConfig>): RunConfig {
  const usual = runConfigFrom(readArguments(runCreateCommand, ['--dir', 'x', '--rounds', '6']));
  return { ...usual, mode: 'secure', quorum: { ...usual.quorum, minSites: 5, maxSites: 5 }, ...changes };
}

describe('the forecast of privacy for sites', () => {
  it('says what all rounds cost, and how large the noise is beside a change', () => {
    const [cost, size, ...rest] = siteForecastLines(config({ sitePrivacy: privacy }), 500_000);
    expect(rest).toEqual([]);
    // Six Gaussian mechanisms of multiplier 1: ρ = 3.
    expect(cost).toMatch(/ε = 1[34]\.\d\d \(δ = 0\.00001\), counting on the noise of 3 of at least 5 sites/);
    // σ/√3 of each of 5 sites: √(5/3)·√500000/5.
    expect(size).toContain('has a norm of 183; the change itself has at most 1');
  });

  it('is none where there is no such privacy, and refused where the ring has no room', () => {
    expect(siteForecastLines(config({}), 500_000)).toEqual([]);
    expect(() => siteForecastLines(config({ sitePrivacy: privacy, ringBits: 16 }), 31_030_593)).toThrow(
      expect.objectContaining({ code: 'noise-exceeds-ring' }),
    );
  });

  it('is told in words', () => {
    expect(sitePrivacyText(privacy)).toBe(
      'discrete Gaussian noise for sites: noise 1, updates up to norm 1, δ = 0.00001',
    );
  });
});
