import { mammofed } from '@mammofed/proto';
import type { Body } from './bodies.js';
import { WireError } from './errors.js';
import { integer, type Field } from './fields.js';
import { MAX_ENVELOPE_BYTES, MAX_UINT32 } from './limits.js';
import type { Envelope, Message, MessageKind } from './messages.js';
import * as secure from './secure-bodies.js';
import * as log from './log-bodies.js';
import * as dataCheck from './data-check-bodies.js';
import * as offer from './offer-bodies.js';
import * as session from './session-bodies.js';
import * as task from './task-bodies.js';
import * as transfer from './transfer-bodies.js';

/** Every kind of message. The type is what makes the table complete. */
const BODIES: { readonly [Kind in MessageKind]: Body<Kind> } = {
  refused: session.refused,
  enrol: session.enrol,
  enrolled: session.enrolled,
  ready: session.ready,
  welcome: session.welcome,
  'roster-update': session.rosterUpdate,
  'roster-taken': session.rosterTaken,
  'train-task': task.trainTask,
  'evaluate-task': task.evaluateTask,
  'cancel-task': task.cancelTask,
  'task-accepted': task.taskAccepted,
  progress: task.progress,
  'task-failed': task.taskFailed,
  'chunk-request': transfer.chunkRequest,
  chunk: transfer.chunk,
  'upload-open': transfer.uploadOpen,
  'upload-status': transfer.uploadStatus,
  'upload-chunk': transfer.uploadChunk,
  'evaluation-report': task.evaluationReport,
  'evaluation-stored': task.evaluationStored,
  trained: secure.trained,
  'trained-noted': secure.trainedNoted,
  'advertise-request': secure.advertiseRequest,
  advertisement: secure.advertisement,
  roll: secure.roll,
  'dealt-shares': secure.dealtShares,
  'mask-request': secure.maskRequest,
  'mask-accepted': secure.maskAccepted,
  'confirm-request': secure.confirmRequest,
  confirmation: secure.confirmation,
  'unmask-request': secure.unmaskRequest,
  'unmask-shares': secure.unmaskShares,
  'tree-head-request': log.treeHeadRequest,
  'tree-head-answer': log.treeHeadAnswer,
  'consistency-request': log.consistencyRequest,
  'consistency-proof': log.consistencyProof,
  'log-record-request': log.logRecordRequest,
  'log-record': log.logRecord,
  'run-offer': offer.runOffer,
  'run-agreed': offer.runAgreed,
  'offer-again': offer.offerAgain,
  'data-check-report': dataCheck.dataCheckReport,
  'data-check-stored': dataCheck.dataCheckStored,
};

const id = integer(1, MAX_UINT32);
const replyTo = integer(0, MAX_UINT32);

/**
 * @returns the envelope as protobuf; fields beyond the message's own are left out.
 * @throws WireError `malformed` if the message breaks the schema's rules, `too-large` if it is over MAX_ENVELOPE_BYTES.
 */
export function encodeEnvelope(envelope: Envelope): Uint8Array {
  const { kind } = envelope.message;
  const { bodyName, content } = BODIES[kind];
  const bytes = mammofed.v1.Envelope.encode({
    id: id.encode(envelope.id, 'id') as number,
    replyTo: replyTo.encode(envelope.replyTo, 'replyTo') as number,
    // One kind's field rules meet that kind's message: TypeScript cannot follow that through the table.
    [bodyName]: (content as Field<object>).encode(envelope.message, kind),
  }).finish();
  assertSize(bytes);
  return bytes;
}

/**
 * Checks everything that the schema promises: size before anything else, one message, and every field of it.
 * Unknown fields are ignored: a peer one minor version ahead may send them.
 * @param bytes - one envelope; a chunk's `data` stays a view of them.
 * @throws WireError `too-large`, `malformed`.
 */
export function decodeEnvelope(bytes: Uint8Array): Envelope {
  assertSize(bytes);
  const raw = parsed(() => mammofed.v1.Envelope.decode(bytes));
  // At most one: of several members of a oneof, protobuf keeps the last that came.
  const found = Object.values(BODIES).find(({ bodyName }) => Object.hasOwn(raw, bodyName));
  if (found === undefined) {
    throw new WireError('malformed', 'an envelope holds no message that this version knows', { field: 'body' });
  }
  const content = (found.content as Field<object>).decode(raw[found.bodyName], found.kind);
  return {
    id: id.decode(raw.id, 'id'),
    replyTo: replyTo.decode(raw.replyTo, 'replyTo'),
    message: { kind: found.kind, ...content } as Message,
  };
}

function assertSize(bytes: Uint8Array): void {
  if (bytes.length <= MAX_ENVELOPE_BYTES) return;
  throw new WireError('too-large', `a message has ${bytes.length} bytes; ${MAX_ENVELOPE_BYTES} are allowed`, {
    byteLength: bytes.length,
  });
}

/** protobufjs throws errors of many kinds, some with the input's bytes in their text: none of them goes on. */
function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new WireError('malformed', 'a message is not valid protobuf', { field: 'envelope' });
  }
}
