import { Inject, Injectable } from '@nestjs/common';
import { ringBitsOf, type Logger, type SiteId } from '@mammofed/core';
import type { AttemptRef, EvaluateTask, Message, TensorClip, TrainTask } from '@mammofed/wire';
import type { EvaluationRow, RoundRow, RunRow } from '../database/schema.js';
import { LOGGER } from '../injection-tokens.js';
import { MerkleLog } from '../log/merkle-log.js';
import { ModelStore, type StoredModel, type TensorOutline } from '../models/model.store.js';
import { ConnectionRegistry, type SiteConnection } from '../sessions/connection-registry.js';
import { quantaOf } from './aggregator.js';
import { describedRun } from './run-offers.js';
import { isForNow } from './site-failures.js';

/** How long a site may take to say that it accepts a task. */
const ACCEPT_TIMEOUT_MS = 30_000;

export type TaskAnswer =
  { readonly kind: 'accepted' } | { readonly kind: 'refused'; readonly code: string; readonly reason: string };

/**
 * Tells sites what to do, once in each of their sessions: a site that comes back is told again. What was told is not
 * remembered anywhere else, so that a lost message heals with the next session.
 */
@Injectable()
export class TaskDelivery {
  readonly #told = new WeakMap<SiteConnection, Set<string>>();
  /** Training tasks that were accepted in a session. */
  readonly #taken = new WeakMap<SiteConnection, Set<string>>();

  constructor(
    private readonly registry: ConnectionRegistry,
    private readonly models: ModelStore,
    private readonly merkleLog: MerkleLog,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Sends a site its training task unless this session had it. `onAnswer` is called when the site answers, not if it is lost. */
  async train(run: RunRow, attempt: RoundRow, site: SiteId, onAnswer: (answer: TaskAnswer) => void): Promise<void> {
    const key = trainKey(attempt);
    const connection = this.#toTell(site, key);
    if (connection === null) return;
    const model = await this.models.verified(attempt.baseModelSha256);
    const outline = await this.models.outline(attempt.baseModelSha256);
    const task = { ...trainTaskOf(run, attempt, model, outline), treeHead: await this.merkleLog.head() };
    this.#ask(connection, task, key, (answer) => {
      if (answer.kind === 'accepted') {
        this.#taken.set(connection, (this.#taken.get(connection) ?? new Set()).add(key));
      }
      onAnswer(answer);
    });
  }

  /** Sends a site an evaluation task unless this session had it. */
  async evaluate(run: RunRow, evaluation: EvaluationRow, onAnswer: (answer: TaskAnswer) => void): Promise<void> {
    const key = `evaluate ${evaluation.runId} ${evaluation.round}`;
    const connection = this.#toTell(evaluation.siteId, key);
    if (connection === null) return;
    const task: EvaluateTask = {
      kind: 'evaluate-task',
      runId: run.id,
      round: evaluation.round,
      ...describedRun(run),
      model: await this.models.verified(evaluation.modelSha256),
      deadlineUnixMs: evaluation.deadlineMs,
      treeHead: await this.merkleLog.head(),
    };
    this.#ask(connection, task, key, onAnswer);
  }

  /** Whether a site has accepted its training task in the session that it has now. */
  hasTaken(attempt: AttemptRef, site: SiteId): boolean {
    const connection = this.registry.of(site);
    return connection !== null && this.#taken.get(connection)?.has(trainKey(attempt)) === true;
  }

  /** Asks a site something unless this session was asked it. `onAnswer` is called when the site answers, not if it is lost. */
  ask(site: SiteId, key: string, request: () => Message, onAnswer: (answer: Message) => void): void {
    const connection = this.#toTell(site, key);
    if (connection !== null) this.#request(connection, request(), key, onAnswer);
  }

  /** Tells a site, if it is connected, that its part in an attempt is over. */
  cancel({ runId, round, attempt }: AttemptRef, site: SiteId, reason: string): void {
    this.registry.of(site)?.send({ kind: 'cancel-task', runId, round, attempt, reason });
  }

  #toTell(site: SiteId, key: string): SiteConnection | null {
    const connection = this.registry.of(site);
    if (connection === null) return null;
    return this.#told.get(connection)?.has(key) === true ? null : connection;
  }

  #ask(connection: SiteConnection, task: Message, key: string, onAnswer: (answer: TaskAnswer) => void): void {
    this.#request(connection, task, key, (answer) => {
      if (answer.kind === 'refused') {
        const { code, message } = answer;
        // Nothing of the task is wrong: once the site says so, it is told again.
        if (isForNow(code)) this.#told.get(connection)?.delete(key);
        onAnswer({ kind: 'refused', code, reason: `${code}: ${message}` });
      } else onAnswer({ kind: 'accepted' });
    });
  }

  #request(connection: SiteConnection, request: Message, key: string, onAnswer: (answer: Message) => void): void {
    const told = this.#told.get(connection) ?? new Set();
    this.#told.set(connection, told.add(key));
    connection.request(request, ACCEPT_TIMEOUT_MS).then(onAnswer, () => {
      // Timed out or the session ended: said again at the next look, or in the next session.
      told.delete(key);
      this.log.warn('request was not answered', { request: request.kind, siteName: connection.siteName });
    });
  }
}

function trainKey({ runId, round, attempt }: AttemptRef): string {
  return `train ${runId} ${round} ${attempt}`;
}

/**
 * What the sites of an attempt are told.
 * @param outline - of the base model, as `model` is.
 */
export function trainTaskOf(
  run: Pick<RunRow, 'id' | 'config' | 'signature'>,
  attempt: Pick<RoundRow, 'round' | 'attempt' | 'clips' | 'deadlineMs'>,
  model: StoredModel,
  outline: readonly TensorOutline[],
): Omit<TrainTask, 'treeHead'> {
  return {
    kind: 'train-task',
    runId: run.id,
    round: attempt.round,
    attempt: attempt.attempt,
    mode: run.config.mode,
    ...describedRun(run),
    baseModel: model,
    clips: outline.map(({ name }, t): TensorClip => ({ tensor: name, clip: attempt.clips?.[t] ?? 0 })),
    ringBits: ringBitsOf(run.config),
    quantumMax: quantaOf(run.config).quantumMax,
    deadlineUnixMs: attempt.deadlineMs ?? 0,
  };
}
