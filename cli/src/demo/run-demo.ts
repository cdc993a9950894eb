import type { Mode, RunConfig } from '@mammofed/core';
import { CliError } from '../errors.js';
import { durationText } from '../formats.js';
import type { Screen } from '../screen.js';
import { demonstrate } from './demonstrate.js';
import { usualMode } from './experiments.js';
import { DemoJournal } from './journal.js';
import { makeOutFolder, openOutFolder, releaseOutFolder, type OutFolder } from './out-folder.js';
import { quietPort } from './quiet-port.js';
import type { DemoResult } from './result.js';
import { planData, type DataRequest } from './sites.js';
import { SpawnedCommands } from './spawned-commands.js';

export interface DemoOptions extends DataRequest {
  readonly out: string;
  /** One for each network; the study is named by the data. */
  readonly configs: readonly RunConfig[];
  /** Null: secure where there are sites enough. */
  readonly mode: Mode | null;
  /** The control of an honest result: every site trains on images exchanged between its patients. */
  readonly permuteImages: boolean;
  readonly coordinatorUser: number | null;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs the whole demonstration; everything that it started has ended when it returns or throws.
 * @throws CliError.
 */
export async function runDemo(options: DemoOptions, screen: Screen): Promise<DemoResult> {
  const { data, by, siteCount, findings, hasPooledSite, seed, permuteImages, coordinatorUser } = options;
  const request = { data, by, siteCount, findings, hasPooledSite, seed };
  const { study, sites, pooledSite } = await planData(request);
  const mode = options.mode ?? usualMode(sites.length);
  if (mode === 'secure' && usualMode(sites.length) !== mode) {
    throw new CliError(
      'bad-usage',
      `A secure sum needs at least three sites, and there are ${sites.length}: take more --sites, or --mode sealed.`,
    );
  }
  const out = await makeOutFolder(options.out, data, coordinatorUser !== null);
  return withSpawned(out, screen, async (commands) => {
    const startedMs = Date.now();
    const journal = await DemoJournal.begin(out, {
      request,
      configs: options.configs.map((config) => ({ ...config, study })),
      ...{ sites, mode, pooledSite, permuteImages, coordinatorUser },
      port: await quietPort(),
      data: null,
      isEnrolled: false,
      runIds: {},
      result: null,
    });
    return concluded(await demonstrate({ journal, out, commands, screen }), startedMs, out, screen);
  });
}

/**
 * Goes on with a demonstration that was stopped or killed, or says that it was over.
 * @param dir - its folder.
 * @throws CliError as `runDemo`; `nothing-to-resume`.
 */
export async function resumeDemo(dir: string, screen: Screen): Promise<DemoResult> {
  const out = await openOutFolder(dir);
  return withSpawned(out, screen, async (commands) => {
    const startedMs = Date.now();
    const journal = await DemoJournal.open(out);
    return concluded(await demonstrate({ journal, out, commands, screen }), startedMs, out, screen);
  });
}

function concluded(result: DemoResult, startedMs: number, out: OutFolder, screen: Screen): DemoResult {
  screen.print(`Report: ${out.report}`);
  screen.print(`Took ${durationText(Date.now() - startedMs)}.`);
  return result;
}

/** Does work with commands in a folder; what it started has ended when this returns or throws. */
export async function withSpawned<T>(
  out: OutFolder,
  screen: Screen,
  work: (commands: SpawnedCommands) => Promise<T>,
): Promise<T> {
  const asked = new AbortController();
  const commands = new SpawnedCommands({ logsDir: out.logs, cwd: out.dir, signal: asked.signal });
  const onSignal = (signal: NodeJS.Signals): void => {
    // Asked twice: no more patience.
    if (asked.signal.aborted) commands.killAll();
    else screen.note(`\nStopping everything (${signal}) …`);
    const message = `Stopped by ${signal}. A demo goes on with: mammofed demo --resume --out ${out.dir}`;
    asked.abort(new CliError('interrupted', message, { signal }));
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    return await work(commands);
  } finally {
    await commands.stopAll();
    for (const signal of SIGNALS) process.off(signal, onSignal);
    await releaseOutFolder(out);
  }
}
