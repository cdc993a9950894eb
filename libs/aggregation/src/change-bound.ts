import {
  ADAM,
  DEFAULT_OPTIMIZER,
  isMovedByGradientSize,
  RMSPROP,
  type OptimizerSpec,
  type TrainingConfig,
} from '@mammofed/core';
import { AggregationError } from './errors.js';

/** What of a training decides how far a weight can move. */
export type StepRule = Pick<TrainingConfig, 'learningRate' | 'optimizer' | 'clipNorm' | 'weightDecay'>;

/**
 * How far one weight can move in a round of T steps whose optimizer began afresh, at learning rates up to η (which no schedule
 * passes), from facts that are public: no gradient but its largest norm C, `clipNorm`. Of one coordinate, g₁ … g_T being what
 * the optimizer is given:
 *
 * - `sgd`: η|g| ≤ ηC a step.
 * - `momentum`: the running sum is at most C(1 + m + m² + …) = C/(1 − m); Nesterov's C + m·C/(1 − m) is the same.
 * - `adadelta`, as tfjs has it: both means begin at 0, so that the first step is the gradient itself, both means take up the
 *   same square, and so on: every step is that of `sgd`.
 * - `adagrad`: the sum under the root holds the step's own g², so that a step is at most η.
 * - `rmsprop`: the mean under the root holds (1 − d)g², so that a step is at most η/√(1 − d), with momentum 1/(1 − m) times
 *   that. `centered` has the variance there, which is next to 0 for gradients that stay as they are: only ε bounds it, by
 *   ηC/√ε.
 * - `adam`, `adamw`: η. It is exact where |g| does not grow within the round: with β₁ < β₂ the mean of the gradients gives later
 *   ones more weight than the mean of the squares does, so that it is at most its root. Where gradients grow in every step,
 *   by the factor β₂/β₁ at worst, a step has up to η(1 − β₁)/√((1 − β₂)(1 − β₁²/β₂)), which is 7 η in the limit and 1.01 η
 *   within five steps. That is not waited for: what lies beyond is cut off and counted.
 * - `adamax`: the norm is at least β₂ʲ|g| for the gradient j steps ago, so that a step is at most the mean of β₂⁻ʲ by the
 *   weights (1 − β₁)β₁ʲ, which is η(1 − β₁)/(1 − β₁/β₂).
 *
 * FedProx's pull is part of the gradient when it is clipped, and changes nothing. Weight decay λ comes after that. `adamw`
 * gives w_T = (1 − ηλ)ᵀ w₀ − Σ (1 − ηλ)ᵀ⁻ᵗ η d_t, a change of at most ηT(λ|w₀| + 1). Optimizers whose reach does not depend on
 * the gradient's size are given a larger one and move no further. For the others, with k such that η·k·C is the bound of a
 * step, the change D_t after t steps is at most ηk Σ_{s<t} (C + λ|w₀| + λD_s), hence
 * D_T ≤ ((1 + ηkλ)ᵀ − 1)(C + λ|w₀|)/λ, the discrete Grönwall inequality.
 * @param steps - T, the most local steps that a site can take in a round, >= 1.
 * @param largestWeight - the largest |w₀| of a tensor of the round's base model.
 * @returns in the unit of the weights.
 * @throws AggregationError `bad-argument` if the optimizer needs a clipping norm and there is none.
 */
export function changeBound(rule: StepRule, steps: number, largestWeight: number): number {
  const { learningRate, optimizer = DEFAULT_OPTIMIZER, clipNorm, weightDecay = 0 } = rule;
  const reach = stepReach(optimizer);
  if (!isMovedByGradientSize(optimizer)) {
    const pull = optimizer.kind === 'adamw' ? weightDecay * largestWeight : 0;
    return learningRate * steps * (reach + pull);
  }
  if (clipNorm === undefined)
    throw new AggregationError('bad-argument', `${optimizer.kind} has no bound without a clipping norm`);
  if (weightDecay === 0) return learningRate * steps * reach * clipNorm;
  const growth = Math.expm1(steps * Math.log1p(learningRate * reach * weightDecay));
  return (growth * (clipNorm + weightDecay * largestWeight)) / weightDecay;
}

/** What one step can move a weight, in learning rates; for gradients of at most 1 where their size decides. */
function stepReach(optimizer: OptimizerSpec): number {
  switch (optimizer.kind) {
    case 'sgd':
    case 'adadelta':
    case 'adagrad':
    case 'adam':
    case 'adamw':
      return 1;
    case 'momentum':
      return 1 / (1 - optimizer.momentum);
    case 'rmsprop': {
      const { decay, momentum, epsilon, centered } = { ...RMSPROP, ...optimizer };
      return 1 / Math.sqrt(centered ? epsilon : 1 - decay) / (1 - momentum);
    }
    case 'adamax': {
      const { beta1, beta2 } = { ...ADAM, ...optimizer };
      return (1 - beta1) / (1 - beta1 / beta2);
    }
  }
}
