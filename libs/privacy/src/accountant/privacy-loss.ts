import { renyiEpsilon, type SampledGaussian } from './sampled-gaussian.js';

/** One mechanism, used a number of times. */
export interface MechanismUse extends SampledGaussian {
  /** From 0; of DP-SGD, its steps. */
  readonly times: number;
}

/**
 * The orders at which the loss is followed; the tightest bound is taken. Those of Opacus, and some above for losses far
 * below 1.
 */
const ORDERS: readonly number[] = [
  ...Array.from({ length: 99 }, (_, i) => 1 + (i + 1) / 10),
  ...Array.from({ length: 52 }, (_, i) => 12 + i),
  ...[64, 80, 96, 128, 192, 256, 384, 512, 1024],
];

/**
 * ε of the (ε, δ)-differential privacy of all uses together, whatever was chosen in view of the results of earlier ones:
 * Rényi losses of one order add up (Mironov, arXiv:1702.07476, proposition 1), and an order α with loss ρ gives
 * ε = ρ + ln((α − 1) / α) − (ln δ + ln α) / (α − 1) (Canonne, Kamath, Steinke, arXiv:2004.00010, proposition 12).
 * @param delta - δ, above 0 and below 1.
 * @returns 0 for no use at all; Infinity if the uses are too many or too loud for any order.
 */
export function epsilonOf(uses: readonly MechanismUse[], delta: number): number {
  if (uses.every(({ samplingRate, times }) => samplingRate === 0 || times === 0)) return 0;
  const losses = uses.map((use) => lossesOf(use));
  const bounds = ORDERS.map((order, i) => {
    const loss = uses.reduce((sum, { times }, u) => sum + times * (losses[u]?.[i] as number), 0);
    return loss + Math.log1p(-1 / order) - (Math.log(delta) + Math.log(order)) / (order - 1);
  });
  const tightest = bounds.reduce((a, b) => Math.min(a, b), Infinity);
  return Math.max(0, tightest);
}

/** By sampling rate and noise: an account has few mechanisms, each costs some 50 ms, and every forecast asks for them again. */
const known = new Map<string, readonly number[]>();

/** ε of one use at each of {@link ORDERS}. */
function lossesOf({ samplingRate, noiseMultiplier }: SampledGaussian): readonly number[] {
  const key = `${samplingRate} ${noiseMultiplier}`;
  const losses = known.get(key) ?? ORDERS.map((order) => renyiEpsilon({ samplingRate, noiseMultiplier }, order));
  known.set(key, losses);
  return losses;
}
