import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { initialClips } from '@mammofed/aggregation';
import {
  CoreError,
  frozenProblems,
  isBatchStatistic,
  runId,
  type Clock,
  type Logger,
  type RunConfig,
  type RunId,
  type Sha256Hex,
} from '@mammofed/core';
import { signerOfRun, siteNoiseOf, type StatementSignature } from '@mammofed/privacy';
import { checkedRunConfig, encodeEnvelope, WireError } from '@mammofed/wire';
import type { RunRow } from '../database/schema.js';
import { CoordinatorError } from '../errors.js';
import { CLOCK, LOGGER } from '../injection-tokens.js';
import { ModelStore, type StoredModel } from '../models/model.store.js';
import { localStepsBound } from '../rounds/round-rules.js';
import { RosterService } from '../roster/roster.service.js';
import { RoundsService } from '../rounds/rounds.service.js';
import { describedRun } from '../rounds/run-offers.js';
import { trainTaskOf } from '../rounds/task-delivery.js';
import { RunStore } from './run.store.js';

/** Creates runs and starts them; from then on RoundsService moves them. */
@Injectable()
export class RunsService {
  constructor(
    private readonly runs: RunStore,
    private readonly models: ModelStore,
    private readonly rounds: RoundsService,
    private readonly roster: RosterService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /**
   * Makes a draft. What no site could be told is refused here, not when the first round begins.
   * @param config - a RunConfig as it arrived, unchecked.
   * @param initialModel - stored before.
   * @param signature - of a model signer over the configuration; null: unsigned.
   * @throws CoreError `bad-run-config` | `bad-model-file`; CoordinatorError `not-found` if there is no such model,
   * `corrupt-content`, `bad-request` if it holds no weights or what the wire does not carry, or if a named site is not
   * enrolled, `dp-batch-statistics`; PrivacyError `noise-exceeds-ring`, `unsigned-run`, `unknown-signer`,
   * `wrong-run-signature`.
   */
  async create(config: unknown, initialModel: Sha256Hex, signature: StatementSignature | null): Promise<RunId> {
    const checked = checkedRunConfig(config);
    this.#assertSigned(checked, signature);
    this.#assertSitesEnrolled(checked);
    const stored = await this.models.verified(initialModel);
    const run: RunRow = {
      id: runId(randomUUID()),
      state: 'draft',
      note: null,
      config: checked,
      initialModelSha256: stored.sha256,
      modelSha256: stored.sha256,
      modelBytes: stored.byteLength,
      createdAtMs: this.clock.nowMs(),
      startedAtMs: null,
      signature,
    };
    await this.#assertCanBeTold(run, checked, stored);
    await this.runs.add(run);
    this.rounds.offer(run);
    this.log.info('run created', { runId: run.id, study: checked.study, rounds: checked.rounds });
    return run.id;
  }

  /** @throws CoordinatorError `not-found` | `wrong-state` if it was started before. */
  async start(id: RunId): Promise<void> {
    const run = await this.runs.find(id);
    if (run === null) throw unknownRun(id);
    const isStarted = run.state === 'draft' && (await this.runs.start(run, this.clock.nowMs()));
    if (!isStarted) {
      throw new CoordinatorError('wrong-state', `run ${id} was started before: see how far it is`, { runId: id });
    }
    this.log.info('run started', { runId: id });
    this.rounds.watch(id);
  }

  /** Every site would say the same; whoever creates the run hears it now. @throws PrivacyError as `signerOfRun`. */
  #assertSigned(config: RunConfig, signature: StatementSignature | null): void {
    const held = this.roster.held;
    if (held === null) return;
    const { configSha256 } = describedRun({ config, signature });
    signerOfRun({ study: config.study, configSha256 }, signature, held.roster);
  }

  #assertSitesEnrolled({ quorum }: RunConfig): void {
    if (quorum.sites === null) return;
    const enrolled = (this.roster.held?.roster.sites ?? []).map(({ name }) => name);
    const unknown = quorum.sites.filter((name) => !enrolled.includes(name));
    if (unknown.length === 0) return;
    const known = enrolled.length === 0 ? 'none is' : `enrolled are ${enrolled.join(', ')}`;
    throw new CoordinatorError(
      'bad-request',
      `quorum.sites names sites that are not enrolled: ${unknown.join(', ')} (${known})`,
    );
  }

  async #assertCanBeTold(run: RunRow, config: RunConfig, model: StoredModel): Promise<void> {
    const outline = await this.models.outline(model.sha256);
    assertPrivacyFits(
      config,
      outline.map(({ name }) => name),
    );
    // Refused by code if the ring has no room for the noise.
    siteNoiseOf(
      config,
      outline.reduce((sum, { size }) => sum + size, 0),
    );
    if (outline.length === 0) throw new CoordinatorError('bad-request', 'the initial model holds no weights');
    const problems = frozenProblems(
      config.training,
      outline.map(({ name }) => name),
    );
    if (problems.length > 0)
      throw new CoreError('bad-run-config', `the run does not fit its model: ${problems.join('; ')}`);
    const clips = initialClips(outline, config.training, localStepsBound(config));
    const task = trainTaskOf(run, { round: 1, attempt: 1, clips, deadlineMs: run.createdAtMs }, model, outline);
    // As large as any that follows.
    const treeHead = { size: 0, root: new Uint8Array(32), atMs: run.createdAtMs, signature: new Uint8Array(64) };
    const message = { ...task, treeHead };
    try {
      encodeEnvelope({ id: 1, replyTo: 0, message });
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      throw new CoordinatorError('bad-request', `no site could be given this run: ${error.message}`, {}, error);
    }
  }
}

/**
 * One patient's gradient must not hang on who else is in the batch; and statistics of activations have no place in the norm
 * of an update, which is in the unit of the weights. @throws CoordinatorError `dp-batch-statistics`.
 */
function assertPrivacyFits({ privacy, sitePrivacy, model }: RunConfig, tensorNames: readonly string[]): void {
  const statistic = tensorNames.find((name) => isBatchStatistic(name));
  if ((privacy === undefined && sitePrivacy === undefined) || statistic === undefined) return;
  throw new CoordinatorError(
    'dp-batch-statistics',
    `${model.name} normalizes by statistics of the whole batch (${statistic}): it cannot be trained with differential privacy`,
    { tensor: statistic },
  );
}

export function unknownRun(id: string): CoordinatorError {
  return new CoordinatorError('not-found', `there is no run ${id}: list the runs to see which there are`);
}
