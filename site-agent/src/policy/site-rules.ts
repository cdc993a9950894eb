import type { Clock, Logger } from '@mammofed/core';
import type { Consents } from '../consent/consents.js';
import { codeOf, SiteError } from '../errors.js';
import type { HeldRoster } from '../roster/held-roster.js';
import type { HeldPolicy, PolicyListeners } from './held-policy.js';
import { hoursText, isWithinHours } from './hours.js';
import type { RuleFacts } from './run-rules.js';
import type { SitePolicy } from './site-policy.js';

export interface SiteRulesParts extends PolicyListeners {
  readonly policy: HeldPolicy;
  readonly consents: Consents;
  readonly roster: Pick<HeldRoster, 'held'>;
  readonly clock: Clock;
}

/** All that decides what this site takes part in, kept up to date while the agent runs. */
export class SiteRules {
  readonly #parts: SiteRulesParts;
  #closing = new AbortController();
  #lastSeen: readonly unknown[] = [];

  constructor(parts: SiteRulesParts) {
    this.#parts = parts;
    this.#seen();
  }

  get policy(): SitePolicy {
    return this.#parts.policy.current;
  }

  /** @throws SiteError `internal-error` before the first roster: nothing is judged before it counts. */
  facts(): RuleFacts {
    const { policy, consents, roster, clock } = this.#parts;
    if (roster.held === null) throw new SiteError('internal-error', 'this site has not seen a roster yet');
    return {
      policy: policy.current,
      roster: roster.held.roster,
      approved: consents.approved.map(({ terms }) => terms),
      nowMs: clock.nowMs(),
    };
  }

  /** Reads what was changed. @returns whether this site may answer otherwise than at the last look. */
  async look(): Promise<boolean> {
    const { policy, consents } = this.#parts;
    await policy.refresh(this.#parts);
    await consents.refresh(this.#parts);
    return this.#seen();
  }

  /** A signal that is aborted with `signal`, and with SiteError `task-withdrawn` once the site's hours are over. */
  untilClosed(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.#closing.signal]);
  }

  #seen(): boolean {
    const { policy, consents, roster, clock } = this.#parts;
    const { hours } = policy.current;
    const isOpen = hours === null || isWithinHours(hours, clock.nowMs());
    if (isOpen && this.#closing.signal.aborted) this.#closing = new AbortController();
    if (!isOpen && hours !== null)
      this.#closing.abort(withdrawn('policy-hours', `it is outside this site's hours: ${hoursText(hours)}`));
    const now = [policy.current, consents.approved, roster.held?.sha256, isOpen];
    const isOther = now.some((value, i) => value !== this.#lastSeen[i]);
    this.#lastSeen = now;
    return isOther;
  }
}

/** How often it is looked whether the operator changed something, and what the clock says. */
const LOOK_MS = 1000;

/** Looks again and again until it is stopped. @param changed - called whenever the site may answer otherwise than before. */
export function watchRules(rules: Pick<SiteRules, 'look'>, log: Logger, changed: () => void): { stop(): void } {
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      if (await rules.look()) changed();
    } catch (error) {
      log.error('the rules could not be looked at', { code: codeOf(error) });
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  return { stop: () => clearInterval(timer) };
}

/** Ends a task that a rule of the site forbids from now on. @param rule - its code. */
export function withdrawn(rule: string, message: string): SiteError {
  return new SiteError('task-withdrawn', message, { rule });
}
