import type { RoundView, RunView } from '@mammofed/core';
import { bytesText, durationText, fractionText } from './formats.js';
import {
  currentRound,
  dataFitLines,
  liveSites,
  roundTitle,
  secureTroubles,
  stepText,
  withheldLines,
  type LiveSite,
} from './live-view.js';
import { printable } from './screen.js';
import { isEvaluated, tableOne } from './table-one.js';

/** A site's steps are told when at least this part of them has passed since the last line. */
const STEP_SHARE = 0.25;

/** The live view for a pipe or a file: a plain line whenever something changed, and nothing while nothing does. */
export class LiveLines {
  #state = '';
  #round = '';
  readonly #told = new Map<string, { readonly phase: string; readonly share: number }>();
  /** Sites that were said to have uploaded in a round: told again after their evaluation it would be no news. */
  readonly #uploaded = new Set<string>();
  readonly #evaluated = new Set<number>();
  /** Which sites do not take part, and what was found of whose data: what was said of it last. */
  #standing: readonly string[] = [];
  readonly #troubles = new Set<string>();

  /** @returns what is new since the last call. */
  update(view: RunView): string[] {
    return [
      ...this.#runLines(view),
      ...this.#roundLines(view),
      ...this.#siteLines(view),
      ...this.#standingLines(view),
      ...this.#evaluationLines(view),
    ];
  }

  #runLines({ runId, state, note }: RunView): string[] {
    const line = `run ${runId} ${state}${note === null ? '' : `: ${printable(note)}`}`;
    if (line === this.#state) return [];
    this.#state = line;
    return [line];
  }

  #roundLines(view: RunView): string[] {
    const round = currentRound(view);
    if (round === null) return [];
    const title = `${roundTitle(view, round)} ${round.state}`;
    if (title === this.#round) return this.#secureLines(view, round);
    this.#round = title;
    const count =
      round.sites.length === 0 ? '' : `  ${round.sites.length} ${round.sites.length === 1 ? 'site' : 'sites'}`;
    return [
      `${title}${count}${round.durationMs === null ? '' : `  ${durationText(round.durationMs)}`}`,
      ...this.#secureLines(view, round),
    ];
  }

  /** In secure mode: who was lost in which phase, and shares that were wrong. */
  #secureLines(view: RunView, round: RoundView): string[] {
    const news = secureTroubles(round)
      .map((line) => `${roundTitle(view, round)} ${printable(line)}`)
      .filter((line) => !this.#troubles.has(line));
    for (const line of news) this.#troubles.add(line);
    return news;
  }

  #siteLines(view: RunView): string[] {
    const round = currentRound(view);
    if (round === null) return [];
    return liveSites(view).flatMap((site) => {
      const key = `${round.round} ${round.attempt} ${site.site}`;
      const share = site.stepCount > 0 ? site.step / site.stepCount : 0;
      const told = this.#told.get(key);
      const isNews = told?.phase !== site.phase || share - told.share >= STEP_SHARE || (share === 1 && told.share < 1);
      if (!isNews) return [];
      this.#told.set(key, { phase: site.phase, share });
      if (site.phase === 'uploaded') {
        if (this.#uploaded.has(key)) return [];
        this.#uploaded.add(key);
      }
      return [siteLine(roundTitle(view, round), site)];
    });
  }

  #standingLines(view: RunView): string[] {
    const lines = [...withheldLines(view), ...dataFitLines(view)];
    const news = lines.filter((line) => !this.#standing.includes(line));
    this.#standing = lines;
    return news;
  }

  #evaluationLines(view: RunView): string[] {
    const rounds = [...new Set(view.evaluations.map(({ round }) => round))];
    // Told once, when everybody's figures are there.
    const news = rounds.filter((round) => !this.#evaluated.has(round) && isEvaluated(view, round));
    return news.map((round) => {
      this.#evaluated.add(round);
      const { overall } = tableOne(view, round);
      return `model of round ${round}/${view.config.rounds} evaluated  Dice over all ${fractionText(overall?.dice.mean ?? null)}`;
    });
  }
}

function siteLine(round: string, site: LiveSite): string {
  const parts = [`${round} ${site.phase}`, `site ${site.site}`];
  if (site.stepCount > 0 && site.phase !== 'uploaded' && site.phase !== 'dropped') {
    const text = stepText(site);
    parts.push(text.endsWith('%') ? text : `step ${text}`);
  }
  if (site.loss !== null && site.phase !== 'evaluating') parts.push(`loss ${site.loss.toFixed(3)}`);
  if (site.phase === 'uploaded') parts.push(`up ${bytesText(site.bytesUp)}`, `down ${bytesText(site.bytesDown)}`);
  if (site.reason !== null) parts.push(printable(site.reason));
  return parts.join('  ');
}
