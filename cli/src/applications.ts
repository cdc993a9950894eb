import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CliError, signalExitCode } from './errors.js';

const MODULES = {
  coordinator: '@mammofed/coordinator/main',
  'site agent': '@mammofed/site-agent/main',
  'initial model': '@mammofed/site-agent/initial-model',
  workbench: '@mammofed/site-agent/workbench',
  'engine bench': '@mammofed/site-agent/engine-bench',
  'secagg bench': '@mammofed/site-agent/secagg-bench',
} as const;

export type ApplicationName = keyof typeof MODULES;

/** @returns the file that Node runs. @throws CliError `not-built`. */
export function applicationFile(name: ApplicationName): string {
  const path = fileURLToPath(import.meta.resolve(MODULES[name]));
  if (existsSync(path)) return path;
  throw new CliError('not-built', `The ${name} is not built: ${path} is missing. In the checkout, run: npm run setup`);
}

/**
 * Runs an application in the foreground on this terminal: same input, output and error stream. Signals to stop are passed
 * on. The channel between the two processes ends with this one, however it ends, and tells the application to stop.
 * @returns its exit code; 128 + the signal's number if a signal ended it.
 */
export function runInForeground(file: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
    const stop = (): void => void child.kill('SIGTERM');
    process.on('SIGINT', passOn);
    process.on('SIGTERM', passOn);
    process.on('SIGHUP', passOn);
    // Started by another program with a channel: its end is ours.
    process.on('disconnect', stop);
    const finish = (): void => {
      process.off('SIGINT', passOn);
      process.off('SIGTERM', passOn);
      process.off('SIGHUP', passOn);
      process.off('disconnect', stop);
    };
    child.on('error', (error) => {
      finish();
      reject(new CliError('process-failed', `${file} could not be started: ${error.message}`, {}, error));
    });
    child.on('exit', (code, signal) => {
      finish();
      resolve(signal === null ? (code ?? 1) : signalExitCode(signal));
    });
  });
}
