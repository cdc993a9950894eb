/**
 * DP-SGD with the patient as the unit (Abadi et al., arXiv:1607.00133): a step takes each training patient by a coin of its
 * own and one of the patient's images, clips the gradient of each image by itself, and adds Gaussian noise to their sum. What
 * a model tells of any one patient is bounded, whoever sees the update.
 */
export interface PatientPrivacy {
  /** C > 0: the largest L2 norm that an image's gradient keeps. */
  readonly clipNorm: number;
  /** σ > 0: the noise's standard deviation in units of C. */
  readonly noiseMultiplier: number;
  /** L: how many patients a step takes on average. A site with fewer takes all of them in every step. */
  readonly lotSize: number;
  /** δ of the (ε, δ) that is told, above 0 and well below one in the number of patients. */
  readonly delta: number;
}

/** @returns every problem of the settings, in words; empty if they are sound. */
export function patientPrivacyProblems({ clipNorm, noiseMultiplier, lotSize, delta }: PatientPrivacy): string[] {
  const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most;
  return [
    ...(isWithin(clipNorm, 1e-6, 1e6) ? [] : [`the privacy's clip norm must be from 1e-6 to 1e6, not ${clipNorm}`]),
    ...(isWithin(noiseMultiplier, 0.2, 1000)
      ? []
      : [`the privacy's noise multiplier must be from 0.2 to 1000, not ${noiseMultiplier}`]),
    ...(Number.isInteger(lotSize) && isWithin(lotSize, 1, 4096)
      ? []
      : [`the privacy's lot size must be a whole number from 1 to 4096, not ${lotSize}`]),
    ...(isWithin(delta, 1e-15, 1e-3) ? [] : [`the privacy's delta must be from 1e-15 to 1e-3, not ${delta}`]),
  ];
}

/** With which probability each of a site's training patients is in a lot, and how many lots an epoch has: about each once. */
export function lotsOf(
  lotSize: number,
  patientCount: number,
): { readonly samplingRate: number; readonly perEpoch: number } {
  return { samplingRate: Math.min(1, lotSize / patientCount), perEpoch: Math.ceil(patientCount / lotSize) };
}
