import { uniformInt, type Rng } from '@mammofed/core';
import { between, octaves, ramp, type Field } from './noise.js';

// Bound once: looked up through the global object of a test's sandbox they would take most of the time.
const { abs, atan2, cos, max, min, sin, sqrt } = Math;

/** A drawn mass. Coordinates in pixels. */
export interface Mass {
  /** About the distance to the margin: negative inside. */
  readonly distance: Field;
  /** 0..1: how much a spicule covers a point at a positive `distance`; fades away from the mass. */
  readonly spicules: (x: number, y: number, distance: number) => number;
}

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Shapes that share neither aspect, place in their bounding box nor filling, so that no one average mask fits. */
const SHAPES = ['lobulated', 'oblique', 'crescent', 'tailed', 'satellite'] as const;

/**
 * A mass around (cx, cy) whose longest side is about 2*reach: a chain of discs, smoothly joined, with a margin made
 * irregular by noise, and spicules.
 */
export function drawMass(rng: Rng, cx: number, cy: number, reach: number): Mass {
  const chains = skeleton(rng, SHAPES[uniformInt(rng, SHAPES.length)], cx, cy, reach);
  const roughness = reach * between(rng, 0.14, 0.26);
  const margin = octaves(rng, reach * 0.7, 3, 0.6);
  // Nothing of the mass or its spicules lies farther out: the exact distance does not matter there.
  const horizon = 2.6 * reach;
  const distance: Field = (x, y) => {
    if (norm(x - cx, y - cy) > horizon) return reach;
    let nearest = Infinity;
    for (const chain of chains) nearest = min(nearest, chainDistance(chain, x, y));
    // Far away the noise cannot change the sign: skip it there.
    return nearest > 2 * roughness ? nearest : nearest + roughness * margin(x, y);
  };
  return { distance, spicules: drawSpicules(rng, chains.flat(), reach) };
}

function skeleton(rng: Rng, shape: (typeof SHAPES)[number], cx: number, cy: number, reach: number): Disc[][] {
  const heading = 2 * Math.PI * rng.next();
  switch (shape) {
    case 'lobulated': {
      const lobes = Array.from({ length: 3 + uniformInt(rng, 2) }, () => {
        const angle = 2 * Math.PI * rng.next();
        const away = reach * between(rng, 0.3, 0.75);
        return [disc(cx + away * cos(angle), cy + away * sin(angle), reach * between(rng, 0.18, 0.36))];
      });
      return [...lobes, lobes.map(([lobe]) => disc(lobe.x, lobe.y, lobe.radius * 0.5))];
    }
    case 'oblique': {
      // Away from the axes, where a long mass would fill its box.
      const diagonal = Math.PI * (0.25 + 0.5 * uniformInt(rng, 4)) + between(rng, -0.3, 0.3);
      return [path(rng, cx, cy, diagonal, between(rng, -0.3, 0.3), reach, [0.13, 0.26])];
    }
    case 'crescent':
      return [path(rng, cx, cy, heading, between(rng, 2, 3.2) * (rng.next() < 0.5 ? -1 : 1), reach, [0.14, 0.25])];
    case 'tailed': {
      const core = disc(cx - 0.45 * reach * cos(heading), cy - 0.45 * reach * sin(heading), reach * 0.38);
      const bend = heading + between(rng, -0.5, 0.5);
      const tip = disc(core.x + 1.5 * reach * cos(bend), core.y + 1.5 * reach * sin(bend), reach * 0.09);
      return [[core], [disc(core.x, core.y, reach * 0.24), tip]];
    }
    case 'satellite': {
      const far = 0.6 * reach;
      const core = disc(cx - far * cos(heading), cy - far * sin(heading), reach * between(rng, 0.3, 0.42));
      const other = disc(cx + far * cos(heading), cy + far * sin(heading), reach * between(rng, 0.18, 0.32));
      return [[core], [other]];
    }
  }
}

/** Discs along an arc through the centre that turns by `turn` radians over its length. */
function path(
  rng: Rng,
  cx: number,
  cy: number,
  heading: number,
  turn: number,
  reach: number,
  [thin, thick]: readonly [number, number],
): Disc[] {
  const count = 6;
  const step = (1.9 * reach) / (count - 1);
  const points: Disc[] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < count; i++) {
    points.push(disc(x, y, reach * between(rng, thin, thick)));
    const angle = heading + turn * ((i + 0.5) / (count - 1) - 0.5);
    x += step * cos(angle);
    y += step * sin(angle);
  }
  const mx = points.reduce((sum, point) => sum + point.x, 0) / count;
  const my = points.reduce((sum, point) => sum + point.y, 0) / count;
  return points.map((point) => disc(cx + point.x - mx, cy + point.y - my, point.radius));
}

/** Much faster here than Math.hypot, whose care for overflow pixels do not need. */
function norm(x: number, y: number): number {
  return sqrt(x * x + y * y);
}

function disc(x: number, y: number, radius: number): Disc {
  return { x, y, radius };
}

/** Distance to a chain of discs, the gaps between neighbours filled by tapered capsules. */
function chainDistance(chain: readonly Disc[], x: number, y: number): number {
  let nearest = norm(x - chain[0].x, y - chain[0].y) - chain[0].radius;
  for (let i = 1; i < chain.length; i++) {
    const from = chain[i - 1];
    const to = chain[i];
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    const along = min(1, max(0, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy)));
    const radius = from.radius + along * (to.radius - from.radius);
    nearest = min(nearest, norm(x - from.x - along * dx, y - from.y - along * dy) - radius);
  }
  return nearest;
}

/** Thin rays from the discs of the mass outward, bent by noise. */
function drawSpicules(rng: Rng, discs: readonly Disc[], reach: number): Mass['spicules'] {
  const bend = octaves(rng, reach * 0.6, 8, 0.5);
  const length = reach * between(rng, 0.25, 0.55);
  const origins = discs.map(({ x, y }) => ({
    x,
    y,
    phase: 2 * Math.PI * rng.next(),
    count: 9 + uniformInt(rng, 7),
  }));
  return (x, y, away) => {
    if (away <= 0 || away > length) return 0;
    let nearest = origins[0];
    let nearestSquare = Infinity;
    for (const origin of origins) {
      const square = (x - origin.x) ** 2 + (y - origin.y) ** 2;
      if (square < nearestSquare) {
        nearestSquare = square;
        nearest = origin;
      }
    }
    const angle = atan2(y - nearest.y, x - nearest.x) + 0.5 * bend(x, y);
    const ray = abs(cos((angle * nearest.count) / 2 + nearest.phase));
    return ramp(0.8, 1, ray) * (1 - away / length);
  };
}
