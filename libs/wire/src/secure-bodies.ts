import { RING_WIDTHS, type RunId, type SiteId } from '@mammofed/core';
import { body, trainingAttempt } from './bodies.js';
import { fixedBytes, hash, integer, listBySite, name, oneOfNumbers, ownBytes, struct, type Field } from './fields.js';
import { MAX_COHORT_SITES, MAX_SEALED_SHARES_BYTES, MAX_UINT32 } from './limits.js';
import type { AdvertisedKeys, ConfirmedLists, OwnedShare, SignedTerms } from './secure-messages.js';

const key = fixedBytes(32);
const hashBytes = fixedBytes(32);
const signature = fixedBytes(64);
/** Of a secret of 32 bytes: one value for each, and the point. */
const share = fixedBytes(33);

const counted = integer(1, MAX_UINT32);
const site = name<SiteId>();
const sealedShares = ownBytes(MAX_SEALED_SHARES_BYTES);
const siteList: Field<readonly SiteId[]> = listBySite(site, MAX_COHORT_SITES, (entry) => entry);

const bySite = <T>(entry: Field<T>, siteOf: (entry: T) => string): Field<readonly T[]> =>
  listBySite(entry, MAX_COHORT_SITES, siteOf);

export const trained = body('trained', 'trained', trainingAttempt);

export const trainedNoted = body('trained-noted', 'trainedNoted', {});

export const advertiseRequest = body('advertise-request', 'advertiseRequest', {
  ...trainingAttempt,
  threshold: integer(1, MAX_COHORT_SITES),
  rosterVersion: counted,
  rosterSha256: hash,
  deadlineUnixMs: integer(0, Number.MAX_SAFE_INTEGER),
});

const advertised = {
  site,
  terms: struct<SignedTerms>({
    consortium: key,
    run: name<RunId>(),
    round: counted,
    attempt: counted,
    configurationHash: hashBytes,
    threshold: integer(1, MAX_COHORT_SITES),
    clipsHash: hashBytes,
    ringBits: oneOfNumbers(RING_WIDTHS),
    baseModel: hash,
    rosterVersion: counted,
    rosterHash: hashBytes,
  }),
  maskingKey: key,
  sealingKey: key,
  log: struct<AdvertisedKeys['log']>({ size: integer(0, Number.MAX_SAFE_INTEGER), root: hashBytes }),
  signature,
};

export const advertisement = body('advertisement', 'advertisement', advertised);

export const roll = body('roll', 'roll', {
  ...trainingAttempt,
  advertisements: bySite(struct<AdvertisedKeys>(advertised), (entry) => entry.site),
});

export const dealtShares = body('dealt-shares', 'dealtShares', {
  site,
  cohortHash: hashBytes,
  seedCommitment: hashBytes,
  sealed: bySite(struct({ receiver: site, bytes: sealedShares }), ({ receiver }) => receiver),
  signature,
});

export const maskRequest = body('mask-request', 'maskRequest', {
  ...trainingAttempt,
  sharers: siteList,
  sealed: bySite(struct({ sender: site, bytes: sealedShares }), ({ sender }) => sender),
});

export const maskAccepted = body('mask-accepted', 'maskAccepted', trainingAttempt);

export const confirmRequest = body('confirm-request', 'confirmRequest', { ...trainingAttempt, uploaders: siteList });

const confirmed = { site, cohortHash: hashBytes, sharers: siteList, uploaders: siteList, signature };

export const confirmation = body('confirmation', 'confirmation', confirmed);

export const unmaskRequest = body('unmask-request', 'unmaskRequest', {
  ...trainingAttempt,
  confirmations: bySite(struct<ConfirmedLists>(confirmed), (entry) => entry.site),
  selfMasksOf: siteList,
  keysOf: siteList,
});

const ownedShares = bySite(struct<OwnedShare>({ owner: site, share }), ({ owner }) => owner);

export const unmaskShares = body('unmask-shares', 'unmaskShares', {
  site,
  cohortHash: hashBytes,
  selfMasks: ownedShares,
  keys: ownedShares,
  signature,
});
