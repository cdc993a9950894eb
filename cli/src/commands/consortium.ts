import {
  assertValidAt,
  decodeJoinCode,
  firstRoster,
  fingerprint,
  renewed,
  rootNamedIn,
  signRoster,
  sodiumReady,
  withoutSite,
  withSite,
  type Identity,
  type JoinCode,
  type Secret,
  type SignedRoster,
} from '@mammofed/privacy';
import type { Arguments, Command, OptionSpec } from '../command-line.js';
import { assertSameFingerprint, candidateFor } from '../consortium/approval.js';
import { newPassphrase, passphraseFor, typed } from '../consortium/passphrase.js';
import { RootFolder } from '../consortium/root-folder.js';
import { RosterDesk, rosterOf } from '../consortium/roster-desk.js';
import { rosterJson, rosterText } from '../consortium/roster-text.js';
import { CoordinatorClient, type ConsortiumView } from '../coordinator-client.js';
import { CliError } from '../errors.js';
import type { Screen } from '../screen.js';
import { COORDINATOR_DIR, JSON_OPTION } from './common-options.js';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 365;
const MOST_DAYS = 3650;

const ROOT_DIR: OptionSpec = { value: 'DIR', about: "the administrator's own folder: root key and roster" };
export const PASSPHRASE_FILE: OptionSpec = {
  value: 'FILE',
  about: "holds the passphrase of the root's key, for its owner alone; otherwise it is asked for",
};
const DAYS: OptionSpec = { value: 'N', about: `how long the roster counts from now on (default ${USUAL_DAYS})` };
export const BOTH = { root: ROOT_DIR, dir: COORDINATOR_DIR };
export const FOLDERS = '--root ./consortium --dir ./coordinator';

interface Opened {
  readonly folder: RootFolder;
  readonly client: CoordinatorClient;
  readonly desk: RosterDesk;
}

/** @param onTwin - as {@link RosterDesk.open} has it. */
export async function opened(args: Arguments, onTwin?: (theirs: SignedRoster) => void): Promise<Opened> {
  await sodiumReady();
  const folder = await RootFolder.open(args.needed('root'));
  const client = await CoordinatorClient.open(args.needed('dir'));
  return { folder, client, desk: await RosterDesk.open(folder, client, onTwin) };
}

/** For revocation and renewal, by which the root has the last word over a second roster of one version. */
function overTwin(screen: Screen): (theirs: SignedRoster) => void {
  return ({ roster }) =>
    screen.note(
      `The coordinator holds another roster ${roster.version} than this folder, also signed by this root. This command goes on from the folder's: a site that only the coordinator's lists has to be approved again. If no two commands ran at once, somebody uses a copy of the root's key.`,
    );
}

function untilMs(args: Arguments, nowMs: number): number {
  return nowMs + (args.whole('days', 1, MOST_DAYS) ?? USUAL_DAYS) * DAY_MS;
}

export function tell(args: Arguments, screen: Screen, signed: SignedRoster, words: string): number {
  if (args.isSet('json')) screen.print(JSON.stringify(rosterJson(signed, [])));
  else screen.print(`${words} Roster ${signed.roster.version} is signed and at the coordinator.`);
  return 0;
}

const initCommand: Command = {
  words: ['consortium', 'init'],
  summary: "makes a consortium's root key and its first roster, for a coordinator that runs",
  details:
    "The root's key decides who is a site; a coordinator that is broken into cannot. Under a passphrase it is useless to whoever copies the file; white space before and after a passphrase does not count, typed or in a file. Keep its folder off the coordinator's machine, and a copy of it in a safe: there, --dir is a folder with the coordinator's address.json and admin.token alone. A coordinator that had sites before there were rosters keeps its runs and models; its sites are invited again.",
  positionals: [],
  options: {
    ...BOTH,
    days: DAYS,
    'passphrase-file': { ...PASSPHRASE_FILE, about: 'holds the passphrase that the key is put under' },
    'no-passphrase': { value: null, about: 'leaves the key open to whoever reads its file' },
    json: JSON_OPTION,
  },
  needed: ['root', 'dir'],
  examples: [`mammofed consortium init ${FOLDERS}`],
  async run(args, screen) {
    await sodiumReady();
    const client = await CoordinatorClient.open(args.needed('dir'));
    const view = await client.consortium();
    if (!(await RootFolder.hasKey(args.needed('root')))) assertFree(view);
    let chosen: Secret | null = null;
    const folder = await RootFolder.make(args.needed('root'), async () => (chosen = await newPassphrase(args)));
    await folder.locked(async () => {
      if ((await folder.roster()) !== null) return;
      const root = await folder.unlock(async () => chosen ?? passphraseFor(args));
      // Of a folder of which the key alone came back from the safe, the coordinator has the roster.
      await folder.keep(rosterOf(view, root.publicKey) ?? signedFirst(root, view.coordinatorKey, args));
    });
    const { newest } = await RosterDesk.open(folder, client);
    assertValidAt(newest.roster, Date.now());
    const print = fingerprint(rootNamedIn(newest.bytes));
    const told = tell(args, screen, newest, `The consortium's root is in ${folder.dir}; its fingerprint is ${print}.`);
    screen.note(`Invite a site: mammofed consortium invite NAME --root ${folder.dir} --dir ${args.needed('dir')}`);
    return told;
  },
};

/**
 * A coordinator trusts the first root that it was shown, and never another one.
 * @throws CliError `other-consortium`.
 */
function assertFree({ roster }: ConsortiumView): void {
  if (roster === null) return;
  const print = fingerprint(rootNamedIn(new Uint8Array(Buffer.from(roster))));
  throw new CliError(
    'other-consortium',
    `This coordinator belongs to a consortium already; its root has the fingerprint ${print}. Give that root's folder with --root. If its key is lost, a new consortium needs a new coordinator: mammofed coordinator init`,
  );
}

function signedFirst(root: Identity, coordinator: string, args: Arguments): SignedRoster {
  const validFromMs = Date.now();
  const parts = { root: Buffer.from(root.publicKey).toString('hex'), coordinator };
  return signRoster(firstRoster({ ...parts, validFromMs, validUntilMs: untilMs(args, validFromMs) }), root);
}

const inviteCommand: Command = {
  words: ['consortium', 'invite'],
  summary: 'makes a join code for one new site',
  details:
    'The code is all that the site needs to ask. It works once, for this name, until it expires: give it to that site alone. A newer code for the same name makes an unused one worthless.',
  positionals: ['NAME'],
  options: { ...BOTH, json: JSON_OPTION },
  needed: ['root', 'dir'],
  examples: [`mammofed consortium invite north ${FOLDERS}`],
  async run(args, screen) {
    const [name = ''] = args.positionals;
    const { client, desk } = await opened(args);
    const { code, expiresAtMs } = await client.invite(name);
    assertOurs(decodeJoinCode(code), desk.newest);
    if (args.isSet('json')) {
      screen.print(JSON.stringify({ code, siteName: name, expiresAtMs }));
      return 0;
    }
    // The code alone on standard output, so that a script can take it as it is.
    screen.print(code);
    screen.note(`For site ${name}, once, until ${new Date(expiresAtMs).toISOString()}. There, run:`);
    screen.note(`  mammofed site enrol --dir DIR --code ${code} --data DIR`);
    screen.note(`Then approve it: mammofed consortium approve ${name} --root DIR --dir DIR`);
    return 0;
  },
};

/** The coordinator made the code: one with another root would make the site another's. @throws CliError `other-consortium`. */
function assertOurs({ rootKey, coordinatorKey }: JoinCode, { roster }: SignedRoster): void {
  const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  if (hexOf(rootKey) === roster.root && hexOf(coordinatorKey) === roster.coordinator) return;
  throw new CliError(
    'other-consortium',
    'The coordinator gave out a code for another root or another coordinator: it is not shown. The coordinator may have been broken into.',
  );
}

const approveCommand: Command = {
  words: ['consortium', 'approve'],
  summary: 'makes the machine that waits under a name a site, once its fingerprint was compared',
  details:
    "Have the site's operator read the fingerprint aloud, by telephone. With --fingerprint it is what they read; otherwise the machine's is shown and you are asked.",
  positionals: ['NAME'],
  options: {
    ...BOTH,
    fingerprint: { value: 'F', about: "what the site's operator reads aloud" },
    'passphrase-file': PASSPHRASE_FILE,
    json: JSON_OPTION,
  },
  needed: ['root', 'dir'],
  examples: [`mammofed consortium approve north ${FOLDERS}`],
  async run(args, screen) {
    const [name = ''] = args.positionals;
    const { folder, client, desk } = await opened(args);
    const candidate = candidateFor(name, (await client.consortium()).waiting, desk.newest);
    await assertCompared(args, name, candidate.fingerprint);
    const root = await folder.unlock(() => passphraseFor(args));
    const signed = await desk.sign(root, (roster) => withSite(roster, candidate.site));
    return tell(args, screen, signed, `${name} is a site now.`);
  },
};

/** Asks where `--fingerprint` does not say it. @throws CliError `wrong-fingerprint`. */
async function assertCompared(args: Arguments, name: string, shown: string): Promise<void> {
  const question = `The machine that waits to be ${name} has the fingerprint\n  ${shown}\nDoes the site's operator read the same? (yes/no) `;
  const answer = async (): Promise<string> =>
    /^\s*yes\s*$/i.test(await typed(args, question, 'takes --fingerprint F')) ? shown : '';
  assertSameFingerprint(name, args.text('fingerprint') ?? (await answer()), shown);
}

const revokeCommand: Command = {
  words: ['consortium', 'revoke'],
  summary: 'takes a site out of the roster: it is disconnected at once, no other site notices',
  details: 'Its key is never let in again. The site can come back under the same name with a new key: invite it anew.',
  positionals: ['NAME'],
  options: { ...BOTH, 'passphrase-file': PASSPHRASE_FILE, json: JSON_OPTION },
  needed: ['root', 'dir'],
  examples: [`mammofed consortium revoke north ${FOLDERS}`],
  async run(args, screen) {
    const [name = ''] = args.positionals;
    const { folder, desk } = await opened(args, overTwin(screen));
    const root = await folder.unlock(() => passphraseFor(args));
    const signed = await desk.sign(root, (roster) => withoutSite(roster, name, Date.now()));
    return tell(args, screen, signed, `${name} is revoked.`);
  },
};

const renewCommand: Command = {
  words: ['consortium', 'renew'],
  summary: 'makes the roster count for longer; connected sites get it without a new connection',
  positionals: [],
  options: { ...BOTH, days: DAYS, 'passphrase-file': PASSPHRASE_FILE, json: JSON_OPTION },
  needed: ['root', 'dir'],
  examples: [`mammofed consortium renew ${FOLDERS} --days 365`],
  async run(args, screen) {
    const { folder, desk } = await opened(args, overTwin(screen));
    const root = await folder.unlock(() => passphraseFor(args));
    const signed = await desk.sign(root, (roster) => renewed(roster, untilMs(args, Date.now())));
    return tell(args, screen, signed, `Valid until ${new Date(signed.roster.validUntilMs).toISOString()}.`);
  },
};

const rosterCommand: Command = {
  words: ['consortium', 'roster'],
  summary: 'shows who belongs, by fingerprints, and until when the roster counts',
  details:
    'With --dir it also shows who waits to be approved, and brings the roster to a coordinator that has an older one (restored from a backup, say).',
  positionals: [],
  options: { ...BOTH, json: JSON_OPTION },
  needed: ['root'],
  examples: ['mammofed consortium roster --root ./consortium', `mammofed consortium roster ${FOLDERS} --json`],
  async run(args, screen) {
    await sodiumReady();
    const { roster, waiting } = await shown(args);
    if (args.isSet('json')) screen.print(JSON.stringify(rosterJson(roster, waiting)));
    else for (const line of rosterText(roster, waiting, Date.now())) screen.print(line);
    return 0;
  },
};

async function shown(args: Arguments) {
  if (args.text('dir') === undefined) {
    const folder = await RootFolder.open(args.needed('root'));
    return { roster: (await folder.roster()) as SignedRoster, waiting: [] };
  }
  const { client, desk } = await opened(args);
  return { roster: desk.newest, waiting: (await client.consortium()).waiting };
}

export const CONSORTIUM_COMMANDS: readonly Command[] = [
  initCommand,
  inviteCommand,
  approveCommand,
  revokeCommand,
  renewCommand,
  rosterCommand,
];
