import type { NamedTensor } from '@mammofed/core';
import type { RandomSeed } from '../random-inputs.js';
import { STEP_PORTS, type CompiledStep } from '../compile-step.js';
import { refuseOptions } from '../option-checks.js';
import type { LocalObjective } from '../optimizers/update-rule.js';
import { beside, trainedSizes } from '../weight-windows.js';
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
 * The values of the step's anchors and gradient offsets, if it has them, by the names of its inputs.
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
  const isPulled = kind === 'fedprox' || kind === 'feddyn';
  const found = isPulled ? sharedVectors(step, STEP_PORTS.anchor, anchor) : new Map<string, Float32Array>();
  if (kind === 'scaffold') {
    if (controls === undefined) refuseOptions('SCAFFOLD needs the control variates of the site and of all');
    assertWeightsFit(step.shared, controls.site, "the site's control variates");
    assertWeightsFit(step.shared, controls.all, 'the control variates of all');
    const site = sharedVectors(step, STEP_PORTS.gradientOffset, controls.site);
    for (const [name, all] of sharedVectors(step, STEP_PORTS.gradientOffset, controls.all)) {
      const own = site.get(name) as Float32Array;
      found.set(
        name,
        all.map((c, i) => c - (own[i] as number)),
      );
    }
  }
  if (kind === 'feddyn') {
    if (lastGradient === undefined) refuseOptions("FedDyn needs the gradient that the site's last round ended with");
    assertWeightsFit(step.shared, lastGradient, "FedDyn's last gradient");
    for (const [name, vector] of sharedVectors(step, STEP_PORTS.gradientOffset, lastGradient))
      found.set(
        name,
        vector.map((h) => -h),
      );
  }
  return found;
}

function assertUsed(what: string, input: unknown, isUsed: boolean): void {
  if (input !== undefined && !isUsed) refuseOptions(`the trainer's objective has no use for ${what}`);
}

/** The shared ones of the tensors as they lie in the states of weights, by the names of what is {@link beside} these. */
function sharedVectors(
  { shared }: CompiledStep,
  what: string,
  tensors: readonly NamedTensor[],
): Map<string, Float32Array> {
  const byName = new Map(tensors.map(({ name, data }) => [name, data]));
  const vectors = new Map(
    [...trainedSizes(shared)].map(([state, size]) => [beside(state, what), new Float32Array(size)]),
  );
  for (const { name, state, offset } of shared)
    vectors.get(beside(state, what))?.set(byName.get(name) as Float32Array, offset);
  return vectors;
}
