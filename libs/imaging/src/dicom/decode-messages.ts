import type { ErrorContext } from '@mammofed/core';
import type { ImagingErrorCode } from '../errors.js';
import type { DicomImage, DicomImageOptions } from './read-dicom.js';

/** What a decoding thread is asked. */
export interface DecodeRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: DicomImageOptions;
}

/** What it answers; errors lose their class on the way between threads, and so go as their parts. */
export type DecodeReply =
  | { readonly image: DicomImage }
  | {
      readonly refusal: {
        readonly code: ImagingErrorCode;
        readonly message: string;
        readonly context: ErrorContext;
      };
    };
