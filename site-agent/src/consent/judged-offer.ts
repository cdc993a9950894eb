import { isCodedError, type Logger } from '@mammofed/core';
import type { Message, Refused, RunOffer } from '@mammofed/wire';
import { refusalOfTraining, signerOf, type RuleFacts, type ToldRun } from '../policy/run-rules.js';
import { toldRun } from '../tasks/task-rules.js';
import { termsOf } from './consent-terms.js';
import type { OfferedRuns } from './offered-runs.js';

export interface JudgeParts {
  readonly offered: Pick<OfferedRuns, 'note'>;
  readonly log: Logger;
  readonly say: (line: string) => void;
}

/** Says whether this site would take part in a run, and notes for its operator what it would be. */
export function judge(offer: RunOffer, facts: RuleFacts, { offered, log, say }: JudgeParts): Message {
  const { runId } = offer;
  const run = toldRun(offer);
  if ('kind' in run) return run;
  const refusal = refusalOfTraining(run, facts);
  const signer = signerIfKnown(run, facts);
  const isNews = offered.note(runId, termsOf(run.config, signer?.key ?? null), signer?.name ?? null, refusal);
  if (refusal === null) return { kind: 'run-agreed', runId };
  log.info('run would be refused', { runId, code: refusal.code });
  if (isNews) say(wordsOn(refusal, run));
  return refusal;
}

function signerIfKnown(run: ToldRun, facts: RuleFacts): ReturnType<typeof signerOf> {
  try {
    return signerOf(run, facts);
  } catch (error) {
    if (isCodedError(error)) return null;
    throw error;
  }
}

function wordsOn({ code, message }: Refused, { config: { study } }: ToldRun): string {
  const next = code === 'policy-consent' ? '. Look at it: mammofed site policy studies --dir DIR' : '';
  return `a run of study ${study} is not taken part in (${code}): ${message}${next}`;
}
