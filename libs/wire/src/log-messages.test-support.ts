import fc from 'fast-check';
import { runId } from '@mammofed/core';
import { LOG_RECORDS, type Message } from './messages.js';

// Messages of the log, as the rules allow them.

const uint32 = fc.nat({ max: 2 ** 32 - 1 });
const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
const fixed = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length });
export const treeHead = fc.record({
  size: fc.maxSafeNat(),
  root: fixed(32),
  atMs: fc.maxSafeNat(),
  signature: fixed(64),
});
const nodes = fc.array(fixed(32), { maxLength: 64 });

type LogKind = Extract<
  Message['kind'],
  | 'tree-head-request'
  | 'tree-head-answer'
  | 'consistency-request'
  | 'consistency-proof'
  | 'log-record-request'
  | 'log-record'
>;

export const LOG_CONTENTS: {
  readonly [Kind in LogKind]: fc.Arbitrary<Omit<Extract<Message, { kind: Kind }>, 'kind'>>;
} = {
  'tree-head-request': fc.record({}),
  'tree-head-answer': fc.record({ treeHead }),
  'consistency-request': fc.record({ fromSize: fc.maxSafeNat(), toSize: fc.maxSafeNat() }),
  'consistency-proof': fc.record({ nodes }),
  'log-record-request': fc.record({
    record: fc.constantFrom(...LOG_RECORDS),
    runId: name.map(runId),
    round: uint32,
    attempt: uint32,
    treeSize: fc.maxSafeNat(),
  }),
  'log-record': fc.record({ index: fc.maxSafeNat(), entry: fc.uint8Array({ minLength: 1, maxLength: 300 }), nodes }),
};
