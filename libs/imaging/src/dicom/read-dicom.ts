import type { DataFlag, PixelSpacing, VoiWindow } from '../layouts/layout.js';
import type { GreyPixels } from '../pgm.js';
import { decodeCells, greyFormatOf } from './decode-frames.js';
import { dicomError } from './dicom-error.js';
import { greyValues, isInverted } from './grey-values.js';
import { headerOf, type DicomHeader } from './header.js';
import { headerFlags } from './header-flags.js';
import { kindOf } from './object-kind.js';
import { modalityTransformOf } from './modality.js';
import { parsePart10 } from './part10.js';
import { voiOf } from './voi.js';

/** One greyscale image of a DICOM object, lying as it is stored. */
export interface DicomImage {
  readonly header: DicomHeader;
  /** Brighter where more is absorbed: modality transform applied without loss, padding dark, MONOCHROME1 inverted once. */
  readonly pixels: GreyPixels;
  /** For `pixels`; null if the header gives none. */
  readonly voi: VoiWindow | null;
  readonly spacing: PixelSpacing | null;
  /** Modality value = slope × grey + intercept, where the image was not inverted. */
  readonly modalityUnits: { readonly slope: number; readonly intercept: number };
  readonly flags: readonly DataFlag[];
}

/** @property frame - counted from 0; an object of several frames is refused unless one is named. */
export interface DicomImageOptions {
  readonly frame?: number;
}

/**
 * Reads a greyscale image, in this thread: a large one blocks it for seconds, and a damaged one may leave memory behind.
 * @param bytes - a whole DICOM file.
 * @param name - how a person finds the object; goes into the messages.
 * @throws ImagingError `bad-dicom`, `unsupported-dicom`, `damaged-pixels`, `dicom-too-large`.
 * @see DICOM PS3.3 C.7.6.3 and C.11.
 */
export async function readDicomImage(
  bytes: Uint8Array,
  name: string,
  { frame }: DicomImageOptions = {},
): Promise<DicomImage> {
  const parsed = parsePart10(bytes, name);
  const { elements } = parsed;
  const header = headerOf(parsed, name);
  const kind = kindOf(header);
  if (kind === 'segmentation' || kind === 'structure-set') {
    throw dicomError('unsupported-dicom', name, 'marks regions of an image and is no image itself');
  }
  const format = greyFormatOf(parsed, name);
  if (format.bitsAllocated === 1) {
    throw dicomError('unsupported-dicom', name, 'holds single bits, a mask or a segmentation, and no shades of grey');
  }
  if (frame === undefined && format.frames > 1) {
    throw dicomError('unsupported-dicom', name, `has ${format.frames} frames where one image is read`);
  }
  if (frame !== undefined && !(frame >= 0 && frame < format.frames)) {
    throw dicomError('unsupported-dicom', name, `has ${format.frames} frames and none of number ${frame}`);
  }
  const [cells] = await decodeCells(parsed, format, [frame ?? 0], name);
  const transform = modalityTransformOf(elements, format, name);
  const { grey, isAllPadding } = greyValues(cells, parsed, format, transform);
  return {
    header,
    pixels: { width: format.columns, height: format.rows, grey },
    voi: voiOf(elements, transform, isInverted(format), name),
    spacing: header.spacing,
    modalityUnits: { slope: transform.slope, intercept: transform.intercept },
    flags: headerFlags(header, elements, transform, isAllPadding),
  };
}
