import {
  leafHash,
  logEntryBytes,
  MerkleTree,
  signTreeHead,
  type Identity,
  type LogEntry,
  type SignedTreeHead,
} from '@mammofed/privacy';
import type { Message } from '@mammofed/wire';

/** A coordinator's log in memory, and its answers. */
export class TestLog {
  readonly entries: LogEntry[] = [];

  /** @param consortium - the root's public key, 32 bytes. */
  constructor(
    private readonly consortium: Uint8Array,
    private readonly coordinator: Identity,
  ) {}

  /** The same log, to be changed apart from this one. */
  copy(): TestLog {
    return new TestLog(this.consortium, this.coordinator).with(...this.entries);
  }

  with(...entries: readonly LogEntry[]): this {
    this.entries.push(...entries);
    return this;
  }

  /** As many invitations as are asked for: entries that nobody looks at. */
  grown(count: number): this {
    const act = (i: number): LogEntry => ({ kind: 'act', act: 'invite-site', subject: `site-${i}`, atMs: i });
    return this.with(...Array.from({ length: count }, (_, i) => act(this.entries.length + i)));
  }

  head(atMs = this.entries.length): SignedTreeHead {
    const tree = this.#tree();
    return signTreeHead({ size: tree.size, root: tree.root(), atMs }, this.consortium, this.coordinator);
  }

  /** As a coordinator that tells what it has. */
  readonly ask = (message: Message): Promise<Message> => Promise.resolve(this.answer(message));

  answer(message: Message): Message {
    const tree = this.#tree();
    switch (message.kind) {
      case 'consistency-request':
        return message.toSize > tree.size
          ? { kind: 'refused', code: 'unknown-log-size', message: 'the log never had so many entries' }
          : { kind: 'consistency-proof', nodes: tree.consistencyProof(message.fromSize, message.toSize) };
      case 'log-record-request': {
        const { record, runId, round, attempt, treeSize } = message;
        const index = this.entries.findLastIndex(
          (entry) =>
            entry.kind === record &&
            entry.run === runId &&
            (entry.kind === 'run' || entry.round === round) &&
            (entry.kind !== 'cohort' || entry.attempt === attempt),
        );
        if (index < 0) return { kind: 'refused', code: 'unknown-record', message: 'there is no such entry' };
        const entry = logEntryBytes(this.entries[index] as LogEntry);
        return { kind: 'log-record', index, entry, nodes: tree.inclusionProof(index, treeSize) };
      }
      default:
        return { kind: 'refused', code: 'unexpected-message', message: 'this is not about the log' };
    }
  }

  #tree(): MerkleTree {
    const tree = new MerkleTree();
    for (const entry of this.entries) tree.append(leafHash(logEntryBytes(entry)));
    return tree;
  }
}
