import type { GreyWindow } from '@mammofed/core';
import type { VoiWindow } from './layouts/layout.js';

/** Percentiles of the region that become black and white under the window `percentiles`. */
const WINDOW_PERCENTILES = { low: 0.005, high: 0.995 } as const;

/**
 * Brings grey values deeper than 8 bits into the range of 8 bits.
 * @param grey - values of one region; 12-bit values in a 16-bit file stay 12-bit values. Left unchanged.
 * @param voi - the image's own window, for the window `header`; without one, `header` is `percentiles`.
 * @returns a new array of the same length, levels in [0, 255], not rounded.
 */
export function windowed(
  grey: Uint8Array | Uint16Array,
  window: GreyWindow,
  voi: VoiWindow | null = null,
): Float32Array {
  switch (window.kind) {
    case 'percentiles':
      return byPercentiles(grey);
    case 'level':
      return byVoi(grey, { kind: 'linear', center: window.level, width: window.width });
    case 'header':
      return voi === null ? byPercentiles(grey) : byVoi(grey, voi);
  }
}

/**
 * The functions of DICOM PS3.3 C.11.2.1 with output range 0 to 255.
 * @param voi - LINEAR has a width of at least 1, the others above 0. LINEAR at 1 is a threshold, and its slope, a division
 * by 0, is never reached.
 */
function byVoi(grey: Uint8Array | Uint16Array, voi: VoiWindow): Float32Array {
  switch (voi.kind) {
    case 'linear':
      return byLine(grey, voi.center - 0.5, voi.width - 1);
    case 'linear-exact':
      return byLine(grey, voi.center, voi.width);
    case 'sigmoid':
      return Float32Array.from(grey, (value) => 255 / (1 + Math.exp((-4 * (value - voi.center)) / voi.width)));
    case 'lut': {
      const { first, bits, table } = voi;
      const scale = 255 / (2 ** bits - 1);
      const last = table.length - 1;
      return Float32Array.from(grey, (value) => table[Math.min(last, Math.max(0, value - first))] * scale);
    }
  }
}

/** C.11.2.1.2.1 (LINEAR: its middle is half a step below the centre, its width one less) and C.11.2.1.3.2 (LINEAR_EXACT). */
function byLine(grey: Uint8Array | Uint16Array, middle: number, width: number): Float32Array {
  return Float32Array.from(grey, (value) => {
    if (value <= middle - width / 2) return 0;
    if (value > middle + width / 2) return 255;
    return ((value - middle) / width + 0.5) * 255;
  });
}

/** @returns all 0 for an even region. */
function byPercentiles(grey: Uint8Array | Uint16Array): Float32Array {
  const counts = new Uint32Array(65536);
  for (const value of grey) counts[value]++;
  const low = percentile(counts, grey.length, WINDOW_PERCENTILES.low);
  const high = percentile(counts, grey.length, WINDOW_PERCENTILES.high);
  const scale = high > low ? 255 / (high - low) : 0;
  return Float32Array.from(grey, (value) => Math.min(255, Math.max(0, (value - low) * scale)));
}

/** Nearest-rank percentile from a histogram. */
function percentile(counts: Uint32Array, total: number, fraction: number): number {
  const rank = Math.max(1, Math.ceil(fraction * total));
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value];
    if (seen >= rank) return value;
  }
  return counts.length - 1;
}
