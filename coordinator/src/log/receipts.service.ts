import { Injectable } from '@nestjs/common';
import { canonicalJson, type RunId, type Sha256Hex } from '@mammofed/core';
import { parseLogEntry, treeHeadJson, type Receipt, type Receipts } from '@mammofed/privacy';
import type { LogEntryRow } from '../database/schema.js';
import { CoordinatorError } from '../errors.js';
import { RosterStore } from '../roster/roster.store.js';
import { RunStore } from '../runs/run.store.js';
import { LogStore } from './log.store.js';
import { MerkleLog } from './merkle-log.js';

/** Entries of a run that say how its models came about. */
const OF_LINEAGE: readonly LogEntryRow['kind'][] = ['run', 'cohort', 'confirmed', 'committed'];

/** Puts together what shows where a model came from, for people who were not there: see libs/privacy/src/log/receipts.ts. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly store: LogStore,
    private readonly merkleLog: MerkleLog,
    private readonly runs: RunStore,
    private readonly rosters: RosterStore,
  ) {}

  /** @throws CoordinatorError `not-found` if no run has made the model, or begins with it. */
  async of(model: Sha256Hex): Promise<Receipts> {
    const head = await this.merkleLog.head();
    const rows = await this.store.ofKind('roster');
    const configs: string[] = [];
    for (const { runId, lastRound } of await this.#runsBehind(model)) {
      const run = await this.runs.find(runId);
      if (run !== null) configs.push(canonicalJson(run.config));
      const isNeeded = ({ kind, round }: LogEntryRow): boolean =>
        OF_LINEAGE.includes(kind) && (round === null || round <= lastRound);
      rows.push(...(await this.store.ofRun(runId)).filter(isNeeded));
    }
    const receipts = rows
      .filter(({ entryIndex }) => entryIndex < head.size)
      .sort((a, b) => a.entryIndex - b.entryIndex)
      .map((row) => this.#receipt(row, head.size));
    return { version: 1, head: treeHeadJson(head), rosters: await this.rosters.all(), configs, receipts };
  }

  /** The run that made the model, the one that made its initial model, and so on. */
  async #runsBehind(model: Sha256Hex): Promise<{ readonly runId: RunId; readonly lastRound: number }[]> {
    const runs: { runId: RunId; lastRound: number }[] = [];
    let made = await this.store.commitOf(model);
    if (made === null) {
      const begun = (await this.runs.all()).find(({ initialModelSha256 }) => initialModelSha256 === model);
      if (begun !== undefined) return [{ runId: begun.id, lastRound: 0 }];
      throw new CoordinatorError('not-found', `no run of this coordinator has made or begun with the model ${model}`, {
        sha256: model,
      });
    }
    while (made !== null) {
      const { run, round } = committedOf(made);
      // A model that a run both begins with and ends with leads back to itself.
      if (runs.some(({ runId }) => runId === run)) break;
      runs.push({ runId: run, lastRound: round });
      const begun = await this.runs.find(run);
      made = begun === null ? null : await this.store.commitOf(begun.initialModelSha256);
    }
    return runs;
  }

  #receipt({ entryIndex: index, entry }: LogEntryRow, size: number): Receipt {
    const proof = this.merkleLog.inclusionProof(index, size) ?? [];
    return { index, entry, proof: proof.map((node) => Buffer.from(node).toString('hex')) };
  }
}

function committedOf({ entry }: LogEntryRow) {
  const parsed = parseLogEntry(new TextEncoder().encode(entry));
  if (parsed.kind !== 'committed') throw new CoordinatorError('internal-error', 'the log’s index is out of order');
  return parsed;
}
