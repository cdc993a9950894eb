import { CodedError, type ErrorCatalogue } from '@mammofed/core';
import { PACS_ERRORS } from './pacs/pacs-errors.js';

export const SITE_ERRORS = {
  'bad-usage': {
    meaning: 'The command was called with an argument that is unknown, missing or impossible.',
    next: 'Call it with --help.',
  },
  'bad-configuration': {
    meaning: 'site.json is not sound.',
    next: 'Correct it where the message says, or enrol the site anew.',
  },
  'statistics-kept': {
    meaning: "The site's policy does not let statistics of its images leave.",
    next: 'Allow it with shareTrainingStats, if the hospital does.',
  },
  'bad-policy': {
    meaning: 'policy.yaml is missing or not sound; the message names every line to mend.',
    next: 'Mend it, and check it with mammofed site policy check. An agent that runs keeps to the last sound one until then.',
  },
  'bad-consent': {
    meaning: 'consent.json is not what the commands of the operator wrote.',
    next: 'Put it back from a backup, or remove it and approve the studies again. Until then nothing is trained.',
  },
  'unknown-study': {
    meaning: 'The coordinator has not told this site of such a study or run.',
    next: 'Look at mammofed site policy studies. The agent has to run, and the run has to be created.',
  },
  'several-variants': {
    meaning: 'Runs of the study that wait for approval differ in what they ask.',
    next: 'Look at mammofed site policy studies, and name the run with --run.',
  },
  'task-withdrawn': {
    meaning:
      'A task was given up because a rule of this site forbids it from now on: it is told by the code of that rule.',
    next: 'Nothing, or what that rule says.',
  },
  'missing-data-folder': {
    meaning: 'The folder of images is not there.',
    next: 'Check the path of the data folder.',
  },
  'already-enrolled': {
    meaning: 'The folder is an enrolled site already.',
    next: 'Start it, or choose another folder.',
  },
  'not-enrolled': {
    meaning: 'The folder is not an enrolled site.',
    next: 'Enrol it first, with a join code.',
  },
  'bad-privacy-account': {
    meaning: "The site's account of spent privacy, privacy.json, is not sound.",
    next: 'Put it back from a backup. It is never taken for empty: that would give the whole budget out again.',
  },
  'bad-attempt-records': {
    meaning: "The site's record of the secure sums that it took part in, attempts.json, is not sound.",
    next: 'Put it back from a backup. It is never taken for empty: the site would help to unmask a second sum of one round.',
  },
  'masking-failed': {
    meaning: 'The update could not be masked; the message says why. Nothing of it was sent.',
    next: 'The site takes part in the next attempt. If it comes back, check the disk and the free memory of this machine.',
  },
  'privacy-budget-spent': {
    meaning: "A round would tell more of the site's patients than its privacy budget allows.",
    next: 'The hospital decides: privacyBudget in policy.yaml. A run with more noise or fewer steps spends less.',
  },
  'site-privacy-budget-spent': {
    meaning: 'A round would tell more of the site as a whole than its privacy budget allows.',
    next: 'The hospital decides: sitePrivacyBudget in policy.yaml. A run with more noise or fewer rounds spends less.',
  },
  'no-ledger': {
    meaning: 'The site has no ledger, so that it has sent nothing.',
    next: 'Start the site; if it ran before, look for who removed ledger.jsonl from its folder.',
  },
  'folder-not-empty': {
    meaning: 'The folder for the new site is not empty.',
    next: 'Choose a new folder, apart from the data.',
  },
  'enrolment-refused': {
    meaning: 'The coordinator does not take the join code; the message says why.',
    next: 'Ask its administrator for a new code.',
  },
  unreachable: {
    meaning: 'There is no connection to the coordinator, or it broke off before the handshake was done.',
    next: 'Check that the coordinator runs and that the network lets this machine reach it.',
  },
  'dns-failed': {
    meaning: "DNS does not know the name of the coordinator's host.",
    next: 'Check the address, and the DNS servers of this machine; a hospital may reach outside hosts through a proxy only.',
  },
  'port-closed': {
    meaning: "The coordinator's host refuses the connection: nothing listens at that port, or a firewall says no.",
    next: 'Check that the coordinator runs and that the port is right.',
  },
  'no-answer': {
    meaning: "The coordinator's host does not answer, as behind a firewall that drops what it does not allow.",
    next: 'Ask for an outbound rule to this host and port, or for the proxy that is to be used.',
  },
  'proxy-unreachable': {
    meaning: 'The proxy on the way cannot be reached, or does not speak HTTP.',
    next: 'Check network.proxy in site.json, or HTTPS_PROXY and HTTP_PROXY in the environment.',
  },
  'proxy-wants-password': {
    meaning: 'The proxy asks for a user and password, and none were given.',
    next: 'Name them in network.proxy of site.json: user, passwordFile.',
  },
  'proxy-refuses-password': {
    meaning: 'The proxy does not take the user and password that it was given.',
    next: 'Correct them; ask whether the proxy takes Basic authentication from this user.',
  },
  'proxy-refuses-host': {
    meaning: 'The proxy does not allow connections to the coordinator.',
    next: 'Ask its administrators to allow CONNECT to the host and port that the message names.',
  },
  'proxy-gets-no-answer': {
    meaning: 'The proxy allows the connection and does not get through to the coordinator itself.',
    next: 'Check the address and that the coordinator runs; the proxy has its own DNS and firewall.',
  },
  'untrusted-certificate': {
    meaning:
      'TLS is answered with a certificate that nobody trusted has signed: by a proxy that inspects TLS, or of a consortium with its own authority.',
    next: "Get the certificate of the authority that the message names from the hospital's or the consortium's administrators, and name it in network.caFile of site.json.",
  },
  'wrong-certificate': {
    meaning: "The coordinator's certificate is for another host, has expired, or does not hold yet.",
    next: "Check the address and this machine's clock; then tell the coordinator's administrator.",
  },
  'tls-failed': {
    meaning: 'What answers at the address does not speak TLS, or not as it should.',
    next: "Check whether the coordinator's address is to begin with http or https, and what sits on the way.",
  },
  'not-a-coordinator': {
    meaning: 'Something answers at the address, and it is no coordinator.',
    next: 'Check the address, and whether a page of the hospital network (a sign-in, a block notice) answers in its place.',
  },
  'websocket-blocked': {
    meaning: 'Something on the way takes WebSocket out. Long polling works, slower.',
    next: 'Ask the administrators of the proxy or firewall to let the Upgrade to WebSocket through; nothing has to be set here.',
  },
  'polling-blocked': {
    meaning: 'Long polling does not work, though WebSocket does.',
    next: 'Nothing as long as WebSocket works.',
  },
  'slow-line': {
    meaning: 'The line to the coordinator is slower than the 64 kbit/s that a chunk of a model needs.',
    next: 'Look for what slows it down: a limit of the proxy, another transfer, a weak wireless connection.',
  },
  'large-messages-blocked': {
    meaning:
      'Messages as large as a chunk of a model (1 MiB, 1.4 MB by long polling) do not get through; smaller ones do.',
    next: 'Ask for a limit of 2 MiB or more for bodies of requests at the proxy and at the reverse proxy before the coordinator (nginx: client_max_body_size 2m).',
  },
  'wrong-clock': {
    meaning:
      "This machine's clock is off the coordinator's. By more than ten minutes, rosters and certificates do not hold.",
    next: 'Set it by NTP (timedatectl set-ntp true), or ask which of the two clocks is wrong.',
  },
  'no-gpu': {
    meaning: 'No GPU is found, so that training runs on the processor.',
    next: 'If the machine has one, install its driver: docs/engines.md says which.',
  },
  'little-memory': {
    meaning: 'The machine has less memory to spare than training may need.',
    next: 'End other programs, or give the container more.',
  },
  'little-space': {
    meaning: "The disk of the site's folder has less room than models and updates may need.",
    next: 'Make room on it, or enrol the site in a folder on another disk.',
  },
  'missing-masks': {
    meaning: 'Images of the data set have no mask; these are left out.',
    next: 'Add the masks, masks/NAME.png for images/NAME.png.',
  },
  'wrong-coordinator-key': {
    meaning: 'What answers is not the coordinator that this site joined.',
    next: 'Check the address; if the coordinator was set up anew, enrol again with a new code.',
  },
  'unknown-site': {
    meaning: 'The coordinator does not know the key of this site, or knows it as another site.',
    next: 'Enrol this site anew.',
  },
  'awaiting-approval': {
    meaning: "The consortium's administrator has not approved this site yet.",
    next: "Tell the administrator the fingerprint of this site's key. The agent connects by itself once it is approved.",
  },
  'revoked-site': {
    meaning: "The coordinator says that the consortium's administrator has revoked this site.",
    next: 'Ask the administrator. A site comes back with a new key only: enrol it anew, with a new join code.',
  },
  'expired-roster': {
    meaning: "The coordinator lets no site in, because its roster's validity is over.",
    next: 'The administrator runs mammofed consortium renew; the agent connects by itself then.',
  },
  'version-mismatch': {
    meaning: 'The agent and the coordinator have no version of the protocol in common.',
    next: 'Update the older of the two.',
  },
  'handshake-refused': {
    meaning: 'The handshake failed: what answers is no coordinator of this version, or somebody altered it.',
    next: 'Check the address and what sits on the way.',
  },
  'unexpected-answer': {
    meaning: 'The coordinator answered with something that the protocol does not allow there.',
    next: 'Check that both ends are of the same version.',
  },
  'refused-transfer': {
    meaning: 'The coordinator does not hand out a model, or does not take an update; the message says why.',
    next: 'The agent goes on with the next task. If it comes back, ask the administrator.',
  },
  'forked-log': {
    meaning:
      'The coordinator has signed two different logs of the same size: it shows different sites different things.',
    next: 'The site stops. Hand log-evidence.json of its folder to the administrator and the other sites.',
  },
  'rewritten-log': {
    meaning: 'Entries of the log that this site had seen are not what they were.',
    next: 'The site stops. Hand log-evidence.json of its folder to the administrator and the other sites.',
  },
  'shrunken-log': {
    meaning:
      'The log has fewer entries than this site had seen: entries were taken out, or the coordinator was restored from a backup.',
    next: 'The site stops. Hand log-evidence.json of its folder to the administrator and the other sites.',
  },
  'rewritten-entry': {
    meaning: "An entry that the coordinator shows is not in the log that it signed, or not what this site's round was.",
    next: 'The site stops. Hand log-evidence.json of its folder to the administrator and the other sites.',
  },
  'missing-record': {
    meaning: "The log does not have a record of this site's own round, or leaves its update out.",
    next: 'The site stops. Hand log-evidence.json of its folder to the administrator and the other sites.',
  },
  'unlogged-model': {
    meaning: 'The site was given a model that is not the one in the log.',
    next: 'It is not loaded, and the site stops. Hand log-evidence.json of its folder to the administrator and the other sites.',
  },
  'unproven-log': {
    meaning: 'The coordinator hands out a head of its log and does not prove that it follows from the one before.',
    next: 'The agent does nothing for it and asks again. If it comes back, the administrator looks at the log of the coordinator.',
  },
  'bad-log-file': {
    meaning: "What the site keeps of the coordinator's log is damaged.",
    next: 'Put the file back from a backup. It is never taken for empty: any log would be believed then.',
  },
  ...PACS_ERRORS,
  obsolete: {
    meaning: 'The round is over for this site, so the task was given up. Nothing is wrong here.',
    next: 'Nothing: the next task comes by itself.',
  },
  'corrupt-model': {
    meaning: 'A model does not match its hash although it was fetched anew.',
    next: 'Check what sits on the way, and ask the administrator to look at the stored model.',
  },
  'disk-full': {
    meaning: 'Nothing more can be written to the disk of the site.',
    next: 'Make room on it.',
  },
  'wrong-clips': {
    meaning: "The clips of a task are not those of the model's tensors.",
    next: 'Check that agent and coordinator are of the same version.',
  },
  'engine-unusable': {
    meaning: "The engine that the site's setting names cannot be used on this machine, or none can.",
    next: 'Look at mammofed site doctor; add what it says, or name another engine.',
  },
  'trainer-crashed': {
    meaning: 'The trainer process ended in the middle of a task.',
    next: 'A new one is started for the next task. If it comes back, check the free memory.',
  },
  'trainer-silent': {
    meaning: 'The trainer process gave no sign of life for too long and was ended.',
    next: 'A new one is started for the next task. If it comes back, check the load of the machine.',
  },
  'batches-failed': {
    meaning: "The thread of the trainer process that makes the training's batches ended in the middle of a round.",
    next: "A new one is started for the next task. If it comes back, check the free memory; the site's terminal has the cause.",
  },
  'trainer-failed': {
    meaning: 'The trainer process could not do its task; the message says why.',
    next: 'Do what the message says.',
  },
  'bad-model-metadata': {
    meaning: 'What a model file says of its own training makes no sense.',
    next: 'Say it with the option that the message names.',
  },
  'missing-model-metadata': {
    meaning: 'A model file does not say how it was trained: an older one, or one from elsewhere.',
    next: 'Say it with the options that the message names.',
  },
  'unreadable-import': {
    meaning: 'A file that a model is to be imported from is not there, cannot be read, or is larger than it may be.',
    next: 'Check the path and the permissions, or get the file again from where it was exported.',
  },
  'output-exists': {
    meaning: 'Files that would be written are there already.',
    next: 'Choose an empty --out, or replace them with --force.',
  },
  'unsafe-output': {
    meaning: 'A result would replace an input or lie outside the folder for results.',
    next: 'Choose another --out.',
  },
  'output-unwritable': {
    meaning: 'The system does not let a result be written; the message says why.',
    next: 'Check the permissions and the space of the folder for results.',
  },
  'nothing-to-measure': {
    meaning: 'The chosen part of the data set holds no usable image.',
    next: 'Choose another --part, or check the data.',
  },
  'no-torch': {
    meaning: 'The engine cannot be compared with PyTorch, which is not there.',
    next: 'Install PyTorch (on Debian: python3-torch), or name another Python with --python.',
  },
  'different-losses': {
    meaning: 'The engine and PyTorch do not compute the same from the same weights and images, so there is no ratio.',
    next: 'Report it with the command and its output.',
  },
  stopped: {
    meaning: 'The agent is stopping.',
    next: 'Start it again: it goes on where it was.',
  },
  'internal-error': {
    meaning: 'Something failed at the site, for a reason that nobody foresaw.',
    next: 'Look at the terminal and the log of the agent.',
  },
} as const satisfies ErrorCatalogue;

export type SiteErrorCode = keyof typeof SITE_ERRORS;

/** What the agent refuses or cannot do. Messages may reach the coordinator: they name no file of the hospital's data. */
export class SiteError extends CodedError<SiteErrorCode> {}

/** Codes that say how the command was called or configured: exit code 2. Everything else is 1. */
const USAGE_CODES: readonly string[] = [
  'bad-usage',
  'bad-configuration',
  'bad-policy',
  'bad-consent',
  'several-variants',
  'bad-join-code',
  'missing-data-folder',
  'engine-unusable',
  'bad-model-metadata',
  'missing-model-metadata',
  'unreadable-import',
  'output-exists',
  'unsafe-output',
  'nothing-to-measure',
  'no-torch',
  'bad-pacs-settings',
  'store-not-confirmed',
];

/** The exit code of a command that ended with this error. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return USAGE_CODES.includes(codeOf(error)) ? 2 : 1;
}

/** An error's code; `internal-error` for one that has none. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'internal-error';
}
