import {
  assertFollows,
  openRoster,
  PrivacyError,
  rootNamedIn,
  signRoster,
  type Identity,
  type Roster,
  type SignedRoster,
} from '@mammofed/privacy';
import type { ConsortiumView, CoordinatorClient } from '../coordinator-client.js';
import { CliError } from '../errors.js';
import type { RootFolder } from './root-folder.js';

/**
 * Where the newest roster is read, changed, signed, and brought to the coordinator. It is kept here before it goes out: a
 * version that was signed is never signed again with other content.
 */
export class RosterDesk {
  readonly #folder: RootFolder;
  readonly #coordinator: CoordinatorClient;
  #newest: SignedRoster;

  private constructor(folder: RootFolder, coordinator: CoordinatorClient, newest: SignedRoster) {
    this.#folder = folder;
    this.#coordinator = coordinator;
    this.#newest = newest;
  }

  /**
   * Brings folder and coordinator to the same roster, the newer of their two.
   * @throws CliError `other-consortium` if the coordinator has another root's, or has another key than the roster says;
   * PrivacyError `conflicting-roster`; as {@link CoordinatorClient}.
   */
  static async open(folder: RootFolder, coordinator: CoordinatorClient): Promise<RosterDesk> {
    const own = await folder.roster();
    if (own === null) throw new CliError('not-a-root', `${folder.dir} holds no roster. Run: mammofed consortium init`);
    const view = await coordinator.consortium();
    const theirs = rosterOf(view, rootNamedIn(own.bytes));
    const isOlder = theirs === null || theirs.roster.version < own.roster.version;
    const newest = isOlder ? own : theirs;
    if (!isOlder) assertFollows(newest, own);
    if (newest.roster.coordinator !== view.coordinatorKey) {
      throw new CliError(
        'other-consortium',
        'The roster names another coordinator than this one. Check --root and --dir; a new coordinator needs a consortium of its own.',
      );
    }
    const desk = new RosterDesk(folder, coordinator, newest);
    if (newest !== own) await folder.keep(newest);
    if (isOlder) await desk.#bring();
    return desk;
  }

  get newest(): SignedRoster {
    return this.#newest;
  }

  /**
   * Signs a changed roster, keeps it and brings it to the coordinator.
   * @throws PrivacyError for a change that makes no roster; CliError of the coordinator: what was signed is kept and goes
   * there with the next command.
   */
  async sign(root: Identity, change: (roster: Roster) => Roster): Promise<SignedRoster> {
    this.#newest = signRoster(change(this.#newest.roster), root);
    await this.#folder.keep(this.#newest);
    await this.#bring();
    return this.#newest;
  }

  async #bring(): Promise<void> {
    await this.#coordinator.bringRoster(Buffer.from(this.#newest.bytes).toString());
  }
}

/** @throws CliError `other-consortium`. */
function rosterOf({ roster }: ConsortiumView, rootKey: Uint8Array): SignedRoster | null {
  if (roster === null) return null;
  try {
    return openRoster(new Uint8Array(Buffer.from(roster)), rootKey);
  } catch (error) {
    if (!(error instanceof PrivacyError)) throw error;
    throw new CliError(
      'other-consortium',
      `The coordinator's roster is not this root's (${error.code}). Check --root and --dir. If both are right, the coordinator may have been broken into.`,
      {},
      error,
    );
  }
}
