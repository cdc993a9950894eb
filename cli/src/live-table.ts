import type { RunView } from '@mammofed/core';
import { bytesText, durationText, fractionText, textTable } from './formats.js';
import {
  currentRound,
  dataFitLines,
  liveSites,
  phaseText,
  roundTitle,
  secureTroubles,
  stepText,
  withheldLines,
  type LiveSite,
} from './live-view.js';
import { printable, type Screen } from './screen.js';
import { diceByRound } from './table-one.js';

const BAR_WIDTH = 16;
// Wide enough for what they hold, so that the columns stand still.
const HEADER = ['site', '      phase', 'progress', '     step', ' loss', ' Dice', '        up', '      down'];
/** Rounds whose Dice fits in a line. */
const SHOWN_ROUNDS = 8;

/** The live view for a terminal: one table, redrawn in place. */
export class LiveTable {
  readonly #screen: Screen;
  #drawnLines = 0;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  /** @param frame - one state, as lines of text. */
  draw(frame: readonly string[]): void {
    const { columns, rows } = this.#screen.size();
    // Taller or wider than the terminal, a frame would scroll or wrap, and the next could not be drawn over it.
    const lines = frame.slice(0, Math.max(1, rows - 1)).map((line) => line.slice(0, Math.max(1, columns - 1)));
    const up = this.#drawnLines > 0 ? `\u001b[${this.#drawnLines}A` : '';
    this.#screen.draw(`${up}\r\u001b[J${lines.join('\n')}\n`);
    this.#drawnLines = lines.length;
  }
}

/** One state of the table as lines of text. */
export function frame(view: RunView, nowMs: number): string[] {
  const round = currentRound(view);
  const state = round === null ? view.state : `${roundTitle(view, round)} ${round.state}`;
  const elapsed = round === null ? '' : `  ${durationText(round.durationMs ?? Math.max(0, nowMs - round.startedAtMs))}`;
  const lines = [`study ${view.config.study}  run ${view.runId}  ${view.state}`, `${state}${elapsed}`, ''];
  lines.push(...textTable([HEADER, ...liveSites(view).map(cells)]).map((line) => `  ${line}`));
  const phase = round === null ? null : phaseText(round);
  if (phase !== null) lines.push(`  ${printable(phase)}`);
  if (round !== null) lines.push(...secureTroubles(round).map((line) => `  ${printable(line)}`));
  const dropped = liveSites(view).filter(({ reason }) => reason !== null);
  lines.push(...dropped.map(({ site, reason }) => `  ${site}: ${printable(reason ?? '')}`));
  lines.push(...[...withheldLines(view), ...dataFitLines(view)].map((line) => `  ${line}`));
  const curve = diceByRound(view).filter(({ dice }) => dice !== null);
  const shown = curve.slice(-SHOWN_ROUNDS).map(({ round: number, dice }) => `${number}: ${fractionText(dice)}`);
  const earlier = curve.length > SHOWN_ROUNDS ? '…  ' : '';
  lines.push('', `Dice over all by round  ${shown.length === 0 ? '(none yet)' : `${earlier}${shown.join('  ')}`}`);
  if (view.note !== null) lines.push(printable(view.note));
  return lines;
}

const SHORT_HEADER = ['run', '    state', '    round', '      phase', 'progress', '     step', ' loss', ' Dice'];

/** One state of several runs side by side: a line for each site of each. */
export function shortFrame(runs: readonly { readonly title: string; readonly view: RunView }[]): string[] {
  const rows = runs.flatMap(({ title, view }) => {
    const round = currentRound(view);
    const place = round === null ? '' : `${round.round}/${view.config.rounds}`;
    const sites = liveSites(view);
    if (sites.length === 0) return [[title, view.state, place, '', ' '.repeat(BAR_WIDTH)]];
    return sites.map((site) => {
      const [, phase = '', progress = '', step = '', loss = '', dice = ''] = cells(site);
      return [title, view.state, place, phase, progress, step, loss, dice];
    });
  });
  const notes = runs.flatMap(({ title, view: { note } }) => (note === null ? [] : [`  ${title}: ${printable(note)}`]));
  return [...textTable([SHORT_HEADER, ...rows]).map((line) => `  ${line}`), ...notes];
}

function cells(site: LiveSite): string[] {
  const isCounting = site.stepCount > 0 && site.phase !== 'dropped';
  return [
    site.site,
    site.phase,
    isCounting ? bar(site.step / site.stepCount) : ' '.repeat(BAR_WIDTH),
    isCounting ? stepText(site) : '',
    site.loss === null ? '' : site.loss.toFixed(3),
    site.dice === null ? '' : fractionText(site.dice.mean),
    bytesText(site.bytesUp),
    bytesText(site.bytesDown),
  ];
}

function bar(share: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
  return '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
}
