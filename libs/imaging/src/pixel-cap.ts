/** More pixels than are read: another export of the same image does not help. The message is a short reason for a person. */
export class TooManyPixels extends Error {}

/**
 * For the size that a header announces, before anything is allocated.
 * @throws TooManyPixels.
 */
export function checkPixelCount(width: number, height: number, maxPixels: number): void {
  if (width * height <= maxPixels) return;
  const side = Math.floor(Math.sqrt(maxPixels));
  throw new TooManyPixels(
    `its ${width}x${height} pixels are more than the ${maxPixels} that are read (${side}x${side}, or another shape)`,
  );
}
