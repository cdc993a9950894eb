import { counted, textTable } from '@mammofed/core';
import type { MechanismUse } from '@mammofed/privacy';
import type { SitePolicy } from './site-policy.js';
import type { PrivacyAccount } from './privacy-account.js';
import type { PrivacyUnit } from './privacy-forecast.js';

/** Where the policy names no δ. */
const USUAL_DELTA = 1e-5;

/** What was spent of one unit's privacy. */
interface SpentPrivacy {
  readonly uses: readonly MechanismUse[];
  readonly delta: number;
  /** ε that was spent at `delta`. */
  readonly epsilon: number;
  /** ε that the policy allows; null: no limit. */
  readonly budget: number | null;
}

/** What `mammofed site report --privacy --json` prints: of patients, and of the site as a whole. */
export interface PrivacyReport extends SpentPrivacy {
  readonly sites: SpentPrivacy;
}

export function privacyReport(
  account: PrivacyAccount,
  { privacyBudget, sitePrivacyBudget }: Pick<SitePolicy, 'privacyBudget' | 'sitePrivacyBudget'>,
): PrivacyReport {
  const spent = (unit: PrivacyUnit, budget: SitePolicy['privacyBudget']): SpentPrivacy => {
    const delta = budget?.delta ?? USUAL_DELTA;
    const uses = unit === 'patients' ? account.uses : account.siteUses;
    return { uses, delta, epsilon: account.epsilon(delta, unit), budget: budget?.epsilon ?? null };
  };
  return { ...spent('patients', privacyBudget), sites: spent('sites', sitePrivacyBudget) };
}

/** The report as lines for a person. */
export function privacyText(report: PrivacyReport): string {
  return `${patientsText(report)}${sitesText(report.sites)}`;
}

function patientsText({ uses, delta, epsilon, budget }: SpentPrivacy): string {
  const limit = limitText(budget);
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

function sitesText({ uses, delta, epsilon, budget }: SpentPrivacy): string {
  const sums = uses.reduce((sum, { times }) => sum + times, 0);
  if (sums === 0 && budget === null) return '';
  const limit = limitText(budget);
  if (sums === 0) return `No sum was made noisy for this site as a whole. ${limit}\n`;
  return `${counted(sums, 'update')} in noisy sums: together they are (ε = ${epsilon.toFixed(3)}, δ = ${delta})-private for this site as a whole. ${limit}\n`;
}

function limitText(budget: number | null): string {
  return budget === null ? 'The policy sets no limit.' : `The policy allows ε = ${budget}.`;
}
