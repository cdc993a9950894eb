import { ImagingError, type ImagingErrorCode } from '../errors.js';

type DicomErrorCode = Extract<
  ImagingErrorCode,
  'bad-dicom' | 'unsupported-dicom' | 'damaged-pixels' | 'dicom-too-large' | 'bad-segmentation' | 'decoder-failed'
>;

const NEXT: Readonly<Record<DicomErrorCode, string>> = {
  'bad-dicom': 'Export it again from the archive, or leave it out.',
  'unsupported-dicom': 'Leave it out, or export the object as the message says.',
  'damaged-pixels': 'Fetch it again from the archive: its pixels are cut short or altered.',
  'dicom-too-large': 'Leave it out.',
  'bad-segmentation': 'Export the segmentation again, or leave it out.',
  'decoder-failed': 'Try again; if it fails again, leave it out.',
};

/**
 * @param name - how a person finds the object.
 * @param reason - what is wrong, in words that follow the name; holds nothing of the header that could name a person.
 */
export function dicomError(code: DicomErrorCode, name: string, reason: string, cause?: unknown): ImagingError {
  return new ImagingError(code, `${name} ${reason}. ${NEXT[code]}`, {}, cause);
}
