import { writeFile } from 'node:fs/promises';
import { CliError } from '../errors.js';
import { counted, durationText } from '../formats.js';
import { readSiteResults } from '../report/site-results.js';
import { reportHtml } from '../report/report.js';
import { runFailed } from '../run-failed.js';
import { printable, type Screen } from '../screen.js';
import { lastCommittedRound, tableOne } from '../table-one.js';
import { tableOneText } from '../table-one-text.js';
import { DemoConsortium, type RunRequest } from './consortium.js';
import { makeOutFolder, releaseOutFolder, type OutFolder } from './out-folder.js';
import { demoResult, type DemoResult } from './result.js';
import { planData, type DataRequest, type DemoData, type PlannedData } from './sites.js';
import { SpawnedCommands } from './spawned-commands.js';

export interface DemoOptions extends DataRequest, Omit<RunRequest, 'study'> {
  readonly out: string;
  /** The control of an honest result: every site trains on images exchanged between its patients. */
  readonly permuteImages: boolean;
  readonly coordinatorUser: number | null;
  /** Where the live table goes: 2 where standard output is a machine's. */
  readonly liveStream: 1 | 2;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs the whole demonstration; everything that it started has ended when it returns or throws.
 * @throws CliError.
 */
export async function runDemo(options: DemoOptions, screen: Screen): Promise<DemoResult> {
  const startedMs = Date.now();
  const plan = await planData(options);
  const out = await makeOutFolder(options.out, options.data, options.coordinatorUser !== null);
  const asked = new AbortController();
  const commands = new SpawnedCommands({ logsDir: out.logs, cwd: out.dir, signal: asked.signal });
  const onSignal = (signal: NodeJS.Signals): void => {
    // Asked twice: no more patience.
    if (asked.signal.aborted) commands.killAll();
    else screen.note(`\nStopping everything (${signal}) …`);
    asked.abort(new CliError('interrupted', `The demo was stopped by ${signal}. Its folder: ${out.dir}`, { signal }));
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    const result = await demonstrate(options, plan, out, commands, screen);
    screen.print(`Report: ${out.report}`);
    screen.print(`Took ${durationText(Date.now() - startedMs)}.`);
    return result;
  } finally {
    await commands.stopAll();
    for (const signal of SIGNALS) process.off(signal, onSignal);
    await releaseOutFolder(out);
  }
}

async function demonstrate(
  options: DemoOptions,
  plan: PlannedData,
  out: OutFolder,
  commands: SpawnedCommands,
  screen: Screen,
): Promise<DemoResult> {
  const { seed, rounds, epochs, model, width, size, permuteImages, liveStream } = options;
  const siteCount = plan.sites.length;
  screen.print(`MammoFed demo: a coordinator and ${siteCount} site agents as processes of their own, in ${out.dir}`);
  screen.print(
    `${counted(rounds, 'round')} of ${counted(epochs, 'epoch')}, ${model} of width ${width} at ${size}×${size} pixels, seed ${seed}`,
  );
  if (permuteImages) screen.print('Images are exchanged between patients: a control, whose result has to be poor.');
  const data = await plan.write(out, commands.signal, ({ name, value, imageCount, patientCount }) => {
    const stands = value === null || value === name ? '' : ` (${printable(value)})`;
    screen.print(`  data         ${name}${stands}: ${imageCount} images of ${patientCount} patients`);
  });

  const consortium = new DemoConsortium({ out, commands, coordinatorUser: options.coordinatorUser });
  screen.print(`  coordinator  ${await consortium.startCoordinator()}`);
  for (const site of plan.sites) {
    await consortium.enrol(site, siteCount, permuteImages ? seed : null);
    screen.print(`  enrolled     ${site}`);
  }
  for (const site of plan.sites) consortium.startSite(site);
  const runId = await consortium.startRun({ ...options, study: plan.study }, siteCount);
  screen.print(`  run          ${runId}`);
  screen.print('');
  await consortium.watch(runId, liveStream);
  const view = await consortium.show(runId);
  if (view.state === 'failed') throw runFailed(view);
  if (view.state !== 'completed')
    throw new CliError('process-failed', `The watching of run ${runId} ended before the run. Look at ${out.logs}.`);

  const finalRound = lastCommittedRound(view);
  const tables = [tableOne(view, 0), tableOne(view, finalRound)];
  for (const table of tables) for (const line of ['', ...tableOneText(table)]) screen.print(line);
  for (const line of ['', ...closingWords(data)]) screen.print(line);
  const results = await Promise.all(
    plan.sites.map((site) => readSiteResults(site, out.siteDir(site), runId, finalRound)),
  );
  const report = reportHtml({ view, data, results, permuteImages });
  // Only its owner reads it: the overlays in it are the sites' images.
  await writeFile(out.report, report, { mode: 0o600 });
  return demoResult(view, out.report);
}

function closingWords({ kind }: DemoData): string[] {
  if (kind === 'images') return [];
  return [
    'The images are drawn: this says that the software works, nothing about medicine. For images of patients: --data DIR',
  ];
}
