import type { Elements } from './elements.js';
import type { PixelFormat } from './image-module.js';
import { lookUp, lookupTableOf } from './lookup-table.js';
import { storedRange } from './stored-values.js';

/**
 * How stored values become grey values without loss. A line keeps the steps of the stored values, so that no fraction of
 * a slope is rounded away; what a step is worth is said beside. A table gives its outputs.
 */
export interface ModalityTransform {
  /** Greatest grey value that can come out; the least is 0. */
  readonly highest: number;
  /** Modality value = slope × grey + intercept, slope > 0. */
  readonly slope: number;
  readonly intercept: number;
  grey(stored: number): number;
}

/**
 * @throws ImagingError `bad-dicom` for a table that is not whole.
 * @see DICOM PS3.3 C.11.1.
 */
export function modalityTransformOf(elements: Elements, format: PixelFormat, name: string): ModalityTransform {
  const [item] = elements.items('x00283000');
  if (item !== undefined) {
    const table = lookupTableOf(item, format.isSigned, name);
    return { highest: 2 ** table.bits - 1, slope: 1, intercept: 0, grey: (stored) => lookUp(table, stored) };
  }
  const { lowest, highest } = storedRange(format);
  const slope = elements.decimal('x00281053') ?? 1;
  const intercept = elements.decimal('x00281052') ?? 0;
  // A falling line turns the image over; a slope of 0 is a mistake that would make every image even.
  if (slope < 0) {
    const top = slope * highest + intercept;
    return { highest: highest - lowest, slope: -slope, intercept: top, grey: (stored) => highest - stored };
  }
  const step = slope === 0 ? 1 : slope;
  return {
    highest: highest - lowest,
    slope: step,
    intercept: step * lowest + intercept,
    grey: (stored) => stored - lowest,
  };
}
