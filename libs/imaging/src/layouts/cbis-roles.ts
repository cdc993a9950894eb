import type { DicomImage } from '../dicom/read-dicom.js';
import { ImagingError } from '../errors.js';
import type { GreyPixels } from '../pgm.js';

/** A file of a finding, read. */
export interface FindingFile {
  /** How a person knows it. */
  readonly name: string;
  readonly image: Pick<DicomImage, 'header' | 'pixels'>;
}

/**
 * Tells the mask of a finding from the image cut out around it: in this data set they lie side by side, and 1-1.dcm is as
 * often the one as the other. The header's Series Description says it, or, where it says neither, the pixels: a mask has 8
 * bits, 0 and 255 alone. Both are looked at, because a header that was written wrongly would train on nonsense.
 * @param finding - how a person knows the finding.
 * @throws ImagingError `unclear-role` if there is not exactly one mask, or a description and its pixels disagree.
 */
export function maskOfFinding(files: readonly FindingFile[], finding: string): FindingFile {
  const masks = files.filter(({ name, image }) => {
    const looksLikeMask = image.header.bitsAllocated === 8 && isTwoValued(image.pixels);
    const said = roleSaid(image.header.seriesDescription);
    if (said === null || (said === 'mask') === looksLikeMask) return looksLikeMask;
    const pixels = looksLikeMask ? 'are those of a mask' : 'are not those of a mask (8 bits, 0 and 255 alone)';
    throw unclear(`${name} is called ${said === 'mask' ? 'a mask' : 'a cropped image'}, and its pixels ${pixels}`);
  });
  const [mask] = masks;
  if (mask === undefined || masks.length > 1)
    throw unclear(`${finding} has ${masks.length} files that may be its mask, of ${files.length}`);
  return mask;
}

function roleSaid(description: string | null): 'mask' | 'crop' | null {
  if (/\bmask\b/i.test(description ?? '')) return 'mask';
  return /\bcropped\b/i.test(description ?? '') ? 'crop' : null;
}

function isTwoValued({ grey }: GreyPixels): boolean {
  return grey.every((value) => value === 0 || value === 255);
}

function unclear(problem: string): ImagingError {
  return new ImagingError('unclear-role', `${problem}. Get the files of this finding anew from their source.`);
}
