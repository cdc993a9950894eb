import type { RunId, SiteId } from '@mammofed/core';
import {
  isIncluded,
  leafHash,
  parseLogEntry,
  PrivacyError,
  type CohortEntry,
  type CommittedEntry,
  type LogEntry,
  type RunEntry,
} from '@mammofed/privacy';
import type { LogRecordRequest } from '@mammofed/wire';
import { SiteError } from '../errors.js';
import type { AcceptedTask } from '../tasks/task-rules.js';
import type { Contributions } from './contributions.js';
import type { Ask, HeldLog } from './held-log.js';

export interface LogAuditOptions {
  readonly log: Pick<HeldLog, 'heldLogHead' | 'convict'>;
  readonly contributions: Contributions;
  readonly siteId: SiteId;
  /** This site's own key, 32 bytes. */
  readonly siteKey: Uint8Array;
}

type Wanted = Pick<LogRecordRequest, 'record' | 'runId' | 'round' | 'attempt'>;
type RecordOf<Kind extends LogEntry['kind']> = Extract<LogEntry, { readonly kind: Kind }>;

/** Holds every task to the log, before a model is fetched: what is not in it is not worked on. */
export class LogAudit {
  readonly #options: LogAuditOptions;

  constructor(options: LogAuditOptions) {
    this.#options = options;
  }

  /**
   * Checks that the log has the run with this configuration, the model of the task, for a training the cohort with this
   * site in it, and this site's update in the round that made the model.
   * @param ask - for as long as it takes.
   * @throws SiteError `missing-record` | `rewritten-entry` | `unlogged-model`: the site stops; `unproven-log` if the
   * coordinator did not answer with an entry; what `ask` throws.
   */
  async assertLogged({ kind, task }: AcceptedTask, ask: Ask): Promise<void> {
    const { runId } = task;
    const run = await this.#record<RunEntry>({ record: 'run', runId, round: 0, attempt: 0 }, ask);
    if (run.configSha256 !== task.configSha256) {
      await this.#convict('rewritten-entry', `the log has another configuration of run ${runId} than this task`, run);
    }
    const model = kind === 'train' ? task.baseModel : task.model;
    const modelRound = kind === 'train' ? task.round - 1 : task.round;
    if (modelRound === 0) {
      if (run.initialModel !== model.sha256) await this.#convictModel(runId, 0, run);
    } else {
      const wanted = { record: 'committed', runId, round: modelRound, attempt: 0 } as const;
      const committed = await this.#record<CommittedEntry>(wanted, ask);
      if (committed.model !== model.sha256) await this.#convictModel(runId, modelRound, committed);
      await this.#assertOwnUpdate(committed);
    }
    if (kind === 'train') await this.#assertInCohort(task, ask);
  }

  async #assertInCohort(
    { runId, round, attempt, baseModel }: Extract<AcceptedTask, { kind: 'train' }>['task'],
    ask: Ask,
  ): Promise<void> {
    const cohort = await this.#record<CohortEntry>({ record: 'cohort', runId, round, attempt }, ask);
    const key = Buffer.from(this.#options.siteKey).toString('hex');
    const isIn = cohort.members.some((member) => member.site === this.#options.siteId && member.key === key);
    if (!isIn) {
      const message = `the log does not have this site among those of round ${round}, attempt ${attempt} of run ${runId}`;
      await this.#convict('missing-record', message, cohort);
    }
    if (cohort.baseModel !== baseModel.sha256) await this.#convictModel(runId, round - 1, cohort);
  }

  /** An update of another attempt than the one that made the model is in no model. */
  async #assertOwnUpdate(committed: CommittedEntry): Promise<void> {
    const { contributions, siteId } = this.#options;
    const { run: runId, round, attempt } = committed;
    const own = contributions.of({ runId, round, attempt });
    const logged = committed.contributions.find(({ site }) => site === siteId);
    if (own !== null && logged !== undefined && logged.sha256 !== own.sha256) {
      const message = `the log has another update of this site in round ${round} of run ${runId} than it sent`;
      await this.#convict('rewritten-entry', message, { committed, own });
    }
    if (own?.isCounted === true && logged === undefined) {
      const message = `the log leaves this site's update out of round ${round} of run ${runId}, which the coordinator had taken`;
      await this.#convict('missing-record', message, { committed, own });
    }
    await contributions.forgetThrough(runId, round);
  }

  async #record<Entry extends RecordOf<Wanted['record']>>(wanted: Wanted, ask: Ask): Promise<Entry> {
    const head = this.#options.log.heldLogHead();
    const { record, runId, round, attempt } = wanted;
    const what = `${record} record of run ${runId}${record === 'run' ? '' : `, round ${round}`}`;
    const answer = await ask({ kind: 'log-record-request', ...wanted, treeSize: head.size });
    if (answer.kind === 'refused' && answer.code === 'unknown-record') {
      return this.#convict('missing-record', `the log has no ${what}`, { wanted, treeSize: head.size });
    }
    if (answer.kind !== 'log-record') {
      const why = answer.kind === 'refused' ? answer.code : answer.kind;
      throw new SiteError('unproven-log', `the coordinator does not show the ${what} (${why})`);
    }
    const { index, entry: bytes, nodes } = answer;
    const entry = parsed(bytes);
    const isMeant =
      entry !== null &&
      entry.kind === record &&
      entry.run === runId &&
      (entry.kind === 'run' || entry.round === round) &&
      (entry.kind !== 'cohort' || entry.attempt === attempt);
    if (!isMeant || !isIncluded(leafHash(bytes), index, head, nodes)) {
      const shown = { index, entry: Buffer.from(bytes).toString('utf8'), nodes: nodes.map(hexOf) };
      return this.#convict('rewritten-entry', `what the coordinator shows as the ${what} is not in its log`, shown);
    }
    return entry as Entry;
  }

  #convictModel(runId: RunId, round: number, record: unknown): Promise<never> {
    const message = `the model that the coordinator hands out as that of round ${round} of run ${runId} is not the one in its log`;
    return this.#convict('unlogged-model', message, record);
  }

  #convict(code: 'missing-record' | 'rewritten-entry' | 'unlogged-model', message: string, record: unknown) {
    return this.#options.log.convict(code, message, { record });
  }
}

function parsed(bytes: Uint8Array): LogEntry | null {
  try {
    return parseLogEntry(bytes);
  } catch (error) {
    if (error instanceof PrivacyError) return null;
    throw error;
  }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
