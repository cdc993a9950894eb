import { siteId, type Clock, type Logger } from '@mammofed/core';
import { sodiumReady } from '@mammofed/privacy';
import type { Message, Refused, Welcome } from '@mammofed/wire';
import { FolderLock, readIdentity } from '@mammofed/storage';
import { pinnedKeys } from './config.js';
import { CoordinatorLink } from './connection/link.js';
import { connectTransport } from './connection/transport.js';
import { traceInto, type WireTrace } from './connection/wire-trace.js';
import { EngineSelector, type EngineChoice, type EngineSetting } from './engines/engine-selector.js';
import { probeEngine } from './engines/probe.js';
import { readSiteConfig } from './enrolment/site-folder.js';
import { Ledger } from './ledger/ledger.js';
import { Consents } from './consent/consents.js';
import { judge } from './consent/judged-offer.js';
import { DataChecks } from './data-checks/data-checks.js';
import { OfferedRuns } from './consent/offered-runs.js';
import { localWords } from './local-words.js';
import { HeldPolicy } from './policy/held-policy.js';
import { movePolicy } from './policy/move-policy.js';
import { Contributions } from './log/contributions.js';
import { HeldLog } from './log/held-log.js';
import { LogAudit } from './log/log-audit.js';
import { PrivacyAccount } from './policy/privacy-account.js';
import { SiteRules, watchRules } from './policy/site-rules.js';
import { proxyText, routeTo } from './network/route.js';
import type { ProxyEnvironment } from './network/settings.js';
import { HeldRoster } from './roster/held-roster.js';
import { AttemptRecords } from './secure/attempt-records.js';
import { maskInThread } from './secure/mask-thread.js';
import type { AttemptParts } from './secure/secure-attempt.js';
import { isPhaseRequest, SecureAttempts } from './secure/secure-attempts.js';
import { sitePaths } from './site-paths.js';
import { TaskQueue } from './tasks/task-queue.js';
import { refused } from './tasks/task-refusals.js';
import { checkEvaluateTask, checkTrainTask, refusalSince, type AcceptedTask } from './tasks/task-rules.js';
import { taskRunner } from './tasks/task-runner.js';
import { TrainerClient } from './trainer/trainer-client.js';
import { TrainerTurns } from './trainer/trainer-turns.js';
import { withinBandwidth } from './transfers/bandwidth.js';
import { ModelStore } from './transfers/model-store.js';
import { UpdateStore } from './transfers/update-store.js';

export interface AgentOptions {
  /** The site folder. */
  readonly dir: string;
  /** In place of the one in `site.json`. */
  readonly engine?: EngineSetting;
  /** Given: a folder for the plaintext of everything that is sent. */
  readonly traceDir?: string;
  readonly agentVersion: string;
  /** What the environment says of proxies; `site.json` comes before it. */
  readonly environment: ProxyEnvironment;
  readonly clock: Clock;
  readonly log: Logger;
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
  /** Whether a person sits there: a service's lines go to journals. */
  readonly isTerminal: boolean;
  /** Aborted to stop the agent. */
  readonly signal: AbortSignal;
}

/**
 * Runs a site's agent until it is told to stop: it connects outward, does what the coordinator asks as far as the site's
 * policy allows, and leaves nothing running.
 * @throws SiteError `not-enrolled`, `bad-configuration`, `wrong-coordinator-key`, `unknown-site`,
 * `revoked-site`, `engine-unusable`, `bad-privacy-account`, `bad-log-file`, `bad-attempt-records`, `bad-policy`,
 * `bad-consent`, the offences of log/log-evidence.ts; PrivacyError `site-not-in-roster`, and of a damaged roster file;
 * StorageError.
 */
export async function runAgent(options: AgentOptions): Promise<void> {
  const { dir, engine, traceDir, agentVersion, environment, clock, log, say, isTerminal, signal } = options;
  await sodiumReady();
  const paths = sitePaths(dir);
  const config = await readSiteConfig(paths);
  const identity = await readIdentity(paths.identity);
  const roster = await HeldRoster.open({
    path: paths.roster,
    ...pinnedKeys(config),
    siteKey: identity.publicKey,
    clock,
  });
  // Aborted by a log that is false: nothing more is done for the coordinator, and the reason is thrown.
  const convicted = new AbortController();
  const heldLog = await HeldLog.open({
    path: paths.logHead,
    evidencePath: paths.logEvidence,
    consortium: pinnedKeys(config).rootKey,
    coordinatorKey: () => roster.coordinatorKey,
    clock,
    onOffence: (error) => convicted.abort(error),
  });
  const contributions = await Contributions.open(paths.contributions);
  const { url } = config.coordinator;
  const route = await routeTo(url, config.network, environment);
  const lock = await FolderLock.take(paths.lock);
  const ledger = new Ledger(paths.ledger, url, clock);
  const setting = engine ?? config.engine.name;
  const engines = new EngineSelector(setting, (name) => probeEngine(name, { signal }));
  const entry = new URL('./trainer/trainer-process.js', import.meta.url);
  const trainer = new TrainerClient({ entry, graphs: paths.graphs });
  try {
    const trace = traceDir === undefined ? undefined : tracedInto(traceDir, log, say);
    if (route.proxy !== null) say(`connects through the proxy ${proxyText(route.proxy)} (${route.proxy.source})`);
    announce(setting, await engines.choose(), log, say);
    const updates = new UpdateStore(paths.work);
    await updates.discardOld(clock.nowMs());
    const privacy = await PrivacyAccount.open(paths.privacyAccount);
    // Under the lock: no other agent of this folder writes it at the same time.
    await movePolicy(paths);
    const rules = new SiteRules({
      policy: await HeldPolicy.open(paths.policy),
      consents: await Consents.open(paths.consent),
      ...{ roster, clock, log, say },
    });
    const offered = await OfferedRuns.open(paths.offeredRuns, clock, log);
    const records = await AttemptRecords.open(paths.attempts);
    const maskEntry = new URL('./secure/mask-worker.js', import.meta.url);
    const mask: AttemptParts['mask'] = (job, masks, stopped) => maskInThread(maskEntry, job, masks, stopped);
    // The link gives tasks to the queue, whose tasks speak through the link.
    const link: CoordinatorLink = new CoordinatorLink({
      connect: (stopping) => connectTransport(url, route, stopping),
      identity,
      roster,
      heldLog,
      siteId: config.site.id,
      agentVersion,
      ...{ ledger, trace },
      log,
      say,
      onMessage: (message, welcome) => decide(message, welcome),
    });
    const asker = withinBandwidth(link, () => rules.policy.bandwidth);
    const models = new ModelStore(paths.models, asker);
    const audit = new LogAudit({
      log: heldLog,
      contributions,
      siteId: siteId(config.site.id),
      siteKey: identity.publicKey,
    });
    const attemptParts = {
      rules,
      identity,
      roster,
      records,
      workDir: paths.work,
      link: asker,
      heldLog,
      contributions,
      mask,
      clock,
      log,
      say,
    };
    const secure = new SecureAttempts(attemptParts, updates);
    const confide = localWords(paths.localWords, isTerminal, say, clock);
    const turns = new TrainerTurns(trainer);
    const checks = new DataChecks({
      ...{ config, rules, link, trainer: turns, consortiumPath: paths.consortiumStatistics },
      ...{ clock, log, say, confide },
    });
    const queue = new TaskQueue(
      taskRunner({
        ...{ config, rules, paths, link: asker, models, audit, contributions, updates },
        ...{ trainer: turns, engines, privacy, secure, clock, log, say, confide },
      }),
    );
    const decide = (message: Message, { siteIndex }: Welcome): Message | null | Promise<Message> => {
      if (isPhaseRequest(message)) return secure.answer(message, siteIndex);
      switch (message.kind) {
        case 'run-offer': {
          const answer = judge(message, rules.facts(), { offered, log, say });
          if (answer.kind === 'run-agreed') checks.offered(message);
          return answer;
        }
        case 'train-task': {
          const checked = checkTrainTask(message, siteIndex, rules.facts());
          return answered(checked.kind === 'refused' ? checked : queue.offer(checked));
        }
        case 'evaluate-task': {
          const checked = checkEvaluateTask(message, rules.facts());
          return answered(checked.kind === 'refused' ? checked : queue.offer(checked));
        }
        case 'cancel-task':
          queue.cancel(message, message.reason);
          void secure.cancel(message, `cancelled by the coordinator: ${message.reason}`);
          return null;
        default:
          return refused('unexpected-message', `a coordinator does not send ${message.kind} here`);
      }
    };
    const answered = (answer: Message): Message => {
      if (answer.kind === 'refused') {
        log.warn('task refused', { code: answer.code });
        say(`a task was refused (${answer.code}): ${answer.message}`);
      }
      return answer;
    };
    const watch = watchRules(rules, log, () => {
      const refusalOf = (task: AcceptedTask): Refused | null => refusalSince(task, rules.facts());
      queue.recheck(refusalOf);
      void secure.recheck(refusalOf);
      checks.recheck();
      link.askForOffers();
    });
    try {
      await link.run(AbortSignal.any([signal, convicted.signal]));
      convicted.signal.throwIfAborted();
    } finally {
      watch.stop();
      await offered.settled();
      // Together: a trainer in the middle of a long step is ended, not waited for.
      await Promise.all([queue.stop(), checks.stop(), trainer.stop(), secure.stop()]);
    }
  } finally {
    await trainer.stop();
    ledger.close();
    await lock.release();
  }
}

/** Loud: whoever finds it switched on has to know what lies there. */
function tracedInto(dir: string, log: Logger, say: (line: string) => void): WireTrace {
  const trace = traceInto(dir);
  log.warn('everything sent is written down unsealed');
  say(`WARNING: everything that this site sends is written to ${dir} unsealed, model updates too: remove it after use`);
  return trace;
}

function announce(
  setting: EngineSetting,
  { engine, device, passedOver }: EngineChoice,
  log: Logger,
  say: (line: string) => void,
): void {
  for (const { engine: other, reason } of passedOver) {
    log.info('engine passed over', { engine: other, reason });
    say(`engine ${other} is passed over: ${reason}`);
  }
  log.info('engine chosen', { setting, engine, device });
  say(`trains with the engine ${engine}${device === null ? '' : ` (${device})`}`);
}
