import { body, engineReport, payloadBytes, trainingAttempt } from './bodies.js';
import { boolean, bytes, finite, hash, integer, optional, struct } from './fields.js';
import { chunkCount, MAX_CHUNK_BYTES, MAX_PAYLOAD_BYTES, MAX_UINT32 } from './limits.js';
import type { UploadOpen } from './messages.js';

const MAX_CHUNKS = chunkCount(MAX_PAYLOAD_BYTES);

const chunkIndex = integer(0, MAX_CHUNKS - 1);
const chunkContent = { index: chunkIndex, data: bytes(MAX_CHUNK_BYTES), chunkSha256: hash };

export const chunkRequest = body('chunk-request', 'chunkRequest', { sha256: hash, index: chunkIndex });

export const chunk = body('chunk', 'chunk', { sha256: hash, ...chunkContent });

export const uploadOpen = body('upload-open', 'uploadOpen', {
  ...trainingAttempt,
  sha256: hash,
  byteLength: payloadBytes,
  statistics: struct<UploadOpen['statistics']>({
    exampleCount: optional(integer(0, MAX_UINT32)),
    meanLoss: optional(finite),
  }),
  engine: engineReport,
});

export const uploadStatus = body('upload-status', 'uploadStatus', {
  nextChunk: integer(0, MAX_CHUNKS),
  complete: boolean,
});

export const uploadChunk = body('upload-chunk', 'uploadChunk', { ...trainingAttempt, ...chunkContent });
