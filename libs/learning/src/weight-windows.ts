import { isUnder } from '@mammofed/core';
import { refuseOptions } from './option-checks.js';
import { tf, type tfLayers } from './tfjs.js';

/** Where a tensor of a model lies in one of a compiled graph's vectors. */
export interface WeightSlot {
  /** The tensor's name in the model; the same however many models were built before. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly size: number;
  /** Name of the graph's input that holds it. */
  readonly state: string;
  /** Its first element there. */
  readonly offset: number;
}

/** A model's variable with its slot. */
export interface WeightWindow {
  readonly variable: tf.Variable;
  readonly slot: WeightSlot;
}

/** Layers by the beginnings of their names: `down0` means `down0` itself and all of `down0/…`. */
export interface LayerRoles {
  /** They stay as they are, their moving statistics too, and normalize by these. */
  readonly frozen?: readonly string[] | undefined;
  /** They are trained, but belong to the site alone: nothing pulls them to the others'. */
  readonly localOnly?: readonly string[] | undefined;
}

/** Trained tensors that lie one after the other in one vector, which the optimizer updates as one. */
export interface WeightGroup {
  /** Name of the graph's input that holds them. */
  readonly state: string;
  readonly windows: readonly WeightWindow[];
  /** How many numbers they are. */
  readonly size: number;
  /** Whether they are the sites' together; else each site's own. */
  readonly isShared: boolean;
}

/** A model's tensors by what a training step does with them. */
export interface StepWindows {
  /** All trained tensors in the model's order, but those of local-only layers after all others. */
  readonly groups: readonly WeightGroup[];
  /** Those of {@link groups}. */
  readonly trained: readonly WeightWindow[];
  /** Changed without a gradient (moving statistics of a normalization): each is a state of its own. */
  readonly statistics: readonly WeightWindow[];
  /** One after the other in {@link FROZEN_INPUT}. */
  readonly frozen: readonly WeightWindow[];
  /** Names of the tensors of local-only layers. */
  readonly localOnly: readonly string[];
}

/** Name of the states that hold trained weights: of the first one, and of the others up to a slash. */
const WEIGHTS_STATE = 'weights';

/** Name of the input that holds what no step changes. */
export const FROZEN_INPUT = 'frozen';

/** With a number after it: name of the state that holds one moving statistic. */
const STATISTIC_STATE = 'statistic';

type Weight = tfLayers.LayersModel['weights'][number];

/**
 * A group takes in the next tensor up to so many numbers; a larger tensor is a group of its own. A step needs several times
 * the memory of its largest group for the optimizer's arithmetic, and some twenty nodes for each group.
 */
const GROUP_SIZE = 2 ** 20;

/**
 * Lays the model's trained tensors one after the other into few vectors: the optimizer then updates these instead of a
 * variable for each layer, which saves some two thousand small nodes of a U-Net's step.
 * @throws LearningError `bad-options` if a role names no layer, a layer has both roles, or nothing is left to train or to share.
 */
export function stepWindows(
  model: tfLayers.LayersModel,
  { frozen = [], localOnly = [] }: LayerRoles = {},
): StepWindows {
  const names = model.weights.map(({ originalName }) => originalName);
  for (const layer of [...frozen, ...localOnly])
    if (!names.some((name) => isUnder(name, [layer])))
      refuseOptions(`the model has no layer ${layer} with weights; its tensors are ${names.join(', ')}`);
  const both = names.find((name) => isUnder(name, frozen) && isUnder(name, localOnly));
  if (both !== undefined) refuseOptions(`${both} is to be frozen and to be trained at the site alone; choose one`);
  const moving = (weight: Weight): boolean => !isUnder(weight.originalName, frozen);
  const own = (weight: Weight): boolean => isUnder(weight.originalName, localOnly);
  const trainable = model.trainableWeights.filter(moving);
  if (frozen.length > 0 && trainable.length === 0) refuseOptions('every layer is frozen: nothing is left to train');
  const shared = inGroups(trainable.filter((weight) => !own(weight)));
  if (localOnly.length > 0 && shared.length === 0)
    refuseOptions('every trained layer is the site’s alone: nothing is left to share');
  const groups = [...shared, ...inGroups(trainable.filter(own))].map((weights, index) => {
    const state = index === 0 ? WEIGHTS_STATE : `${WEIGHTS_STATE}/${index}`;
    const windows = laidOut(weights, state);
    return { state, windows, size: totalSize(windows), isShared: index < shared.length };
  });
  return {
    groups,
    trained: groups.flatMap(({ windows }) => windows),
    statistics: model.nonTrainableWeights
      .filter(moving)
      .map((weight, index) => windowOf(weight, `${STATISTIC_STATE}${index}`, 0)),
    frozen: laidOut(
      model.weights.filter((weight) => !moving(weight)),
      FROZEN_INPUT,
    ),
    localOnly: names.filter((name) => isUnder(name, localOnly)),
  };
}

export function totalSize(windows: readonly WeightWindow[]): number {
  return windows.reduce((sum, { slot }) => sum + slot.size, 0);
}

/** How many numbers each state of trained weights has, by its name. */
export function trainedSizes(weights: readonly WeightSlot[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { state, size } of weights)
    if (state === WEIGHTS_STATE || state.startsWith(`${WEIGHTS_STATE}/`))
      sizes.set(state, (sizes.get(state) ?? 0) + size);
  return sizes;
}

/** How many weights are trained in all. */
export function trainedCountOf(sizes: ReadonlyMap<string, number>): number {
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/** Name of what holds a number for each number of a state of trained weights: a slot of the optimizer, a gradient. */
export function beside(state: string, what: string): string {
  return `${what}${state.slice(WEIGHTS_STATE.length)}`;
}

/** The moving statistics that a step changes: where there are any, it normalizes by those of the batch. */
export function statisticsOf(weights: readonly WeightSlot[]): readonly WeightSlot[] {
  return weights.filter(({ state }) => state.startsWith(STATISTIC_STATE));
}

/** Makes the variables read their values from the vector. */
export function bindWindows(windows: readonly WeightWindow[], vector: tf.Tensor): void {
  const sizes = windows.map(({ slot }) => slot.size);
  const parts = sizes.length === 1 ? [vector] : tf.split(vector, sizes);
  windows.forEach(({ variable }, index) => variable.assign(tf.reshape(parts[index] as tf.Tensor, variable.shape)));
}

function inGroups(weights: readonly Weight[]): Weight[][] {
  const groups: Weight[][] = [];
  let size = Infinity;
  for (const weight of weights) {
    const added = variableOf(weight).size;
    size += added;
    if (size <= GROUP_SIZE) groups.at(-1)?.push(weight);
    else {
      groups.push([weight]);
      size = added;
    }
  }
  return groups;
}

function laidOut(weights: readonly Weight[], state: string): WeightWindow[] {
  let offset = 0;
  return weights.map((weight) => {
    const window = windowOf(weight, state, offset);
    offset += window.slot.size;
    return window;
  });
}

function windowOf(weight: Weight, state: string, offset: number): WeightWindow {
  const variable = variableOf(weight);
  const { shape, size } = variable;
  return { variable, slot: { name: weight.originalName, shape, size, state, offset } };
}

// tfjs-layers keeps the variable to itself, but registers it under the weight's (process-wide unique) name.
function variableOf(weight: Weight): tf.Variable {
  return tf.engine().registeredVariables[weight.name] as tf.Variable;
}
