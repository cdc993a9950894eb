/** @public What this package refuses: docs/errors.md is made from it. */
export { PRIVACY_ERRORS, PrivacyError, type PrivacyErrorCode } from './errors.js';
export {
  ClientHandshake,
  ServerHandshake,
  type ClientFinishFields,
  type ClientHelloFields,
  type ServerHelloFields,
} from './handshake.js';
export { fingerprint, generateIdentity, type Identity } from './identity.js';
export {
  isSignedRequest,
  joinSecretHash,
  signEnrolmentRequest,
  type EnrolmentRequestFields,
} from './enrolment-request.js';
export { decodeJoinCode, encodeJoinCode, type JoinCode } from './join-code.js';
export { openKey, sealKey, type KeyBoxCost } from './key-box.js';
export { firstRoster, renewed, withoutSigner, withoutSite, withSigner, withSite } from './roster/roster-changes.js';
export { assertFollows, assertValidAt, isRevoked, siteOf } from './roster/roster-rules.js';
export { isMemberName, type Roster, type RosterMember } from './roster/roster.js';
export { MAX_ROSTER_BYTES, openRoster, rootNamedIn, signRoster, type SignedRoster } from './roster/signed-roster.js';
export { SealedSession, type ProtocolVersion } from './sealed-session.js';
export { Secret } from './secret.js';
export { signerOfRun, signRun } from './signing/run-signature.js';
export type { StatementSignature } from './signing/signed-statement.js';
export { openSignerRequest, signerRequest } from './signing/signer-request.js';
export { sodiumReady } from './sodium.js';
export { addDiscreteGaussian } from './discrete-gaussian/discrete-gaussian.js';
export { honestSitesOf, siteNoiseOf, type SiteNoise } from './discrete-gaussian/site-noise.js';
export { UniformWords } from './discrete-gaussian/uniform-integers.js';
export {
  logEntryBytes,
  parseLogEntry,
  type CohortEntry,
  type CommittedEntry,
  type ConfirmedEntry,
  type LoggedAct,
  type LogEntry,
  type RunEntry,
} from './log/log-entry.js';
export { emptyLogHead, leafHash } from './log/merkle-hash.js';
export { isConsistent, isIncluded } from './log/merkle-proofs.js';
export { MerkleTree } from './log/merkle-tree.js';
export { MAX_RECEIPTS_BYTES, parseReceipts, type Receipt, type Receipts } from './log/receipts.js';
export { verifyReceipts, type Lineage } from './log/verify-receipts.js';
export {
  assertTreeHead,
  parseTreeHead,
  signTreeHead,
  treeHeadJson,
  type SignedTreeHead,
  type TreeHeadJson,
} from './log/tree-head.js';
export { epsilonOf, type MechanismUse } from './accountant/privacy-loss.js';
export { assertMayUnmask, type AttemptRecord } from './secure-aggregation/attempt-record.js';
export { smallestCohort, smallestThreshold, type CohortPolicy } from './secure-aggregation/cohort.js';
export {
  ATTEMPT_PHASES,
  CoordinatorAttempt,
  type AttemptEvent,
  type AttemptPhase,
  type CoordinatorAttemptOptions,
} from './secure-aggregation/coordinator-attempt.js';
/** @public What secure aggregation refuses: docs/errors.md is made from it. */
export { SECURE_AGGREGATION_ERRORS } from './secure-aggregation/errors.js';
export { MaskStream, type SignedMask } from './secure-aggregation/masks.js';
export {
  advertisementBytes,
  confirmationBytes,
  dealtSharesBytes,
  unmaskSharesBytes,
  type Unsigned,
} from './secure-aggregation/messages.js';
export type {
  Advertisement,
  Confirmation,
  ConfirmRequest,
  DealtShares,
  LogHead,
  MaskRequest,
  OwnedShare,
  Roll,
  RosterView,
  UnmaskRequest,
  UnmaskShares,
} from './secure-aggregation/messages.js';
export type { RecoveredMasks } from './secure-aggregation/recover-masks.js';
export { SiteAttempt, type Answer, type SiteAttemptOptions } from './secure-aggregation/site-attempt.js';
export type { AttemptSecrets } from './secure-aggregation/site-secrets.js';
export { clipsHash, type AttemptContext, type AttemptTerms } from './secure-aggregation/terms.js';
