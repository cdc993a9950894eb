import { pause } from '../abort.js';
import { SiteError } from '../errors.js';
import type { SitePaths } from '../site-paths.js';
import { beyondApproval, termsHash } from './consent-terms.js';
import { readApprovals } from './consents.js';
import { readOfferedRuns, type OfferedRun } from './offered-runs.js';

const LOOK_EVERY_MS = 200;

/** What is to be approved. */
export interface ApprovalWish {
  readonly study: string;
  /** Null: whatever waits of the study. */
  readonly runId: string | null;
  /** How long a run is waited for that was not offered yet. */
  readonly waitMs: number;
}

/**
 * The runs of a study that the coordinator told this site of and whose terms are not approved yet: one of each kind. None if
 * all that was wished for is approved already.
 * @throws SiteError `unknown-study` if there is no such run, `several-variants` if the runs that wait differ and none was
 * named; the signal's reason.
 */
export async function waitingRuns(
  paths: SitePaths,
  { study, runId, waitMs }: ApprovalWish,
  signal: AbortSignal,
): Promise<readonly OfferedRun[]> {
  const deadlineMs = performance.now() + waitMs;
  for (;;) {
    const offered = (await readOfferedRuns(paths.offeredRuns)).filter(
      (run) => run.terms.study === study && (runId === null || run.runId === runId),
    );
    if (offered.length > 0) return oneOfAKind(await unapproved(paths, offered), study);
    if (performance.now() >= deadlineMs) {
      const what = runId === null ? `no run of study ${study}` : `no run ${runId} of study ${study}`;
      throw new SiteError('unknown-study', `${what} was offered to this site: see mammofed site policy studies`);
    }
    await pause(LOOK_EVERY_MS, signal);
  }
}

/**
 * Waits until the agent has answered the coordinator anew: what was approved holds it up no longer. Where no agent runs there
 * is nothing to wait for in the end: the approval counts at its next start.
 */
export async function untilTaken(
  paths: SitePaths,
  { study, runId, waitMs }: ApprovalWish,
  signal: AbortSignal,
): Promise<void> {
  const deadlineMs = performance.now() + waitMs;
  for (;;) {
    const isAsked = (await readOfferedRuns(paths.offeredRuns)).some(
      (run) =>
        run.terms.study === study && (runId === null || run.runId === runId) && run.refusal?.code === 'policy-consent',
    );
    if (!isAsked || performance.now() >= deadlineMs) return;
    await pause(LOOK_EVERY_MS, signal);
  }
}

async function unapproved(paths: SitePaths, offered: readonly OfferedRun[]): Promise<readonly OfferedRun[]> {
  const approved = await readApprovals(paths);
  const waiting = offered.filter(({ terms }) => approved.every((one) => beyondApproval(terms, one.terms).length > 0));
  return [...new Map(waiting.map((run) => [termsHash(run.terms), run])).values()];
}

function oneOfAKind(waiting: readonly OfferedRun[], study: string): readonly OfferedRun[] {
  if (waiting.length <= 1) return waiting;
  const runs = waiting.map(({ runId }) => runId).join(', ');
  throw new SiteError(
    'several-variants',
    `runs of study ${study} that wait differ (${runs}): look at mammofed site policy studies, and name one with --run`,
  );
}
