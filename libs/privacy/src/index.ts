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
export { decodeJoinCode, encodeJoinCode, type JoinCode } from './join-code.js';
export { SealedSession, type ProtocolVersion } from './sealed-session.js';
export { Secret } from './secret.js';
export { sodiumReady } from './sodium.js';
export { epsilonOf, type MechanismUse } from './accountant/privacy-loss.js';
