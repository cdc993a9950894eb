import { resolve } from 'node:path';
import { isCodedError, jsonLinesLogger, type Clock } from '@mammofed/core';
import type { StorageErrorCode } from '@mammofed/storage';
import { parseCommandLine, type Command } from './command-line.js';
import { startCoordinator } from './coordinator.js';
import { errorText, type CoordinatorErrorCode } from './errors.js';
import { initialise } from './folder/initialise.js';

/** How long a stop may take before it is given up. */
const STOP_DEADLINE_MS = 20_000;

/** 2: the person has to change an argument, a file or its rights first. Everything else is 1. */
const USAGE_CODES: readonly string[] = [
  'bad-usage',
  'bad-configuration',
  'already-initialised',
  'not-initialised',
  'wrong-database',
  'missing-key-file',
  'unsafe-key-file',
] satisfies (CoordinatorErrorCode | StorageErrorCode)[];

const clock: Clock = { nowMs: () => Date.now() };
const log = jsonLinesLogger(
  'coordinator',
  () => clock.nowMs(),
  (line) => process.stderr.write(line),
);

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function init({ dir, config }: Extract<Command, { kind: 'init' }>): Promise<void> {
  const made = await initialise(resolve(dir), config);
  say(`Made the coordinator "${config.name}" in ${dir}.`);
  say(`Its fingerprint, as mammofed consortium roster will show it: ${made.fingerprint}`);
  say(`Start it:       mammofed coordinator start --dir ${dir}`);
  say(`Then, for its consortium and on the administrator's machine: mammofed consortium init --root DIR --dir ${dir}`);
  say("That shows the root's fingerprint, which each site compares.");
}

async function start({ dir, databaseUrlFile }: Extract<Command, { kind: 'start' }>): Promise<void> {
  // From the first moment on: a stop that comes while the database opens is kept for when it is open.
  const stopWanted = stopRequest();
  process.on('unhandledRejection', (error) => log.error('a failure went unhandled', { error: errorText(error) }));
  const coordinator = await startCoordinator(resolve(dir), clock, log, {
    urlFile: databaseUrlFile === null ? null : resolve(databaseUrlFile),
    url: process.env['DATABASE_URL'] ?? null,
  });
  say(
    `Coordinator "${coordinator.name}" listens on ${coordinator.url} (fingerprint ${coordinator.fingerprint}). Ctrl-C stops it.`,
  );
  const why = await stopWanted;
  log.info('coordinator stops', { why });
  setTimeout(
    () => fail(`the coordinator could not stop within ${STOP_DEADLINE_MS / 1000} s: it was ended`, 1),
    STOP_DEADLINE_MS,
  );
  await coordinator.stop();
  log.info('coordinator stopped');
}

/** Later signals change nothing: a Ctrl-C at a terminal reaches this process and, forwarded, reaches it again. */
function stopRequest(): Promise<string> {
  return new Promise((resolveWith) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolveWith(signal));
    // Spawned with an IPC channel: its end says that the parent is gone.
    process.on('disconnect', () => resolveWith('disconnect'));
    if (process.send !== undefined && !process.connected) resolveWith('disconnect');
  });
}

function fail(sentence: string, exitCode: number): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(exitCode);
}

function failWith(error: unknown): never {
  if (isCodedError(error)) fail(error.message, USAGE_CODES.includes(error.code) ? 2 : 1);
  const [reason = 'unknown'] = errorText(error).split('\n');
  fail(`the coordinator failed unexpectedly (${reason}): its log, above, says what it was doing`, 1);
}

async function main(): Promise<void> {
  const command = parseCommandLine(process.argv.slice(2));
  switch (command.kind) {
    case 'help':
      return void process.stdout.write(command.text);
    case 'init':
      return init(command);
    case 'start':
      return start(command);
  }
}

// Whoever read our output is gone; that is no reason to end.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
// After an exception that nobody caught nothing is certain any more: what counts is in the database.
process.on('uncaughtException', failWith);
main().then(() => process.exit(0), failWith);
