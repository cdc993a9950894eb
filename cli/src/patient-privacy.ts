import { lotsOf, type PatientPrivacy, type RunConfig } from '@mammofed/core';
import { epsilonOf } from '@mammofed/privacy';

/** Training patients of a small, a usual and a large hospital. */
const PATIENT_COUNTS = [100, 300, 1000] as const;

/** What all rounds of a run with privacy cost a site by the number of its training patients, as lines for a person. */
export function privacyForecastLines({ privacy, training, rounds }: RunConfig): string[] {
  if (privacy === undefined) return [];
  const { lotSize, noiseMultiplier, delta } = privacy;
  const costs = PATIENT_COUNTS.map((patients) => {
    const { samplingRate, perEpoch } = lotsOf(lotSize, patients);
    const use = { samplingRate, noiseMultiplier, times: rounds * training.epochs * perEpoch };
    return `ε = ${epsilonOf([use], delta).toFixed(2)} with ${patients}`;
  });
  return [`Privacy: all rounds cost a site ${costs.join(', ')} training patients (δ = ${delta}).`];
}

/** How a run protects patients, in words. */
export function privacyText({ noiseMultiplier, clipNorm, lotSize, delta }: PatientPrivacy): string {
  return `DP-SGD for patients: noise ${noiseMultiplier}, gradients up to norm ${clipNorm}, lots of ${lotSize}, δ = ${delta}`;
}
