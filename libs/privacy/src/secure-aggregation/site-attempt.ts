import type { PackedLayout, SiteId } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import type { Identity } from '../identity.js';
import { Secret } from '../secret.js';
import { sha256 } from '../sha256.js';
import { equalBytes, sodium } from '../sodium.js';
import { assertMayJoin, type AttemptRecord } from './attempt-record.js';
import {
  assertEnough,
  assertOrdered,
  assertSoundCohort,
  equalLists,
  smallestCohort,
  without,
  type CohortPolicy,
} from './cohort.js';
import { generateAgreementKeys, MaskStream, pairKey, pairSign, selfMaskKey, type AgreementKeys } from './masks.js';
import {
  advertisementBytes,
  assertDifferentKeys,
  assertSignedBy,
  assertSoundAdvertisement,
  cohortHash,
  confirmationBytes,
  dealtSharesBytes,
  sign,
  unmaskSharesBytes,
  type Advertisement,
  type Confirmation,
  type ConfirmRequest,
  type DealtShares,
  type LogHead,
  type MaskRequest,
  type OwnedShare,
  type Roll,
  type RosterView,
  type UnmaskRequest,
  type UnmaskShares,
} from './messages.js';
import { openShares, sealShares, splitSecret, type SharePair } from './shares.js';
import type { AttemptTerms } from './terms.js';

const SEED_BYTES = 32;

/** What a site must keep to itself in one attempt, and never uses in another. */
export interface AttemptSecrets {
  readonly masking: AgreementKeys;
  readonly sealing: AgreementKeys;
  /** Of the self mask, 32 bytes. */
  readonly seed: Secret;
}

export interface SiteAttemptOptions {
  /** As this site holds them: nothing in them is taken from the coordinator's word alone. */
  readonly terms: AttemptTerms;
  readonly site: SiteId;
  readonly identity: Identity;
  /** The roster of `terms.rosterVersion`. */
  readonly roster: RosterView;
  readonly policy: CohortPolicy;
  /** P, the model's number of weights. */
  readonly parameterCount: number;
  readonly log: LogHead;
  /** Whether a consistency proof links another site's head with this site's own. */
  readonly isSameLog: (head: LogHead) => boolean;
  /** Of every attempt that the site ever joined. */
  readonly records: readonly AttemptRecord[];
}

/** A message, and what must be on disk before it is sent. */
export interface Answer<Message> {
  readonly record: AttemptRecord;
  readonly message: Message;
}

/** What a member knows of another one from the roll on. */
interface Peer {
  readonly pairMask: Secret;
  readonly sealing: Secret;
}

/** What a site keeps between being shown U1 and giving its shares. */
interface Cohort {
  /** U1. */
  readonly members: readonly SiteId[];
  readonly hash: Uint8Array;
  readonly peers: ReadonlyMap<SiteId, Peer>;
  readonly dealt: Promise<DealtShares>;
}

/**
 * A site's part in one attempt: advertise, share, mask, confirm, unmask, in this order, without input or output. Secrets
 * live in this object only. A refusal sends nothing and changes nothing; whoever gets one ends the attempt for this site.
 * @see docs/secure-aggregation.md, and Bonawitz et al., CCS 2017, figure 4 with the parts against active adversaries.
 */
export class SiteAttempt {
  readonly #options: SiteAttemptOptions;
  readonly #secrets: AttemptSecrets;
  readonly #advertisement: Advertisement;
  #record: AttemptRecord;
  #cohort: Cohort | null = null;
  /** This site's own shares of its own secrets. */
  #ownShares: SharePair | null = null;
  /** U2, and what its members gave this site to keep. */
  #sharers: readonly SiteId[] = [];
  #kept: ReadonlyMap<SiteId, SharePair> | null = null;
  #confirmation: Confirmation | null = null;

  /**
   * Joins the attempt: {@link record} is to be on disk before {@link advertisement} is sent.
   * @param secrets - fresh ones from the system's generator unless published vectors are checked.
   * @throws PrivacyError `round-already-unmasked` | `restarted-attempt` | `stale-attempt`.
   */
  constructor(options: SiteAttemptOptions, secrets: AttemptSecrets = generateSecrets()) {
    const { terms, site, identity, log } = options;
    assertMayJoin(options.records, terms);
    this.#options = options;
    this.#secrets = secrets;
    const { run, round, attempt, baseModel } = terms;
    this.#record = { run, round, attempt, baseModel, confirmed: null, hasUnmasked: false };
    const { masking, sealing } = secrets;
    const unsigned = { site, terms, maskingKey: masking.publicKey, sealingKey: sealing.publicKey, log };
    this.#advertisement = { ...unsigned, signature: sign(identity, advertisementBytes(unsigned)) };
  }

  get record(): AttemptRecord {
    return this.#record;
  }

  /** 1. advertise. */
  get advertisement(): Advertisement {
    return this.#advertisement;
  }

  /**
   * 2. share: judges U1 and deals the shares of both secrets. The same roll gets the same answer.
   * @throws PrivacyError `second-cohort` | `disordered-list` | `not-a-member` | `replaced-advertisement` |
   * `cohort-too-small` | `cohort-too-large` | `threshold-too-low` | `threshold-below-policy` | `below-threshold` |
   * `unknown-member` | `bad-member-signature` | `unusable-key` | `equal-keys` | `forked-log` | `other-…` of the terms.
   */
  async share(roll: Roll): Promise<DealtShares> {
    const hash = cohortHash(roll);
    if (this.#cohort === null) {
      this.#assertSoundRoll(roll);
      const members = roll.advertisements.map(({ site }) => site);
      const peers = this.#agreeWithPeers(roll.advertisements);
      this.#cohort = { members, hash, peers, dealt: this.#deal(members, hash, peers) };
    } else if (!equalBytes(this.#cohort.hash, hash)) {
      throw new PrivacyError('second-cohort', 'another list of keys came after the one that shares were dealt for');
    }
    return this.#cohort.dealt;
  }

  /**
   * 3. upload: judges U2, opens the shares that others dealt, and gives the masks for this site's vector, once. They are
   * to be added to one vector only, whose bytes then lie on disk: two vectors under one mask show their difference.
   * @throws PrivacyError `out-of-phase` | `already-masked` | `disordered-list` | `stranger-among-sharers` |
   * `not-a-member` | `below-threshold` | `wrong-share-set` | `unreadable-share` | `misdirected-share`.
   */
  mask({ sharers, sealed }: MaskRequest): MaskStream {
    const cohort = this.#assertCohort();
    if (this.#ownShares === null) throw outOfPhase('a mask was asked for before shares were dealt');
    if (this.#kept !== null) {
      throw new PrivacyError('already-masked', 'a mask was asked for a second time in one attempt: it is refused');
    }
    this.#assertSoundSublist(sharers, cohort.members, 'stranger-among-sharers');
    this.#kept = this.#openAll(cohort, sharers, sealed, this.#ownShares);
    this.#sharers = sharers;
    return this.#maskStream(cohort, sharers);
  }

  /**
   * 4. confirm: judges U3 and signs U2 and U3. The same list gets the same answer.
   * @throws PrivacyError `out-of-phase` | `second-confirmation` | `disordered-list` | `stranger-among-uploaders` |
   * `not-a-member` | `below-threshold`.
   */
  confirm({ uploaders }: ConfirmRequest): Answer<Confirmation> {
    const cohort = this.#assertCohort();
    if (this.#kept === null) throw outOfPhase('a confirmation was asked for before the update was masked');
    if (this.#confirmation !== null) {
      if (equalLists(this.#confirmation.uploaders, uploaders)) {
        return { record: this.#record, message: this.#confirmation };
      }
      throw new PrivacyError('second-confirmation', 'another list of uploads came after the one that was confirmed');
    }
    this.#assertSoundSublist(uploaders, this.#sharers, 'stranger-among-uploaders');
    const { site, identity } = this.#options;
    const unsigned = { site, cohortHash: cohort.hash, sharers: this.#sharers, uploaders };
    this.#confirmation = { ...unsigned, signature: sign(identity, confirmationBytes(unsigned)) };
    this.#record = { ...this.#record, confirmed: { sharers: this.#sharers, uploaders } };
    return { record: this.#record, message: this.#confirmation };
  }

  /**
   * 5. unmask: gives self-mask shares for U3 and key shares for U2 ∖ U3, once; the secrets are gone afterwards.
   * @throws PrivacyError `out-of-phase` | `already-unmasked` | `both-shares-asked` | `other-lists` |
   * `too-few-confirmations`.
   */
  unmask(request: UnmaskRequest): Answer<UnmaskShares> {
    if (this.#record.hasUnmasked) {
      throw new PrivacyError(
        'already-unmasked',
        'shares were asked for a second time in one attempt: they are refused',
      );
    }
    const cohort = this.#assertCohort();
    const [kept, confirmation] = [this.#kept, this.#confirmation];
    if (kept === null || confirmation === null) throw outOfPhase('shares were asked for before a list was confirmed');
    this.#assertUnmaskable(request, confirmation);
    const { selfMasksOf, keysOf } = request;
    const sharesOf = (sites: readonly SiteId[], kind: keyof SharePair): OwnedShare[] =>
      sites.map((owner) => ({ owner, share: (kept.get(owner) as SharePair)[kind].slice() }));
    const { site, identity } = this.#options;
    const unsigned = {
      site,
      cohortHash: cohort.hash,
      selfMasks: sharesOf(selfMasksOf, 'selfMask'),
      keys: sharesOf(keysOf, 'key'),
    };
    this.#record = { ...this.#record, hasUnmasked: true };
    this.wipe();
    return { record: this.#record, message: { ...unsigned, signature: sign(identity, unmaskSharesBytes(unsigned)) } };
  }

  /** Forgets all secrets, as far as JavaScript lets it: the site has no further part in the attempt. */
  wipe(): void {
    this.#wipeOwnSecrets();
    for (const peer of this.#cohort?.peers.values() ?? []) wipePeer(peer);
    for (const { selfMask, key } of this.#kept?.values() ?? []) {
      selfMask.fill(0);
      key.fill(0);
    }
    this.#cohort = null;
    this.#kept = null;
  }

  #assertCohort(): Cohort {
    if (this.#cohort === null) throw outOfPhase('a message came before the list of keys, or after the attempt');
    return this.#cohort;
  }

  #assertSoundRoll({ advertisements }: Roll): void {
    const { terms, site, roster, policy, isSameLog } = this.#options;
    const members = advertisements.map((message) => message.site);
    assertOrdered(members);
    const own = advertisements.find((message) => message.site === site);
    if (own === undefined) throw notInCohort(site);
    const isOwn = equalBytes(advertisementBytes(own), advertisementBytes(this.#advertisement));
    if (!isOwn) {
      throw new PrivacyError('replaced-advertisement', 'the coordinator shows other keys of this site than it sent', {
        site,
      });
    }
    assertSoundCohort(members.length, terms.threshold, policy);
    for (const message of advertisements) assertSoundAdvertisement(message, terms, roster);
    assertDifferentKeys(advertisements);
    const stranger = advertisements.find(({ log }) => !isSameLog(log));
    if (stranger !== undefined) {
      throw new PrivacyError('forked-log', `site ${stranger.site} holds another log than this site: nothing is sent`, {
        site: stranger.site,
      });
    }
  }

  #agreeWithPeers(advertisements: readonly Advertisement[]): ReadonlyMap<SiteId, Peer> {
    const { terms, site } = this.#options;
    const { masking, sealing } = this.#secrets;
    const others = advertisements.filter((message) => message.site !== site);
    return new Map(
      others.map((other): [SiteId, Peer] => [
        other.site,
        {
          pairMask: pairKey('pair mask', terms, [site, other.site], masking.secretKey, other.maskingKey),
          sealing: pairKey('share sealing', terms, [site, other.site], sealing.secretKey, other.sealingKey),
        },
      ]),
    );
  }

  async #deal(members: readonly SiteId[], hash: Uint8Array, peers: ReadonlyMap<SiteId, Peer>): Promise<DealtShares> {
    const { terms, site, identity } = this.#options;
    const { masking, seed } = this.#secrets;
    const split = (secret: Secret): Promise<Uint8Array[]> => splitSecret(secret, members.length, terms.threshold);
    const [selfMasks, keys] = [await split(seed), await split(masking.secretKey)];
    const pairs = selfMasks.map((selfMask, i): SharePair => ({ selfMask, key: keys[i]! }));
    const sealed = members.flatMap((receiver, i) => {
      const peer = peers.get(receiver);
      if (peer === undefined) return [];
      return [{ receiver, bytes: sealShares(peer.sealing, terms, { sender: site, receiver }, pairs[i]!) }];
    });
    this.#ownShares = pairs[members.indexOf(site)]!;
    const unsigned = { site, cohortHash: hash, seedCommitment: sha256(seed.reveal()), sealed };
    return { ...unsigned, signature: sign(identity, dealtSharesBytes(unsigned)) };
  }

  #assertSoundSublist(
    list: readonly SiteId[],
    of: readonly SiteId[],
    code: 'stranger-among-sharers' | 'stranger-among-uploaders',
  ): void {
    const { site } = this.#options;
    assertOrdered(list);
    const stranger = without(list, of)[0];
    if (stranger !== undefined) {
      throw new PrivacyError(code, `site ${stranger} cannot have come this far in the attempt: nothing is sent`, {
        stranger,
      });
    }
    if (!list.includes(site)) throw notInCohort(site);
    assertEnough(list.length, this.#least());
  }

  /** Members that every phase after the first must have. */
  #least(): number {
    const { terms, policy } = this.#options;
    return Math.max(terms.threshold, smallestCohort(policy.minCohort));
  }

  #openAll(
    { peers }: Cohort,
    sharers: readonly SiteId[],
    sealed: MaskRequest['sealed'],
    own: SharePair,
  ): ReadonlyMap<SiteId, SharePair> {
    const { terms, site } = this.#options;
    const senders = sealed.map(({ sender }) => sender);
    if (!equalLists(senders, without(sharers, [site]))) {
      throw new PrivacyError('wrong-share-set', 'the shares are not one from each other site: nothing is sent');
    }
    const opened = sealed.map(({ sender, bytes }): [SiteId, SharePair] => {
      const { sealing } = peers.get(sender) as Peer;
      return [sender, openShares(sealing, terms, { sender, receiver: site }, bytes)];
    });
    return new Map([[site, own], ...opened]);
  }

  /** y_u − x_u = PRG(b_u) + Σ_v Δ_uv · PRG(s_uv). Afterwards, others' shares are all that is left to be kept. */
  #maskStream({ peers }: Cohort, sharers: readonly SiteId[]): MaskStream {
    const { terms, site, parameterCount } = this.#options;
    const layout: PackedLayout = { parameterCount, ringBits: terms.ringBits };
    const selfKey = selfMaskKey(terms, site, this.#secrets.seed.reveal());
    const stream = new MaskStream(layout, [
      { key: selfKey, sign: 1 },
      ...without(sharers, [site]).map((other) => ({
        key: (peers.get(other) as Peer).pairMask,
        sign: pairSign(site, other),
      })),
    ]);
    selfKey.wipe();
    this.#wipeOwnSecrets();
    for (const peer of peers.values()) wipePeer(peer);
    return stream;
  }

  #assertUnmaskable({ confirmations, selfMasksOf, keysOf }: UnmaskRequest, own: Confirmation): void {
    const both = selfMasksOf.find((site) => keysOf.includes(site));
    if (both !== undefined) {
      throw new PrivacyError('both-shares-asked', `both kinds of share were asked for site ${both}: nothing is sent`, {
        site: both,
      });
    }
    if (!equalLists(selfMasksOf, own.uploaders) || !equalLists(keysOf, without(own.sharers, own.uploaders))) {
      throw new PrivacyError('other-lists', 'shares were asked for other sites than were confirmed: nothing is sent');
    }
    const signers = new Set(confirmations.filter((one) => this.#isValid(one, own)).map(({ site }) => site));
    const [count, least] = [signers.size, this.#least()];
    if (count >= least) return;
    throw new PrivacyError(
      'too-few-confirmations',
      `${count} sites have signed the lists that this site confirmed, and ${least} are needed: nothing is sent`,
      { count, least },
    );
  }

  /** Whether a member of U3 signed the same cohort, U2 and U3. */
  #isValid(confirmation: Confirmation, own: Confirmation): boolean {
    const { site, signature } = confirmation;
    if (!own.uploaders.includes(site)) return false;
    try {
      assertSignedBy(site, signature, confirmationBytes({ ...own, site }), this.#options.roster);
      return true;
    } catch (error) {
      if (error instanceof PrivacyError) return false;
      throw error;
    }
  }

  #wipeOwnSecrets(): void {
    this.#secrets.masking.secretKey.wipe();
    this.#secrets.sealing.secretKey.wipe();
    this.#secrets.seed.wipe();
  }
}

function generateSecrets(): AttemptSecrets {
  return {
    masking: generateAgreementKeys(),
    sealing: generateAgreementKeys(),
    seed: new Secret(sodium.randombytes_buf(SEED_BYTES)),
  };
}

function wipePeer({ pairMask, sealing }: Peer): void {
  pairMask.wipe();
  sealing.wipe();
}

function outOfPhase(what: string): PrivacyError {
  return new PrivacyError('out-of-phase', `${what}: it is refused`);
}

function notInCohort(site: SiteId): PrivacyError {
  return new PrivacyError(
    'not-a-member',
    'this site was asked to go on in a cohort that it is not in: nothing is sent',
    {
      site,
    },
  );
}
