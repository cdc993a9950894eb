import { isSecurePhase, SECURE_PHASES, type RoundState, type SecurePhase, type SecureRoundView } from '@mammofed/core';
import { smallestCohort } from '@mammofed/privacy';
import { entryOf, PHASE_OF_EVENT, type JournalLine } from './journal-entry.js';

/**
 * What the administrator sees of an attempt in secure mode: what it waits for, and who was lost where.
 * @param lines - of the attempt's journal; messages may be left out of them.
 * @returns null before the phases began.
 */
export function secureRoundView(state: RoundState, lines: readonly JournalLine[]): SecureRoundView | null {
  const begun = lines.find(({ kind }) => kind === 'begun');
  const entry = begun === undefined ? null : entryOf(begun);
  if (entry?.kind !== 'begun') return null;
  const { terms, members, minCohort } = entry.beginning;
  const answered = (phase: SecurePhase): string[] =>
    lines.flatMap(({ kind, site }) => (site !== null && PHASE_OF_EVENT.get(kind) === phase ? [site] : []));
  const lost = lines.filter(({ kind }) => kind === 'lost').map(entryOf);
  const losses = lost.flatMap((loss) =>
    loss.kind === 'lost' ? [{ site: loss.site, phase: loss.phase, code: loss.code, reason: loss.reason }] : [],
  );
  return {
    threshold: terms.threshold,
    least: Math.max(terms.threshold, smallestCohort(minCohort)),
    phase: isSecurePhase(state) ? phaseView(state) : null,
    lost: losses,
    wrongShares: lines.flatMap(({ kind, site, content }) =>
      kind === 'wrong-share' && site !== null && content !== null ? [{ holder: site, owner: content }] : [],
    ),
  };

  function phaseView(phase: SecurePhase): SecureRoundView['phase'] {
    const before = SECURE_PHASES[SECURE_PHASES.indexOf(phase) - 1];
    const expected = before === undefined ? members.map(({ name }): string => name) : answered(before);
    const out = new Set([
      ...answered(phase),
      ...losses.filter((loss) => loss.phase === phase).map(({ site }): string => site),
    ]);
    return {
      answeredCount: answered(phase).length,
      expectedCount: expected.length,
      waitingFor: expected.filter((site) => !out.has(site)).sort(),
    };
  }
}
