import { RingAccumulator } from '@mammofed/aggregation';
import { ringBitsOf, siteId, type SiteId } from '@mammofed/core';
import { clipsHash, smallestThreshold, type AttemptTerms } from '@mammofed/privacy';
import type { AttemptRef, Message, MessageKind } from '@mammofed/wire';
import type { LyingCoordinator, LyingRun } from './lying-coordinator.js';
import { randomVector, SecureCohort } from './secure-cohort.js';

type Of<Kind extends MessageKind> = Extract<Message, { readonly kind: Kind }>;

/**
 * An attempt at round 1 over the wire: the attacked site is a real agent, the other members are real too, and in the hands
 * of the test. Each step lets all of them answer honest requests.
 */
export class AttackedAttempt {
  readonly ref: AttemptRef;
  readonly cohort: SecureCohort;
  readonly site: SiteId;
  readonly others: readonly SiteId[];
  readonly #lying: LyingCoordinator;
  readonly #run: LyingRun;
  /** That of each other member. */
  readonly #vector: Uint8Array;

  private constructor(lying: LyingCoordinator, run: LyingRun, attempt: number) {
    this.#lying = lying;
    this.#run = run;
    this.ref = { runId: run.runId, round: 1, attempt };
    this.site = siteId(lying.parts.site.name);
    this.cohort = this.membersWith({});
    this.others = this.cohort.sites.filter((site) => site !== this.site);
    this.#vector = randomVector(this.cohort.layout);
  }

  /** Has the agent train for the attempt, or find that it has for an earlier one. */
  static async trained(lying: LyingCoordinator, run: LyingRun, attempt = 1): Promise<AttackedAttempt> {
    const outcome = await lying.outcome(lying.taskOf(run, attempt));
    if (outcome !== 'task-accepted') throw new Error(`the task was refused: ${outcome}`);
    const attacked = new AttackedAttempt(lying, run, attempt);
    await lying.heard('trained', attacked.ref);
    return attacked;
  }

  /** The same members, who were shown other terms: what they sign is theirs, with keys of its own. */
  membersWith(terms: Partial<AttemptTerms>, log = this.#lying.log.head()): SecureCohort {
    const { identities, roster, parts } = this.#lying;
    const { config, configSha256, model, clips, parameterCount } = this.#run;
    return new SecureCohort({
      siteCount: identities.size,
      identities,
      parameterCount,
      ringBits: ringBitsOf(config),
      log,
      terms: {
        consortium: parts.root.publicKey,
        run: this.ref.runId,
        round: this.ref.round,
        attempt: this.ref.attempt,
        configurationHash: bytesOf(configSha256),
        threshold: smallestThreshold(identities.size),
        clipsHash: clipsHash(clips.map(({ clip }) => clip)),
        baseModel: model.sha256,
        rosterVersion: roster.roster.version,
        rosterHash: bytesOf(roster.sha256),
        ...terms,
      },
    });
  }

  get advertiseRequest(): Of<'advertise-request'> {
    const { roster, sha256: rosterSha256 } = this.#lying.roster;
    const { threshold } = this.cohort.terms;
    const deadlineUnixMs = Date.now() + 3_600_000;
    return {
      kind: 'advertise-request',
      ...this.ref,
      threshold,
      rosterVersion: roster.version,
      rosterSha256,
      deadlineUnixMs,
    };
  }

  get roll(): Of<'roll'> {
    return { kind: 'roll', ...this.ref, ...this.cohort.coordinator.roll };
  }

  get maskRequest(): Of<'mask-request'> {
    return { kind: 'mask-request', ...this.ref, ...this.cohort.coordinator.maskRequest(this.site) };
  }

  get confirmRequest(): Of<'confirm-request'> {
    return { kind: 'confirm-request', ...this.ref, ...this.cohort.coordinator.confirmRequest };
  }

  get unmaskRequest(): Of<'unmask-request'> {
    return { kind: 'unmask-request', ...this.ref, ...this.cohort.coordinator.unmaskRequest };
  }

  outcome(message: Message): Promise<string> {
    return this.#lying.outcome(message);
  }

  async keying(): Promise<void> {
    const message = await this.#answered(this.advertiseRequest, 'advertisement');
    this.cohort.coordinator.apply({ kind: 'advertised', message });
    this.cohort.advertise(this.others);
  }

  async sharing(): Promise<void> {
    const message = await this.#answered(this.roll, 'dealt-shares');
    this.cohort.coordinator.apply({ kind: 'dealt', message });
    await this.cohort.share(this.others);
  }

  /** @param uploaders - of the others; what the rest masked never arrives. */
  async collecting(uploaders = this.others): Promise<void> {
    await this.#answered(this.maskRequest, 'mask-accepted');
    this.cohort.uploads.set(this.site, await this.#lying.uploaded(this.ref));
    this.cohort.coordinator.apply({ kind: 'uploaded', site: this.site });
    this.cohort.collect(uploaders, () => this.#vector);
  }

  async confirming(): Promise<void> {
    const message = await this.#answered(this.confirmRequest, 'confirmation');
    this.cohort.coordinator.apply({ kind: 'confirmed', message });
    this.cohort.confirm(this.#uploaders());
  }

  async unmasking(): Promise<void> {
    const message = await this.#answered(this.unmaskRequest, 'unmask-shares');
    this.cohort.coordinator.apply({ kind: 'unmasked', message });
    this.cohort.unmask(this.#uploaders());
  }

  /**
   * What the coordinator learns, and what it should.
   * @param own - the agent's vector, as it lies on its disk.
   */
  async sums(own: Uint8Array): Promise<{ readonly unmasked: Uint32Array; readonly plain: Uint32Array }> {
    const plain = new RingAccumulator(this.#run.parameterCount + 2, this.cohort.layout.ringBits);
    plain.addBytes(own);
    this.#uploaders().forEach(() => plain.addBytes(this.#vector));
    return { unmasked: await this.cohort.sum(), plain: plain.sum };
  }

  #uploaders(): readonly SiteId[] {
    return this.cohort.coordinator.confirmRequest.uploaders.filter((site) => site !== this.site);
  }

  async #answered<Kind extends MessageKind>(request: Message, kind: Kind): Promise<Of<Kind>> {
    const answer = await this.#lying.ask(request);
    if (answer.kind !== kind) throw new Error(`${request.kind} was answered ${JSON.stringify(answer)}`);
    return answer as Of<Kind>;
  }
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
