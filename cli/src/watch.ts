import { setTimeout as delay } from 'node:timers/promises';
import type { RunView } from '@mammofed/core';
import { CoordinatorClient } from './coordinator-client.js';
import { CliError, type CliErrorCode } from './errors.js';
import { LiveLines } from './live-lines.js';
import { frame, LiveTable, shortFrame } from './live-table.js';
import type { Screen } from './screen.js';

const LOOK_EVERY_MS = 400;
/** A coordinator that is restarted goes on with its runs: so long it is waited for. */
const AWAY_AT_MOST_MS = 120_000;

const MAY_COME_BACK: readonly CliErrorCode[] = ['coordinator-not-running', 'coordinator-unreachable'];

export interface WatchedRun {
  readonly runId: string;
  /** What the run is among others, e.g. `unet, local-only at site-1`; null where it is the only one. */
  readonly title: string | null;
}

export interface WatchOptions {
  /** Stands above the table on a terminal, e.g. `run 2 of 5`; null for nothing. */
  readonly heading: string | null;
  /** Ends the watching with its reason. */
  readonly signal: AbortSignal;
}

/**
 * Shows a run until it has ended.
 * @returns the run as it ended.
 * @throws CliError as `CoordinatorClient`; a coordinator that is away is waited for first.
 */
export async function watchRun(dir: string, runId: string, screen: Screen): Promise<RunView> {
  const options = { heading: null, signal: new AbortController().signal };
  const [view] = await watchRuns(dir, [{ runId, title: null }], screen, options);
  return view as RunView;
}

/**
 * Shows runs that go side by side until all have ended.
 * @returns the runs as they ended, in the same order.
 * @throws CliError as `CoordinatorClient`; the signal's reason.
 */
export async function watchRuns(
  dir: string,
  runs: readonly WatchedRun[],
  screen: Screen,
  { heading, signal }: WatchOptions,
): Promise<RunView[]> {
  const table = new LiveTable(screen);
  const lines = runs.map(() => new LiveLines());
  let client = await CoordinatorClient.open(dir);
  let awaySinceMs: number | null = null;
  let isToldDraft = false;
  for (;;) {
    try {
      const views = await Promise.all(runs.map(({ runId }) => client.run(runId)));
      awaySinceMs = null;
      if (screen.isTerminal) table.draw(framesOf(runs, views, heading));
      else for (const line of newsOf(runs, views, lines)) screen.print(line);
      for (const { state, runId } of views) {
        if (state !== 'draft' || isToldDraft) continue;
        isToldDraft = true;
        screen.note(`It is not under way yet. Begin it with: mammofed run start ${runId} --dir ${dir}`);
      }
      if (views.every(hasEnded)) return views;
    } catch (error) {
      if (!(error instanceof CliError) || !MAY_COME_BACK.includes(error.code)) throw error;
      signal.throwIfAborted();
      if (awaySinceMs === null) screen.note(`${error.message} Waiting for it to come back.`);
      awaySinceMs ??= Date.now();
      if (Date.now() - awaySinceMs > AWAY_AT_MOST_MS) throw error;
      // It may listen on another port now.
      client = await CoordinatorClient.open(dir).catch(() => client);
    }
    await delay(LOOK_EVERY_MS, null, { signal }).catch(() => signal.throwIfAborted());
  }
}

function hasEnded({ state }: RunView): boolean {
  return state === 'completed' || state === 'failed';
}

function framesOf(runs: readonly WatchedRun[], views: readonly RunView[], heading: string | null): string[] {
  const nowMs = Date.now();
  const [only] = views;
  const [run] = runs;
  const above = [heading, views.length === 1 ? (run?.title ?? null) : null].filter((part) => part !== null).join(': ');
  const title = above === '' ? [] : [above];
  if (views.length === 1 && only !== undefined) return [...title, ...frame(only, nowMs)];
  return [...title, '', ...shortFrame(views.map((view, i) => ({ title: runs[i]?.title ?? view.runId, view })))];
}

function newsOf(runs: readonly WatchedRun[], views: readonly RunView[], lines: readonly LiveLines[]): string[] {
  return views.flatMap((view, i) => {
    const title = runs[i]?.title ?? null;
    const news = lines[i]?.update(view) ?? [];
    return title === null ? news : news.map((line) => `[${title}] ${line}`);
  });
}
