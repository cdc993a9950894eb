import { dicomError } from './dicom-error.js';
import type { Elements } from './elements.js';

/** A lookup table of an image's header; inputs outside take the nearest end. */
export interface LookupTable {
  /** Input of the first entry. */
  readonly first: number;
  /** Bits of an output. */
  readonly bits: number;
  readonly table: Uint16Array;
}

/**
 * Reads one item of a Modality LUT or VOI LUT sequence.
 * @param isInputSigned - whether the values that go in may be negative.
 * @throws ImagingError `bad-dicom` if the table is shorter than its descriptor says.
 * @see DICOM PS3.3 C.11.1.1 and C.11.2.1.1.
 */
export function lookupTableOf(item: Elements, isInputSigned: boolean, name: string): LookupTable {
  const entries = item.uint16('x00283002', 0);
  const first = item.uint16('x00283002', 1);
  const bits = item.uint16('x00283002', 2);
  if (entries === null || first === null || bits === null || bits < 1 || bits > 16) {
    throw dicomError('bad-dicom', name, 'has a lookup table without a sound descriptor');
  }
  // An entry count of 65536 does not fit 16 bits and is written as 0.
  const count = entries === 0 ? 65536 : entries;
  const bytes = item.bytes('x00283006');
  // Tables of 8 bits may be packed into words, two entries each.
  const isPacked = bits <= 8 && count > 1 && bytes.length === count + (count % 2);
  const table = isPacked ? Uint16Array.from(bytes.subarray(0, count)) : item.words('x00283006').subarray(0, count);
  if (table.length < count) {
    throw dicomError('bad-dicom', name, `has a lookup table of ${table.length} entries instead of ${count}`);
  }
  return { first: isInputSigned ? (first << 16) >> 16 : first, bits, table };
}

/** @returns the output for one input. */
export function lookUp({ first, table }: LookupTable, value: number): number {
  const at = value - first;
  return table[at < 0 ? 0 : at >= table.length ? table.length - 1 : at];
}
