import { Injectable } from '@nestjs/common';
import type {
  ConsistencyProof,
  ConsistencyRequest,
  LogRecord,
  LogRecordRequest,
  Refused,
  TreeHeadAnswer,
} from '@mammofed/wire';
import { refused } from '../sessions/refusals.js';
import { LogStore } from './log.store.js';
import { MerkleLog } from './merkle-log.js';

const UNKNOWN_SIZE = refused('unknown-log-size', 'the log never had so many entries');

/** Answers what sites ask about the log. Nothing of it is secret from a site. */
@Injectable()
export class LogAnswersService {
  constructor(
    private readonly store: LogStore,
    private readonly merkleLog: MerkleLog,
  ) {}

  async treeHead(): Promise<TreeHeadAnswer> {
    return { kind: 'tree-head-answer', treeHead: await this.merkleLog.head() };
  }

  consistency({ fromSize, toSize }: ConsistencyRequest): ConsistencyProof | Refused {
    const nodes = this.merkleLog.consistencyProof(fromSize, toSize);
    return nodes === null ? UNKNOWN_SIZE : { kind: 'consistency-proof', nodes };
  }

  async record({ record, runId, round, attempt, treeSize }: LogRecordRequest): Promise<LogRecord | Refused> {
    const row = await this.store.newestOfRun({
      kind: record,
      runId,
      ...(record === 'run' ? {} : { round }),
      ...(record === 'cohort' ? { attempt } : {}),
    });
    if (row === null || row.entryIndex >= treeSize) {
      return refused('unknown-record', `the first ${treeSize} entries of the log hold no such one`);
    }
    const nodes = this.merkleLog.inclusionProof(row.entryIndex, treeSize);
    if (nodes === null) return UNKNOWN_SIZE;
    return { kind: 'log-record', index: row.entryIndex, entry: new TextEncoder().encode(row.entry), nodes };
  }
}
