import type { DataFolder } from '../data-folder.js';
import type { DicomImage } from '../dicom/read-dicom.js';
import { readDicomInThread } from '../dicom/shared-decoder.js';
import { MAX_IMAGE_FILE_BYTES } from '../limits.js';
import { decodeImage } from '../read-pair.js';
import type { CaseImage } from './layout.js';

/** Where a DICOM file says that it is one, after its preamble (PS3.10, section 7.1). */
const DICOM_MARK = { at: 128, text: 'DICM' } as const;

/**
 * Reads an image of whatever format is supported, told by its content.
 * @param name - how a person knows the file.
 * @throws ImagingError `unreadable-image`, `unsafe-path`; as `readDicomImage`.
 */
export async function readImageFile(folder: DataFolder, path: string, name: string): Promise<Omit<CaseImage, 'mask'>> {
  const bytes = await folder.read(path, name, MAX_IMAGE_FILE_BYTES, 'unreadable-image');
  const { at, text } = DICOM_MARK;
  if (Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text) {
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
