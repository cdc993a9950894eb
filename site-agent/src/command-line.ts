import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { MODES } from '@mammofed/core';
import { LAYOUTS, type Layout } from '@mammofed/imaging';
import { ENGINE_SETTINGS, type EngineSetting } from './engines/engine-selector.js';
import type { EnrolmentRequest } from './enrolment/enrol.js';
import { SiteError } from './errors.js';
import { networkSchema, type NetworkSettings } from './network/settings.js';
import { parsePacsCommand, type PacsCommand } from './pacs/pacs-command-line.js';
import { parsePolicyCommand, type PolicyCommand } from './policy/policy-command-line.js';
import { DEFAULT_POLICY, type SitePolicy } from './policy/site-policy.js';

export const USAGE = `Usage:
  mammofed site enrol --dir D --code CODE --data DIR [--layout L] [--engine E] [--threads N] [--share-extremes]
                      [--share-training-stats] [--min-cell-size N] [--modes M,M] [--permute-images-seed N]
                      [--proxy URL|none [--proxy-user U --proxy-password-file F]] [--ca-file F] [--json]
  mammofed site start --dir D [--engine E] [--trace-wire DIR]
  mammofed site doctor [--dir D | --url URL] [--proxy URL|none [--proxy-user U --proxy-password-file F]] [--ca-file F]
                       [--engine E] [--json]
  mammofed site report --dir D --egress|--privacy [--json]
  mammofed site policy show|studies --dir D [--json]
  mammofed site policy check [FILE] [--dir D]
  mammofed site policy set KEY VALUE --dir D
  mammofed site policy approve STUDY [--run ID] [--wait SECONDS] --dir D
  mammofed site policy revoke STUDY --dir D
  mammofed site pacs echo|find --dir D [--via dicomweb|dimse] [--json]
  mammofed site pacs fetch --dir D [--use] [--via dicomweb|dimse] [--json]
  mammofed site pacs store FILE... --to URL|AETITLE --confirm --dir D [--via dicomweb|dimse] [--json]

enrol asks to make this machine a site of a consortium: D is made for its key, configuration and results, DIR holds its
images, laid out as L says (recognised if L is left out): one of ${LAYOUTS.join(', ')}. The consortium's administrator approves it by the fingerprint that is shown.
start runs the site's agent until it is stopped. It connects to the coordinator and listens nowhere.
--trace-wire writes all that it sends into a folder before it is sealed, to be searched; remove the folder after use.
doctor looks at all that a site needs: the way to the coordinator (clock, DNS, proxy, TLS, WebSocket, bandwidth), disk,
memory, GPU, engines and data. --url names the coordinator before the site is enrolled. E is one of ${ENGINE_SETTINGS.join(', ')}.
report --egress says what left this site, from its ledger, and whether the ledger is as the agent wrote it; report
--privacy says how much runs under differential privacy have told of its patients.
policy shows, checks and sets what the site allows (policy.yaml), and approves studies: nothing is trained for a study
that the operator did not approve.
pacs asks the PACS of pacs.yaml whether it is there, what it has of the cohort, and fetches that into a data folder, on
which the site trains from its next start on with --use; store puts files into it, where people see them.

Example:
  mammofed site enrol --dir ~/mammofed-site --code MF2-… --data /data/mammograms
  mammofed site start --dir ~/mammofed-site
`;

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'enrol'; readonly request: EnrolmentRequest; readonly isJson: boolean }
  | { readonly kind: 'start'; readonly dir: string; readonly engine?: EngineSetting; readonly traceDir?: string }
  | {
      readonly kind: 'doctor';
      readonly dir?: string;
      readonly url?: string;
      readonly network?: NetworkSettings;
      readonly engine?: EngineSetting;
      readonly isJson: boolean;
    }
  | { readonly kind: 'policy'; readonly command: PolicyCommand }
  | { readonly kind: 'pacs'; readonly command: PacsCommand }
  | { readonly kind: 'egress-report' | 'privacy-report'; readonly dir: string; readonly isJson: boolean };

const OPTIONS = {
  dir: { type: 'string' },
  code: { type: 'string' },
  data: { type: 'string' },
  layout: { type: 'string' },
  engine: { type: 'string' },
  threads: { type: 'string' },
  json: { type: 'boolean' },
  egress: { type: 'boolean' },
  privacy: { type: 'boolean' },
  'share-extremes': { type: 'boolean' },
  'share-training-stats': { type: 'boolean' },
  'min-cell-size': { type: 'string' },
  'permute-images-seed': { type: 'string' },
  modes: { type: 'string' },
  run: { type: 'string' },
  wait: { type: 'string' },
  proxy: { type: 'string' },
  'proxy-user': { type: 'string' },
  'proxy-password-file': { type: 'string' },
  'ca-file': { type: 'string' },
  url: { type: 'string' },
  via: { type: 'string' },
  to: { type: 'string' },
  confirm: { type: 'boolean' },
  use: { type: 'boolean' },
  'trace-wire': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

/**
 * Reads the arguments after the program's name.
 * @param coreCount - how many threads the machine has: the default of `--threads`.
 * @throws SiteError `bad-usage`.
 */
export function parseCommand(args: readonly string[], coreCount: number): Command {
  const { values, positionals } = parsed(args);
  const [command, ...rest] = positionals;
  if (values.help === true || command === 'help') return { kind: 'help' };
  if (command === 'policy') {
    refuseOthers(command, values, ['dir', 'run', 'wait', 'json']);
    return { kind: 'policy', command: parsePolicyCommand({ words: rest, ...values }) };
  }
  if (command === 'pacs') {
    refuseOthers(command, values, ['dir', 'via', 'to', 'confirm', 'use', 'json']);
    return { kind: 'pacs', command: parsePacsCommand({ words: rest, ...values }) };
  }
  if (rest.length > 0) throw badUsage(`there is no argument ${rest.join(' ')} to ${command}`);
  switch (command) {
    case 'start': {
      refuseOthers(command, values, ['dir', 'engine', 'trace-wire']);
      const { 'trace-wire': traceDir } = values;
      return {
        kind: 'start',
        dir: needed('dir', values.dir),
        ...engineOf(values.engine),
        ...(traceDir === undefined ? {} : { traceDir: resolve(needed('trace-wire', traceDir)) }),
      };
    }
    case 'doctor': {
      refuseOthers(command, values, ['dir', 'url', 'engine', 'json', ...NETWORK_OPTIONS]);
      const { dir, url, json = false } = values;
      const hasNetwork = NETWORK_OPTIONS.some((name) => values[name] !== undefined);
      return {
        kind: 'doctor',
        ...(dir === undefined ? {} : { dir: needed('dir', dir) }),
        ...(url === undefined ? {} : { url: coordinatorUrl(url) }),
        ...(hasNetwork ? { network: networkOf(values) } : {}),
        ...engineOf(values.engine),
        isJson: json,
      };
    }
    case 'report': {
      refuseOthers(command, values, ['dir', 'egress', 'privacy', 'json']);
      const { egress = false, privacy = false, json = false } = values;
      if (egress === privacy) throw badUsage('say what report is to show: --egress or --privacy');
      const kind = egress ? 'egress-report' : 'privacy-report';
      return { kind, dir: needed('dir', values.dir), isJson: json };
    }
    case 'enrol': {
      for (const name of ['egress', 'privacy', 'url', 'run', 'wait', 'via', 'to', 'confirm', 'trace-wire'] as const) {
        if (values[name] !== undefined) throw badUsage(`enrol takes no --${name}`);
      }
      const seed = values['permute-images-seed'];
      return {
        kind: 'enrol',
        isJson: values.json ?? false,
        request: {
          dir: needed('dir', values.dir),
          code: needed('code', values.code),
          dataDir: needed('data', values.data),
          ...layoutOf(values.layout),
          engine: 'auto',
          ...engineOf(values.engine),
          network: networkOf(values),
          threads: values.threads === undefined ? coreCount : whole('threads', values.threads, 1),
          ...(seed === undefined ? {} : { permuteImagesSeed: whole('permute-images-seed', seed, 0) }),
          policy: {
            ...DEFAULT_POLICY,
            modes: modesOf(values.modes),
            shareExtremes: values['share-extremes'] ?? DEFAULT_POLICY.shareExtremes,
            shareTrainingStats: values['share-training-stats'] ?? DEFAULT_POLICY.shareTrainingStats,
            minCellSize:
              values['min-cell-size'] === undefined
                ? DEFAULT_POLICY.minCellSize
                : whole('min-cell-size', values['min-cell-size'], 1),
          },
        },
      };
    }
    case undefined:
      throw badUsage('say what to do: enrol, start, doctor, report, policy or pacs');
    default:
      throw badUsage(`there is no command ${command}: enrol, start, doctor, report, policy or pacs`);
  }
}

function refuseOthers(command: string, values: object, taken: readonly string[]): void {
  const extra = Object.keys(values).find((name) => !taken.includes(name));
  if (extra !== undefined) throw badUsage(`${command} takes no --${extra}; the settings are in site.json`);
}

function modesOf(text: string | undefined): SitePolicy['modes'] {
  if (text === undefined) return DEFAULT_POLICY.modes;
  const modes = text.split(',').map((word) => MODES.find((mode) => mode === word.trim()));
  if (modes.some((mode) => mode === undefined)) throw badUsage(`--modes takes ${MODES.join(' and ')}, not ${text}`);
  return modes as SitePolicy['modes'];
}

function layoutOf(text: string | undefined): { layout?: Layout } {
  if (text === undefined) return {};
  const layout = LAYOUTS.find((one) => one === text);
  if (layout === undefined) throw badUsage(`--layout takes one of ${LAYOUTS.join(', ')}, not ${text}`);
  return { layout };
}

const NETWORK_OPTIONS = ['proxy', 'proxy-user', 'proxy-password-file', 'ca-file'] as const;

function coordinatorUrl(text: string): string {
  if (/^https?:\/\/[^/@]+\/?$/.test(text) && URL.canParse(text)) return text;
  throw badUsage('--url must be http://HOST:PORT or https://HOST:PORT');
}

/** @throws SiteError `bad-usage` with every problem, and without what was given: it may be a password. */
function networkOf(values: ReturnType<typeof parsed>['values']): NetworkSettings {
  const { proxy, 'proxy-user': user, 'proxy-password-file': passwordFile, 'ca-file': caFile } = values;
  if (proxy === undefined && (user ?? passwordFile) !== undefined) throw badUsage('--proxy is missing');
  const given = {
    ...(proxy === undefined
      ? {}
      : {
          proxy:
            proxy === 'none'
              ? null
              : {
                  url: proxy,
                  ...(user === undefined ? {} : { user }),
                  ...(passwordFile === undefined ? {} : { passwordFile: resolve(passwordFile) }),
                },
        }),
    ...(caFile === undefined ? {} : { caFile: resolve(caFile) }),
  };
  const checked = networkSchema.safeParse(given);
  if (checked.success) return checked.data;
  throw badUsage(checked.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '));
}

function engineOf(text: string | undefined): { readonly engine?: EngineSetting } {
  if (text === undefined) return {};
  const engine = ENGINE_SETTINGS.find((setting) => setting === text);
  if (engine === undefined) throw badUsage(`there is no engine ${text}; there is ${ENGINE_SETTINGS.join(', ')}`);
  return { engine };
}

/** @throws SiteError `bad-usage` unless `text` is a whole number from `min`. */
export function whole(name: string, text: string, min: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < min) {
    throw badUsage(`--${name} must be a whole number from ${min}, not ${text}`);
  }
  return value;
}

/** @throws SiteError `bad-usage` if the option is missing or empty. */
export function needed(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw badUsage(`--${name} is missing`);
  return value;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    // Its first sentence names the option; the rest is advice to programmers.
    const [problem = 'the options are not sound'] = (error as Error).message.split(/\. |\n/);
    throw badUsage(problem.replace(/\.$/, ''));
  }
}

function badUsage(why: string): SiteError {
  return new SiteError('bad-usage', `${why}; --help shows how it is called`);
}
