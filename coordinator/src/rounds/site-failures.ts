/** Whether trying again can change what a site failed for. */
type Retry = 'again' | 'never';

const AGAIN: Retry = 'again';
const NEVER: Retry = 'never';

/**
 * Every code that a site sends when it refuses a task or fails at it. `never`: the same site gives the same answer to the
 * same run for as long as its data, its policy and its program are what they are. What may pass while a run waits a
 * minute (a restart, a full disk, a folder on the network) is tried again, and so is a code that is not here.
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

/** Whether a site that failed with this code has no part in any further attempt of the run. */
export function isPermanentFailure(code: string): boolean {
  // A rule of a newer agent's policy is one of its operator's too.
  return (
    ((Object.hasOwn(RETRY_OF_CODE, code) ? RETRY_OF_CODE[code] : undefined) ??
      (code.startsWith('policy-') ? NEVER : AGAIN)) === NEVER
  );
}
