import type { Screen } from '../screen.js';

/** On a pipe a step is told when at least this part of all has passed since the last line. */
const STEP_SHARE = 0.25;

/** How far a piece of work is: one line redrawn in place on a terminal, plain lines in a pipe. */
export class ProgressLine {
  readonly #screen: Screen;
  #what = '';
  #toldShare = 0;
  #isDrawn = false;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  update(what: string, done: number, total: number): void {
    const text = total > 0 ? `${what}  ${done}/${total}` : what;
    if (this.#screen.isTerminal) {
      this.#screen.draw(`\r${text.slice(0, this.#screen.size().columns - 1)}\u001b[K`);
      this.#isDrawn = true;
      return;
    }
    const share = total > 0 ? done / total : 0;
    const isNew = what !== this.#what;
    if (!isNew && (share === this.#toldShare || (share < 1 && share - this.#toldShare < STEP_SHARE))) return;
    this.#what = what;
    this.#toldShare = share;
    this.#screen.note(text);
  }

  /** Takes the line away: what follows starts at the left. */
  clear(): void {
    if (this.#isDrawn) this.#screen.draw('\r\u001b[K');
    this.#isDrawn = false;
  }
}
