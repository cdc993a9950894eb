import type { Clock, Logger } from '@mammofed/core';
import type { AttemptRef } from '@mammofed/wire';
import type { SiteConfig } from '../config.js';
import type { BackoffOptions } from '../connection/backoff.js';
import type { Asker } from '../connection/link.js';
import type { EngineSelector } from '../engines/engine-selector.js';
import type { Contributions } from '../log/contributions.js';
import type { LogAudit } from '../log/log-audit.js';
import type { PrivacyAccount } from '../policy/privacy-account.js';
import type { LocalWords } from '../local-words.js';
import type { SiteRules } from '../policy/site-rules.js';
import type { SitePaths } from '../site-paths.js';
import type { TrainerTurns } from '../trainer/trainer-turns.js';
import type { DataSource } from '../trainer/trainer-messages.js';
import type { ModelStore } from '../transfers/model-store.js';
import type { StoredUpdate, UpdateStore } from '../transfers/update-store.js';
import type { ProgressReporter } from './progress-reporter.js';
import type { AcceptedTask } from './task-rules.js';

/** The part of a task in mode secure that comes after training. */
export interface SecureRounds {
  /**
   * The trained update is on disk: the site takes part in the attempt's phases from now on.
   * @throws SiteError `obsolete` if the coordinator does not want it, `disk-full`; the signal's reason.
   */
  join(
    trained: { readonly accepted: Extract<AcceptedTask, { kind: 'train' }>; readonly update: StoredUpdate },
    signal: AbortSignal,
  ): Promise<void>;
  /** Ends what the run has before this attempt. */
  endBefore(ref: AttemptRef): Promise<void>;
}

/** What tasks are done with. */
export interface WorkParts {
  readonly config: SiteConfig;
  readonly rules: Pick<SiteRules, 'policy' | 'facts' | 'untilClosed'>;
  readonly paths: SitePaths;
  readonly link: Asker;
  readonly models: ModelStore;
  readonly audit: Pick<LogAudit, 'assertLogged'>;
  readonly contributions: Pick<Contributions, 'sending' | 'counted'>;
  readonly updates: UpdateStore;
  readonly trainer: Pick<TrainerTurns, 'run'>;
  readonly engines: Pick<EngineSelector, 'current' | 'giveUp'>;
  readonly privacy: Pick<PrivacyAccount, 'uses' | 'siteUses' | 'charge'>;
  readonly secure: SecureRounds;
  readonly clock: Clock;
  readonly log: Logger;
  /** A line for the person at the terminal; journals may keep it, so that it names no file. */
  readonly say: (line: string) => void;
  /** A line that may name files. */
  readonly confide: LocalWords;
  /** Pauses between two looks for room on a full disk; seconds to a minute unless given. */
  readonly spaceAgain?: BackoffOptions;
}

/** What one task is done with. */
export interface TaskContext extends WorkParts {
  readonly progress: ProgressReporter;
  /** As {@link WorkParts.say}, with the run and round before it. */
  readonly say: (line: string) => void;
  /** As {@link WorkParts.confide}, with the run and round before it. */
  readonly confide: LocalWords;
  readonly data: DataSource;
}
