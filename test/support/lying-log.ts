import {
  leafHash,
  logEntryBytes,
  MerkleTree,
  signTreeHead,
  type Identity,
  type LogEntry,
  type LogHead,
  type SignedTreeHead,
} from '@mammofed/privacy';
import type { ConsistencyRequest, LogRecordRequest, Message } from '@mammofed/wire';

const UNKNOWN_SIZE: Message = {
  kind: 'refused',
  code: 'unknown-log-size',
  message: 'there were never so many entries',
};
const UNKNOWN_RECORD: Message = { kind: 'refused', code: 'unknown-record', message: 'there is no such entry' };

/** A log that is signed with the real coordinator's key; a coordinator that lies has several. */
export class LyingLog {
  readonly #tree = new MerkleTree();
  readonly #entries: LogEntry[] = [];
  readonly #consortium: Uint8Array;
  readonly #coordinator: Identity;

  /** @param consortium - the root's public key, 32 bytes. */
  constructor(consortium: Uint8Array, coordinator: Identity) {
    this.#consortium = consortium;
    this.#coordinator = coordinator;
  }

  append(entry: LogEntry): void {
    this.#entries.push(entry);
    this.#tree.append(leafHash(logEntryBytes(entry)));
  }

  /** @returns a log of the first entries of this one. */
  upTo(size: number): LyingLog {
    const log = new LyingLog(this.#consortium, this.#coordinator);
    for (const entry of this.#entries.slice(0, size)) log.append(entry);
    return log;
  }

  head(): LogHead {
    return { size: this.#tree.size, root: this.#tree.root() };
  }

  signedHead(): SignedTreeHead {
    return signTreeHead({ ...this.head(), atMs: Date.now() }, this.#consortium, this.#coordinator);
  }

  consistency({ fromSize, toSize }: ConsistencyRequest): Message {
    if (toSize > this.#tree.size) return UNKNOWN_SIZE;
    return { kind: 'consistency-proof', nodes: this.#tree.consistencyProof(fromSize, toSize) };
  }

  record({ record, runId, attempt, treeSize }: LogRecordRequest): Message {
    const index = this.#entries.findLastIndex(
      (entry) => entry.kind === record && entry.run === runId && (entry.kind !== 'cohort' || entry.attempt === attempt),
    );
    if (index < 0) return UNKNOWN_RECORD;
    const entry = logEntryBytes(this.#entries[index] as LogEntry);
    return { kind: 'log-record', index, entry, nodes: this.#tree.inclusionProof(index, treeSize) };
  }
}
