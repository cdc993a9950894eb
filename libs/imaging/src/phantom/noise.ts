import type { Rng } from '@mammofed/core';

// Bound once: looked up through the global object of a test's sandbox they would take most of the time.
const { floor, max, min, sqrt } = Math;

/** A smooth random field: any point of the plane (pixels) to about [-1, 1]. */
export type Field = (x: number, y: number) => number;

const LATTICE = 64; // a power of two: indices wrap by masking

/** Value noise of one wavelength: random values on a lattice, joined by smoothstep. */
export function valueNoise(rng: Rng, wavelength: number): Field {
  const values = Float64Array.from({ length: LATTICE * LATTICE }, () => 2 * rng.next() - 1);
  const mask = LATTICE - 1;
  return (x, y) => {
    const u = x / wavelength;
    const v = y / wavelength;
    const column = floor(u);
    const row = floor(v);
    const a = smooth(u - column);
    const b = smooth(v - row);
    const top = (row & mask) * LATTICE;
    const bottom = ((row + 1) & mask) * LATTICE;
    const left = column & mask;
    const right = (column + 1) & mask;
    const upper = values[top + left] + a * (values[top + right] - values[top + left]);
    const lower = values[bottom + left] + a * (values[bottom + right] - values[bottom + left]);
    return upper + b * (lower - upper);
  };
}

/**
 * A sum of octaves from `longest` down to `shortest`, at least one; each next one is `persistence` times as strong.
 */
export function octaves(rng: Rng, longest: number, shortest: number, persistence: number): Field {
  const layers: { readonly noise: Field; readonly strength: number }[] = [];
  let total = 0;
  for (
    let wavelength = max(longest, shortest), strength = 1;
    wavelength >= shortest;
    wavelength /= 2, strength *= persistence
  ) {
    layers.push({ noise: valueNoise(rng, wavelength), strength });
    total += strength * strength;
  }
  const scale = 1 / sqrt(total);
  return (x, y) => {
    let sum = 0;
    for (const { noise, strength } of layers) sum += strength * noise(x, y);
    return sum * scale;
  };
}

/** 0 at or below `from`, 1 at or above `to`, smooth in between; `from` may exceed `to`. */
export function ramp(from: number, to: number, value: number): number {
  return smooth(min(1, max(0, (value - from) / (to - from))));
}

/** Uniform in [low, high). */
export function between(rng: Rng, low: number, high: number): number {
  return low + (high - low) * rng.next();
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}
