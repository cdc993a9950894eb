import type { DataCheckReport, Message } from '@mammofed/wire';
import { abortable, pause } from '../abort.js';
import { Backoff, type BackoffOptions } from '../connection/backoff.js';
import { ANSWER_TIMEOUT_MS, isLost, isTransientRefusal, type Asker } from '../connection/link.js';

/**
 * How often a report is sent: for two minutes or so. Other runs wait behind it, and a coordinator that is well again offers
 * the run again with its next session.
 */
export const MAX_REPORT_TRIES = 10;

export type ReportLink = Pick<Asker, 'session'> & { readonly takesDataChecks: boolean };

/**
 * Sends a report, if need be more than once and over several sessions.
 * @returns the answer; null: there was none, or the coordinator's version does not know the message and would end the session.
 * @throws the signal's reason.
 */
export async function sendReport(
  report: DataCheckReport,
  link: ReportLink,
  pauses: BackoffOptions,
  signal: AbortSignal,
): Promise<Message | null> {
  const backoff = new Backoff(pauses);
  let answer: Message | null = null;
  for (let count = 1; ; count++) {
    const session = await link.session(signal);
    // Of this very session: the coordinator may have been set back to an older version since the last one.
    if (!link.takesDataChecks) return null;
    try {
      answer = await abortable(session.request(report, ANSWER_TIMEOUT_MS), signal);
      if (answer.kind !== 'refused' || !isTransientRefusal(answer.code)) return answer;
    } catch (error) {
      if (signal.aborted || !isLost(error)) throw error;
      answer = null;
    }
    if (count === MAX_REPORT_TRIES) return answer;
    await pause(backoff.nextDelayMs(), signal);
  }
}
