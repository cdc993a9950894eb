import { ENGINE_NAMES } from '@mammofed/core';
import { applicationFile, runInForeground, type ApplicationName } from '../applications.js';
import type { Command } from '../command-line.js';
import { LAYOUT_OPTION } from './layout-option.js';

const ENGINE_OPTION = {
  value: 'E',
  about: `what trains: ${ENGINE_NAMES.join(', ')}, or auto (default): the first that works`,
};

const NETWORK_OPTIONS = {
  proxy: { value: 'URL', about: 'proxy to the coordinator, or none (default: HTTPS_PROXY, HTTP_PROXY and NO_PROXY)' },
  'proxy-user': { value: 'U', about: 'user at the proxy' },
  'proxy-password-file': { value: 'FILE', about: 'file, readable by its owner alone, with the password' },
  'ca-file': {
    value: 'FILE',
    about: "certificates (PEM) to trust beside the system's, as of a proxy that inspects TLS",
  },
};

/** A command of an application: its arguments go there as they were typed, and the application answers for them. */
function applicationCommand(
  application: ApplicationName,
  command: Pick<Command, 'words' | 'summary' | 'options' | 'needed' | 'examples'> & { readonly details?: string },
): Command {
  return {
    ...command,
    positionals: [],
    passesArguments: true,
    run: ({ raw }) => runInForeground(applicationFile(application), [command.words[1] ?? '', ...raw]),
  };
}

export const APPLICATION_COMMANDS: readonly Command[] = [
  applicationCommand('coordinator', {
    words: ['coordinator', 'init'],
    summary: "makes a coordinator's folder with its keys and configuration",
    options: {
      dir: { value: 'DIR', about: 'folder to make' },
      name: { value: 'TEXT', about: 'how the consortium is called on screens' },
      host: { value: 'HOST', about: 'address to listen on (default 127.0.0.1)' },
      port: { value: 'N', about: 'port to listen on; 0 takes a free one (default 8440)' },
      'public-url': { value: 'URL', about: 'what the sites connect to, where that is another address' },
    },
    needed: ['dir'],
    examples: ['mammofed coordinator init --dir ./coordinator --host 0.0.0.0 --public-url https://fl.example.org'],
  }),
  applicationCommand('coordinator', {
    words: ['coordinator', 'start'],
    summary: 'runs the coordinator until Ctrl-C',
    details:
      'It goes on with the runs that were under way when it stopped. Its log (JSON lines) goes to standard error.',
    options: { dir: { value: 'DIR', about: 'folder made by coordinator init' } },
    needed: ['dir'],
    examples: ['mammofed coordinator start --dir ./coordinator 2> coordinator.log'],
  }),
  applicationCommand('site agent', {
    words: ['site', 'enrol'],
    summary: 'asks to make this machine a site of a consortium',
    details:
      'The join code comes from the consortium administrator (mammofed consortium invite) and works once. The administrator approves the site by the fingerprint that is shown, which is read aloud by telephone; the agent can be started before and waits. Images and masks stay where they are.',
    options: {
      dir: { value: 'DIR', about: 'folder to make for the site: key, configuration, results' },
      code: { value: 'CODE', about: 'join code' },
      data: { value: 'DIR', about: 'the images and masks' },
      layout: LAYOUT_OPTION,
      engine: ENGINE_OPTION,
      threads: { value: 'N', about: 'processor threads for training' },
      'share-extremes': {
        value: null,
        about: 'lets smallest and largest figures, which are of single images, leave the site',
      },
      'share-training-stats': { value: null, about: 'lets example counts and losses leave the site' },
      'min-cell-size': { value: 'N', about: 'counts below this never leave the site (default 5)' },
      modes: {
        value: 'M,M',
        about: 'what may hide the update from the coordinator: secure, sealed; see site policy',
      },
      'permute-images-seed': {
        value: 'N',
        about: 'trains on images exchanged between patients: the control of a result',
      },
      ...NETWORK_OPTIONS,
      json: { value: null, about: 'prints name and fingerprints as JSON' },
    },
    needed: ['dir', 'code', 'data'],
    examples: [
      'mammofed site enrol --dir ./north --code MF2-… --data /data/mammograms --threads 8',
      'mammofed site enrol --dir ./north --code MF2-… --data /data/mammograms --proxy http://proxy.example.org:3128 --proxy-user mammofed --proxy-password-file ./proxy-password --ca-file ./hospital-ca.pem',
    ],
  }),
  applicationCommand('site agent', {
    words: ['site', 'start'],
    summary: 'runs the site agent until Ctrl-C: it connects outward, trains and evaluates when asked',
    options: {
      dir: { value: 'DIR', about: 'folder made by site enrol' },
      engine: { ...ENGINE_OPTION, about: 'what trains, in place of the engine in site.json' },
    },
    needed: ['dir'],
    examples: ['mammofed site start --dir ./north'],
  }),
  applicationCommand('site agent', {
    words: ['site', 'doctor'],
    summary: 'looks at all that a site needs to train, and says what to do about what is missing',
    details:
      'The way to the coordinator (DNS, proxy, TLS and who signed, clock, WebSocket or long polling, bandwidth), disk, memory, data, GPU and engines: a line for each, green or red, and the next step below a red one. Each engine trains a step whose loss is known, in a process of its own. Nothing is changed; it can be run while the agent is at work, and before the site is enrolled. Exit code 1 if something red stops training.',
    options: {
      dir: { value: 'DIR', about: 'folder made by site enrol, for the settings in its site.json' },
      url: {
        value: 'URL',
        about: 'coordinator to reach, before the site is enrolled or in place of the one in site.json',
      },
      ...NETWORK_OPTIONS,
      engine: { ...ENGINE_OPTION, about: 'the setting to try in its place' },
      json: { value: null, about: 'prints the result as JSON' },
    },
    needed: [],
    examples: [
      'mammofed site doctor --dir ./north',
      'mammofed site doctor --url https://fl.example.org --proxy http://proxy.example.org:3128 --json',
    ],
  }),
  applicationCommand('site agent', {
    words: ['site', 'report'],
    summary: 'says what left the site, or how much was told of its patients',
    details:
      'The ledger, ledger.jsonl in the folder of the site, has a line for each message that was sent, with the hash of the line before. Exit code 1 if a line does not follow from the one before; a head that was noted elsewhere shows lines written anew or taken off the end. What runs under differential privacy have spent is in privacy.json beside it.',
    options: {
      dir: { value: 'DIR', about: 'folder made by site enrol' },
      egress: { value: null, about: 'shows what was sent: by kind, run and round' },
      privacy: { value: null, about: 'shows ε of all runs together' },
      json: { value: null, about: 'prints the result as JSON' },
    },
    needed: ['dir'],
    examples: ['mammofed site report --dir ./north --egress'],
  }),
  {
    ...applicationCommand('site agent', {
      words: ['site', 'policy'],
      summary: 'shows and sets what the site allows, and approves studies',
      details:
        'ACTION is one of: show; check [FILE]; set KEY VALUE (bandwidth.upBytesPerSecond 500000, say); studies, which shows what waits for approval; approve STUDY; revoke STUDY. The policy is policy.yaml in the folder of the site, which the agent reads again when it changes. Nothing is trained for a study before it was approved, and a run that asks for more than was approved waits for a new approval.',
      options: {
        dir: { value: 'DIR', about: 'folder made by site enrol' },
        run: { value: 'ID', about: 'approve: the run whose terms are approved, where several wait' },
        wait: { value: 'S', about: 'approve: waits so many seconds for the run to be offered (default 0)' },
        json: { value: null, about: 'show, studies: prints the result as JSON' },
      },
      needed: ['dir'],
      examples: [
        'mammofed site policy studies --dir ./north',
        'mammofed site policy approve masses --dir ./north',
        'mammofed site policy check --dir ./north',
      ],
    }),
    positionals: ['ACTION'],
  },
  {
    ...applicationCommand('site agent', {
      words: ['site', 'pacs'],
      summary: "finds and fetches the site's images in the hospital's PACS",
      details:
        "ACTION is one of: echo, which asks whether the PACS lets the site in; find, which counts what it has of the cohort; fetch, which fetches that into a data folder of layout dicom (what is there is not fetched again, and an interrupted fetch goes on) and with --use makes it the site's images; store FILE…, which puts DICOM files into the PACS, where people see them. PACS and cohort are in pacs.yaml in the folder of the site.",
      options: {
        dir: { value: 'DIR', about: 'folder made by site enrol' },
        via: { value: 'P', about: 'dicomweb or dimse, where pacs.yaml has both (default dicomweb)' },
        to: { value: 'NAME', about: 'store: the URL or AE title of the PACS, as in pacs.yaml' },
        use: { value: null, about: 'fetch: the site trains on what was fetched from its next start on' },
        confirm: { value: null, about: 'store: says that this is meant' },
        json: { value: null, about: 'prints counts as JSON' },
      },
      needed: ['dir'],
      examples: [
        'mammofed site pacs find --dir ./north',
        'mammofed site pacs fetch --dir ./north --use',
        'mammofed site pacs store prediction.dcm --to PACS --confirm --dir ./north --via dimse',
      ],
    }),
    positionals: ['ACTION'],
  },
];
