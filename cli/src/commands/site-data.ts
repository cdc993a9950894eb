import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Arguments, Command } from '../command-line.js';
import { dataContractFrom } from '../data-contract.js';
import { dataCheckHtml } from '../report/data-check.js';
import { onStandardError } from '../screen.js';
import { dataCheckLines, type DataCheckResult, type Statistics } from '../workbench/data-check-text.js';
import { freeFile } from '../workbench/free-file.js';
import { runWorkbench } from '../workbench/workbench-process.js';
import { JSON_OPTION } from './common-options.js';
import { FORCE_OPTION } from './model-options.js';

export const siteDataCheckCommand: Command = {
  words: ['site', 'data', 'check'],
  summary: "looks at every image and mask of a site's folder before anything trains on them",
  details:
    'Nothing leaves this machine but what --share writes, and that only as the policy of the site allows. Each image that is refused or flagged has a code of docs/data-check.md and a next step. Exit code 1: a study would train nothing on these data.',
  positionals: [],
  options: {
    dir: { value: 'DIR', about: "the site's folder: its data, its layout and its policy count" },
    data: { value: 'DIR', about: 'the images, where they are not those of the site' },
    layout: {
      value: 'L',
      about: 'pairs, inbreast, cbis, vindr, mias, dicom or manifest (default: told from the names)',
    },
    study: { value: 'NAME', about: 'study whose split of the patients is shown (default demo)' },
    contract: { value: 'FILE', about: "the study's data contract, JSON (default: what training needs)" },
    report: { value: 'FILE', about: 'a page with histograms and samples, HTML; it holds images' },
    share: { value: 'FILE', about: 'counts that others may compare theirs with, JSON' },
    against: {
      value: 'FILES',
      about:
        'counts of other sites, made with --share, between commas: drift is reported (default with --dir: the sum that the coordinator told the agent for this study)',
    },
    force: FORCE_OPTION,
    json: JSON_OPTION,
  },
  needed: [],
  examples: [
    'mammofed site data check --dir ~/mammofed-site --report check.html',
    'mammofed site data check --data /data/INbreast --layout inbreast --json | jq .counts',
  ],
  async run(args, screen) {
    const freeFileOf = async (name: string): Promise<string | null> => {
      const file = args.text(name);
      return file === undefined ? null : freeFile(file, args.isSet('force'));
    };
    const [report, share] = [await freeFileOf('report'), await freeFileOf('share')];
    const pathOf = (name: string): string | null => {
      const path = args.text(name);
      return path === undefined ? null : resolve(path);
    };
    const job = {
      kind: 'check-data' as const,
      siteDir: pathOf('dir'),
      data: pathOf('data'),
      layout: args.text('layout') ?? null,
      study: args.text('study') ?? 'demo',
      contract: dataContractFrom(args) ?? null,
      others: othersFrom(args),
      isShared: share !== null,
      hasFigures: report !== null,
    };
    const isForMachine = args.isSet('json');
    const { result, exitCode } = await runWorkbench<DataCheckResult>(
      job,
      isForMachine ? onStandardError(screen) : screen,
    );
    const { samples, shared, ...figures } = result;
    // Pictures and names of files: for the hospital alone.
    if (report !== null) await writeFile(report, dataCheckHtml(result), { mode: 0o600 });
    if (share !== null) await writeFile(share, `${JSON.stringify({ version: 1, statistics: shared })}\n`);
    if (isForMachine) screen.print(JSON.stringify(figures));
    else for (const line of dataCheckLines(result)) screen.print(line);
    if (report !== null) (isForMachine ? screen.note : screen.print)(`Page with ${samples.length} samples: ${report}`);
    return exitCode;
  },
};

/** The counts of all files of `--against`, added. */
function othersFrom(args: Arguments): Statistics | null {
  const files = args.list('against');
  if (files === undefined) return null;
  const total: Record<string, number[]> = {};
  for (const file of files) {
    let given: unknown;
    try {
      given = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      return args.refuse(`cannot read ${file}, which should be written by site data check --share`);
    }
    const { statistics } = (given ?? {}) as { readonly statistics?: Statistics };
    if (statistics === undefined || statistics === null)
      return args.refuse(`finds no statistics in ${file}, which should be written by site data check --share`);
    for (const [name, counts] of Object.entries(statistics))
      total[name] = counts.map((count, bin) => count + (total[name]?.[bin] ?? 0));
  }
  return total;
}
