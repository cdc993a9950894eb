// Entry of the workbench: one job (export, import, evaluate, predict, check) for `mammofed model|evaluate|predict|site data`, which start it as a
// child process because it loads learning and imaging code. The job is JSON on standard input; standard output carries
// one JSON object on a line, the last of which says how it ended.
import '../no-telemetry.js';
import { text } from 'node:stream/consumers';
import { isCodedError } from '@mammofed/core';
import { ImagingError } from '@mammofed/imaging';
import { codeOf, exitCodeOf } from '../errors.js';
import { checkSiteData } from './check-data.js';
import { evaluateModel } from './evaluate.js';
import { evaluateWhole } from './evaluate-whole.js';
import { exportModel } from './export.js';
import { importModel } from './import.js';
import { workbenchJobFrom, type WorkbenchJob } from './jobs.js';
import type { FromWorkbench, Listener } from './messages.js';
import { predictImages } from './predict.js';

/** Codes of other packages that speak of the model that was given. */
const MODEL_CODES: readonly string[] = [
  'bad-model-file',
  'bad-model-spec',
  'wrong-weights',
  'bad-exchange-file',
  'foreign-model',
  'not-exportable',
];

/** Shortest time between two progress lines of one kind. */
const PROGRESS_GAP_MS = 100;

function say(message: FromWorkbench): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function listener(): Listener {
  let saidAtMs = -Infinity;
  let saidWhat = '';
  return {
    progress(what, done, total) {
      const nowMs = performance.now();
      if (what === saidWhat && nowMs - saidAtMs < PROGRESS_GAP_MS && done < total) return;
      saidAtMs = nowMs;
      saidWhat = what;
      say({ kind: 'progress', what, done, total });
    },
    notice: (words) => say({ kind: 'notice', text: words }),
  };
}

async function work(job: WorkbenchJob): Promise<{ readonly result: object; readonly exitCode: 0 | 1 }> {
  switch (job.kind) {
    case 'export':
      return { result: await exportModel(job), exitCode: 0 };
    case 'import':
      return { result: await importModel(job), exitCode: 0 };
    case 'evaluate':
      return { result: await evaluateModel(job, listener()), exitCode: 0 };
    case 'evaluate-whole':
      return { result: await evaluateWhole(job, listener()), exitCode: 0 };
    case 'check-data': {
      const result = await checkSiteData(job, listener());
      return { result, exitCode: result.mayTrain ? 0 : 1 };
    }
    case 'predict': {
      const result = await predictImages(job, listener());
      return { result, exitCode: result.failed.length === 0 ? 0 : 1 };
    }
  }
}

function failure(error: unknown): Extract<FromWorkbench, { kind: 'failed' }> {
  const code = codeOf(error);
  const isInput = error instanceof ImagingError || MODEL_CODES.includes(code);
  const message = error instanceof Error ? error.message : String(error);
  const context = isCodedError(error) ? error.context : {};
  return { kind: 'failed', code, message, context, exitCode: isInput ? 2 : exitCodeOf(error) };
}

// Started with a channel: its end means that nobody waits for the result any more.
const giveUp = (): void => process.exit(1);
process.on('disconnect', giveUp);

try {
  const job = workbenchJobFrom(await text(process.stdin));
  const { result, exitCode } = await work(job);
  say({ kind: 'done', result, exitCode });
  process.exitCode = exitCode;
} catch (error) {
  const last = failure(error);
  say(last);
  process.exitCode = last.exitCode;
}
// The channel would keep this process alive; its end no longer ends it before the last line is written, which may be long.
process.off('disconnect', giveUp);
if (process.connected) process.disconnect();
