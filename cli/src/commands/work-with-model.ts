import { availableParallelism } from 'node:os';
import type { Arguments } from '../command-line.js';
import { describedBy } from './model-options.js';
import { onStandardError, type Screen } from '../screen.js';
import { withModel } from '../workbench/opened-model.js';
import { runWorkbench } from '../workbench/workbench-process.js';

/**
 * Runs a job of the workbench on the model that `--model` names, and prints its result: one line of JSON with `--json`.
 * @param job - what is the job's own; the model, what was typed in place of its metadata, `--force` and `--threads` are added.
 * @param lines - the result for a person.
 * @param finish - work on the result before it is printed, such as a report; what it returns is printed in its place.
 * @returns the exit code.
 * @throws CliError as `withModel` and `runWorkbench`.
 */
export async function workWithModel<Result>(
  args: Arguments,
  screen: Screen,
  job: { readonly kind: 'evaluate' | 'evaluate-whole' | 'predict' },
  lines: (result: Result) => readonly string[],
  finish: (result: Result) => Promise<Result> = async (result) => result,
): Promise<number> {
  const options = {
    described: describedBy(args),
    force: args.isSet('force'),
    threads: args.whole('threads', 1, 1024) ?? availableParallelism(),
  };
  const isForMachine = args.isSet('json');
  return withModel(args.needed('model'), args.text('dir'), async ({ path, sha256 }) => {
    const whole = { ...job, ...options, modelPath: path, modelSha256: sha256 };
    const outcome = await runWorkbench<Result>(whole, isForMachine ? onStandardError(screen) : screen);
    const { exitCode } = outcome;
    const result = await finish(outcome.result);
    if (isForMachine) screen.print(JSON.stringify(result));
    else for (const line of lines(result)) screen.print(line);
    return exitCode;
  });
}
