import { CodedError, type ErrorCatalogue } from '@mammofed/core';
import type { SECURE_AGGREGATION_ERRORS } from './secure-aggregation/errors.js';

export const PRIVACY_ERRORS = {
  'bad-join-code': {
    meaning: 'The text is not a whole join code.',
    next: 'Copy the whole code, to its last character, or ask for a new one.',
  },
  'bad-key': {
    meaning: 'A key or nonce of the handshake is malformed, unusable, or our own sent back.',
    next: 'Check the address and what sits on the way; the connection is not used.',
  },
  'wrong-coordinator-key': {
    meaning: 'The coordinator that answers is not the one that the site joined.',
    next: 'Check the address; if the coordinator was set up anew, ask for a new join code and enrol again.',
  },
  'bad-signature': {
    meaning: 'The other end does not hold the key that it names, or the handshake was altered on its way.',
    next: 'The connection is not used. Find out who answers at that address.',
  },
  'version-mismatch': {
    meaning: 'The two ends have no version of the protocol in common.',
    next: 'Update the older of the two.',
  },
  'out-of-order': {
    meaning: 'A step of the handshake came twice or too early.',
    next: 'The connection is opened anew by itself; if it comes back, report it with the log.',
  },
  'bad-frame': {
    meaning: 'A frame was altered, repeated, lost, reordered or cut, or the session has ended.',
    next: 'The connection is opened anew by itself; if it comes back, look at what sits on the way.',
  },
  'bad-roster': {
    meaning:
      'The bytes are no roster, or it breaks a rule: a key or name twice, a validity that ends before it begins.',
    next: 'Fetch it again, or have the root sign a new one.',
  },
  'forged-roster': {
    meaning: "A roster does not carry the root's signature: it was altered or made up.",
    next: 'It is not used. Find out who handed it out: the coordinator may have been broken into.',
  },
  'foreign-roster': {
    meaning: 'A roster is signed by another root than the one that is trusted here.',
    next: 'It is not used. Check the address; if the consortium was set up anew, ask for a new join code and enrol again.',
  },
  'old-roster': {
    meaning: 'A roster is older than one that was seen before.',
    next: 'It is not used. If the coordinator was restored from a backup, run mammofed consortium roster with its --dir.',
  },
  'conflicting-roster': {
    meaning: 'Two different rosters of the same version are signed by the root.',
    next: "The administrator signs a later one, and finds out who uses a copy of the root's key.",
  },
  'expired-roster': {
    meaning: "The roster's validity is over, so that nobody belongs to the consortium just now.",
    next: 'The administrator runs mammofed consortium renew; sites connect by themselves then. Check the clock as well.',
  },
  'early-roster': {
    meaning: "The roster's validity has not begun.",
    next: "Set the machine's clock right.",
  },
  'coordinator-not-in-roster': {
    meaning: 'The root has signed a roster that names another coordinator than the one that answers.',
    next: 'Nothing is done for this coordinator. The administrator says which one counts.',
  },
  'site-not-in-roster': {
    meaning: 'The roster does not list the site.',
    next: 'The administrator looks at mammofed consortium roster, and invites the site if it should belong.',
  },
  'signer-not-in-roster': {
    meaning: 'The roster lists no model signer of this name.',
    next: 'The administrator looks at mammofed consortium signer list.',
  },
  'bad-signer-request': {
    meaning: 'The file is no request of a model signer, or its key did not sign it under its name.',
    next: 'The signer makes one with mammofed consortium signer keygen and hands over the whole file.',
  },
  'unsigned-run': {
    meaning: 'The roster lists model signers, and the run is signed by none.',
    next: 'Create the run again with --signer, by one of those that mammofed consortium signer list shows.',
  },
  'unknown-signer': {
    meaning: 'A run is signed by a key that the roster does not list as a model signer (any more).',
    next: 'Look at mammofed consortium signer list. Add the signer, or create the run again with one that is listed.',
  },
  'wrong-run-signature': {
    meaning: "A run's signature is not of this configuration, this study or this consortium: something was changed.",
    next: 'The run is not trained. Create it again; if it comes back, find out who changed it: the coordinator may have been broken into.',
  },
  'noise-exceeds-ring': {
    meaning:
      'The ring has no room for the sum of the largest cohort with its privacy noise, or would round updates too coarsely.',
    next: 'Use a wider ring (--ring-bits), a smaller largest cohort (--max-sites), or less noise.',
  },
  'bad-tree-head': {
    meaning: "A head of the log is not signed by the consortium's coordinator, or is none at all.",
    next: 'It is not believed. Find out who handed it out.',
  },
  'bad-log-entry': {
    meaning: 'The bytes are no entry of the log that this version knows.',
    next: 'Check that both ends are of the same version.',
  },
  'bad-receipts': {
    meaning: 'The file is no receipts of a model, or of a version that this one does not know.',
    next: 'Write them anew with mammofed model receipts.',
  },
  'rewritten-entry': {
    meaning: 'An entry of the receipts is not in the log that the coordinator signed: it was altered or made up.',
    next: 'The model is not verified. Ask for its receipts anew, from somebody else too.',
  },
  'model-not-in-log': {
    meaning: "The receipts say nothing of this model: it was altered after it was made, or they are another model's.",
    next: 'The model is not verified. Compare its hash with that of whoever made the receipts.',
  },
  'broken-lineage': {
    meaning:
      'A record that leads from the model to its beginning is missing from the receipts, or contradicts another.',
    next: 'The model is not verified. Ask for its receipts anew.',
  },
  'wrong-passphrase': {
    meaning: 'The passphrase does not open the key, or the key file was altered.',
    next: 'Try again, or restore the file from a backup.',
  },
} as const satisfies ErrorCatalogue;

export type PrivacyErrorCode = keyof typeof PRIVACY_ERRORS | keyof typeof SECURE_AGGREGATION_ERRORS;

export class PrivacyError extends CodedError<PrivacyErrorCode> {}
