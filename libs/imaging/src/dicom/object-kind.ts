import type { DicomHeader } from './header.js';

/** What an object is for a folder of mammograms. */
export type ObjectKind =
  'mammogram' | 'tomosynthesis' | 'secondary-capture' | 'segmentation' | 'structure-set' | 'other-image' | 'no-image';

/** SOP classes by their UID. @see DICOM PS3.4 annex B.5. */
const KIND_BY_CLASS: Readonly<Record<string, ObjectKind>> = {
  '1.2.840.10008.5.1.4.1.1.1.2': 'mammogram',
  '1.2.840.10008.5.1.4.1.1.1.2.1': 'mammogram',
  '1.2.840.10008.5.1.4.1.1.13.1.3': 'tomosynthesis',
  '1.2.840.10008.5.1.4.1.1.13.1.4': 'tomosynthesis',
  '1.2.840.10008.5.1.4.1.1.13.1.5': 'tomosynthesis',
  '1.2.840.10008.5.1.4.1.1.7': 'secondary-capture',
  '1.2.840.10008.5.1.4.1.1.7.1': 'secondary-capture',
  '1.2.840.10008.5.1.4.1.1.7.2': 'secondary-capture',
  '1.2.840.10008.5.1.4.1.1.7.3': 'secondary-capture',
  '1.2.840.10008.5.1.4.1.1.7.4': 'secondary-capture',
  '1.2.840.10008.5.1.4.1.1.66.4': 'segmentation',
  '1.2.840.10008.5.1.4.1.1.66.7': 'segmentation',
  '1.2.840.10008.5.1.4.1.1.481.3': 'structure-set',
};

/**
 * Told by SOP class, since the modality is missing in some vendors' mammograms. A mammogram in another class (computed or
 * digital radiography, as older systems store it) is told by its modality; several frames or a volume's image type make
 * it tomosynthesis.
 */
export function kindOf(header: DicomHeader): ObjectKind {
  const known = KIND_BY_CLASS[header.sopClassUid ?? ''];
  if (known !== undefined && known !== 'mammogram') return known;
  if (header.rows === null) return 'no-image';
  if (known === 'mammogram' || header.modality === 'MG') {
    const isVolume = (header.frames ?? 1) > 1 || header.imageType.some((value) => value.startsWith('TOMO'));
    return isVolume ? 'tomosynthesis' : 'mammogram';
  }
  return 'other-image';
}
