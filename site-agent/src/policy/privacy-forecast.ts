import { epsilonOf, type MechanismUse } from '@mammofed/privacy';
import { SiteError } from '../errors.js';
import type { SitePolicy } from './site-policy.js';

/** What neighbouring data differ in: one patient of a site, or the site with all its patients. */
export type PrivacyUnit = 'patients' | 'sites';

export interface PrivacyForecast {
  readonly delta: number;
  /** ε of all runs so far. */
  readonly spent: number;
  /** ε after this round. */
  readonly afterRound: number;
  /** ε after all rounds of the run that are left, this one included. */
  readonly afterRun: number;
}

/** What a round and the rest of its run will have cost together with what was spent before. */
export function privacyForecast(
  spent: readonly MechanismUse[],
  round: MechanismUse,
  roundsLeft: number,
  delta: number,
): PrivacyForecast {
  return {
    delta,
    spent: epsilonOf(spent, delta),
    afterRound: epsilonOf([...spent, round], delta),
    afterRun: epsilonOf([...spent, { ...round, times: round.times * roundsLeft }], delta),
  };
}

/** @throws SiteError `privacy-budget-spent` | `site-privacy-budget-spent`. The coordinator is told no figures: they are the site's own. */
export function assertWithinBudget(
  { afterRound }: PrivacyForecast,
  budget: SitePolicy['privacyBudget'],
  unit: PrivacyUnit = 'patients',
): void {
  if (budget !== null && afterRound > budget.epsilon)
    throw new SiteError(
      unit === 'sites' ? 'site-privacy-budget-spent' : 'privacy-budget-spent',
      `this round would exceed the site's privacy budget for ${unit}: nothing was trained`,
    );
}

/** For this site's terminal. */
export function forecastText(
  { delta, spent, afterRound, afterRun }: PrivacyForecast,
  unit: PrivacyUnit = 'patients',
): string {
  const at = (epsilon: number): string => epsilon.toFixed(2);
  return `privacy for ${unit}: ε = ${at(spent)} was spent (δ = ${delta}); after this round ${at(afterRound)}, after the whole run ${at(afterRun)}`;
}
