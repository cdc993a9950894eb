import { dicomError } from './dicom-error.js';
import type { Elements } from './elements.js';
import { MAX_DICOM_PIXELS, MAX_FRAMES } from './limits.js';

/** How pixels are stored. @see DICOM PS3.3 C.7.6.3 (Image Pixel). */
export interface PixelFormat {
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
  readonly samplesPerPixel: number;
  readonly photometric: string;
  readonly bitsAllocated: 1 | 8 | 16;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly isSigned: boolean;
}

/**
 * @returns null if the object has no rows and columns: it is no image.
 * @throws ImagingError `bad-dicom` if the values contradict each other; `unsupported-dicom` for cells of other sizes than
 * 1, 8 and 16 bits; `dicom-too-large`.
 */
export function pixelFormatOf(elements: Elements, name: string): PixelFormat | null {
  const rows = elements.uint16('x00280010');
  const columns = elements.uint16('x00280011');
  if (rows === null && columns === null) return null;
  const bad = (reason: string): never => {
    throw dicomError('bad-dicom', name, reason);
  };
  if (rows === null || columns === null || rows < 1 || columns < 1) {
    return bad(`has a header that announces ${columns ?? 'no'} columns and ${rows ?? 'no'} rows`);
  }
  if (rows * columns > MAX_DICOM_PIXELS) {
    throw dicomError(
      'dicom-too-large',
      name,
      `has ${columns}x${rows} pixels, more than the ${MAX_DICOM_PIXELS} that are read`,
    );
  }
  const frames = elements.has('x00280008') ? (elements.decimal('x00280008') ?? 0) : 1;
  if (!Number.isInteger(frames) || frames < 1) return bad('has a header without a sound number of frames');
  if (frames > MAX_FRAMES) {
    throw dicomError('dicom-too-large', name, `has ${frames} frames, more than the ${MAX_FRAMES} that are read`);
  }
  const bitsAllocated = elements.uint16('x00280100');
  if (bitsAllocated !== 1 && bitsAllocated !== 8 && bitsAllocated !== 16) {
    throw dicomError('unsupported-dicom', name, `stores its pixels in ${bitsAllocated ?? 'an unknown number of'} bits`);
  }
  const bitsStored = elements.uint16('x00280101') ?? bitsAllocated;
  const highBit = elements.uint16('x00280102') ?? bitsStored - 1;
  if (bitsStored < 1 || bitsStored > bitsAllocated || highBit >= bitsAllocated || highBit < bitsStored - 1) {
    return bad(`has a header in which ${bitsStored} stored bits up to bit ${highBit} do not fit ${bitsAllocated}`);
  }
  return {
    rows,
    columns,
    frames,
    samplesPerPixel: elements.uint16('x00280002') ?? 1,
    photometric: elements.text('x00280004') ?? '',
    bitsAllocated,
    bitsStored,
    highBit,
    isSigned: elements.uint16('x00280103') === 1,
  };
}
