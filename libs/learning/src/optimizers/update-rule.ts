import { optimizerProblems, type OptimizerSpec } from '@mammofed/core';
import { assertDecay, assertNotNegative, assertPositive, refuseOptions, refuseProblems } from '../option-checks.js';
import { tf } from '../tfjs.js';
import { algorithmOf, type SlotTensors } from './algorithms.js';

/**
 * What keeps a large gradient from doing harm. `norm`: all of it is scaled so that its L2 norm is at most `limit` (Pascanu,
 * Mikolov, Bengio, arXiv:1211.5063, algorithm 1). `value`: every number is cut to ±`limit`.
 */
export interface GradientClip {
  readonly kind: 'norm' | 'value';
  readonly limit: number;
}

/**
 * What a site minimizes in a round in place of its own loss L(w), so that it does not drift from the others:
 * - `fedprox`: L(w) + μ/2 ‖w − a‖² with the anchor a, the round's base model (Li et al., arXiv:1812.06127, equation 2);
 * - `scaffold`: every gradient is corrected by the control variates, + c − c_i (Karimireddy et al., arXiv:1910.06378,
 *   algorithm 1, line 10);
 * - `feddyn`: L(w) − ⟨h, w⟩ + α/2 ‖w − a‖², h being the gradient that the site's last round ended with (Acar et al.,
 *   arXiv:2111.04263, algorithm 1).
 */
export type LocalObjective =
  | { readonly kind: 'fedprox'; readonly mu: number }
  | { readonly kind: 'scaffold' }
  | { readonly kind: 'feddyn'; readonly alpha: number };

/**
 * What becomes of a loss's gradient, in this order: the local objective's terms are added, the result is clipped, weight decay
 * is added, and the optimizer makes a step of it.
 */
export interface UpdateRule {
  readonly optimizer: OptimizerSpec;
  /**
   * λ ≥ 0: `adamw` subtracts rate · λ · w from the weights (the paper's λ is this one times the rate), every other optimizer
   * gets λ · w added to its gradient, as from a loss with λ/2 ‖w‖².
   */
  readonly weightDecay?: number | undefined;
  readonly clip?: GradientClip | undefined;
  readonly objective?: LocalObjective | undefined;
  /** What an exponential moving average of the weights keeps of itself in a step; without it there is no average. */
  readonly averageDecay?: number | undefined;
}

/** @throws LearningError `bad-options`. */
export function assertUpdateRule(rule: UpdateRule): void {
  const { optimizer, weightDecay = 0, clip, objective, averageDecay } = rule;
  refuseProblems(optimizerProblems(optimizer));
  assertNotNegative('the weight decay', weightDecay);
  if (optimizer.kind === 'adamw' && weightDecay === 0)
    refuseOptions('adamw without weight decay is adam; give a weight decay or choose adam');
  if (clip !== undefined) {
    if (!['norm', 'value'].includes(clip.kind))
      refuseOptions(`gradients are clipped by norm or by value, not by ${clip.kind}`);
    assertPositive('the limit of the gradient', clip.limit);
  }
  if (averageDecay !== undefined) assertDecay("the weights' average", averageDecay);
  if (objective !== undefined) assertObjective(objective);
}

function assertObjective(objective: LocalObjective): void {
  switch (objective.kind) {
    case 'fedprox':
      return assertPositive("FedProx's mu", objective.mu);
    case 'scaffold':
      return;
    case 'feddyn':
      return assertPositive("FedDyn's alpha", objective.alpha);
    default:
      refuseOptions(`there is no local objective ${String((objective as { kind: unknown }).kind)}`);
  }
}

/** Factor of the pull to the anchor; 0: there is no anchor. */
export function anchorStrength(objective: LocalObjective | undefined): number {
  if (objective?.kind === 'fedprox') return objective.mu;
  return objective?.kind === 'feddyn' ? objective.alpha : 0;
}

/** Whether something is added to the gradient that is the same in every step of a round: c − c_i or −h. */
export function hasGradientOffset(objective: LocalObjective | undefined): boolean {
  return objective?.kind === 'scaffold' || objective?.kind === 'feddyn';
}

/** Everything an update of some weights reads; shape (P,) if not said otherwise. */
export interface UpdateInputs {
  readonly weights: tf.Tensor;
  /** Of the loss. */
  readonly gradient: tf.Tensor;
  /** The learning rate, shape (). */
  readonly rate: tf.Tensor;
  /** The optimizer's, by their names. */
  readonly slots: SlotTensors;
  /** The weights' average; present if the rule has one. */
  readonly average: tf.Tensor | undefined;
  /** Present if the rule's objective has one and sites share the weights: what a site keeps to itself is pulled nowhere. */
  readonly anchor: tf.Tensor | undefined;
  /** As the anchor: what is added to the gradient. */
  readonly gradientOffset: tf.Tensor | undefined;
}

export type UpdateResult = Pick<UpdateInputs, 'weights' | 'slots' | 'average'>;

/** One step of all weights, which come in groups. */
export function updatedWeights(rule: UpdateRule, groups: readonly UpdateInputs[]): UpdateResult[] {
  const gradients = clipped(
    groups.map((inputs) => objectiveGradient(rule, inputs)),
    rule.clip,
  );
  return groups.map((inputs, index) => updatedGroup(rule, inputs, gradients[index] as tf.Tensor));
}

function updatedGroup(rule: UpdateRule, inputs: UpdateInputs, gradient: tf.Tensor): UpdateResult {
  const { optimizer, weightDecay = 0, averageDecay = 0 } = rule;
  const { weights, rate, average } = inputs;
  const isDecoupled = optimizer.kind === 'adamw';
  const decayed = weightDecay > 0 && !isDecoupled ? tf.add(gradient, tf.mul(weights, weightDecay)) : gradient;
  const { change, slots } = algorithmOf(optimizer).step(decayed, inputs.slots, rate);
  const decay = isDecoupled ? tf.mul(weights, tf.mul(rate, weightDecay)) : undefined;
  const next = tf.sub(weights, decay === undefined ? change : tf.add(change, decay));
  return {
    weights: next,
    slots,
    average: average && tf.add(average, tf.mul(tf.sub(next, average), 1 - averageDecay)),
  };
}

function objectiveGradient({ objective }: UpdateRule, inputs: UpdateInputs): tf.Tensor {
  const { gradient, weights, anchor, gradientOffset } = inputs;
  const terms: tf.Tensor[] = [];
  if (anchor !== undefined) terms.push(tf.mul(tf.sub(weights, anchor), anchorStrength(objective)));
  if (gradientOffset !== undefined) terms.push(gradientOffset);
  return terms.reduce((sum, term) => tf.add(sum, term), gradient);
}

/** @param gradients - of all weights, which have one norm. */
function clipped(gradients: readonly tf.Tensor[], clip: GradientClip | undefined): readonly tf.Tensor[] {
  if (clip === undefined) return gradients;
  const { kind, limit } = clip;
  if (kind === 'value') return gradients.map((gradient) => tf.clipByValue(gradient, -limit, limit));
  const norm = tf.sqrt(tf.addN(gradients.map((gradient) => tf.sum(tf.square(gradient)))));
  const factor = tf.div(limit, tf.maximum(norm, limit));
  return gradients.map((gradient) => tf.mul(gradient, factor));
}
