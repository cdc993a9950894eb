import type { Sha256Hex } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import type { Identity } from '../identity.js';
import type { Roster, RosterMember } from '../roster/roster.js';
import { isSignedStatement, signStatement, type StatementSignature } from './signed-statement.js';

/** What a model signer vouches for: that this consortium may run this study with this configuration. */
export interface RunStatement {
  /** The root's key, 64 hexadecimal digits: a signature counts in one consortium. */
  readonly consortium: string;
  readonly study: string;
  /** SHA-256 of the run's configuration as canonical JSON. */
  readonly configSha256: Sha256Hex;
}

export function signRun(statement: RunStatement, signer: Identity): StatementSignature {
  return signStatement('run', contentOf(statement), signer);
}

/**
 * Finds out who vouches for a run. A consortium whose roster lists model signers takes no run without one of them; in one
 * that lists none, signatures say nothing.
 * @param signature - as it came with the run; null: without one.
 * @returns the signer as the roster lists them; null if the roster lists none at all.
 * @throws PrivacyError `unsigned-run`, `unknown-signer`, `wrong-run-signature`.
 */
export function signerOfRun(
  { study, configSha256 }: Omit<RunStatement, 'consortium'>,
  signature: StatementSignature | null,
  { root, modelSigners }: Roster,
): RosterMember | null {
  if (modelSigners.length === 0) return null;
  if (signature === null) {
    throw new PrivacyError(
      'unsigned-run',
      `the run of study ${study} is not signed, and the roster lists model signers: create it again with --signer`,
    );
  }
  const signer = modelSigners.find(({ key }) => key === signature.signer);
  if (signer === undefined) {
    throw new PrivacyError(
      'unknown-signer',
      `the run of study ${study} is signed by a key that the roster does not list as a model signer`,
    );
  }
  if (!isSignedStatement('run', contentOf({ consortium: root, study, configSha256 }), signature)) {
    throw new PrivacyError(
      'wrong-run-signature',
      `the signature of ${signer.name} is not of this configuration of study ${study} in this consortium`,
    );
  }
  return signer;
}

function contentOf({ consortium, study, configSha256 }: RunStatement): RunStatement {
  return { consortium, study, configSha256 };
}
