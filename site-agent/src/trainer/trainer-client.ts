import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { EngineName } from '@mammofed/core';
import type { BatchSplit } from '@mammofed/learning';
import { SiteError } from '../errors.js';
import type { LocalFailure } from '../policy/failure-to-share.js';
import type { FromTrainer, ToTrainer, TrainerJob, TrainerProgress, TrainerResult } from './trainer-messages.js';

/** The trainer is alive and says that it cannot do a job. */
export class TrainerFailure extends SiteError {
  readonly failure: LocalFailure;

  constructor(failure: LocalFailure) {
    super('trainer-failed', failure.message, failure.context);
    this.failure = failure;
  }
}

export interface TrainerListeners {
  readonly onProgress: (progress: TrainerProgress) => void;
  /** Words for this site's terminal; they name no file. */
  readonly onNotice: (text: string) => void;
  /** Words that may name files. */
  readonly onLocalNotice: (text: string) => void;
  /** The engine has too little memory for a batch: it goes through the model in parts. */
  readonly onBatchSplit: (split: BatchSplit) => void;
}

export interface TrainerClientOptions {
  /** The compiled entry of the trainer process. */
  readonly entry: URL;
  /** Folder for compiled steps; absent: they are compiled at each start of the process. */
  readonly graphs?: string;
  /** How long a job may go on without a sign of life. */
  readonly silenceMs?: number;
  /** How long a cancelled job has to stop at its next step before its process is killed. */
  readonly cancelGraceMs?: number;
}

/** The largest models take minutes for a step on few cores; nothing that works takes this long. */
const DEFAULT_SILENCE_MS = 15 * 60_000;
const DEFAULT_CANCEL_GRACE_MS = 5000;
/** A check stops after the image that it is at: the largest take seconds to decode. */
const CANCEL_CHECK_GRACE_MS = 60_000;
const STOP_GRACE_MS = 1000;

interface Pending {
  readonly id: number;
  /** Null: the job needs none. */
  readonly engine: EngineName | null;
  readonly listeners: TrainerListeners;
  readonly settle: (outcome: { readonly result: TrainerResult } | { readonly error: Error }) => void;
  silence: NodeJS.Timeout;
}

/**
 * The trainer process as the agent sees it. It is started with the first job and kept, because it holds the images and
 * the compiled steps; if it dies, the job fails and the next one starts a new process.
 */
export class TrainerClient {
  readonly #options: TrainerClientOptions;
  #child: ChildProcess | null = null;
  #pending: Pending | null = null;
  #nextId = 1;

  constructor(options: TrainerClientOptions) {
    this.#options = options;
  }

  /** Of the running process; null if there is none. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /**
   * Runs a job. One at a time.
   * @throws TrainerFailure; SiteError `trainer-crashed`, `trainer-silent`; the signal's reason once the job has stopped.
   */
  async run(job: TrainerJob, signal: AbortSignal, listeners: TrainerListeners): Promise<TrainerResult> {
    signal.throwIfAborted();
    if (this.#pending !== null) throw new Error('the trainer does one job at a time');
    const child = this.#child ?? this.#start();
    const id = this.#nextId++;
    let graceTimer: NodeJS.Timeout | undefined;
    const cancel = (): void => {
      send(child, { kind: 'cancel', id });
      const graceMs = job.kind === 'check' ? CANCEL_CHECK_GRACE_MS : DEFAULT_CANCEL_GRACE_MS;
      graceTimer = setTimeout(() => child.kill('SIGKILL'), this.#options.cancelGraceMs ?? graceMs);
    };
    try {
      const outcome = await new Promise<Parameters<Pending['settle']>[0]>((settle) => {
        this.#pending = {
          id,
          engine: job.kind === 'check' ? null : job.engine,
          listeners,
          settle,
          silence: this.#watchSilence(child),
        };
        signal.addEventListener('abort', cancel, { once: true });
        send(child, { kind: 'job', id, job });
      });
      signal.throwIfAborted();
      if ('error' in outcome) throw outcome.error;
      return outcome.result;
    } finally {
      clearTimeout(graceTimer);
      signal.removeEventListener('abort', cancel);
    }
  }

  /** Ends the process. @returns when it is gone. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
    await gone;
    clearTimeout(timer);
  }

  #start(): ChildProcess {
    // Its output goes to our stderr: ours on stdout is for people.
    const { entry, graphs } = this.#options;
    const child = fork(fileURLToPath(entry), graphs === undefined ? [] : [graphs], {
      execArgv: [],
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    this.#child = child;
    child.on('message', (message) => this.#receive(child, message as FromTrainer));
    child.on('error', (error) => this.#ended(child, `could not be started: ${error.message}`));
    child.on('exit', (code, signal) =>
      this.#ended(child, signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`),
    );
    return child;
  }

  #receive(child: ChildProcess, message: FromTrainer): void {
    const pending = this.#pending;
    if (pending === null || message.id !== pending.id || child !== this.#child) return;
    clearTimeout(pending.silence);
    switch (message.kind) {
      case 'progress': {
        const { phase, step, stepCount, loss } = message;
        pending.silence = this.#watchSilence(child);
        return pending.listeners.onProgress({ phase, step, stepCount, loss });
      }
      case 'notice':
        pending.silence = this.#watchSilence(child);
        return pending.listeners[message.mayNameFiles ? 'onLocalNotice' : 'onNotice'](message.text);
      case 'batch-split':
        pending.silence = this.#watchSilence(child);
        return pending.listeners.onBatchSplit(message.split);
      case 'done':
        return this.#settle({ result: message.result });
      case 'cancelled':
        return this.#settle({ error: new SiteError('obsolete', 'the job was cancelled') });
      case 'failed': {
        const { code, message: text, isMessageSafe, context } = message;
        return this.#settle({ error: new TrainerFailure({ code, message: text, isMessageSafe, context }) });
      }
    }
  }

  #ended(child: ChildProcess, how: string): void {
    if (this.#child !== child) return;
    this.#child = null;
    const engine = this.#pending?.engine ?? null;
    // Libraries of vendors run in it: whoever reads this wants to know whose.
    const what = engine === null ? 'the trainer process' : `the trainer process (engine ${engine})`;
    const message = `${what} ${how}; a new one is started for the next task`;
    this.#settle({ error: new SiteError('trainer-crashed', message, engine === null ? {} : { engine }) });
  }

  #settle(outcome: Parameters<Pending['settle']>[0]): void {
    const pending = this.#pending;
    if (pending === null) return;
    this.#pending = null;
    clearTimeout(pending.silence);
    pending.settle(outcome);
  }

  #watchSilence(child: ChildProcess): NodeJS.Timeout {
    const silenceMs = this.#options.silenceMs ?? DEFAULT_SILENCE_MS;
    return setTimeout(() => {
      // Given up at once: the next job must not go to a process that is about to die.
      if (this.#child === child) this.#child = null;
      child.kill('SIGKILL');
      const seconds = Math.round(silenceMs / 1000);
      this.#settle({
        error: new SiteError(
          'trainer-silent',
          `the trainer (engine ${this.#pending?.engine ?? 'none'}) gave no sign of life for ${seconds} s and was ended`,
        ),
      });
    }, silenceMs);
  }
}

function send(child: ChildProcess, message: ToTrainer): void {
  // A failure to send means that it is gone: its exit says so.
  if (child.connected) child.send(message, () => undefined);
}
