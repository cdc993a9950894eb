import { setTimeout as delay } from 'node:timers/promises';
import type { RunView } from '@mammofed/core';
import { CoordinatorClient } from './coordinator-client.js';
import { CliError, type CliErrorCode } from './errors.js';
import { LiveLines } from './live-lines.js';
import { LiveTable } from './live-table.js';
import type { Screen } from './screen.js';

const LOOK_EVERY_MS = 400;
/** A coordinator that is restarted goes on with its runs: so long it is waited for. */
const AWAY_AT_MOST_MS = 120_000;

const MAY_COME_BACK: readonly CliErrorCode[] = ['coordinator-not-running', 'coordinator-unreachable'];

/**
 * Shows a run until it has ended.
 * @returns the run as it ended.
 * @throws CliError as `CoordinatorClient`; a coordinator that is away is waited for first.
 */
export async function watchRun(dir: string, runId: string, screen: Screen): Promise<RunView> {
  const table = new LiveTable(screen);
  const lines = new LiveLines();
  let client = await CoordinatorClient.open(dir);
  let awaySinceMs: number | null = null;
  let isToldDraft = false;
  for (;;) {
    try {
      const view = await client.run(runId);
      awaySinceMs = null;
      if (screen.isTerminal) table.draw(view, Date.now());
      else for (const line of lines.update(view)) screen.print(line);
      if (view.state === 'draft' && !isToldDraft) {
        isToldDraft = true;
        screen.note(`It is not under way yet. Begin it with: mammofed run start ${runId} --dir ${dir}`);
      }
      if (view.state === 'completed' || view.state === 'failed') return view;
    } catch (error) {
      if (!(error instanceof CliError) || !MAY_COME_BACK.includes(error.code)) throw error;
      if (awaySinceMs === null) screen.note(`${error.message} Waiting for it to come back.`);
      awaySinceMs ??= Date.now();
      if (Date.now() - awaySinceMs > AWAY_AT_MOST_MS) throw error;
      // It may listen on another port now.
      client = await CoordinatorClient.open(dir).catch(() => client);
    }
    await delay(LOOK_EVERY_MS);
  }
}
