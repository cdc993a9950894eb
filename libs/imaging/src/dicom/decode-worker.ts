// Entry of a decoding thread; see DicomDecoder. What is no refusal ends the thread, which the other end hears of.
import { parentPort } from 'node:worker_threads';
import { ImagingError } from '../errors.js';
import type { DecodeReply, DecodeRequest } from './decode-messages.js';
import { readDicomImage } from './read-dicom.js';

parentPort?.on('message', ({ bytes, name, options }: DecodeRequest) => {
  const answer = (reply: DecodeReply, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(reply, transfer);
  void readDicomImage(bytes, name, options).then(
    (image) => answer({ image }, [image.pixels.grey.buffer as ArrayBuffer]),
    (error: unknown) => {
      if (!(error instanceof ImagingError)) throw error;
      const { code, message, context } = error;
      answer({ refusal: { code, message, context } });
    },
  );
});
