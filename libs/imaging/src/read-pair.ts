import type { DataFolder } from './data-folder.js';
import { decodeGrey, decodeMask, type MaskPixels } from './decode.js';
import { ImagingError, type ImagingErrorCode } from './errors.js';
import { MAX_IMAGE_FILE_BYTES } from './limits.js';
import type { GreyPixels } from './pgm.js';
import { TooManyPixels } from './pixel-cap.js';

/**
 * @param name - how a person knows the file, e.g. 'images/a.png'.
 * @throws ImagingError `unreadable-image`, `unsafe-path`.
 */
export async function readImage(folder: DataFolder, path: string, name: string): Promise<GreyPixels> {
  const bytes = await folder.read(path, name, MAX_IMAGE_FILE_BYTES, 'unreadable-image');
  return decodeImage(bytes, name);
}

/** As `readImage`, of bytes that were read. @throws ImagingError `unreadable-image`. */
export async function decodeImage(bytes: Uint8Array, name: string): Promise<GreyPixels> {
  return decodeGrey(bytes).catch(unreadable('unreadable-image', name, 'mask, if there is one,'));
}

/** As `readImage`. @throws ImagingError `unreadable-mask`, `unsafe-path`. */
export async function readMask(folder: DataFolder, path: string, name: string): Promise<MaskPixels> {
  const bytes = await folder.read(path, name, MAX_IMAGE_FILE_BYTES, 'unreadable-mask');
  return decodeMask(bytes).catch(unreadable('unreadable-mask', name, 'image'));
}

/** @throws ImagingError `size-mismatch`. */
export function requireSameSize(pixels: GreyPixels, imageName: string, mask: MaskPixels, maskFile: string): void {
  if (pixels.width === mask.width && pixels.height === mask.height) return;
  throw new ImagingError(
    'size-mismatch',
    `${imageName} is ${pixels.width}x${pixels.height} pixels but ${maskFile} is ${mask.width}x${mask.height}. ` +
      'Export the mask again at the size of its image.',
    { imageWidth: pixels.width, imageHeight: pixels.height, maskWidth: mask.width, maskHeight: mask.height },
  );
}

/** @returns the refusal of a mask of which a region of `size` pixels shows nothing. */
export function vanished(file: string, size: number): ImagingError {
  return new ImagingError(
    'mask-vanishes',
    `The mask of ${file} marks so little of its region that nothing is left at ${size}x${size} pixels. Check the mask.`,
  );
}

/** @param other - what has to keep the size of `what`. */
function unreadable(code: ImagingErrorCode, what: string, other: string): (error: unknown) => never {
  return (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    const next =
      error instanceof TooManyPixels
        ? `Crop it or scale it down, and its ${other} in the same way.`
        : 'Export it again.';
    throw new ImagingError(code, `${what} cannot be read: ${reason}. ${next}`, {}, error);
  };
}
