import { ringBitsOf } from '@mammofed/core';
import { clipsHash, PrivacyError, type AttemptTerms } from '@mammofed/privacy';
import type { AdvertiseRequest } from '@mammofed/wire';
import type { RosterSnapshot } from '../roster/held-roster.js';
import type { AcceptedTask } from '../tasks/task-rules.js';

type TrainTask = Extract<AcceptedTask, { kind: 'train' }>;

/**
 * The terms of an attempt as this site holds them: all but the threshold come from the task that it accepted and from its
 * own roster. The threshold is the coordinator's to choose, at least what the run says; what the cohort and this site's
 * policy allow is judged when the cohort is known.
 * @throws PrivacyError `other-roster` | `other-threshold`.
 */
export function termsOf(
  { task, config }: TrainTask,
  roster: RosterSnapshot,
  { threshold, rosterVersion, rosterSha256 }: AdvertiseRequest,
): AttemptTerms {
  if (rosterVersion !== roster.version || rosterSha256 !== roster.sha256) {
    throw new PrivacyError(
      'other-roster',
      `the attempt goes by roster ${rosterVersion}, and this site holds roster ${roster.version}: nothing is sent`,
      { rosterVersion, heldVersion: roster.version },
    );
  }
  const least = config.quorum.threshold ?? 0;
  if (threshold < least) {
    throw new PrivacyError(
      'other-threshold',
      `a threshold of ${threshold} is below that of the run, ${least}: nothing is sent`,
      { threshold, least },
    );
  }
  return {
    consortium: roster.consortium,
    run: task.runId,
    round: task.round,
    attempt: task.attempt,
    configurationHash: bytesOf(task.configSha256),
    threshold,
    clipsHash: clipsHash(task.clips.map(({ clip }) => clip)),
    ringBits: ringBitsOf(config),
    baseModel: task.baseModel.sha256,
    rosterVersion: roster.version,
    rosterHash: bytesOf(roster.sha256),
  };
}

/** Whether a second request asks for the keys of the same attempt as the first. @throws PrivacyError as {@link termsOf}. */
export function assertSameRequest(
  terms: AttemptTerms,
  { threshold, rosterVersion, rosterSha256 }: AdvertiseRequest,
): void {
  if (terms.threshold !== threshold) {
    throw new PrivacyError('other-threshold', 'another threshold came after the one that this site signed');
  }
  if (terms.rosterVersion !== rosterVersion || Buffer.compare(terms.rosterHash, bytesOf(rosterSha256)) !== 0) {
    throw new PrivacyError('other-roster', 'another roster came after the one that this site signed');
  }
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
