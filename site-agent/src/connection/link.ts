import { WireError, type Message, type Welcome } from '@mammofed/wire';
import { isCodedError, type Logger } from '@mammofed/core';
import type { Identity } from '@mammofed/privacy';
import { abortable, pause } from '../abort.js';
import { codeOf, SiteError } from '../errors.js';
import type { Ledger } from '../ledger/ledger.js';
import type { Ask, HeldLog } from '../log/held-log.js';
import type { HeldRoster } from '../roster/held-roster.js';
import { Backoff } from './backoff.js';
import { CoordinatorSession } from './coordinator-session.js';
import type { Transport } from './transport.js';
import type { WireTrace } from './wire-trace.js';

/** Something that asks the coordinator, as transfers and jobs see it. */
export interface Asker {
  /** Waits for a session. @throws the signal's reason. */
  session(signal: AbortSignal): Promise<Pick<CoordinatorSession, 'request'>>;
  /**
   * Asks until there is an answer, over as many sessions as it takes: for messages that may come twice only.
   * @returns the answer, or a refusal that asking again would not change.
   * @throws the signal's reason.
   */
  ask(message: Message, signal: AbortSignal): Promise<Message>;
  /** Sends a message if there is a session; otherwise it is lost. @returns whether it was sent. */
  tell(message: Message): boolean;
}

export interface LinkOptions {
  /** Rejects when `signal` is aborted. */
  readonly connect: (signal: AbortSignal) => Promise<Transport>;
  readonly identity: Identity;
  /** Says who the coordinator is, and takes the rosters that it hands out. */
  readonly roster: Pick<HeldRoster, 'coordinatorKey' | 'take' | 'assertCounts'>;
  /** Takes the heads of the coordinator's log. */
  readonly heldLog: Pick<HeldLog, 'take'>;
  readonly siteId: string;
  readonly agentVersion: string;
  readonly ledger: Ledger;
  readonly trace?: WireTrace | undefined;
  readonly log: Logger;
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
  /** Decides about what the coordinator asks. @returns the answer; null if it wants none. */
  readonly onMessage: (message: Message, welcome: Welcome) => Message | null | Promise<Message | null>;
  /** Given in tests; see SilenceWatch. */
  readonly idleSilenceMs?: number;
}

/**
 * How long an answer is waited for. A chunk of 1 MiB takes 131 s on a line of 64 kbit/s, 175 s with long polling, and
 * the coordinator may be busy with others; a line that is dead ends its session before (see SilenceWatch).
 */
export const ANSWER_TIMEOUT_MS = 5 * 60_000;
/** From this minor version of the protocol on coordinators offer runs; an older one does not know the word. */
const OFFERS_SINCE_MINOR = 1;
/** From this minor version of the protocol on coordinators take reports of data checks. */
const DATA_CHECKS_SINCE_MINOR = 2;
const RECONNECT = { firstMs: 1000, longestMs: 60_000 } as const;
const ASK_AGAIN = { firstMs: 500, longestMs: 30_000 } as const;
/** The welcome brings the roster: the largest takes 87 s on a line of 64 kbit/s. */
export const WELCOME_TIMEOUT_MS = 2 * 60_000;

/** Retrying cannot help: somebody has to look. Everything else is tried again. */
const FATAL_CODES: readonly string[] = ['wrong-coordinator-key', 'unknown-site', 'revoked-site', 'site-not-in-roster'];

/** Refusals that say nothing about the message: the same one may be taken a little later. */
const TRANSIENT_REFUSALS: readonly string[] = [
  'internal-error',
  'too-many-requests',
  'not-ready',
  'disk-full',
  'database-unavailable',
  'database-in-use',
];

export function isTransientRefusal(code: string): boolean {
  return TRANSIENT_REFUSALS.includes(code);
}

/** Keeps a session with the coordinator: connects outward, says that the site is ready, and connects again when it breaks. */
export class CoordinatorLink implements Asker {
  readonly #options: LinkOptions;
  #session: CoordinatorSession | null = null;
  #nextSession = newSignalPromise();

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  /**
   * Stays connected until `signal` is aborted.
   * @throws SiteError `wrong-coordinator-key`, `unknown-site`, `revoked-site`; PrivacyError `site-not-in-roster`.
   */
  async run(signal: AbortSignal): Promise<void> {
    const backoff = new Backoff(RECONNECT);
    let lastProblem = '';
    while (!signal.aborted) {
      try {
        const reason = await this.#holdSession(signal, () => {
          backoff.reset();
          lastProblem = '';
        });
        if (signal.aborted) return;
        this.#options.log.warn('connection lost', { reason });
        this.#options.say(`connection lost: ${reason}`);
      } catch (error) {
        if (signal.aborted) return;
        if (FATAL_CODES.includes(codeOf(error))) throw error;
        const problem = error instanceof Error ? error.message : String(error);
        this.#options.log.warn('connection failed', { code: codeOf(error) });
        // Said once, not at every try.
        if (problem !== lastProblem) this.#options.say(`${problem}; trying again until it works`);
        lastProblem = problem;
      }
      await pause(backoff.nextDelayMs(), signal).catch(() => undefined);
    }
  }

  async session(signal: AbortSignal): Promise<CoordinatorSession> {
    while (this.#session === null) await abortable(this.#nextSession.promise, signal);
    signal.throwIfAborted();
    return this.#session;
  }

  async ask(message: Message, signal: AbortSignal): Promise<Message> {
    const backoff = new Backoff(ASK_AGAIN);
    for (;;) {
      const session = await this.session(signal);
      try {
        const answer = await abortable(session.request(message, ANSWER_TIMEOUT_MS), signal);
        if (answer.kind !== 'refused' || !isTransientRefusal(answer.code)) return answer;
        this.#options.log.warn('asked again after a refusal', { kind: message.kind, code: answer.code });
      } catch (error) {
        if (signal.aborted || !isLost(error)) throw error;
      }
      await pause(backoff.nextDelayMs(), signal);
    }
  }

  tell(message: Message): boolean {
    if (this.#session === null) return false;
    try {
      this.#session.send(message);
      return true;
    } catch (error) {
      if (isLost(error)) return false;
      throw error;
    }
  }

  /** Says that this site may answer otherwise by now to the runs that it was offered; a new session is offered all anyway. */
  askForOffers(): void {
    if ((this.#session?.version.minor ?? 0) >= OFFERS_SINCE_MINOR) this.tell({ kind: 'offer-again' });
  }

  /** Whether the coordinator of the session knows reports of data checks: one that does not would end it. */
  get takesDataChecks(): boolean {
    return (this.#session?.version.minor ?? 0) >= DATA_CHECKS_SINCE_MINOR;
  }

  /** One session from its first byte to its last. @returns why it ended. */
  async #holdSession(signal: AbortSignal, onWelcome: () => void): Promise<string> {
    const transport = await this.#options.connect(signal);
    const hangUp = (): void => {
      if (this.#session === null) transport.close();
      else this.#session.end();
    };
    signal.addEventListener('abort', hangUp, { once: true });
    try {
      if (signal.aborted) hangUp();
      const session = await this.#welcomedSession(transport);
      onWelcome();
      this.#session = session;
      this.#nextSession.resolve();
      const reason = await session.ended;
      // If the two do not belong together any more, that is why it ended, and not what the transport said of it.
      if (!signal.aborted) this.#options.roster.assertCounts(session.coordinatorKey);
      return reason;
    } finally {
      signal.removeEventListener('abort', hangUp);
      transport.close();
      if (this.#session !== null) this.#nextSession = newSignalPromise();
      this.#session = null;
    }
  }

  /** Handshake, ready, welcome, and the roster and log that come with it: before they count, nothing else is listened to. */
  async #welcomedSession(transport: Transport): Promise<CoordinatorSession> {
    const { identity, roster, heldLog, ledger, trace, agentVersion, siteId, log, say, idleSilenceMs } = this.#options;
    const { coordinatorKey } = roster;
    let welcomed: (welcome: Welcome) => void = () => undefined;
    // A task may arrive in the same breath as the welcome, before the code below has seen it.
    const welcome = new Promise<Welcome>((resolve) => (welcomed = resolve));
    const ask: Ask = (message) => session.request(message, ANSWER_TIMEOUT_MS);
    const session = await CoordinatorSession.open({
      transport,
      identity,
      role: 'site',
      coordinatorKey,
      ...{ ledger, trace },
      ...(idleSilenceMs === undefined ? {} : { idleSilenceMs }),
      assertMaySend: () => roster.assertCounts(coordinatorKey),
      onMessage: async (message, reply) => {
        const answer = await this.#answerTo(message, await welcome, session, ask);
        if (answer !== null) reply(answer);
        session.endIfBarred();
      },
    });
    const answer = await session.request({ kind: 'ready', agentVersion }, WELCOME_TIMEOUT_MS);
    if (answer.kind !== 'welcome') throw unexpected(answer);
    const { siteName, siteIndex } = answer;
    if (answer.siteId !== siteId) {
      throw new SiteError(
        'unknown-site',
        `the coordinator knows this key as another site (${siteName}): site.json was changed, or belongs to another folder; enrol this site anew`,
      );
    }
    const rosterVersion = await roster.take(answer.roster, coordinatorKey);
    session.mayCome(answer.roster.length);
    await heldLog.take(answer.treeHead, ask);
    const { major, minor } = session.version;
    const { kind } = transport;
    log.info('connected', { siteName, siteIndex, rosterVersion, protocol: `${major}.${minor}`, transport: kind });
    say(
      `connected to the coordinator as site ${siteName}${kind === 'polling' ? ' (WebSocket is blocked: by long polling)' : ''}`,
    );
    welcomed(answer);
    return session;
  }

  /** Nothing is done for a coordinator that the roster does not name, once its validity is over, or if its log is false. */
  async #answerTo(message: Message, welcome: Welcome, session: CoordinatorSession, ask: Ask): Promise<Message | null> {
    const { roster, heldLog, log, say, onMessage } = this.#options;
    const { coordinatorKey } = session;
    try {
      if (message.kind === 'roster-update') {
        const version = await roster.take(message.roster, coordinatorKey);
        // The next one has a member more at most.
        session.mayCome(message.roster.length);
        log.info('roster taken', { rosterVersion: version });
        return { kind: 'roster-taken', version };
      }
      roster.assertCounts(coordinatorKey);
      if ('treeHead' in message) await heldLog.take(message.treeHead, ask);
    } catch (error) {
      if (isLost(error)) return null;
      if (!isCodedError(error)) throw error;
      log.error('roster or log refused', { kind: message.kind, code: error.code });
      say(error.message);
      return { kind: 'refused', code: error.code, message: error.message };
    }
    return onMessage(message, welcome);
  }
}

/** The request may have been acted on or not: the session ended, or the answer took too long. */
export function isLost(error: unknown): boolean {
  return error instanceof WireError && (error.code === 'closed' || error.code === 'timeout');
}

function unexpected(answer: Message): SiteError {
  const what = answer.kind === 'refused' ? `${answer.code}: ${answer.message}` : answer.kind;
  return new SiteError('unexpected-answer', `the coordinator did not welcome this site (${what})`);
}

function newSignalPromise(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
