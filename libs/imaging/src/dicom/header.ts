import type { Laterality, PixelSpacing } from '../layouts/layout.js';
import type { Elements } from './elements.js';
import { imagePlaneOf, type ImagePlane } from './image-plane.js';
import { pixelFormatOf } from './image-module.js';
import { parsePart10, type ParsedDicom } from './part10.js';
import { viewOf } from './view.js';

/**
 * What an object's header says; `null` where it does not. Patient, study and series identify people: they stay in the
 * site, and no message or log repeats them.
 */
export interface DicomHeader {
  readonly sopClassUid: string | null;
  readonly sopInstanceUid: string | null;
  readonly transferSyntaxUid: string;
  /** Missing in some vendors' mammograms; `sopClassUid` says then what the object is. */
  readonly modality: string | null;
  readonly imageType: readonly string[];
  readonly presentationIntent: 'presentation' | 'processing' | null;
  readonly laterality: Laterality | null;
  /** View Position: CC, MLO, ML, … */
  readonly view: string | null;
  /** Where rows and columns run to: `A`, `P`, `L`, `R`, `F`, `H` or combinations of them; empty if not said. */
  readonly patientOrientation: readonly string[];
  readonly rows: number | null;
  readonly columns: number | null;
  readonly frames: number | null;
  readonly bitsAllocated: number | null;
  readonly bitsStored: number | null;
  readonly isSigned: boolean | null;
  readonly photometric: string | null;
  readonly spacing: PixelSpacing | null;
  /** Whether text is burned into the pixels. */
  readonly burnedInAnnotation: boolean | null;
  readonly implantPresent: boolean | null;
  readonly manufacturer: string | null;
  readonly manufacturerModel: string | null;
  readonly patientId: string | null;
  readonly studyUid: string | null;
  readonly seriesUid: string | null;
  readonly seriesDescription: string | null;
  /** Where the pixels lie in the patient's space. */
  readonly plane: ImagePlane | null;
}

/**
 * Reads a header without touching the pixels.
 * @param bytes - a whole DICOM file, with or without preamble and file meta information.
 * @param name - how a person finds the object; goes into the messages.
 * @throws ImagingError `bad-dicom`, `unsupported-dicom`, `dicom-too-large`.
 */
export function readDicomHeader(bytes: Uint8Array, name: string): DicomHeader {
  return headerOf(parsePart10(bytes, name), name);
}

export function headerOf({ elements, transferSyntaxUid }: ParsedDicom, name: string): DicomHeader {
  const format = pixelFormatOf(elements, name);
  return {
    sopClassUid: elements.text('x00080016'),
    sopInstanceUid: elements.text('x00080018'),
    transferSyntaxUid,
    modality: elements.text('x00080060'),
    imageType: elements.texts('x00080008'),
    presentationIntent: intentOf(elements),
    laterality: lateralityOf(elements),
    view: viewOf(elements),
    patientOrientation: elements.texts('x00200020'),
    rows: format?.rows ?? null,
    columns: format?.columns ?? null,
    frames: format?.frames ?? null,
    bitsAllocated: format?.bitsAllocated ?? null,
    bitsStored: format?.bitsStored ?? null,
    isSigned: format?.isSigned ?? null,
    photometric: format?.photometric ?? null,
    spacing: spacingOf(elements),
    burnedInAnnotation: yesOrNo(elements.text('x00280301')),
    implantPresent: yesOrNo(elements.text('x00281300')),
    manufacturer: elements.text('x00080070'),
    manufacturerModel: elements.text('x00081090'),
    patientId: elements.text('x00100020'),
    studyUid: elements.text('x0020000d'),
    seriesUid: elements.text('x0020000e'),
    seriesDescription: elements.text('x0008103e'),
    plane: imagePlaneOf(elements),
  };
}

function yesOrNo(text: string | null): boolean | null {
  if (text === 'YES') return true;
  return text === 'NO' ? false : null;
}

/** SOP classes whose name is their intent (PS3.4 annex B.5): digital X-ray, mammography, intra-oral. */
const INTENT_BY_CLASS: Readonly<Record<string, 'presentation' | 'processing'>> = {
  '1.2.840.10008.5.1.4.1.1.1.1': 'presentation',
  '1.2.840.10008.5.1.4.1.1.1.1.1': 'processing',
  '1.2.840.10008.5.1.4.1.1.1.2': 'presentation',
  '1.2.840.10008.5.1.4.1.1.1.2.1': 'processing',
  '1.2.840.10008.5.1.4.1.1.1.3': 'presentation',
  '1.2.840.10008.5.1.4.1.1.1.3.1': 'processing',
};

function intentOf(elements: Elements): 'presentation' | 'processing' | null {
  switch (elements.text('x00080068')) {
    case 'FOR PRESENTATION':
      return 'presentation';
    case 'FOR PROCESSING':
      return 'processing';
    default:
      return INTENT_BY_CLASS[elements.text('x00080016') ?? ''] ?? null;
  }
}

/** Image Laterality is the image's own; Laterality is its series', for which the same values are defined. */
function lateralityOf(elements: Elements): Laterality | null {
  const text = elements.text('x00200062') ?? elements.text('x00200060');
  return text === 'L' || text === 'R' ? text : null;
}

/**
 * Pixel Spacing is the patient's where it was calibrated, that is, differs from Imager Pixel Spacing; alone, it is what
 * the scanner measured in the patient. @see DICOM PS3.3 10.7.1.3.
 */
function spacingOf(elements: Elements): PixelSpacing | null {
  const pixel = pairOf(elements.decimals('x00280030'));
  const imager = pairOf(elements.decimals('x00181164'));
  const isSame =
    pixel !== null && imager !== null && pixel.rowMm === imager.rowMm && pixel.columnMm === imager.columnMm;
  if (pixel !== null && !isSame) return { ...pixel, at: 'patient' };
  return imager === null ? null : { ...imager, at: 'detector' };
}

function pairOf([rowMm, columnMm]: readonly (number | undefined)[]): { rowMm: number; columnMm: number } | null {
  if (rowMm === undefined || columnMm === undefined || rowMm <= 0 || columnMm <= 0) return null;
  return { rowMm, columnMm };
}
