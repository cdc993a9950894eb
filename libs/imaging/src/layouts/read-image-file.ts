import type { DataFolder } from '../data-folder.js';
import { hasPreamble } from '../dicom/preamble.js';
import type { DicomImage } from '../dicom/read-dicom.js';
import { readDicomInThread } from '../dicom/shared-decoder.js';
import { MAX_IMAGE_FILE_BYTES } from '../limits.js';
import { decodeImage } from '../read-pair.js';
import type { CaseImage } from './layout.js';

/**
 * Reads an image of whatever format is supported, told by its content.
 * @param name - how a person knows the file.
 * @throws ImagingError `unreadable-image`, `unsafe-path`; as `readDicomImage`.
 */
export async function readImageFile(folder: DataFolder, path: string, name: string): Promise<Omit<CaseImage, 'mask'>> {
  const bytes = await folder.read(path, name, MAX_IMAGE_FILE_BYTES, 'unreadable-image');
  if (hasPreamble(bytes)) {
    const { pixels, voi, spacing, flags } = await readDicomInThread(bytes, name);
    return { pixels, voi, spacing, flags };
  }
  return { pixels: await decodeImage(bytes, name), voi: null, spacing: null, flags: [] };
}

/**
 * Reads an image of a layout that has no other than DICOM.
 * @throws ImagingError `unreadable-image`, `unsafe-path`; as `readDicomImage`.
 */
export async function readDicomFile(folder: DataFolder, path: string, name: string): Promise<DicomImage> {
  return readDicomInThread(await folder.read(path, name, MAX_IMAGE_FILE_BYTES, 'unreadable-image'), name);
}
