import type { DataFlag } from '../layouts/layout.js';
import type { Elements } from './elements.js';
import type { DicomHeader } from './header.js';
import type { ModalityTransform } from './modality.js';

/**
 * What a person should know of an image that is read all the same.
 * @param isAllPadding - every pixel has the value that the header calls padding.
 */
export function headerFlags(
  header: DicomHeader,
  elements: Elements,
  { slope, intercept }: ModalityTransform,
  isAllPadding: boolean,
): readonly DataFlag[] {
  const flags: DataFlag[] = [];
  const flag = (isSet: boolean, code: string, message: string): void => {
    if (isSet) flags.push({ code, message });
  };
  flag(header.modality === null, 'missing-modality', 'The header names no modality.');
  flag(header.presentationIntent === 'processing', 'for-processing', 'The image is FOR PROCESSING, not for viewing.');
  flag(
    header.burnedInAnnotation === true,
    'burned-in-annotation',
    'The header says that text is burned into the pixels.',
  );
  flag(header.implantPresent === true, 'implant', 'The header says that there is an implant.');
  flag(header.laterality === null, 'missing-laterality', 'The header does not say which side it is.');
  flag(header.view === null, 'missing-view', 'The header names no view.');
  flag(
    slope !== 1 || intercept !== 0,
    'modality-units',
    'Grey values are steps of the stored values; a window of fixed level and width does not mean the units of the header.',
  );
  flag(isAllPadding, 'all-padding', 'Every pixel has the value that the header calls padding.');
  const shape = elements.text('x20500020');
  const isConflicting =
    (header.photometric === 'MONOCHROME1' && shape === 'IDENTITY') ||
    (header.photometric === 'MONOCHROME2' && shape === 'INVERSE');
  flag(
    isConflicting,
    'conflicting-polarity',
    'Photometric Interpretation and Presentation LUT Shape disagree; the first was followed.',
  );
  return flags;
}
