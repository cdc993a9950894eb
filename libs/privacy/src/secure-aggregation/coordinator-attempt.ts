import type { SiteId } from '@mammofed/core';
import { PrivacyError } from '../errors.js';
import { equalBytes } from '../sodium.js';
import { assertSoundCohort, compareSites, equalLists, smallestCohort, without } from './cohort.js';
import {
  advertisementBytes,
  assertDifferentKeys,
  assertSameCohort,
  assertSignedBy,
  assertSoundAdvertisement,
  cohortHash,
  confirmationBytes,
  dealtSharesBytes,
  unmaskSharesBytes,
  type Advertisement,
  type Confirmation,
  type ConfirmRequest,
  type DealtShares,
  type MaskRequest,
  type Roll,
  type RosterView,
  type UnmaskRequest,
  type UnmaskShares,
} from './messages.js';
import type { AttemptTerms } from './terms.js';
import { recoverMasks, type RecoveredMasks } from './recover-masks.js';

/** The phases in which the coordinator waits for answers, in order; each ends when it says so. */
export const ATTEMPT_PHASES = ['keying', 'sharing', 'collecting', 'confirming', 'unmasking'] as const;
export type AttemptPhase = (typeof ATTEMPT_PHASES)[number];

/**
 * What happens in an attempt. They are stored in the order in which they were applied: applied again, they give the same
 * state, so that a coordinator that was killed goes on in the same attempt.
 */
export type AttemptEvent =
  | { readonly kind: 'advertised'; readonly message: Advertisement }
  | { readonly kind: 'dealt'; readonly message: DealtShares }
  | { readonly kind: 'uploaded'; readonly site: SiteId }
  | { readonly kind: 'confirmed'; readonly message: Confirmation }
  | { readonly kind: 'unmasked'; readonly message: UnmaskShares }
  /** No more answers are waited for in this phase. */
  | { readonly kind: 'closed'; readonly phase: AttemptPhase };

export interface CoordinatorAttemptOptions {
  readonly terms: AttemptTerms;
  /** The sites that were selected. */
  readonly cohort: readonly SiteId[];
  readonly roster: RosterView;
  /** Of the run's configuration; three is the least whatever it says. */
  readonly minCohort: number;
  /** P, the model's number of weights. */
  readonly parameterCount: number;
}

/**
 * The coordinator's part in one attempt, without input or output: it takes messages, and says what is to be sent on. It
 * keeps no secret but the unmask shares, which are the coordinator's to know.
 * @see docs/secure-aggregation.md, and Bonawitz et al., CCS 2017, figure 4.
 */
export class CoordinatorAttempt {
  readonly #options: CoordinatorAttemptOptions;
  readonly #least: number;
  readonly #advertised = new Map<SiteId, Advertisement>();
  readonly #dealt = new Map<SiteId, DealtShares>();
  readonly #uploaded = new Set<SiteId>();
  readonly #confirmed = new Map<SiteId, Confirmation>();
  readonly #unmasked = new Map<SiteId, UnmaskShares>();
  #phase: AttemptPhase | 'aggregating' | 'abandoned' = 'keying';
  #roll: Roll | null = null;
  #cohortHash: Uint8Array | null = null;
  /** U2 and U3. */
  #sharers: readonly SiteId[] | null = null;
  #uploaders: readonly SiteId[] | null = null;

  /**
   * @throws PrivacyError `cohort-too-small` | `cohort-too-large` | `threshold-too-low` | `below-threshold` for a cohort
   * with which no attempt can succeed.
   */
  constructor(options: CoordinatorAttemptOptions) {
    const { terms, cohort, minCohort } = options;
    assertSoundCohort(cohort.length, terms.threshold, { minCohort, thresholdFloor: 0 });
    this.#options = options;
    this.#least = Math.max(terms.threshold, smallestCohort(minCohort));
  }

  /** `aggregating` once enough shares are there and the phase was closed; `abandoned` once too few sites are left. */
  get phase(): AttemptPhase | 'aggregating' | 'abandoned' {
    return this.#phase;
  }

  /** Answers that this phase has so far, and the least that it needs. */
  get progress(): { readonly answers: number; readonly least: number } {
    const { keying, sharing, collecting, confirming, unmasking } = this.#answers();
    const answers = { keying, sharing, collecting, confirming, unmasking, aggregating: unmasking, abandoned: 0 };
    return { answers: answers[this.#phase], least: this.#least };
  }

  /**
   * Takes a message, or the end of a phase. What is new is to be stored before it is acted upon.
   * @returns `repeated` for a message that was taken before: nothing has changed.
   * @throws PrivacyError; the state is unchanged. `out-of-phase` | `second-answer` | `not-a-member` | `unknown-member` |
   * `bad-member-signature` | `other-cohort` | `other-lists` | `wrong-share-set` | `unusable-key` | `equal-keys` |
   * `other-…` of the terms.
   */
  apply(event: AttemptEvent): 'new' | 'repeated' {
    switch (event.kind) {
      case 'advertised':
        return this.#take('keying', this.#advertised, event.message, advertisementBytes, () =>
          this.#assertSoundAdvertisement(event.message),
        );
      case 'dealt':
        return this.#take('sharing', this.#dealt, event.message, dealtSharesBytes, () =>
          this.#assertSoundDealing(event.message),
        );
      case 'uploaded':
        return this.#takeUpload(event.site);
      case 'confirmed':
        return this.#take('confirming', this.#confirmed, event.message, confirmationBytes, () =>
          this.#assertSoundConfirmation(event.message),
        );
      case 'unmasked':
        return this.#take('unmasking', this.#unmasked, event.message, unmaskSharesBytes, () =>
          this.#assertSoundShares(event.message),
        );
      case 'closed':
        this.#close(event.phase);
        return 'new';
    }
  }

  /** What every member of U1 is sent in `sharing`. @throws PrivacyError `out-of-phase` before. */
  get roll(): Roll {
    return known(this.#roll);
  }

  /** What a member of U2 is sent in `collecting`. @throws PrivacyError `out-of-phase` before; `not-a-member`. */
  maskRequest(site: SiteId): MaskRequest {
    const sharers = known(this.#sharers);
    assertAmong(sharers, site);
    const sealed = without(sharers, [site]).map((sender) => {
      const share = this.#dealt.get(sender)?.sealed.find(({ receiver }) => receiver === site);
      return { sender, bytes: known(share ?? null).bytes };
    });
    return { sharers, sealed };
  }

  /** What every member of U3 is sent in `confirming`. @throws PrivacyError `out-of-phase` before. */
  get confirmRequest(): ConfirmRequest {
    return { uploaders: known(this.#uploaders) };
  }

  /** What every member that confirmed is sent in `unmasking`. @throws PrivacyError `out-of-phase` before. */
  get unmaskRequest(): UnmaskRequest {
    const [sharers, uploaders] = [known(this.#sharers), known(this.#uploaders)];
    if (this.#phase !== 'unmasking' && this.#phase !== 'aggregating') throw outOfPhase('unmasking');
    return {
      confirmations: inOrder(this.#confirmed.keys()).map((site) => known(this.#confirmed.get(site) ?? null)),
      selfMasksOf: uploaders,
      keysOf: without(sharers, uploaders),
    };
  }

  /**
   * Recovers the masks that are left in the sum of U3's vectors. All shares must be stored before. It may be tried before
   * the phase is closed: what more shares could mend, they still can.
   * @throws PrivacyError `out-of-phase` with fewer answers than are needed; `unrecoverable-secret`.
   */
  async recover(): Promise<RecoveredMasks> {
    const { terms, parameterCount } = this.#options;
    const isDue = this.#phase === 'aggregating' || this.#phase === 'unmasking';
    if (!isDue || this.#unmasked.size < this.#least) throw outOfPhase('aggregating');
    return recoverMasks({
      terms,
      parameterCount,
      advertised: this.#advertised,
      dealt: this.#dealt,
      sharers: known(this.#sharers),
      uploaders: known(this.#uploaders),
      answers: inOrder(this.#unmasked.keys()).map((site) => known(this.#unmasked.get(site) ?? null)),
    });
  }

  #answers(): Record<AttemptPhase, number> {
    return {
      keying: this.#advertised.size,
      sharing: this.#dealt.size,
      collecting: this.#uploaded.size,
      confirming: this.#confirmed.size,
      unmasking: this.#unmasked.size,
    };
  }

  #take<Message extends { readonly site: SiteId; readonly signature: Uint8Array }>(
    phase: AttemptPhase,
    taken: Map<SiteId, Message>,
    message: Message,
    bytesOf: (message: Message) => Uint8Array,
    assertSound: () => void,
  ): 'new' | 'repeated' {
    const { site } = message;
    const earlier = taken.get(site);
    if (earlier !== undefined && equalBytes(bytesOf(earlier), bytesOf(message))) return 'repeated';
    if (earlier === undefined && this.#phase !== phase) throw outOfPhase(phase);
    // Before anybody is accused: somebody else may have made it up, or taken it from another attempt.
    assertSound();
    if (earlier !== undefined) {
      throw new PrivacyError('second-answer', `site ${site} answered twice and differently: the first answer counts`, {
        site,
      });
    }
    taken.set(site, message);
    return 'new';
  }

  #takeUpload(site: SiteId): 'new' | 'repeated' {
    if (this.#uploaded.has(site)) return 'repeated';
    if (this.#phase !== 'collecting') throw outOfPhase('collecting');
    assertAmong(known(this.#sharers), site);
    this.#uploaded.add(site);
    return 'new';
  }

  #assertSoundAdvertisement(message: Advertisement): void {
    const { terms, cohort, roster } = this.#options;
    assertAmong(cohort, message.site);
    assertSoundAdvertisement(message, terms, roster);
    const others = [...this.#advertised.values()].filter(({ site }) => site !== message.site);
    assertDifferentKeys([...others, message]);
  }

  #assertSoundDealing(message: DealtShares): void {
    const { site, signature, sealed } = message;
    this.#assertFrom(message, this.#members(), signature, dealtSharesBytes(message));
    const receivers = sealed.map(({ receiver }) => receiver);
    if (!equalLists(receivers, without(this.#members(), [site]))) {
      throw new PrivacyError('wrong-share-set', `site ${site} did not deal one share to each other site`, { site });
    }
  }

  #assertSoundConfirmation(message: Confirmation): void {
    const { site, signature, sharers, uploaders } = message;
    this.#assertFrom(message, known(this.#uploaders), signature, confirmationBytes(message));
    if (!equalLists(sharers, known(this.#sharers)) || !equalLists(uploaders, known(this.#uploaders))) {
      throw new PrivacyError('other-lists', `site ${site} confirmed other lists than it was sent`, { site });
    }
  }

  #assertSoundShares(message: UnmaskShares): void {
    const { site, signature, selfMasks, keys } = message;
    this.#assertFrom(message, known(this.#uploaders), signature, unmaskSharesBytes(message));
    const { selfMasksOf, keysOf } = this.unmaskRequest;
    const owners = (shares: UnmaskShares['keys']): SiteId[] => shares.map(({ owner }) => owner);
    if (!equalLists(owners(selfMasks), selfMasksOf) || !equalLists(owners(keys), keysOf)) {
      throw new PrivacyError('other-lists', `site ${site} sent shares of other sites than it was asked for`, { site });
    }
  }

  #assertFrom(
    message: Pick<DealtShares, 'site' | 'cohortHash'>,
    among: readonly SiteId[],
    signature: Uint8Array,
    bytes: Uint8Array,
  ): void {
    assertAmong(among, message.site);
    assertSignedBy(message.site, signature, bytes, this.#options.roster);
    assertSameCohort(known(this.#cohortHash), message);
  }

  #members(): readonly SiteId[] {
    return this.roll.advertisements.map(({ site }) => site);
  }

  #close(phase: AttemptPhase): void {
    if (this.#phase !== phase) throw outOfPhase(phase);
    if (this.#answers()[phase] < this.#least) {
      this.#phase = 'abandoned';
      return;
    }
    switch (phase) {
      case 'keying':
        this.#roll = {
          advertisements: inOrder(this.#advertised.keys()).map((site) => known(this.#advertised.get(site) ?? null)),
        };
        this.#cohortHash = cohortHash(this.#roll);
        this.#phase = 'sharing';
        break;
      case 'sharing':
        this.#sharers = inOrder(this.#dealt.keys());
        this.#phase = 'collecting';
        break;
      case 'collecting':
        this.#uploaders = inOrder(this.#uploaded);
        this.#phase = 'confirming';
        break;
      case 'confirming':
        this.#phase = 'unmasking';
        break;
      case 'unmasking':
        this.#phase = 'aggregating';
        break;
    }
  }
}

function inOrder(sites: Iterable<SiteId>): SiteId[] {
  return [...sites].sort(compareSites);
}

/** What a phase that is over has fixed. @throws PrivacyError `out-of-phase` if it is not over. */
function known<Value>(value: Value | null): Value {
  if (value === null) throw outOfPhase('a later');
  return value;
}

function assertAmong(sites: readonly SiteId[], site: SiteId): void {
  if (sites.includes(site)) return;
  throw new PrivacyError('not-a-member', `site ${site} has no part in this phase of the attempt`, { site });
}

function outOfPhase(phase: string): PrivacyError {
  return new PrivacyError('out-of-phase', `this belongs to ${phase} phase, in which the attempt is not`, { phase });
}
