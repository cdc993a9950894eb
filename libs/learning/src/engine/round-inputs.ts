import type { NamedTensor } from '@mammofed/core';
import type { RandomSeed } from '../random-inputs.js';
import { STEP_PORTS, type CompiledStep } from '../compile-step.js';
import { refuseOptions } from '../option-checks.js';
import type { LocalObjective } from '../optimizers/update-rule.js';
import { assertWeightsFit } from './weights-check.js';

/** What a round gives its steps besides the weights. Tensors are copied. */
export interface RoundInputs {
  /** Steps of the learning rate's schedule that earlier rounds took; 0 if not given. */
  readonly firstStep?: number;
  /**
   * For FedProx and FedDyn: the model's tensors in the model's order, of which the shared ones pull; the round's first weights
   * if not given.
   */
  readonly anchor?: readonly NamedTensor[];
  /** For SCAFFOLD: the control variates c_i of the site and c of all, each one tensor for every shared one. */
  readonly controls?: { readonly site: readonly NamedTensor[]; readonly all: readonly NamedTensor[] };
  /** For FedDyn: h, one tensor for every shared one; zeros in a site's first round. */
  readonly lastGradient?: readonly NamedTensor[];
  /** What dropout is drawn from, with the number of the step since the reset; a model with dropout needs it. */
  readonly randomSeed?: RandomSeed;
}

/**
 * The values of the step's anchor and gradient offset, if it has them.
 * @param anchor - the model's tensors.
 * @throws LearningError `bad-options` if the objective lacks an input or has no use for one; `wrong-weights`.
 */
export function objectiveInputs(
  step: CompiledStep,
  objective: LocalObjective | undefined,
  inputs: RoundInputs,
  anchor: readonly NamedTensor[],
): Map<string, Float32Array> {
  const { controls, lastGradient } = inputs;
  const kind = objective?.kind;
  assertUsed('an anchor', inputs.anchor, kind === 'fedprox' || kind === 'feddyn');
  assertUsed('control variates', controls, kind === 'scaffold');
  assertUsed('a last gradient', lastGradient, kind === 'feddyn');
  const found = new Map<string, Float32Array>();
  if (kind === 'fedprox' || kind === 'feddyn') found.set(STEP_PORTS.anchor, inOneVector(step, anchor));
  if (kind === 'scaffold') {
    if (controls === undefined) refuseOptions('SCAFFOLD needs the control variates of the site and of all');
    assertWeightsFit(step.shared, controls.site, "the site's control variates");
    assertWeightsFit(step.shared, controls.all, 'the control variates of all');
    const site = inOneVector(step, controls.site);
    found.set(
      STEP_PORTS.gradientOffset,
      inOneVector(step, controls.all).map((c, i) => c - (site[i] as number)),
    );
  }
  if (kind === 'feddyn') {
    if (lastGradient === undefined) refuseOptions("FedDyn needs the gradient that the site's last round ended with");
    assertWeightsFit(step.shared, lastGradient, "FedDyn's last gradient");
    found.set(
      STEP_PORTS.gradientOffset,
      inOneVector(step, lastGradient).map((h) => -h),
    );
  }
  return found;
}

function assertUsed(what: string, input: unknown, isUsed: boolean): void {
  if (input !== undefined && !isUsed) refuseOptions(`the trainer's objective has no use for ${what}`);
}

/** The shared ones of the tensors, as they lie in the trained weights. */
function inOneVector({ shared }: CompiledStep, tensors: readonly NamedTensor[]): Float32Array {
  const byName = new Map(tensors.map(({ name, data }) => [name, data]));
  const vector = new Float32Array(shared.reduce((sum, { size }) => sum + size, 0));
  for (const { name, offset } of shared) vector.set(byName.get(name) as Float32Array, offset);
  return vector;
}
