import { canonicalJson, isRefusal, OPEN_DATA_CONTRACT, type Clock, type Logger, type RunId } from '@mammofed/core';
import { driftFindings, withoutSmallCells } from '@mammofed/imaging';
import type { ConsortiumStatistics, DataCheckReport, RunOffer } from '@mammofed/wire';
import type { SiteConfig } from '../config.js';
import type { Asker } from '../connection/link.js';
import { codeOf, SiteError } from '../errors.js';
import { dataCheckToShare } from '../policy/data-check-to-share.js';
import { refusalOfTraining, type ToldRun } from '../policy/run-rules.js';
import type { SiteRules } from '../policy/site-rules.js';
import { toldRun } from '../tasks/task-rules.js';
import type { CheckedResult, CheckJob } from '../trainer/trainer-messages.js';
import type { TrainerTurns } from '../trainer/trainer-turns.js';
import { isComparable, keepConsortium } from './consortium-statistics.js';

/** Runs that wait for their check. */
const MAX_WAITING_CHECKS = 64;

export interface DataChecksParts {
  readonly config: Pick<SiteConfig, 'data'>;
  readonly rules: Pick<SiteRules, 'policy' | 'facts' | 'untilClosed'>;
  readonly link: Asker & { readonly takesDataChecks: boolean };
  readonly trainer: Pick<TrainerTurns, 'check'>;
  /** Where the consortium's counts are kept. */
  readonly consortiumPath: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** A line for the person at the terminal; it names no file. */
  readonly say: (line: string) => void;
}

/**
 * Holds this site's data to the contract of every run that it agreed to, before anything trains on them, and reports what
 * policy lets leave. The images are read once for a contract while the agent runs: the same data give the same report however
 * often a run is offered.
 */
export class DataChecks {
  readonly #parts: DataChecksParts;
  readonly #waiting = new Map<RunId, ToldRun>();
  readonly #results = new Map<string, CheckedResult>();
  /** Runs of which what was found was said. */
  readonly #said = new Map<RunId, string>();
  readonly #stopping = new AbortController();
  #working: Promise<void> | null = null;

  constructor(parts: DataChecksParts) {
    this.#parts = parts;
  }

  /** The site has agreed to take part in this run. */
  offered(offer: RunOffer): void {
    const run = toldRun(offer);
    if ('kind' in run || this.#stopping.signal.aborted || this.#waiting.size >= MAX_WAITING_CHECKS) return;
    this.#waiting.set(offer.runId, run);
    this.#working ??= this.#work();
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
    const { rules, log, say } = this.#parts;
    for (;;) {
      const [next] = this.#waiting;
      if (next === undefined) {
        // In the same turn: a run that is offered from here on begins anew.
        this.#working = null;
        return;
      }
      const [runId, run] = next;
      this.#waiting.delete(runId);
      const signal = rules.untilClosed(this.#stopping.signal);
      try {
        await this.#one(runId, run, signal);
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        // The training says what keeps it; the check is made again when the run is offered again.
        log.warn('data could not be checked', { runId, code: codeOf(error) });
        if (!signal.aborted) say(`${nameOf(runId)}: the data could not be checked (${codeOf(error)})`);
      }
    }
  }

  async #one(runId: RunId, run: ToldRun, signal: AbortSignal): Promise<void> {
    const { rules, link, log } = this.#parts;
    await link.session(signal);
    // An older coordinator does not know the message.
    if (!link.takesDataChecks || refusalOfTraining(run, rules.facts()) !== null) return;
    const result = await this.#checked(runId, run, signal);
    if (refusalOfTraining(run, rules.facts()) !== null) return;
    this.#tell(runId, result);
    let hasDrift = false;
    // A second time, if the answer shows a drift that the coordinator may know of.
    for (;;) {
      const report = this.#reportOf(runId, run, result, hasDrift);
      const answer = await link.ask(report, signal);
      if (answer.kind !== 'data-check-stored') {
        const code = answer.kind === 'refused' ? answer.code : answer.kind;
        log.warn('data check not stored', { runId, code });
        return;
      }
      const drifts = answer.others !== null && (await this.#compare(runId, run, result, answer.others));
      if (drifts === hasDrift || report.statistics === null) return;
      hasDrift = drifts;
    }
  }

  async #checked(runId: RunId, { config }: ToldRun, signal: AbortSignal): Promise<CheckedResult> {
    const { trainer, log, say } = this.#parts;
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
      onLocalNotice: () => undefined,
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

  #tell(runId: RunId, { findings, usableImages, usablePatients }: CheckedResult): void {
    const fits = !findings.some(isRefusal);
    const found = findings.map(({ code, message }) => `${message} (${code})`).join('; ');
    const words = fits
      ? `the data fit the study: ${usableImages} usable images of ${usablePatients} patients${found === '' ? '' : `; ${found}`}`
      : `the data do not fit the study, and nothing is trained on them: ${found}. Look at mammofed site data check --dir DIR, and start the agent again once they are mended`;
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
    if (!isComparable(others.statistics)) return false;
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
    const said = this.#said.get(runId) ?? '';
    if (said.includes(words)) return;
    this.#said.set(runId, `${said}\n${words}`);
    this.#parts.say(`${nameOf(runId)}: ${words}`);
  }
}

function nameOf(runId: RunId): string {
  return `run ${runId.slice(0, 8)}`;
}
