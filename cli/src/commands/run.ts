import type { Command } from '../command-line.js';
import { CoordinatorClient } from '../coordinator-client.js';
import { textTable } from '../formats.js';
import { frame } from '../live-table.js';
import { modeName } from '../live-view.js';
import { runFailed } from '../run-failed.js';
import { onStandardError } from '../screen.js';
import { lastCommittedRound, tableOne } from '../table-one.js';
import { outlineTable } from '../outline-table.js';
import { outlineTableText } from '../outline-table-text.js';
import { tableOneText } from '../table-one-text.js';
import { privacyText } from '../patient-privacy.js';
import { sitePrivacyText } from '../site-privacy.js';
import { trainingText } from '../training-rule.js';
import { watchRun } from '../watch.js';
import { COORDINATOR_DIR, JSON_OPTION } from './common-options.js';
import { runCreateCommand } from './run-create.js';

const startCommand: Command = {
  words: ['run', 'start'],
  summary: 'begins a run that `run create` described',
  positionals: ['ID'],
  options: { dir: COORDINATOR_DIR, json: JSON_OPTION },
  needed: ['dir'],
  examples: ['mammofed run start 3f0c… --dir ./coordinator'],
  async run(args, screen) {
    const [runId = ''] = args.positionals;
    const dir = args.needed('dir');
    const view = await (await CoordinatorClient.open(dir)).startRun(runId);
    if (args.isSet('json')) screen.print(JSON.stringify(view));
    else screen.print(`Run ${view.runId} has begun. Look on with: mammofed run watch ${view.runId} --dir ${dir}`);
    return 0;
  },
};

const watchCommand: Command = {
  words: ['run', 'watch'],
  summary: 'shows a run live until it has ended',
  details:
    'On a terminal one table is redrawn in place; in a pipe a plain line tells each change. Ctrl-C ends the watching, not the run. With --json the run as it ended is the one line on standard output, and the rest goes to standard error. Exit code 1 if the run failed.',
  positionals: ['ID'],
  options: { dir: COORDINATOR_DIR, json: JSON_OPTION },
  needed: ['dir'],
  examples: ['mammofed run watch 3f0c… --dir ./coordinator'],
  async run(args, screen) {
    const [runId = ''] = args.positionals;
    const view = await watchRun(args.needed('dir'), runId, args.isSet('json') ? onStandardError(screen) : screen);
    if (args.isSet('json')) screen.print(JSON.stringify(view));
    if (view.state === 'failed') throw runFailed(view);
    return 0;
  },
};

const showCommand: Command = {
  words: ['run', 'show'],
  summary: 'shows where a run is, Table 1 of its initial and newest model, and outlines and lesions of the newest',
  positionals: ['ID'],
  options: { dir: COORDINATOR_DIR, json: JSON_OPTION },
  needed: ['dir'],
  examples: [
    'mammofed run show 3f0c… --dir ./coordinator',
    'mammofed run show 3f0c… --dir ./coordinator --json | jq .evaluations',
  ],
  async run(args, screen) {
    const [runId = ''] = args.positionals;
    const view = await (await CoordinatorClient.open(args.needed('dir'))).run(runId);
    if (args.isSet('json')) {
      screen.print(JSON.stringify(view));
      return 0;
    }
    const rounds = [...new Set([0, lastCommittedRound(view)])];
    const tables = rounds.flatMap((round) => ['', ...tableOneText(tableOne(view, round))]);
    const outlines = outlineTable(view, lastCommittedRound(view));
    if (outlines !== null) tables.push('', ...outlineTableText(outlines));
    const { training, privacy, sitePrivacy } = view.config;
    const settings = [
      `mode ${modeName(view.config)}`,
      `training ${trainingText(training)}`,
      ...(privacy ? [`privacy ${privacyText(privacy)}`] : []),
      ...(sitePrivacy ? [`privacy ${sitePrivacyText(sitePrivacy)}`] : []),
    ];
    const lines = [...frame(view, Date.now()), ...settings, `newest model ${view.modelSha256}`, ...tables];
    for (const line of lines) screen.print(line);
    return 0;
  },
};

const listCommand: Command = {
  words: ['run', 'list'],
  summary: 'lists the runs of a coordinator',
  positionals: [],
  options: { dir: COORDINATOR_DIR, json: JSON_OPTION },
  needed: ['dir'],
  examples: ['mammofed run list --dir ./coordinator'],
  async run(args, screen) {
    const runs = await (await CoordinatorClient.open(args.needed('dir'))).runs();
    if (args.isSet('json')) {
      screen.print(JSON.stringify({ runs }));
      return 0;
    }
    if (runs.length === 0) screen.print('No runs yet. Describe one with: mammofed run create --dir DIR');
    const rows = runs.map(({ runId, state, study, round, rounds, createdAtMs }) => [
      runId,
      study,
      state,
      `${round}/${rounds}`,
      new Date(createdAtMs).toISOString(),
    ]);
    if (rows.length > 0)
      for (const line of textTable([['run', 'study', 'state', 'round', 'made'], ...rows])) screen.print(line);
    return 0;
  },
};

export const RUN_COMMANDS: readonly Command[] = [
  runCreateCommand,
  startCommand,
  watchCommand,
  showCommand,
  listCommand,
];
