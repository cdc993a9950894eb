import {
  isCoarseProgress,
  ringBitsOf,
  type ParticipantView,
  type RoundView,
  type RunConfig,
  type RunView,
} from '@mammofed/core';
import { printable } from './screen.js';

/** One site's line in the live view. */
export interface LiveSite {
  readonly site: string;
  /** What it does: its last word, or what became of it. */
  readonly phase: string;
  readonly step: number;
  readonly stepCount: number;
  readonly loss: number | null;
  /** Mean Dice of the newest model that it evaluated, with that model's round; null before any, or withheld. */
  readonly dice: { readonly round: number; readonly mean: number } | null;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly reason: string | null;
}

/** The round that a run is at: the newest attempt of the newest round. */
export function currentRound(view: RunView): RoundView | null {
  return view.rounds.at(-1) ?? null;
}

/** `round 2/6`, or the attempt too where it is not the first. */
export function roundTitle(view: RunView, { round, attempt }: RoundView): string {
  return `round ${round}/${view.config.rounds}${attempt > 1 ? ` (attempt ${attempt})` : ''}`;
}

/** `sealed`, or `secure, ring of 24 bits`, with the threshold where the run names one. */
export function modeName(config: RunConfig): string {
  if (config.mode === 'sealed') return config.mode;
  const { threshold } = config.quorum;
  return `secure, ring of ${ringBitsOf(config)} bits${threshold === undefined ? '' : `, threshold at least ${threshold}`}`;
}

/** What a round in secure mode waits for, e.g. `confirming: 3 of 4, least 3; waiting for east`; null where there is nothing. */
export function phaseText({ state, secure }: RoundView): string | null {
  if (secure === null || secure.phase === null) return null;
  const { answeredCount, expectedCount, waitingFor } = secure.phase;
  const missing = waitingFor.length === 0 ? '' : `; waiting for ${waitingFor.join(', ')}`;
  return `${state}: ${answeredCount} of ${expectedCount}, least ${secure.least}${missing}`;
}

/** What went wrong in the phases of a round in secure mode, a line for each. */
export function secureTroubles({ secure }: RoundView): string[] {
  if (secure === null) return [];
  return [
    ...secure.lost.map(({ site, phase, reason }) => `${site} lost in ${phase}: ${reason}`),
    ...secure.wrongShares.map(
      ({ holder, owner }) => `wrong share: ${holder} sent it, ${owner} dealt it; the sum is right without it`,
    ),
  ];
}

export function liveSites(view: RunView): LiveSite[] {
  const participants = currentRound(view)?.sites ?? [];
  return participants.map((participant) => ({
    site: participant.site,
    phase: phaseOf(participant),
    step: participant.step,
    stepCount: participant.stepCount,
    loss: participant.loss ?? (participant.status === 'uploaded' ? participant.trainLoss : null),
    dice: newestDice(view, participant.site),
    bytesUp: participant.bytesUp,
    bytesDown: participant.bytesDown,
    reason: participant.reason,
  }));
}

/** Of sites that would not take part in a run that goes on: by which rule, in their words. */
export function withheldLines({ state, withheld }: RunView): string[] {
  if (state === 'completed' || state === 'failed') return [];
  return withheld.map(({ site, reason }) => `site ${site} does not take part: ${printable(reason)}`);
}

/** Of the sites that looked at their data: whose fit, and of the others what was found, a line for each. */
export function dataFitLines(view: Pick<RunView, 'dataChecks'>): string[] {
  // A coordinator of an older version has none.
  const { dataChecks = [] } = view as Partial<typeof view>;
  const inOrder = dataChecks.filter(({ findings }) => findings.length === 0).map(({ site }) => site);
  const found = dataChecks.flatMap(({ site, fits, findings }) => {
    const refusing = findings.filter(({ verdict }) => verdict === 'refused');
    const others = findings.filter(({ verdict }) => verdict !== 'refused');
    return [
      ...refusing.map(({ code, meaning }) => `data of ${site} do not fit: ${code}: ${meaning}`),
      ...others.map(({ code, meaning }) => `data of ${site} ${fits ? 'fit, but' : 'also'}: ${code}: ${meaning}`),
    ];
  });
  return [...(inOrder.length === 0 ? [] : [`data fit: ${inOrder.join(', ')}`]), ...found];
}

function phaseOf({ status, phase }: ParticipantView): string {
  if (phase === 'evaluating') return phase;
  return status === 'uploaded' || status === 'dropped' ? status : (phase ?? status);
}

function newestDice(view: RunView, site: string): LiveSite['dice'] {
  const newest = view.evaluations
    .filter((evaluation) => evaluation.site === site)
    .reduce<RunView['evaluations'][number] | null>(
      (best, next) => (best === null || next.round > best.round ? next : best),
      null,
    );
  return newest === null || newest.dice.mean === null ? null : { round: newest.round, mean: newest.dice.mean };
}

/** `12/40` steps, or `30 %` where the site keeps its steps to itself and tells a coarse share. */
export function stepText({ phase, step, stepCount, loss }: LiveSite): string {
  const isCoarse = isCoarseProgress({ phase, step, stepCount, loss });
  return isCoarse ? `${Math.round((100 * step) / stepCount)} %` : `${step}/${stepCount}`;
}
