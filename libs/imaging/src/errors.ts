import { CodedError } from '@mammofed/core';

/**
 * - `missing-folder`: the data folder, or its images/ or masks/, is not there.
 * - `bad-index`: index.csv cannot be parsed, lacks a column, or has an empty field that is needed.
 * - `duplicate-file`: the same image is listed twice, or two images would share one mask.
 * - `missing-file`: index.csv lists an image that is not there.
 * - `unsafe-path`: a listed name is not a plain file name, or a link leads outside the data folder.
 * - `unreadable-image`, `unreadable-mask`: not a complete, supported file, or above the limits of `limits.ts`.
 * - `missing-mask`: an image without masks/NAME.png.
 * - `size-mismatch`: image and mask differ in width or height.
 * - `mask-vanishes`: the mask is so thin that nothing of it is left at the model's size.
 * - `bad-box`: a region given by its box is malformed, empty, or not inside the image.
 * - `too-few-examples`: a split part has fewer images than the study asks for.
 * - `bad-argument`: the calling code asked for something impossible.
 */
export type ImagingErrorCode =
  | 'missing-folder'
  | 'bad-index'
  | 'duplicate-file'
  | 'missing-file'
  | 'unsafe-path'
  | 'unreadable-image'
  | 'unreadable-mask'
  | 'missing-mask'
  | 'size-mismatch'
  | 'mask-vanishes'
  | 'bad-box'
  | 'too-few-examples'
  | 'bad-argument';

/**
 * What this package refuses, and why. The message may name a file of the hospital's own folder, so that a person there
 * can find it: it is for that hospital's screen and log and is never sent. `context` carries counts and sizes only.
 */
export class ImagingError extends CodedError<ImagingErrorCode> {}
