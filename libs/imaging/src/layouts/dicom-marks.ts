import { join } from 'node:path';
import type { DataFolder } from '../data-folder.js';
import type { MaskPixels } from '../decode.js';
import type { DicomHeader } from '../dicom/header.js';
import { MAX_DICOM_BYTES } from '../dicom/limits.js';
import { readSegmentation } from '../dicom/segmentation.js';
import { chooseMasses, type MassChoice } from '../dicom/segments.js';
import { readStructureSet } from '../dicom/structure-set.js';
import { ImagingError } from '../errors.js';
import { emptyMask, markOutline } from './draw-mask.js';

/** An object that marks regions in images of the folder; it is opened again for every mask. */
export interface FoundMarks {
  readonly file: string;
  /** SOP Instance UIDs of the images. */
  readonly references: ReadonlySet<string>;
  /** Null if none of its regions is known to be a mass. */
  readonly masses: MassChoice | null;
  /**
   * The union of the regions that are masses in one of the images.
   * @param size - of the image; a segmentation's mask has its own, which is to be compared.
   * @throws ImagingError `bad-segmentation`, `damaged-pixels`, `unsafe-path`.
   */
  maskFor(header: DicomHeader, size: { readonly width: number; readonly height: number }): Promise<MaskPixels>;
}

/** @throws ImagingError as `readSegmentation`. */
export async function findSegmentation(folder: DataFolder, file: string): Promise<FoundMarks> {
  const { references, segments } = readSegmentation(await bytesOf(folder, file), file);
  const masses = chooseMasses(segments);
  return {
    file,
    references,
    masses,
    maskFor: async ({ sopInstanceUid }) => {
      const segmentation = readSegmentation(await bytesOf(folder, file), file);
      const mask = await segmentation.maskFor(sopInstanceUid ?? '', masses?.segments ?? []);
      if (mask !== null) return mask;
      throw new ImagingError('bad-segmentation', `${file} has changed since the folder was listed. List it again.`);
    },
  };
}

/** @throws ImagingError as `readStructureSet`. */
export async function findStructureSet(folder: DataFolder, file: string): Promise<FoundMarks> {
  const { references, rois } = readStructureSet(await bytesOf(folder, file), file);
  const masses = chooseMasses(rois);
  return {
    file,
    references,
    masses,
    maskFor: async (header, size) => {
      const mask = emptyMask(size);
      const set = readStructureSet(await bytesOf(folder, file), file);
      for (const outline of set.outlinesIn(header, masses?.segments ?? [])) markOutline(mask, outline);
      return mask;
    },
  };
}

function bytesOf(folder: DataFolder, file: string): Promise<Uint8Array> {
  return folder.read(join(folder.root, file), file, MAX_DICOM_BYTES, 'bad-segmentation');
}
