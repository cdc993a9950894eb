import { elementCount, seededRng } from '@mammofed/core';
import type { DropoutFactors } from './models/layers/dropout.js';

/** An input of a compiled step that the host draws before each step: the factors of a dropout. */
export interface RandomInput extends DropoutFactors {
  /** Name of the graph's input. */
  readonly name: string;
}

/** What random numbers are drawn from, besides the step's number: for instance the run's seed, the site and the round. */
export type RandomSeed = readonly (string | number)[];

/** The input for the factors that a layer asks for. @param earlier - those of the step so far. */
export function randomInput(wanted: DropoutFactors, earlier: readonly RandomInput[]): RandomInput {
  // A layer that is applied more than once draws for each of its applications.
  const applications = earlier.filter(({ layer }) => layer === wanted.layer).length;
  return { ...wanted, name: `dropout/${wanted.layer}/${applications}` };
}

/**
 * Draws a random input for a step; equal arguments give equal numbers on every machine.
 * @param step - number of the step since the weights were given, from 0.
 * @returns its elements in row-major order.
 */
export function drawRandomInput(input: RandomInput, seed: RandomSeed, step: number): Float32Array {
  const { name, shape, keepProbability } = input;
  const rng = seededRng('random-input', ...seed, step, name);
  const kept = 1 / keepProbability;
  const factors = new Float32Array(elementCount(shape));
  for (let i = 0; i < factors.length; i++) if (rng.next() < keepProbability) factors[i] = kept;
  return factors;
}
