import {
  canonicalJson,
  hasKnownBins,
  isRefusal,
  OPEN_DATA_CONTRACT,
  type Clock,
  type Logger,
  type RunConfig,
  type RunId,
} from '@mammofed/core';
import { driftFindings, withoutSmallCells } from '@mammofed/imaging';
import type { ConsortiumStatistics, DataCheckReport, Message, RunOffer } from '@mammofed/wire';
import type { SiteConfig } from '../config.js';
import type { BackoffOptions } from '../connection/backoff.js';
import { codeOf, SiteError } from '../errors.js';
import type { LocalWords } from '../local-words.js';
import { dataCheckToShare } from '../policy/data-check-to-share.js';
import { localFailureOf } from '../policy/failure-to-share.js';
import { refusalOfTraining, type ToldRun } from '../policy/run-rules.js';
import type { SiteRules } from '../policy/site-rules.js';
import { toldRun } from '../tasks/task-rules.js';
import { TrainerFailure } from '../trainer/trainer-client.js';
import type { CheckedResult, CheckJob } from '../trainer/trainer-messages.js';
import type { TrainerTurns } from '../trainer/trainer-turns.js';
import { CheckQueue } from './check-queue.js';
import { keepConsortium } from './consortium-statistics.js';
import { SaidOfRuns } from './said-of-runs.js';
import { sendReport, type ReportLink } from './send-report.js';

/** Reports for one offer: the second takes back or adds that the counts drift. A coordinator that alternates sums gets no more. */
const MAX_REPORTS_PER_OFFER = 2;
const SEND_AGAIN = { firstMs: 500, longestMs: 30_000 } as const;

export interface DataChecksParts {
  readonly config: Pick<SiteConfig, 'data'>;
  readonly rules: Pick<SiteRules, 'policy' | 'facts' | 'untilClosed'>;
  readonly link: ReportLink & { askForOffers(): void };
  readonly trainer: Pick<TrainerTurns, 'check'>;
  /** Where the consortium's counts are kept. */
  readonly consortiumPath: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** A line for the person at the terminal; it names no file. */
  readonly say: (line: string) => void;
  /** A line that may name files. */
  readonly confide: LocalWords;
  /** Given in tests; pauses between two tries to send a report. */
  readonly sendAgain?: BackoffOptions;
}

/** The run whose turn it is. */
interface Turn {
  readonly runId: RunId;
  readonly run: ToldRun;
  /** Aborted where the site's rules have changed. */
  readonly abort: AbortController;
  isReporting: boolean;
}

/**
 * Holds this site's data to the contract of every run that it agreed to, before anything trains on them, and reports what
 * policy lets leave. The images are read once for a contract while the agent runs: the same data give the same report however
 * often a run is offered.
 */
export class DataChecks {
  readonly #parts: DataChecksParts;
  readonly #queue = new CheckQueue();
  readonly #results = new Map<string, CheckedResult>();
  readonly #said = new SaidOfRuns();
  readonly #stopping = new AbortController();
  #turn: Turn | null = null;
  #working: Promise<void> | null = null;

  constructor(parts: DataChecksParts) {
    this.#parts = parts;
  }

  /** The site has agreed to take part in this run. */
  offered(offer: RunOffer): void {
    const run = toldRun(offer);
    if ('kind' in run || this.#stopping.signal.aborted) return;
    const { runId } = offer;
    if (!this.#queue.add(runId, run)) this.#parts.log.warn('data check put off', { runId });
    this.#working ??= this.#work();
  }

  /**
   * To be called when the site's rules have changed. A report that waits for a session or its answer is made anew by the new
   * ones; the folder is read no further for a run that they forbid, and otherwise it is: what is found hangs on no rule.
   */
  recheck(): void {
    this.#queue.forgetServed();
    if (this.#turn === null) return;
    const { run, abort, isReporting } = this.#turn;
    if (isReporting || refusalOfTraining(run, this.#parts.rules.facts()) !== null)
      abort.abort(new SiteError('obsolete', "the site's rules have changed"));
  }

  /** Gives up what is under way. @returns when nothing goes on any more. */
  async stop(): Promise<void> {
    this.#stopping.abort(new SiteError('stopped', 'the agent is stopping'));
    await this.settled();
  }

  /** @returns when every run that was offered so far is reported, or cannot be. */
  async settled(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    const { rules, link } = this.#parts;
    for (;;) {
      const next = this.#queue.take();
      if (next === null) {
        // In the same turn: a run that is offered from here on begins anew.
        this.#working = null;
        if (this.#queue.takeMissed()) link.askForOffers();
        return;
      }
      const [runId, run] = next;
      const turn: Turn = { runId, run, abort: new AbortController(), isReporting: false };
      this.#turn = turn;
      const allowed = rules.untilClosed(this.#stopping.signal);
      try {
        await this.#one(turn, AbortSignal.any([allowed, turn.abort.signal]));
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        if (turn.abort.signal.aborted && !allowed.aborted) this.#queue.putBack(runId, run);
        else this.#failed(runId, error, allowed);
      } finally {
        this.#turn = null;
      }
    }
  }

  async #one(turn: Turn, signal: AbortSignal): Promise<void> {
    const { runId, run } = turn;
    const { rules, link } = this.#parts;
    await link.session(signal);
    // An older coordinator does not know the message: the folder is not read for nothing.
    if (!link.takesDataChecks || refusalOfTraining(run, rules.facts()) !== null) return;
    const result = await this.#checked(runId, run, signal);
    if (refusalOfTraining(run, rules.facts()) !== null) return;
    this.#tell(runId, run, result);
    turn.isReporting = true;
    await this.#report(runId, run, result, signal);
  }

  /** Reports, and once more if the answer shows a drift that the coordinator may know of, or that it is over. */
  async #report(runId: RunId, run: ToldRun, result: CheckedResult, signal: AbortSignal): Promise<void> {
    const { link, sendAgain = SEND_AGAIN } = this.#parts;
    // As it was told last, so that an offer that changes nothing does not take it back first.
    let hasDrift = this.#said.hasDrift(runId);
    for (let count = 0; count < MAX_REPORTS_PER_OFFER; count++) {
      const report = this.#reportOf(runId, run, result, hasDrift);
      const answer = await sendReport(report, link, sendAgain, signal);
      if (answer?.kind !== 'data-check-stored') return this.#notStored(runId, answer);
      // What was reported, not what is found: of counts that do not leave by today's rules, nothing is told under later ones.
      this.#said.toldDrift(runId, hasDrift);
      const drifts = answer.others !== null && (await this.#compare(runId, run, result, answer.others));
      if (drifts === hasDrift || report.statistics === null) return;
      hasDrift = drifts;
    }
  }

  /** The training says what keeps it; the check is made again when the run is offered again. */
  #failed(runId: RunId, error: unknown, allowed: AbortSignal): void {
    const { log, say, confide } = this.#parts;
    const { code, message, isMessageSafe } = error instanceof TrainerFailure ? error.failure : localFailureOf(error);
    log.warn('data could not be checked', { runId, code });
    if (allowed.aborted) return;
    const words = `${nameOf(runId)}: the data could not be checked (${code})`;
    if (isMessageSafe) say(`${words}: ${message}`);
    else confide(`${words}: ${message}`, words);
  }

  #notStored(runId: RunId, answer: Message | null): void {
    const { log } = this.#parts;
    if (answer === null) {
      // Nothing for a person to do: a coordinator that takes it offers the run again.
      log.warn('data check not sent', { runId });
      return;
    }
    const { code, message } =
      answer.kind === 'refused'
        ? answer
        : { code: 'unexpected-answer', message: `the coordinator answered with ${answer.kind}` };
    log.warn('data check not stored', { runId, code });
    this.#sayOnce(runId, `the coordinator did not take the report on the data (${code}): ${message}`);
  }

  async #checked(runId: RunId, { config }: ToldRun, signal: AbortSignal): Promise<CheckedResult> {
    const { trainer, log, say, confide } = this.#parts;
    const { dir, layout = null } = this.#parts.config.data;
    const contract = config.dataContract ?? OPEN_DATA_CONTRACT;
    const job: CheckJob = {
      kind: 'check',
      data: { dir, layout, permuteImagesSeed: null },
      study: config.study,
      contract,
    };
    const key = canonicalJson({ study: config.study, contract });
    const known = this.#results.get(key);
    if (known !== undefined) return known;
    log.info('data check began', { runId });
    const result = await trainer.check(job, signal, {
      onProgress: () => undefined,
      onNotice: say,
      onLocalNotice: (text) => confide(`${nameOf(runId)}: ${text}`),
      onBatchSplit: () => undefined,
    });
    this.#results.set(key, result);
    log.info('data check done', { runId, codes: result.findings.map(({ code }) => code).join() });
    return result;
  }

  #reportOf(runId: RunId, { config }: ToldRun, result: CheckedResult, hasDrift: boolean): DataCheckReport {
    const { policy } = this.#parts.rules;
    const figures = dataCheckToShare(result, hasDrift, policy, config.privacy ?? config.sitePrivacy);
    return { kind: 'data-check-report', runId, ...figures };
  }

  #tell(runId: RunId, { config }: ToldRun, { findings, usableImages, usablePatients }: CheckedResult): void {
    const fits = !findings.some(isRefusal);
    const found = findings.map(({ code, message }) => `${message} (${code})`).join('; ');
    const words = fits
      ? `the data fit the study: ${usableImages} usable images of ${usablePatients} patients${found === '' ? '' : `; ${found}`}`
      : `the data do not fit the study, and nothing is trained on them: ${found}. Look at ${lookAt(config)}, and start the agent again once they are mended`;
    this.#sayOnce(runId, words);
  }

  /** @returns whether this site's counts differ from the others'. */
  async #compare(
    runId: RunId,
    { config: { study } }: ToldRun,
    { usableImages, statistics }: CheckedResult,
    others: ConsortiumStatistics,
  ): Promise<boolean> {
    const { consortiumPath, rules, clock, log } = this.#parts;
    if (!hasKnownBins(others.statistics)) return false;
    await keepConsortium(consortiumPath, study, others, clock.nowMs()).catch((error: unknown) =>
      log.warn('consortium statistics could not be kept', { code: codeOf(error) }),
    );
    // By what left or could have left: if it hung on small counts, a coordinator that makes sums up would read them from the
    // code. And the others' counts are without theirs.
    const told = withoutSmallCells({ images: usableImages, statistics }, rules.policy.minCellSize);
    const drift = driftFindings({ images: usableImages, statistics: told }, others);
    if (drift.length > 0) {
      log.warn('data drift', { runId, code: 'drifts-from-consortium', count: drift.length });
      this.#sayOnce(
        runId,
        `compared with ${others.sites} other sites: ${drift.map(({ message }) => message).join('; ')}`,
      );
    }
    return drift.length > 0;
  }

  #sayOnce(runId: RunId, words: string): void {
    if (this.#said.isNews(runId, words)) this.#parts.say(`${nameOf(runId)}: ${words}`);
  }
}

/** The command that holds the folder to the same contract. */
function lookAt({ study, dataContract }: RunConfig): string {
  const command = `mammofed site data check --dir DIR --study ${study}`;
  return dataContract === undefined
    ? command
    : `${command} --contract FILE (with the JSON that mammofed site policy studies --dir DIR shows as data)`;
}

function nameOf(runId: RunId): string {
  return `run ${runId.slice(0, 8)}`;
}
