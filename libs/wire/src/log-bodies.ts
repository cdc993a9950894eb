import type { RunId } from '@mammofed/core';
import { body, treeHash, treeHead, wholeNumber } from './bodies.js';
import { bytes, integer, list, name, oneOf } from './fields.js';
import { MAX_LOG_RECORD_BYTES, MAX_PROOF_HASHES, MAX_UINT32 } from './limits.js';
import { LOG_RECORDS } from './messages.js';

const nodes = list(treeHash, MAX_PROOF_HASHES);

export const treeHeadRequest = body('tree-head-request', 'treeHeadRequest', {});

export const treeHeadAnswer = body('tree-head-answer', 'treeHeadAnswer', { treeHead });

export const consistencyRequest = body('consistency-request', 'consistencyRequest', {
  fromSize: wholeNumber,
  toSize: wholeNumber,
});

export const consistencyProof = body('consistency-proof', 'consistencyProof', { nodes });

export const logRecordRequest = body('log-record-request', 'logRecordRequest', {
  record: oneOf(LOG_RECORDS),
  runId: name<RunId>(),
  round: integer(0, MAX_UINT32),
  attempt: integer(0, MAX_UINT32),
  treeSize: wholeNumber,
});

export const logRecord = body('log-record', 'logRecord', {
  index: wholeNumber,
  entry: bytes(MAX_LOG_RECORD_BYTES),
  nodes,
});
