import type { SiteId } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import type { Identity } from '../identity.js';
import { Secret } from '../secret.js';
import { sha256 } from '../sha256.js';
import { equalBytes } from '../sodium.js';
import { selfMaskKey } from './attempt-keys.js';
import { assertMayJoin, assertMayUnmask, type AttemptRecord } from './attempt-record.js';
import { equalLists, smallestCohort, without } from './cohort.js';
import { MaskStream, pairSign, type SignedMask } from './masks.js';
import {
  advertisementBytes,
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
  type UnmaskRequest,
  type UnmaskShares,
} from './messages.js';
import { openShares, wipeShares, type SharePair } from './shares.js';
import { assertSoundRoll, assertSoundSublist, assertUnmaskable, type SiteRules } from './site-rules.js';
import {
  agreeWithPeers,
  generateSecrets,
  sealForPeers,
  splitSecrets,
  wipePeers,
  wipeSecrets,
  type AttemptSecrets,
  type Peer,
} from './site-secrets.js';
import type { AttemptTerms } from './terms.js';

export interface SiteAttemptOptions extends SiteRules {
  /** As this site holds them: nothing in them is taken from the coordinator's word alone. */
  readonly terms: AttemptTerms;
  readonly site: SiteId;
  readonly identity: Identity;
  /** P, the model's number of weights. */
  readonly parameterCount: number;
  readonly log: LogHead;
  /** Of every attempt that the site joined before. */
  readonly records: readonly AttemptRecord[];
}

/** A message, and what must be on disk before it is sent. */
export interface Answer<Message> {
  readonly record: AttemptRecord;
  readonly message: Message;
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
  #hasEnded = false;

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
   * @throws PrivacyError `second-cohort`; `out-of-phase` after {@link wipe}; and what {@link assertSoundRoll} says.
   */
  async share(roll: Roll): Promise<DealtShares> {
    if (this.#hasEnded) throw outOfPhase('a list of keys came after the attempt');
    const hash = cohortHash(roll);
    if (this.#cohort === null) {
      assertSoundRoll(roll, this.#advertisement, this.#options);
      const { terms, site } = this.#options;
      const members = roll.advertisements.map((message) => message.site);
      const peers = agreeWithPeers(terms, site, this.#secrets, roll.advertisements);
      this.#cohort = { members, hash, peers, dealt: this.#deal(members, hash, peers) };
    } else if (!equalBytes(this.#cohort.hash, hash)) {
      throw new PrivacyError('second-cohort', 'another list of keys came after the one that shares were dealt for');
    }
    return this.#cohort.dealt;
  }

  /** 3. upload: what {@link maskKeys} gives, ready to be added. */
  mask(request: MaskRequest): MaskStream {
    const { terms, parameterCount } = this.#options;
    const masks = this.maskKeys(request);
    const stream = new MaskStream({ parameterCount, ringBits: terms.ringBits }, masks);
    for (const { key } of masks) key.wipe();
    return stream;
  }

  /**
   * 3. upload: judges U2, opens the shares that others dealt, and gives the masks for this site's vector, once. They are
   * to be added to one vector only, whose bytes then lie on disk: two vectors under one mask show their difference.
   * @returns keys that are secret, and the caller's to wipe.
   * @throws PrivacyError `out-of-phase` | `already-masked` | `disordered-list` | `stranger-among-sharers` |
   * `not-a-member` | `below-threshold` | `wrong-share-set` | `unreadable-share` | `misdirected-share`.
   */
  maskKeys({ sharers, sealed }: MaskRequest): readonly SignedMask[] {
    const cohort = this.#assertCohort();
    if (this.#ownShares === null) throw outOfPhase('a mask was asked for before shares were dealt');
    if (this.#kept !== null) {
      throw new PrivacyError('already-masked', 'a mask was asked for a second time in one attempt: it is refused');
    }
    assertSoundSublist(sharers, cohort.members, this.#bounds(), 'stranger-among-sharers');
    this.#kept = this.#openAll(cohort, sharers, sealed, this.#ownShares);
    this.#sharers = sharers;
    return this.#masks(cohort, sharers);
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
    assertSoundSublist(uploaders, this.#sharers, this.#bounds(), 'stranger-among-uploaders');
    const { site, identity } = this.#options;
    const unsigned = { site, cohortHash: cohort.hash, sharers: this.#sharers, uploaders };
    this.#confirmation = { ...unsigned, signature: sign(identity, confirmationBytes(unsigned)) };
    this.#record = { ...this.#record, confirmed: { sharers: this.#sharers, uploaders } };
    return { record: this.#record, message: this.#confirmation };
  }

  /**
   * 5. unmask: gives self-mask shares for U3 and key shares for U2 ∖ U3, once; the secrets are gone afterwards.
   * @param records - of every attempt that the site has joined by now. Until the answer's record is on disk, it gives no
   * shares for another attempt.
   * @throws PrivacyError `out-of-phase` | `already-unmasked` | `round-already-unmasked` | `both-shares-asked` | `other-lists` |
   * `too-few-confirmations`.
   */
  unmask(request: UnmaskRequest, records: readonly AttemptRecord[]): Answer<UnmaskShares> {
    if (this.#record.hasUnmasked) {
      throw new PrivacyError(
        'already-unmasked',
        'shares were asked for a second time in one attempt: they are refused',
      );
    }
    const cohort = this.#assertCohort();
    const [kept, confirmation] = [this.#kept, this.#confirmation];
    if (kept === null || confirmation === null) throw outOfPhase('shares were asked for before a list was confirmed');
    const { site, identity, roster } = this.#options;
    assertMayUnmask(records, this.#record);
    assertUnmaskable(request, confirmation, { roster, ...this.#bounds() });
    const { selfMasksOf, keysOf } = request;
    const sharesOf = (sites: readonly SiteId[], kind: keyof SharePair): OwnedShare[] =>
      sites.map((owner) => ({ owner, share: (kept.get(owner) as SharePair)[kind].slice() }));
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
    this.#hasEnded = true;
    wipeSecrets(this.#secrets);
    if (this.#cohort !== null) wipePeers(this.#cohort.peers);
    if (this.#ownShares !== null) wipeShares(this.#ownShares);
    for (const pair of this.#kept?.values() ?? []) wipeShares(pair);
    this.#cohort = null;
    this.#ownShares = null;
    this.#kept = null;
  }

  #assertCohort(): Cohort {
    if (this.#cohort === null) throw outOfPhase('a message came before the list of keys, or after the attempt');
    return this.#cohort;
  }

  async #deal(members: readonly SiteId[], hash: Uint8Array, peers: ReadonlyMap<SiteId, Peer>): Promise<DealtShares> {
    const { terms, site, identity } = this.#options;
    const seedCommitment = sha256(this.#secrets.seed.reveal());
    const pairs = await splitSecrets(this.#secrets, members.length, terms.threshold);
    if (this.#cohort === null) {
      pairs.forEach(wipeShares);
      throw outOfPhase('the attempt ended while shares were dealt');
    }
    const sealed = sealForPeers(terms, site, members, peers, pairs);
    this.#ownShares = pairs[members.indexOf(site)]!;
    const unsigned = { site, cohortHash: hash, seedCommitment, sealed };
    return { ...unsigned, signature: sign(identity, dealtSharesBytes(unsigned)) };
  }

  /** What every list after the first is held to: this site among at least so many. */
  #bounds(): { readonly site: SiteId; readonly least: number } {
    const { site, terms, policy } = this.#options;
    return { site, least: Math.max(terms.threshold, smallestCohort(policy.minCohort)) };
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
  #masks({ peers }: Cohort, sharers: readonly SiteId[]): SignedMask[] {
    const { terms, site } = this.#options;
    const masks: SignedMask[] = [{ key: selfMaskKey(terms, site, this.#secrets.seed.reveal()), sign: 1 }];
    for (const other of without(sharers, [site])) {
      const { pairMask } = peers.get(other) as Peer;
      masks.push({ key: new Secret(pairMask.reveal().slice()), sign: pairSign(site, other) });
    }
    wipeSecrets(this.#secrets);
    wipePeers(peers);
    return masks;
  }
}

function outOfPhase(what: string): PrivacyError {
  return new PrivacyError('out-of-phase', `${what}: it is refused`);
}
