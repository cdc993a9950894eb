import { ImagingError } from './errors.js';

/** @throws ImagingError `bad-argument` if the size is not a whole number from 8 to 1024 or the margin not from 0 to 1. */
export function requireRegionOptions({ size, marginFraction }: { size: number; marginFraction: number }): void {
  if (!Number.isInteger(size) || size < 8 || size > 1024) {
    throw new ImagingError('bad-argument', `The region size must be a whole number from 8 to 1024, not ${size}.`);
  }
  if (!(marginFraction >= 0 && marginFraction <= 1)) {
    throw new ImagingError('bad-argument', `The margin must be a fraction from 0 to 1, not ${marginFraction}.`);
  }
}
