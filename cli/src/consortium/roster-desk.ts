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
 * Where the newest roster is read, changed, signed, and brought to the coordinator. It is kept here before it goes out, and
 * the folder is locked meanwhile: a version that was signed is never signed again with other content.
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
   * Brings folder and coordinator to the same roster, the newer of their two. One whose validity is over stays here: no
   * coordinator would take it, and its renewal begins with it.
   * @param onTwin - given by what mends it: called with the coordinator's roster if it is another one of the same version,
   * and the folder's counts on.
   * @throws CliError `other-consortium` if the coordinator has another root's, or has another key than the roster says;
   * PrivacyError `conflicting-roster` for a twin; StorageError `folder-in-use`; as {@link CoordinatorClient}.
   */
  static open(
    folder: RootFolder,
    coordinator: CoordinatorClient,
    onTwin?: (theirs: SignedRoster) => void,
  ): Promise<RosterDesk> {
    return folder.locked(async () => {
      const own = await rosterIn(folder);
      const view = await coordinator.consortium();
      const theirs = rosterOf(view, rootNamedIn(own.bytes));
      const order = (theirs?.roster.version ?? 0) - own.roster.version;
      const newest = theirs !== null && order > 0 ? theirs : own;
      if (newest.roster.coordinator !== view.coordinatorKey) {
        throw new CliError(
          'other-consortium',
          'The roster names another coordinator than this one. Check --root and --dir; a new coordinator needs a consortium of its own.',
        );
      }
      if (theirs !== null && order === 0 && theirs.sha256 !== own.sha256) {
        if (onTwin === undefined) assertFollows(theirs, own);
        else onTwin(theirs);
      }
      const desk = new RosterDesk(folder, coordinator, newest);
      if (newest !== own) await folder.keep(newest);
      if (order < 0 && Date.now() < own.roster.validUntilMs) await desk.#bring();
      return desk;
    });
  }

  get newest(): SignedRoster {
    return this.#newest;
  }

  /**
   * Signs a changed roster, keeps it and brings it to the coordinator.
   * @throws CliError `roster-changed` if another command has signed one since this desk was opened: nothing is signed;
   * PrivacyError for a change that makes no roster; StorageError `folder-in-use`; CliError of the coordinator: what was
   * signed is kept and goes there with the next command.
   */
  sign(root: Identity, change: (roster: Roster) => Roster): Promise<SignedRoster> {
    return this.#folder.locked(async () => {
      // A passphrase was typed, or a fingerprint compared by telephone, since it was read.
      const { sha256, roster } = await rosterIn(this.#folder);
      if (sha256 !== this.#newest.sha256) {
        throw new CliError(
          'roster-changed',
          `Another command has signed roster ${roster.version} meanwhile: this one has signed nothing. Run it again.`,
        );
      }
      this.#newest = signRoster(change(roster), root);
      await this.#folder.keep(this.#newest);
      await this.#bring();
      return this.#newest;
    });
  }

  async #bring(): Promise<void> {
    await this.#coordinator.bringRoster(Buffer.from(this.#newest.bytes).toString());
  }
}

/** @throws CliError `not-a-root`. */
async function rosterIn(folder: RootFolder): Promise<SignedRoster> {
  const roster = await folder.roster();
  if (roster !== null) return roster;
  throw new CliError('not-a-root', `${folder.dir} holds no roster. Run: mammofed consortium init`);
}

/**
 * The roster that a coordinator holds; null if it has none yet.
 * @param rootKey - 32 bytes.
 * @throws CliError `other-consortium` for one that this root has not signed.
 */
export function rosterOf({ roster }: ConsortiumView, rootKey: Uint8Array): SignedRoster | null {
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
