import type { Rng } from '@mammofed/core';
import { drawMass, type Mass } from './mass.js';
import { between, octaves, ramp, valueNoise, type Field } from './noise.js';

/** An exposure in about [0, 1], shape (size, size), and the mass's mask, 0 or 1. */
export interface PhantomView {
  readonly exposure: Float64Array;
  readonly mask: Uint8Array;
}

/** What the views of one patient have in common. */
export interface PhantomPatient {
  /** 0..1: share of glandular tissue. */
  readonly density: number;
  /** Half the longest side of the mass, as a fraction of the image's side. */
  readonly massReach: number;
}

export function drawPatient(rng: Rng): PhantomPatient {
  return { density: between(rng, 0.15, 0.85), massReach: between(rng, 0.13, 0.22) };
}

/**
 * Draws one view: a breast against a dark background, tissue with a power-law spectrum, glandular clouds as bright as a
 * mass, strands, and one mass. The mass is only a little brighter than what surrounds it, less than the tissue's own
 * slow variation, so that no threshold finds it; what gives it away is its smoother inside, its margin and spicules.
 */
export function drawView(rng: Rng, patient: PhantomPatient, size: number, isRight: boolean): PhantomView {
  const outline = breastOutline(rng, size);
  const clouds = octaves(rng, size / 3, size / 24, 0.7);
  const glands = valueNoise(rng, size / 9);
  const fine = octaves(rng, size / 24, 2, 0.8);
  const strands = octaves(rng, size / 14, 5, 0.6);
  const { mass, cx, cy } = placeMass(rng, patient, size, outline);
  const contrast = between(rng, 0.055, 0.09);
  const rim = between(rng, 0.04, 0.08);
  const lump = valueNoise(rng, size / 20);
  const tilt = 2 * Math.PI * rng.next();

  const exposure = new Float64Array(size * size);
  const mask = new Uint8Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = y * size + (isRight ? size - 1 - x : x);
      const depth = outline(x, y);
      if (depth <= -4) {
        exposure[at] = 0.02;
        continue;
      }
      const thickness = ramp(0, size * 0.16, depth);
      const skin = 0.12 * ramp(-2, 1, depth) * ramp(6, 2, depth);
      const glandular = patient.density * ramp(-0.1, 0.5, glands(x, y) + 0.4 * clouds(x, y));
      // A slow slope through the mass's surroundings, as of a thicker or denser side.
      const slope = (0.1 * ((x - cx) * Math.cos(tilt) + (y - cy) * Math.sin(tilt))) / (patient.massReach * size);
      const slow = 0.36 + 0.11 * clouds(x, y) + 0.12 * glandular + Math.max(-0.12, Math.min(0.12, slope));
      const texture = 0.085 * fine(x, y) + 0.1 * ridge(strands(x, y));

      const distance = mass.distance(x, y);
      const inside = ramp(1.5, -1.5, distance);
      const margin = rim * ramp(3, 0.5, Math.abs(distance + 1));
      const massTissue = contrast + 0.018 * lump(x, y) + 0.22 * texture;
      const spicule = distance > 0 ? 0.11 * mass.spicules(x, y, distance) : 0;
      exposure[at] =
        0.02 * (1 - ramp(-4, 0, depth)) +
        skin +
        thickness * (slow + (1 - inside) * (texture + spicule) + inside * massTissue + margin);
      if (distance < 0 && depth > 2) mask[at] = 1;
    }
  }
  return { exposure, mask };
}

/** Depth under the skin in pixels (negative outside) of a half ellipse on the left edge, a little irregular. */
function breastOutline(rng: Rng, size: number): Field {
  const width = size * between(rng, 0.72, 0.9);
  const halfHeight = size * between(rng, 0.42, 0.48);
  const middle = size * between(rng, 0.48, 0.52);
  const wobble = valueNoise(rng, size / 3);
  return (x, y) => {
    const radius = Math.sqrt((x / width) ** 2 + ((y - middle) / halfHeight) ** 2);
    return (1 - radius) * Math.min(width, halfHeight) + size * 0.015 * wobble(x, y);
  };
}

/** A place deep enough that the mass's box stays in the breast, or nearly. */
function placeMass(
  rng: Rng,
  { massReach }: PhantomPatient,
  size: number,
  outline: Field,
): { readonly mass: Mass; readonly cx: number; readonly cy: number } {
  const reach = massReach * size * between(rng, 0.85, 1.15);
  let cx = size * 0.35;
  let cy = size * 0.5;
  for (let attempt = 0; attempt < 50; attempt++) {
    const x = between(rng, reach, size * 0.7);
    const y = between(rng, reach, size - reach);
    if (outline(x, y) < reach * 0.9) continue;
    cx = x;
    cy = y;
    break;
  }
  return { mass: drawMass(rng, cx, cy, reach), cx, cy };
}

/** Thin bright lines where a field passes through 0. */
function ridge(value: number): number {
  return Math.max(0, 1 - 6 * Math.abs(value));
}
