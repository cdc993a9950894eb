import type { EngineReport, RunId } from '@mammofed/core';
import type { mammofed } from '@mammofed/proto';
import { fixedBytes, hash, hex, integer, name, optional, struct, text, type Field, type Fields } from './fields.js';
import { MAX_NAME_CHARACTERS, MAX_PAYLOAD_BYTES, MAX_UINT32 } from './limits.js';
import type { AttemptRef } from './attempt-ref.js';
import type { Message, MessageKind, ModelRef, RunSignature, TreeHead } from './messages.js';

type EnvelopeProperties = mammofed.v1.Envelope.$Properties;
/** The name of a message in the schema's `oneof body`. */
export type BodyName = Exclude<keyof EnvelopeProperties, 'id' | 'replyTo' | 'body' | '$unknowns'>;
type SchemaFields<Name extends BodyName> = Exclude<keyof NonNullable<EnvelopeProperties[Name]>, '$unknowns'>;

type OfKind<Kind extends MessageKind> = Extract<Message, { readonly kind: Kind }>;
type Content<Kind extends MessageKind> = Omit<OfKind<Kind>, 'kind'>;

/** How messages of one kind are written and read. */
export interface Body<Kind extends MessageKind = MessageKind> {
  readonly kind: Kind;
  readonly bodyName: BodyName;
  readonly content: Field<Content<Kind>>;
}

/** The compiler compares the fields' names with those of the schema: one that only one side has does not compile. */
export function body<Kind extends MessageKind, Name extends BodyName>(
  kind: Kind,
  bodyName: Name,
  fields: Fields<Content<Kind>> & { readonly [Field in SchemaFields<Name>]: unknown } & {
    readonly [Field in Exclude<keyof Content<Kind>, SchemaFields<Name>>]: never;
  },
): Body<Kind> {
  return { kind, bodyName, content: struct<Content<Kind>>(fields) };
}

/** 0 is the initial model: it is evaluated, not trained. */
export const evaluatedRound = integer(0, MAX_UINT32);
const counted = integer(1, MAX_UINT32);

/** (run, round, attempt) of something that is trained. */
export const trainingAttempt: Fields<AttemptRef> = { runId: name<RunId>(), round: counted, attempt: counted };

/** (run, round, attempt) of something that is trained or evaluated. */
export const anyAttempt: Fields<AttemptRef> = { ...trainingAttempt, round: evaluatedRound };

export const payloadBytes = integer(1, MAX_PAYLOAD_BYTES);

export const modelRef = struct<ModelRef>({ sha256: hash, byteLength: payloadBytes });

const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** 32 bytes of SHA-256 that stay bytes: a node or a root of the log. */
export const treeHash = fixedBytes(32);
export const wholeNumber = integer(0, Number.MAX_SAFE_INTEGER);

export const treeHead = struct<TreeHead>({
  size: wholeNumber,
  root: treeHash,
  atMs: wholeNumber,
  signature: fixedBytes(SIGNATURE_BYTES),
});

export const runSignature = struct<RunSignature>({ signer: hex(PUBLIC_KEY_BYTES), signature: hex(SIGNATURE_BYTES) });

export const engineReport = struct<EngineReport>({
  name: text(MAX_NAME_CHARACTERS),
  device: text(MAX_NAME_CHARACTERS),
  steps: optional(integer(0, MAX_UINT32)),
});
