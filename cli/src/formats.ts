import type { MetricSummary } from '@mammofed/core';

export { bytesText, counted, textTable } from '@mammofed/core';

/** Shown in place of a figure that a site's policy keeps. */
export const WITHHELD = 'withheld';

/** A fraction with three decimals; a null was withheld. */
export function fractionText(value: number | null): string {
  return value === null ? WITHHELD : value.toFixed(3);
}

export function countText(value: number | null): string {
  return value === null ? WITHHELD : String(value);
}

/** `0.791 (0.102–0.953)`: average, and smallest and largest image. */
export function summaryText({ mean, min, max }: MetricSummary): string {
  if (mean === null && min === null && max === null) return WITHHELD;
  const range = min === null && max === null ? WITHHELD : `${fractionText(min)}–${fractionText(max)}`;
  return `${fractionText(mean)} (${range})`;
}

/** `12.3 s`, `4 min 05 s`, `2 h 07 min`. */
export function durationText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))} min`;
}
