import { rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { RunView } from '@mammofed/core';
import { CliError } from '../errors.js';
import { counted } from '../formats.js';
import { readNetworks } from '../report/network-results.js';
import { reportHtml } from '../report/report.js';
import { modeText } from '../report/tables.js';
import { runFailed } from '../run-failed.js';
import { printable, type Screen } from '../screen.js';
import { lastCommittedRound, tableOne } from '../table-one.js';
import { tableOneText } from '../table-one-text.js';
import { watchRuns } from '../watch.js';
import { compare, type FinishedExperiment } from './comparison.js';
import { comparisonText } from './comparison-text.js';
import { DemoConsortium } from './consortium.js';
import { earlierProcessesEnded } from './earlier-processes.js';
import { experimentSteps, experimentTitle, type Experiment } from './experiments.js';
import type { DemoJournal } from './journal.js';
import type { OutFolder } from './out-folder.js';
import { demoResult, type DemoResult } from './result.js';
import { planData, type DemoData } from './sites.js';
import type { SpawnedCommands } from './spawned-commands.js';

/** What a demonstration works with. */
export interface Demonstration {
  readonly journal: DemoJournal;
  readonly out: OutFolder;
  readonly commands: SpawnedCommands;
  readonly screen: Screen;
}

/**
 * Does what the journal's plan says and is not done yet, from wherever it stands.
 * @throws CliError.
 */
export async function demonstrate(demo: Demonstration): Promise<DemoResult> {
  const { journal, out, commands, screen } = demo;
  const { plan } = journal;
  if (plan.result !== null) {
    screen.print(`The demo in ${out.dir} is complete.`);
    for (const line of comparisonText({ rows: plan.result.experiments, differences: plan.result.differences }))
      screen.print(line);
    return plan.result;
  }
  announce(demo);
  const data = plan.data ?? (await writeData(demo));
  const consortium = new DemoConsortium({ out, commands, coordinatorUser: plan.coordinatorUser });
  const everySite = [...plan.sites, ...(plan.pooledSite === null ? [] : [plan.pooledSite])];
  await bringUp(demo, consortium, everySite);
  const finished: FinishedExperiment[] = [];
  const steps = experimentSteps(plan);
  const runCount = steps.flat().length;
  for (const step of steps) {
    const heading = runCount === 1 ? null : `run ${range(finished.length + 1, step.length)} of ${runCount}`;
    finished.push(...(await runStep(demo, consortium, everySite, step, heading)));
  }
  return conclude(demo, data, finished);
}

function announce({ journal: { plan }, out, screen }: Demonstration): void {
  const { configs, sites, mode, request, pooledSite } = plan;
  screen.print(`MammoFed demo: a coordinator and ${sites.length} site agents as processes of their own, in ${out.dir}`);
  for (const { rounds, training, model } of configs) {
    const { name, width, size } = model;
    screen.print(
      `${counted(rounds, 'round')} of ${counted(training.epochs, 'epoch')}, ${name} of width ${widthText(width)} at ${size}×${size} pixels, seed ${request.seed}`,
    );
  }
  screen.print(`Mode ${mode}: ${modeText(mode)}.`);
  if (pooledSite !== null)
    screen.print('Compared with one model trained on all images in one place, and with every site’s own model.');
  if (plan.permuteImages)
    screen.print('Images are exchanged between patients: a control, whose result has to be poor.');
}

/** Fractions of 1 as people write them, such as 1/8. */
function widthText(width: number): string {
  const parts = Math.round(1 / width);
  return parts > 1 && 1 / parts === width ? `1/${parts}` : String(width);
}

async function writeData({ journal, out, commands, screen }: Demonstration): Promise<DemoData> {
  const { request, sites } = journal.plan;
  const planned = await planData(request);
  // After an interruption the data may be another by now; what the plan says of the sites has to be true.
  if (planned.sites.join() !== sites.join())
    throw new CliError('bad-data', `The sites of ${request.data} are not those that this demo began with. Begin anew.`);
  await removed(
    [...sites, ...(planned.pooledSite === null ? [] : [planned.pooledSite])].map((site) => out.siteData(site)),
  );
  const data = await planned.write(out, commands.signal, ({ name, value, imageCount, patientCount }) => {
    const stands = value === null || value === name ? '' : ` (${printable(value)})`;
    screen.print(`  data         ${name}${stands}: ${imageCount} images of ${patientCount} patients`);
  });
  await journal.note({ data });
  return data;
}

/** Starts the coordinator and the sites; makes and enrols them first where that has not been done. */
async function bringUp(
  { journal, out, commands, screen }: Demonstration,
  consortium: DemoConsortium,
  everySite: readonly string[],
): Promise<void> {
  const { plan } = journal;
  await earlierProcessesEnded([out.coordinator, ...everySite.map((site) => out.siteDir(site))], commands.signal);
  const isNew = !plan.isEnrolled;
  if (isNew) {
    // Half-made ones hold nothing yet that would be missed, and a name can be enrolled once.
    await removed([out.coordinator, out.consortium, ...everySite.map((site) => out.siteDir(site))]);
    await consortium.makeCoordinator(plan.port);
  }
  screen.print(`  coordinator  ${await consortium.startCoordinator()}`);
  if (isNew) {
    await consortium.makeRoot();
    for (const site of everySite) {
      await consortium.enrol(site, threadsOf(site, plan), plan.permuteImages ? plan.request.seed : null);
      screen.print(`  enrolled     ${site}`);
    }
    await journal.note({ isEnrolled: true });
  }
  for (const site of everySite) consortium.startSite(site);
}

/** The sites train side by side; the one with everybody's images trains while the others wait. */
function threadsOf(
  site: string,
  { sites, pooledSite }: { sites: readonly string[]; pooledSite: string | null },
): number {
  return site === pooledSite ? availableParallelism() : Math.max(1, Math.floor(availableParallelism() / sites.length));
}

async function removed(dirs: readonly string[]): Promise<void> {
  for (const dir of dirs) await rm(dir, { recursive: true, force: true });
}

function range(first: number, count: number): string {
  return count === 1 ? String(first) : `${first} to ${first + count - 1}`;
}

/** Makes the runs of a step as far as they are not made, and waits for all. @throws CliError `run-failed`. */
async function runStep(
  { journal, out, commands, screen }: Demonstration,
  consortium: DemoConsortium,
  everySite: readonly string[],
  step: readonly Experiment[],
  heading: string | null,
): Promise<FinishedExperiment[]> {
  const runIds: string[] = [];
  for (const { key, config } of step) {
    const known = journal.plan.runIds[key];
    const runId = known ?? (await consortium.createRun(config));
    // Killed between the two, a run is left that never begins; the next one is made of the same.
    if (known === undefined) await journal.note({ runIds: { ...journal.plan.runIds, [key]: runId } });
    runIds.push(runId);
  }
  for (const [i, experiment] of step.entries()) {
    const runId = runIds[i] as string;
    if ((await consortium.show(runId)).state === 'draft') {
      const { study, quorum } = experiment.config;
      await consortium.approve(quorum.sites ?? everySite, study, runId);
      await consortium.startRun(runId);
    }
    screen.print(`  run          ${runId}${heading === null ? '' : `  ${experimentTitle(experiment)}`}`);
  }
  screen.print('');
  const watched = step.map((experiment, i) => ({
    runId: runIds[i] as string,
    title: heading === null ? null : experimentTitle(experiment),
  }));
  const { signal } = commands;
  const views = await commands.until(watchRuns(out.coordinator, watched, screen, { heading, signal }));
  const failed = views.find(({ state }) => state === 'failed');
  if (failed !== undefined) throw runFailed(failed);
  return step.map((experiment, i) => ({ ...experiment, view: views[i] as RunView }));
}

async function conclude(
  { journal, out, screen }: Demonstration,
  data: DemoData,
  finished: readonly FinishedExperiment[],
): Promise<DemoResult> {
  const { request, sites, pooledSite, permuteImages } = journal.plan;
  const [{ view }] = finished as [FinishedExperiment];
  const comparison = await compare({ finished, sites, pooledSite, out, seed: request.seed });
  for (const { view: one, kind, model } of finished) {
    if (kind !== 'federated') continue;
    if (finished.length > 1) screen.print(`\n${experimentTitle({ model, kind, site: null })}`);
    const tables = [tableOne(one, 0), tableOne(one, lastCommittedRound(one))];
    for (const table of tables) for (const line of ['', ...tableOneText(table)]) screen.print(line);
  }
  for (const line of ['', ...comparisonText(comparison), '', ...closingWords(data)]) screen.print(line);
  const federated = comparison.measured.filter(({ kind }) => kind === 'federated');
  const networks = await readNetworks(federated, sites, (site) => out.siteDir(site));
  const report = reportHtml({ comparison, data, networks, permuteImages });
  // Only its owner reads it: the overlays in it are the sites' images.
  await writeFile(out.report, report, { mode: 0o600 });
  const result = demoResult(view, comparison, out.report);
  await journal.note({ result });
  return result;
}

function closingWords({ kind }: DemoData): string[] {
  if (kind === 'images') return [];
  return [
    'The images are drawn: this says that the software works, nothing about medicine. For images of patients: --data DIR',
  ];
}
