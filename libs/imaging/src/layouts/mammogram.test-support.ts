import { dicomFile, MAMMOGRAM } from '../dicom/dicom-file.test-support.js';

/** What a generated mammogram holds. */
export interface GeneratedMammogram {
  readonly width: number;
  readonly height: number;
  readonly bits: 8 | 12;
  readonly valueAt: (x: number, y: number) => number;
  readonly photometric?: 'MONOCHROME1' | 'MONOCHROME2';
  readonly seriesDescription?: string;
}

/** @returns a DICOM file. */
export function mammogram(image: GeneratedMammogram): Uint8Array {
  const { width, height, bits, valueAt, photometric = 'MONOCHROME2', seriesDescription } = image;
  const values = Array.from({ length: width * height }, (_, i) => valueAt(i % width, Math.floor(i / width)));
  const header = Object.fromEntries(Object.entries(MAMMOGRAM).filter(([tag]) => !tag.startsWith('7FE0')));
  return dicomFile({
    ...header,
    ...(seriesDescription === undefined ? {} : { '0008103E LO': seriesDescription }),
    '00280004 CS': photometric,
    '00280010 US': [height],
    '00280011 US': [width],
    '00280100 US': [bits === 8 ? 8 : 16],
    '00280101 US': [bits],
    '00280102 US': [bits - 1],
    ...(bits === 8 ? { '7FE00010 OB': Uint8Array.from(values) } : { '7FE00010 OW': values }),
  });
}
