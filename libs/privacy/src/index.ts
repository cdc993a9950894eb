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
export { firstRoster, renewed, withoutSite, withSite } from './roster/roster-changes.js';
export { assertFollows, assertValidAt, isRevoked, siteOf } from './roster/roster-rules.js';
export { type Roster, type RosterMember } from './roster/roster.js';
export { MAX_ROSTER_BYTES, openRoster, rootNamedIn, signRoster, type SignedRoster } from './roster/signed-roster.js';
export { SealedSession, type ProtocolVersion } from './sealed-session.js';
export { Secret } from './secret.js';
export { sodiumReady } from './sodium.js';
