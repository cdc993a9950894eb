import type { Elements } from './elements.js';
import type { PixelFormat } from './image-module.js';

/**
 * The stored values that fill the image up to a rectangle and are no measurement: from Pixel Padding Value to Pixel
 * Padding Range Limit, if there is one.
 * @returns null if the header names none.
 * @see DICOM PS3.3 C.7.5.1.1.2.
 */
export function paddingOf(elements: Elements, format: PixelFormat): ((stored: number) => boolean) | null {
  const value = boundOf(elements.uint16('x00280120'), format);
  if (value === null) return null;
  const limit = boundOf(elements.uint16('x00280121'), format) ?? value;
  const lowest = Math.min(value, limit);
  const highest = Math.max(value, limit);
  return (stored) => stored >= lowest && stored <= highest;
}

/** The bounds are 16-bit numbers with the sign of the pixels. */
function boundOf(word: number | null, { isSigned }: PixelFormat): number | null {
  if (word === null) return null;
  return isSigned ? (word << 16) >> 16 : word;
}
