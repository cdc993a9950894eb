/** Why a site does not do its part. */
export interface SiteFailure {
  readonly code: string;
  /** With the code, in the site's words. */
  readonly reason: string;
}

/** Whether trying again can change what a site failed for. */
type Retry = 'again' | 'later' | 'never';

const AGAIN: Retry = 'again';
const LATER: Retry = 'later';
const NEVER: Retry = 'never';

/**
 * Every code that a site sends when it refuses a task or fails at it. `never`: the same site gives the same answer to the
 * same run for as long as its data, its policy and its program are what they are. What may pass while a run waits a
 * minute (a restart, a full disk, a folder on the network) is tried again, and so is a code that is not here. `later`: a
 * person or the clock at the site decides; the run waits until the site itself says that its answer may be another.
 */
const RETRY_OF_CODE: Readonly<Record<string, Retry>> = {
  // The task itself, and the site's policy on it.
  'wrong-config-hash': NEVER,
  'bad-run-config': NEVER,
  'bad-task': NEVER,
  'wrong-clips': NEVER,
  'policy-modes': NEVER,
  'policy-max-epochs': NEVER,
  'policy-min-cohort': NEVER,
  'policy-privacy-budget': NEVER,
  'policy-site-privacy-budget': NEVER,
  'policy-min-threshold': NEVER,
  'policy-model-signers': NEVER,
  'policy-consent': LATER,
  'policy-hours': LATER,
  // Its dry run of the data contract: it says so itself when its data are others.
  'data-does-not-fit': LATER,
  // Who vouches for the run.
  'unsigned-run': NEVER,
  'unknown-signer': NEVER,
  'wrong-run-signature': NEVER,
  // Secure aggregation: what the site has promised, and what it found out, it does not forget. All else may be another
  // attempt's.
  'round-already-unmasked': NEVER,
  'forked-log': NEVER,
  'version-too-old': AGAIN,
  // The queue.
  stopped: AGAIN,
  'stale-task': AGAIN,
  'too-many-tasks': AGAIN,
  'unexpected-message': AGAIN,
  // The model.
  'bad-model-spec': NEVER,
  'bad-model-file': NEVER,
  'bad-options': NEVER,
  'unsupported-op': NEVER,
  'compile-failed': NEVER,
  'wrong-weights': NEVER,
  'wrong-shape': NEVER,
  'no-weights': NEVER,
  'no-values': NEVER,
  'session-failed': AGAIN,
  'out-of-memory': AGAIN,
  // The data: what is in the files stays, what cannot be reached may come back.
  'too-few-examples': NEVER,
  'bad-index': NEVER,
  'duplicate-file': NEVER,
  'unsafe-path': NEVER,
  'missing-mask': NEVER,
  'size-mismatch': NEVER,
  'mask-vanishes': NEVER,
  'data-refused': NEVER,
  'bad-annotation': NEVER,
  'unmarked-finding': NEVER,
  'unclear-role': NEVER,
  'unknown-layout': NEVER,
  'bad-argument': NEVER,
  'missing-folder': AGAIN,
  'missing-data-folder': AGAIN,
  'missing-file': AGAIN,
  'unreadable-image': AGAIN,
  'unreadable-mask': AGAIN,
  // The machine and the line.
  'disk-full': AGAIN,
  'refused-transfer': AGAIN,
  'unexpected-answer': AGAIN,
  'corrupt-model': AGAIN,
  'trainer-crashed': AGAIN,
  'trainer-silent': AGAIN,
  'trainer-failed': AGAIN,
  'batches-failed': AGAIN,
  'internal-error': AGAIN,
};

/** What an evaluation is refused for too, so that there is no use in asking. Hours and epochs are about training alone. */
const OF_EVALUATIONS: readonly string[] = [
  'policy-model-signers',
  'policy-consent',
  'unsigned-run',
  'unknown-signer',
  'wrong-run-signature',
];

/** Whether a site that refused a run with this code evaluates none of its models either. */
export function refusesEvaluations(code: string): boolean {
  return OF_EVALUATIONS.includes(code);
}

/** Whether a site refused by a rule of its operator's: then its last word on the run counts, and it may be another later. */
export function isRuleOfSite(code: string): boolean {
  return code.startsWith('policy-');
}

/** Whether a site that failed with this code takes part as soon as it says so. */
export function isForNow(code: string): boolean {
  return retryOf(code) === LATER;
}

/** Whether a site that failed with this code has no part in any further attempt of the run. */
export function isPermanentFailure(code: string): boolean {
  return retryOf(code) === NEVER;
}

function retryOf(code: string): Retry {
  const known = Object.hasOwn(RETRY_OF_CODE, code) ? RETRY_OF_CODE[code] : undefined;
  // A rule of a newer agent's policy is one of its operator's too.
  return known ?? (code.startsWith('policy-') ? NEVER : AGAIN);
}
