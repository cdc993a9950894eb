import { counted, textTable } from '@mammofed/core';
import type { MechanismUse } from '@mammofed/privacy';
import type { SitePolicy } from './site-policy.js';
import type { PrivacyAccount } from './privacy-account.js';

/** Where the policy names no δ. */
const USUAL_DELTA = 1e-5;

/** What `mammofed site report --privacy --json` prints. */
export interface PrivacyReport {
  readonly uses: readonly MechanismUse[];
  readonly delta: number;
  /** ε that was spent at `delta`. */
  readonly epsilon: number;
  /** ε that the policy allows; null: no limit. */
  readonly budget: number | null;
}

export function privacyReport(account: PrivacyAccount, { privacyBudget }: SitePolicy): PrivacyReport {
  const delta = privacyBudget?.delta ?? USUAL_DELTA;
  return { uses: account.uses, delta, epsilon: account.epsilon(delta), budget: privacyBudget?.epsilon ?? null };
}

/** The report as lines for a person. */
export function privacyText({ uses, delta, epsilon, budget }: PrivacyReport): string {
  const limit = budget === null ? 'The policy sets no limit.' : `The policy allows ε = ${budget}.`;
  const steps = uses.reduce((sum, { times }) => sum + times, 0);
  if (steps === 0) return `No run has used this site's images under differential privacy. ${limit}\n`;
  return [
    `${counted(steps, 'step')} under differential privacy: all trainings together are (ε = ${epsilon.toFixed(3)}, δ = ${delta})-private for every patient; figures of evaluations are not counted. ${limit}`,
    '',
    ...textTable([
      ['share of patients in a step', 'noise multiplier', 'steps'],
      ...uses.map(({ samplingRate, noiseMultiplier, times }) => [
        samplingRate.toPrecision(3),
        String(noiseMultiplier),
        String(times),
      ]),
    ]),
    '',
  ].join('\n');
}
