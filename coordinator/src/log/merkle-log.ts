import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@mammofed/core';
import {
  assertTreeHead,
  leafHash,
  MerkleTree,
  parseTreeHead,
  PrivacyError,
  signTreeHead,
  treeHeadJson,
  type Identity,
  type SignedTreeHead,
  rootNamedIn,
} from '@mammofed/privacy';
import { FactStore } from '../database/fact.store.js';
import type { LogEntryRow } from '../database/schema.js';
import { CoordinatorError } from '../errors.js';
import { CLOCK, IDENTITY } from '../injection-tokens.js';
import { ExclusiveQueue } from '../rounds/exclusive-queue.js';
import { LogStore } from './log.store.js';

/** Entries that are read at a time. */
const PAGE_ENTRIES = 1000;

/**
 * The log as a Merkle tree (RFC 9162). The database holds the entries; the tree's hashes are computed from them at the start
 * and kept in memory, 64 bytes an entry. What the database does not hold for good is in no head that is signed.
 */
@Injectable()
export class MerkleLog implements OnModuleInit {
  readonly #queue = new ExclusiveQueue();
  readonly #tree = new MerkleTree();
  #keptSize = 0;
  #lastSignedMs = 0;

  constructor(
    private readonly store: LogStore,
    private readonly facts: FactStore,
    @Inject(IDENTITY) private readonly identity: Identity,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Reads the log and holds it to the last head that was handed out.
   * @throws CoordinatorError `corrupt-log`.
   */
  async onModuleInit(): Promise<void> {
    await this.#queue.run(async () => {
      await this.#read();
      const consortium = await this.#consortium();
      const kept = await this.facts.find('log-head');
      if (consortium === null || kept === null) return;
      const head = this.#keptHead(kept, consortium);
      if (head.size > this.#tree.size) {
        throw corrupt(`it has ${this.#tree.size} entries, and a head over ${head.size} was handed out`);
      }
      if (!Buffer.from(this.#tree.root(head.size)).equals(head.root)) {
        throw corrupt(`its first ${head.size} entries are not those of the last head that was handed out`);
      }
      this.#keptSize = head.size;
      this.#lastSignedMs = head.atMs;
    });
  }

  /**
   * A head over everything that the database has, signed now. It is in the database before anybody has it.
   * @throws CoordinatorError `no-roster` before there is a consortium, `corrupt-log`.
   */
  head(): Promise<SignedTreeHead> {
    return this.#queue.run(async () => {
      const consortium = await this.#consortium();
      if (consortium === null) {
        throw new CoordinatorError('no-roster', 'the log has no head before there is a consortium');
      }
      await this.#read();
      // Sites take a smaller head that was signed later for a log that shrank: a clock set back must not make one.
      this.#lastSignedMs = Math.max(this.#lastSignedMs, this.clock.nowMs());
      const { size } = this.#tree;
      const head = signTreeHead({ size, root: this.#tree.root(), atMs: this.#lastSignedMs }, consortium, this.identity);
      if (size > this.#keptSize) {
        await this.facts.put('log-head', JSON.stringify(treeHeadJson(head)));
        this.#keptSize = size;
      }
      return head;
    });
  }

  /** @returns null for sizes that the log never had, or in the wrong order. */
  consistencyProof(fromSize: number, toSize: number): Uint8Array[] | null {
    if (fromSize > toSize || toSize > this.#tree.size) return null;
    return this.#tree.consistencyProof(fromSize, toSize);
  }

  /** @returns null if the first `size` entries are not there, or do not hold the entry. */
  inclusionProof(index: number, size: number): Uint8Array[] | null {
    if (index >= size || size > this.#tree.size) return null;
    return this.#tree.inclusionProof(index, size);
  }

  /** Takes the entries in that other transactions have added. */
  async #read(): Promise<void> {
    for (;;) {
      const page = await this.store.page(this.#tree.size, PAGE_ENTRIES);
      for (const row of page) this.#append(row);
      if (page.length < PAGE_ENTRIES) return;
    }
  }

  #append({ entryIndex, entry, leafSha256 }: LogEntryRow): void {
    if (entryIndex !== this.#tree.size) throw corrupt(`entry ${this.#tree.size} is missing`);
    const leaf = leafHash(new TextEncoder().encode(entry));
    if (Buffer.from(leaf).toString('hex') !== leafSha256) throw corrupt(`entry ${entryIndex} is not what was written`);
    this.#tree.append(leaf);
  }

  async #consortium(): Promise<Uint8Array | null> {
    const roster = await this.facts.find('roster');
    return roster === null ? null : rootNamedIn(new Uint8Array(Buffer.from(roster)));
  }

  #keptHead(text: string, consortium: Uint8Array): SignedTreeHead {
    try {
      const head = parseTreeHead(JSON.parse(text));
      assertTreeHead(head, consortium, this.identity.publicKey);
      return head;
    } catch (error) {
      if (!(error instanceof PrivacyError) && !(error instanceof SyntaxError)) throw error;
      throw corrupt('the last head that was handed out is not this coordinator’s', error);
    }
  }
}

function corrupt(what: string, cause?: unknown): CoordinatorError {
  return new CoordinatorError(
    'corrupt-log',
    `the log in the database was altered: ${what}. Sites would refuse to go on; restore the database from a backup, and tell the sites`,
    {},
    cause,
  );
}
