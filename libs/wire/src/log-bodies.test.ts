import { describe, expect, it } from '@jest/globals';
import { mammofed } from '@mammofed/proto';
import { decodeEnvelope } from './envelope-codec.js';
import { MAX_LOG_RECORD_BYTES, MAX_PROOF_HASHES } from './limits.js';

const HASH = new Uint8Array(32).fill(7);
const TREE_HEAD = { size: 3, root: HASH, atMs: 1_700_000_000_000, signature: new Uint8Array(64) };

/** Bodies that are taken; each refusal spoils one field. */
const SOUND = {
  treeHeadAnswer: { treeHead: TREE_HEAD },
  consistencyRequest: { fromSize: 1, toSize: 3 },
  consistencyProof: { nodes: [HASH] },
  logRecordRequest: { record: 'cohort', runId: 'run-1', round: 1, attempt: 1, treeSize: 3 },
  logRecord: { index: 2, entry: Uint8Array.of(123, 125), nodes: [HASH, HASH] },
};
type SoundName = keyof typeof SOUND;

function decoded(body: SoundName, change: object) {
  const envelope = { id: 1, replyTo: 0, [body]: { ...SOUND[body], ...change } };
  return decodeEnvelope(mammofed.v1.Envelope.encode(envelope).finish());
}

const headWith = (change: object) => ({ treeHead: { ...TREE_HEAD, ...change } });

describe('messages of the log', () => {
  it.each(Object.keys(SOUND) as SoundName[])('take the sound %s that the refusals below spoil', (body) => {
    expect(decoded(body, {}).id).toBe(1);
  });

  it.each<[string, SoundName, object, string]>([
    ['no head', 'treeHeadAnswer', { treeHead: null }, 'tree-head-answer.treeHead'],
    ['a root of 31 bytes', 'treeHeadAnswer', headWith({ root: new Uint8Array(31) }), 'tree-head-answer.treeHead.root'],
    ['a log beyond 2^53', 'treeHeadAnswer', headWith({ size: 2 ** 53 }), 'tree-head-answer.treeHead.size'],
    [
      'a short signature of a head',
      'treeHeadAnswer',
      headWith({ signature: new Uint8Array(63) }),
      'tree-head-answer.treeHead.signature',
    ],
    ['a size beyond 2^53', 'consistencyRequest', { toSize: 2 ** 53 }, 'consistency-request.toSize'],
    ['a node of 33 bytes', 'consistencyProof', { nodes: [new Uint8Array(33)] }, 'consistency-proof.nodes[0]'],
    [
      'a proof over its cap',
      'consistencyProof',
      { nodes: new Array(MAX_PROOF_HASHES + 1).fill(HASH) },
      'consistency-proof.nodes',
    ],
    ['a record of another kind', 'logRecordRequest', { record: 'act' }, 'log-record-request.record'],
    ['a record over its cap', 'logRecord', { entry: new Uint8Array(MAX_LOG_RECORD_BYTES + 1) }, 'log-record.entry'],
    ['an empty record', 'logRecord', { entry: new Uint8Array() }, 'log-record.entry'],
  ])('refuse %s', (_what, body, change, field) => {
    expect(() => decoded(body, change)).toThrow(expect.objectContaining({ code: 'malformed', context: { field } }));
  });
});
