import { describe, expect, it } from '@jest/globals';
import { epsilonOf } from './privacy-loss.js';
import { renyiEpsilon } from './sampled-gaussian.js';

describe('the privacy that is lost', () => {
  // google/differential-privacy, rdp_privacy_accountant_test.py, test_compute_rdp_poisson_sampled_gaussian: 50 uses. Its
  // value at order 1.5, 6.706e-4, is 3 % above the integral (6.5007e-4): the series there ends early.
  it.each([
    [2.5, 1.0854871e-3],
    [5, 2.18075656e-3],
    [50, 2.38460375e-2],
    [100, 1.67416308e2],
  ])('at order %d is what dp_accounting has', (order, expected) => {
    const loss = 50 * renyiEpsilon({ samplingRate: 0.01, noiseMultiplier: 2.5 }, order);
    expect(Math.abs(loss / expected - 1)).toBeLessThan(1e-4);
  });

  // pytorch/opacus, accountants_test.py, test_rdp_accountant.
  it('is what Opacus finds for noise 1.5, rate 0.04 and 2250 steps', () => {
    const epsilon = epsilonOf([{ samplingRate: 0.04, noiseMultiplier: 1.5, times: 2250 }], 1e-5);
    expect(epsilon).toBeCloseTo(7.32911117143, 6);
  });

  it('at an order of 1.5 is the integral of what is above a tangent, which cancels nothing', () => {
    expect(50 * renyiEpsilon({ samplingRate: 0.01, noiseMultiplier: 2.5 }, 1.5)).toBeCloseTo(6.500708971880316e-4, 10);
  });

  // https://opacus.ai/api/compute_dp_sgd_privacy.html: 2.39 at the best of five orders by an older, looser conversion.
  it('is below what an older conversion of fewer orders finds', () => {
    const epsilon = epsilonOf([{ samplingRate: 0.01, noiseMultiplier: 1, times: 300 }], 1e-5);
    expect(epsilon).toBeLessThan(2.39);
    expect(epsilon).toBeGreaterThan(1.4);
  });

  // dp_accounting, test_compute_epsilon_delta_gaussian: noise that gives (1, 10⁻⁶) exactly, by a finer grid of orders.
  it('of plain Gaussian noise is within 1 % of what is exact', () => {
    const epsilon = epsilonOf([{ samplingRate: 1, noiseMultiplier: 4.530877117, times: 1 }], 1e-6);
    expect(Math.abs(epsilon - 1)).toBeLessThan(0.01);
  });

  it('is the same by the sum for whole orders and by the integral beside them', () => {
    for (const samplingRate of [1e-4, 0.01, 0.3, 0.99]) {
      for (const noiseMultiplier of [0.3, 1, 5]) {
        for (const order of [2, 7, 33]) {
          const mechanism = { samplingRate, noiseMultiplier };
          const whole = renyiEpsilon(mechanism, order);
          const beside = renyiEpsilon(mechanism, order + 1e-9);
          expect(Math.abs(beside - whole)).toBeLessThan(1e-6 * whole + 1e-12);
        }
      }
    }
  });

  it('adds up over uses of different noise, and is none where nobody takes part', () => {
    const one = { samplingRate: 0.02, noiseMultiplier: 1.1, times: 100 };
    const other = { samplingRate: 0.1, noiseMultiplier: 2, times: 10 };
    expect(epsilonOf([one, one], 1e-5)).toBeCloseTo(epsilonOf([{ ...one, times: 200 }], 1e-5), 12);
    expect(epsilonOf([one, other], 1e-5)).toBeGreaterThan(epsilonOf([one], 1e-5));
    expect(
      epsilonOf(
        [
          { ...one, samplingRate: 0 },
          { ...other, times: 0 },
        ],
        1e-5,
      ),
    ).toBe(0);
    expect(epsilonOf([], 1e-5)).toBe(0);
  });

  it('is finite and falls with more noise, fewer uses and a larger δ, at the ends of what runs ask for', () => {
    const epsilon = (noiseMultiplier: number, times: number, delta: number): number =>
      epsilonOf([{ samplingRate: 0.001, noiseMultiplier, times }], delta);
    const values = [epsilon(0.2, 1e6, 1e-9), epsilon(0.2, 1e5, 1e-9), epsilon(2, 1e5, 1e-9), epsilon(2, 1e5, 1e-3)];
    for (const value of values) expect(Number.isFinite(value)).toBe(true);
    expect([...values].sort((a, b) => b - a)).toEqual(values);
  });
});
