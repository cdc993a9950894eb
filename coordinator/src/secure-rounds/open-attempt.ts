import { SECURE_PHASES, sha256Hex, type SecurePhase, type SiteId } from '@mammofed/core';
import { CoordinatorAttempt, type ConfirmedEntry, type RecoveredMasks } from '@mammofed/privacy';
import type { AttemptRef, Message } from '@mammofed/wire';
import { CoordinatorError } from '../errors.js';
import { PHASE_OF_EVENT, type AttemptBeginning, type AttemptMember, type JournalEntry } from './journal-entry.js';

/** An attempt that is under way, in memory: the journal's entries applied in their order, and nothing else. */
export class OpenAttempt {
  readonly beginning: AttemptBeginning;
  readonly #core: CoordinatorAttempt;
  readonly #answered = byPhase(() => new Set<SiteId>());
  readonly #lost = byPhase(() => new Map<SiteId, string>());

  private constructor(beginning: AttemptBeginning) {
    this.beginning = beginning;
    const keys = new Map(beginning.members.map(({ name, key }) => [name, Uint8Array.from(Buffer.from(key, 'hex'))]));
    this.#core = new CoordinatorAttempt({
      terms: beginning.terms,
      cohort: beginning.members.map(({ name }) => name),
      roster: { identityKeyOf: (site) => keys.get(site) ?? null },
      minCohort: beginning.minCohort,
      parameterCount: beginning.parameterCount,
    });
  }

  /**
   * @param entries - of the journal, from the attempt's beginning on.
   * @throws CoordinatorError `corrupt-content` if they do not begin with it.
   */
  static replay(entries: readonly JournalEntry[]): OpenAttempt {
    const [first, ...others] = entries;
    if (first?.kind !== 'begun') {
      throw new CoordinatorError('corrupt-content', 'the events of an attempt have no beginning: restore a backup');
    }
    const open = new OpenAttempt(first.beginning);
    for (const entry of others) open.apply(entry);
    return open;
  }

  /**
   * @returns `repeated` if nothing has changed.
   * @throws PrivacyError as `CoordinatorAttempt.apply`; the state is unchanged.
   */
  apply(entry: JournalEntry): 'new' | 'repeated' {
    switch (entry.kind) {
      case 'begun':
      case 'wrong-share':
        return 'repeated';
      case 'lost': {
        const { site, phase, reason } = entry;
        if (this.#lost[phase].has(site) || this.#answered[phase].has(site)) return 'repeated';
        this.#lost[phase].set(site, reason);
        return 'new';
      }
      case 'closed':
        return this.#core.apply(entry);
      case 'advertised':
      case 'dealt':
      case 'uploaded':
      case 'confirmed':
      case 'unmasked': {
        const outcome = this.#core.apply(entry);
        const site = entry.kind === 'uploaded' ? entry.site : entry.message.site;
        const phase = PHASE_OF_EVENT.get(entry.kind);
        if (phase !== undefined) this.#answered[phase].add(site);
        return outcome;
      }
    }
  }

  get isAbandoned(): boolean {
    return this.#core.phase === 'abandoned';
  }

  /** Answers without which a phase ends in nothing. */
  get least(): number {
    return this.#core.progress.least;
  }

  member(name: SiteId): AttemptMember | null {
    return this.beginning.members.find((member) => member.name === name) ?? null;
  }

  memberOf(siteId: SiteId): AttemptMember | null {
    return this.beginning.members.find((member) => member.siteId === siteId) ?? null;
  }

  /** Sites that a phase asks: the members, and then those that answered in the phase before: U1, U2, U3, U4. */
  expected(phase: SecurePhase): SiteId[] {
    const before = SECURE_PHASES[SECURE_PHASES.indexOf(phase) - 1];
    return before === undefined ? this.beginning.members.map(({ name }) => name) : [...this.#answered[before]];
  }

  /** Sites that a phase still waits for. */
  pending(phase: SecurePhase): SiteId[] {
    return this.expected(phase).filter((site) => !this.#answered[phase].has(site) && !this.#lost[phase].has(site));
  }

  counts(phase: SecurePhase): { readonly expectedCount: number; readonly answeredCount: number; lostCount: number } {
    const expectedCount = this.expected(phase).length;
    const answeredCount = this.#answered[phase].size;
    return { expectedCount, answeredCount, lostCount: expectedCount - answeredCount - this.pending(phase).length };
  }

  /** Who has no further part in a phase, with the reasons, in words. */
  lost(phase: SecurePhase): ReadonlyMap<SiteId, string> {
    return this.#lost[phase];
  }

  /** What a site is asked in a phase. */
  request(ref: AttemptRef, phase: SecurePhase, site: SiteId, deadlineUnixMs: number): Message {
    const { runId, round, attempt } = ref;
    const at = { runId, round, attempt };
    switch (phase) {
      case 'keying': {
        const { threshold, rosterVersion, rosterHash } = this.beginning.terms;
        const rosterSha256 = sha256Hex(hexOf(rosterHash));
        return {
          kind: 'advertise-request',
          ...at,
          ...{ threshold, rosterVersion, rosterSha256, deadlineUnixMs },
        };
      }
      case 'sharing':
        return { kind: 'roll', ...at, ...this.#core.roll };
      case 'collecting':
        return { kind: 'mask-request', ...at, ...this.#core.maskRequest(site) };
      case 'confirming':
        return { kind: 'confirm-request', ...at, ...this.#core.confirmRequest };
      case 'unmasking':
        return { kind: 'unmask-request', ...at, ...this.#core.unmaskRequest };
    }
  }

  /** What the members confirmed, for the log; null before the phase has closed. */
  get confirmed(): Pick<ConfirmedEntry, 'cohortHash' | 'sharers' | 'uploaders' | 'confirmations'> | null {
    if (this.#core.phase !== 'unmasking' && this.#core.phase !== 'aggregating') return null;
    const { confirmations } = this.#core.unmaskRequest;
    const [first] = confirmations;
    if (first === undefined) return null;
    return {
      cohortHash: sha256Hex(hexOf(first.cohortHash)),
      sharers: first.sharers,
      uploaders: first.uploaders,
      confirmations: confirmations.map(({ site, signature }) => ({ site, signature: hexOf(signature) })),
    };
  }

  /** @throws PrivacyError `unrecoverable-secret`. */
  recover(): Promise<RecoveredMasks> {
    return this.#core.recover();
  }
}

function byPhase<Value>(make: () => Value): Record<SecurePhase, Value> {
  return { keying: make(), sharing: make(), collecting: make(), confirming: make(), unmasking: make() };
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
