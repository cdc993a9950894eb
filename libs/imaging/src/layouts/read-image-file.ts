import type { DataFolder } from '../data-folder.js';
import { readImage } from '../read-pair.js';
import type { CaseImage } from './layout.js';

/**
 * Reads an image of whatever format is supported, told by its content.
 * @param name - how a person knows the file.
 * @throws ImagingError `unreadable-image`, `unsafe-path`.
 */
export async function readImageFile(folder: DataFolder, path: string, name: string): Promise<Omit<CaseImage, 'mask'>> {
  return { pixels: await readImage(folder, path, name), voi: null, spacing: null, flags: [] };
}
