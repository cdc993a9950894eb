import { DicomDecoder } from './decoder.js';
import type { DicomImage } from './read-dicom.js';

/** Two at a time keep the memory of full-size mammograms under two gigabytes. */
const THREADS = 2;

/** One for the process: folders are opened again and again, and a thread takes some tenths of a second to start. */
const decoder = new DicomDecoder({ threads: THREADS });

/** As `readDicomImage`, in a thread of the decoder that the process shares. @throws ImagingError as `DicomDecoder.read`. */
export function readDicomInThread(bytes: Uint8Array, name: string): Promise<DicomImage> {
  return decoder.read(bytes, name);
}
