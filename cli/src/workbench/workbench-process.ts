import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { applicationFile } from '../applications.js';
import { CliError } from '../errors.js';
import { printable, type Screen } from '../screen.js';
import { ProgressLine } from './progress.js';

/** What the workbench ends with: its result, and whether all of the work succeeded. */
export interface WorkbenchOutcome<Result> {
  readonly result: Result;
  readonly exitCode: 0 | 1;
}

/** Lines of the workbench's standard output; see site-agent/src/workbench/messages.ts. */
type Message =
  | { readonly kind: 'progress'; readonly what: string; readonly done: number; readonly total: number }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'done'; readonly result: unknown; readonly exitCode: 0 | 1 }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly exitCode: 1 | 2 };

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs one job of the site agent's workbench in a process of its own: learning code is never loaded here.
 * @param job - as site-agent/src/workbench/jobs.ts describes; it goes to the process's standard input.
 * @throws CliError `workbench-refused` if the model, the data or the options cannot be used; `process-failed` if the work
 * failed; `interrupted`.
 */
export async function runWorkbench<Result>(job: object, screen: Screen): Promise<WorkbenchOutcome<Result>> {
  const progress = new ProgressLine(screen);
  // The channel carries nothing: its end tells the process that nobody waits any more.
  const child = spawn(process.execPath, [applicationFile('workbench')], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
  let interruptedBy: NodeJS.Signals | null = null;
  const onSignal = (signal: NodeJS.Signals): void => {
    interruptedBy = signal;
    child.kill('SIGKILL');
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    const last = await conversation(child, job, (message) => {
      if (message.kind === 'progress') return progress.update(message.what, message.done, message.total);
      progress.clear();
      screen.note(printable(message.text));
    });
    progress.clear();
    if (interruptedBy !== null) {
      throw new CliError('interrupted', `Stopped by ${String(interruptedBy)}.`, { signal: interruptedBy });
    }
    return outcomeOf(last);
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}

type LastWord = Extract<Message, { kind: 'done' | 'failed' }> | { readonly kind: 'silent'; readonly how: string };

function outcomeOf<Result>(last: LastWord): WorkbenchOutcome<Result> {
  switch (last.kind) {
    case 'done':
      return { result: last.result as Result, exitCode: last.exitCode };
    case 'failed':
      throw new CliError(last.exitCode === 2 ? 'workbench-refused' : 'process-failed', printable(last.message), {
        code: last.code,
      });
    case 'silent':
      throw new CliError(
        'process-failed',
        `The work was not finished: its process ${last.how}. Its own words, if it had any, are above.`,
      );
  }
}

function conversation(
  child: ChildProcess,
  job: object,
  hear: (message: Extract<Message, { kind: 'progress' | 'notice' }>) => void,
): Promise<LastWord> {
  return new Promise((resolve) => {
    let last: LastWord | null = null;
    // The process may end before it has read all: its exit code says why.
    child.stdin?.on('error', () => undefined).end(JSON.stringify(job));
    if (child.stdout !== null) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const message = messageOf(line);
        if (message === null) return;
        if (message.kind === 'done' || message.kind === 'failed') last = message;
        else hear(message);
      });
    }
    child.on('error', (error) => resolve({ kind: 'silent', how: `could not be started (${error.message})` }));
    child.on('close', (code, signal) =>
      resolve(
        last ?? {
          kind: 'silent',
          how: signal === null ? `ended with exit code ${code ?? '?'}` : `was ended by ${signal}`,
        },
      ),
    );
  });
}

/** Null for what native libraries print. */
function messageOf(line: string): Message | null {
  try {
    const value = JSON.parse(line) as { kind?: unknown } | null;
    return typeof value?.kind === 'string' ? (value as Message) : null;
  } catch {
    return null;
  }
}
