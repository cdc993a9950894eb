import type { GreyWindow } from '@mammofed/core';

/** Percentiles of the region that become black and white under the window `percentiles`. */
const WINDOW_PERCENTILES = { low: 0.005, high: 0.995 } as const;

/**
 * Brings grey values deeper than 8 bits into the range of 8 bits.
 * @param grey - stored values of one region; 12-bit values in a 16-bit file stay 12-bit values. Left unchanged.
 * @returns a new array of the same length, levels in [0, 255], not rounded.
 */
export function windowed(grey: Uint16Array, window: GreyWindow): Float32Array {
  switch (window.kind) {
    case 'percentiles':
      return byPercentiles(grey);
    case 'level':
      return byLevel(grey, window.level, window.width);
  }
}

/**
 * The LINEAR function of DICOM PS3.3 C.11.2.1.2.1 with output range 0 to 255, on stored values: no modality rescale
 * comes before it, because PNG and PGM files carry none.
 * @param width - at least 1; at 1 the function is a threshold and the slope, a division by 0, is never reached.
 */
function byLevel(grey: Uint16Array, level: number, width: number): Float32Array {
  const middle = level - 0.5;
  const reach = (width - 1) / 2;
  return Float32Array.from(grey, (value) => {
    if (value <= middle - reach) return 0;
    if (value > middle + reach) return 255;
    return ((value - middle) / (width - 1) + 0.5) * 255;
  });
}

/** @returns all 0 for an even region. */
function byPercentiles(grey: Uint16Array): Float32Array {
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
