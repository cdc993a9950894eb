import { normal, seededRng, type Rng } from '@mammofed/core';
import { between } from './noise.js';

/** How one site's equipment renders an exposure in [0, 1]. */
export interface Scanner {
  readonly gain: number;
  readonly offset: number;
  readonly gamma: number;
  /** Standard deviation of the detector's noise, as a fraction of full scale. */
  readonly noise: number;
  /** Standard deviation of the blur, pixels. */
  readonly blur: number;
}

const SCANNERS: readonly Scanner[] = [
  { gain: 1, offset: 0, gamma: 1, noise: 0.01, blur: 0.45 },
  { gain: 0.85, offset: 0.06, gamma: 0.85, noise: 0.015, blur: 0.6 },
  { gain: 1.1, offset: 0, gamma: 1.25, noise: 0.012, blur: 0.75 },
  { gain: 0.75, offset: 0.12, gamma: 1.1, noise: 0.016, blur: 0.5 },
];

/** The scanner of a site: four that were set by hand, then drawn ones. */
export function scannerOf(siteIndex: number): Scanner {
  const known = SCANNERS[siteIndex];
  if (known !== undefined) return known;
  const rng = seededRng('phantom-scanner', siteIndex);
  return {
    gain: between(rng, 0.75, 1.1),
    offset: between(rng, 0, 0.12),
    gamma: between(rng, 0.85, 1.25),
    noise: between(rng, 0.01, 0.016),
    blur: between(rng, 0.45, 0.75),
  };
}

/**
 * Renders an exposure as a scanner's 8-bit image: blur, tone curve, noise, quantization.
 * @param exposure - shape (size, size), about [0, 1]; left unchanged.
 */
export function render(exposure: Float64Array, size: number, scanner: Scanner, rng: Rng): Uint8Array {
  const blurred = blurRows(blurRows(exposure, size, scanner.blur), size, scanner.blur);
  return Uint8Array.from(blurred, (value) => {
    const toned = scanner.offset + scanner.gain * Math.max(0, value) ** scanner.gamma;
    return Math.min(255, Math.max(0, Math.round(255 * (toned + scanner.noise * normal(rng)))));
  });
}

/** Blurs along rows and transposes: applied twice it blurs both ways and restores the orientation. */
function blurRows(plane: Float64Array, size: number, sigma: number): Float64Array {
  const radius = Math.ceil(3 * sigma);
  const kernel = Float64Array.from({ length: 2 * radius + 1 }, (_, k) =>
    Math.exp(-((k - radius) ** 2) / (2 * sigma ** 2)),
  );
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  const result = new Float64Array(plane.length);
  const padded = new Float64Array(size + 2 * radius);
  for (let y = 0; y < size; y++) {
    const row = plane.subarray(y * size, (y + 1) * size);
    padded.fill(row[0], 0, radius);
    padded.set(row, radius);
    padded.fill(row[size - 1], radius + size);
    for (let x = 0; x < size; x++) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k++) sum += kernel[k] * padded[x + k];
      result[x * size + y] = sum / total;
    }
  }
  return result;
}
