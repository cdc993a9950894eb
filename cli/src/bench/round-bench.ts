import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, type Mode, type RunConfig } from '@mammofed/core';
import { writePhantomDataset } from '@mammofed/imaging';
import { DemoConsortium } from '../demo/consortium.js';
import { makeOutFolder } from '../demo/out-folder.js';
import { quietPort } from '../demo/quiet-port.js';
import { withSpawned } from '../demo/run-demo.js';
import { runFailed } from '../run-failed.js';
import type { Screen } from '../screen.js';
import { watchRuns } from '../watch.js';

export interface RoundBenchOptions {
  readonly siteCount: number;
  /** Timed rounds of each mode. */
  readonly repeats: number;
  /** One round of it is timed; its mode and seed are the bench's. */
  readonly config: RunConfig;
}

export interface RoundBenchResult {
  readonly sites: number;
  readonly epochs: number;
  /** Medians, from the selection of the sites to the committed model. */
  readonly plainRoundMs: number;
  readonly secureRoundMs: number;
  /** Secure by plain. */
  readonly ratio: number;
  /** Every timed round, milliseconds, in the order in which they were made. */
  readonly plainRoundsMs: readonly number[];
  readonly secureRoundsMs: readonly number[];
}

/** Drawn images of a site; their whole side in pixels. */
const PHANTOMS = { patients: 36, imagesPerPatient: 2, size: 192 } as const;

/**
 * Times rounds of a real coordinator and real sites on this machine, sealed and secure by turns: each pair has a seed, and so
 * its training, in common. A first pair is not counted, in which the sites compile their steps.
 * @throws CliError.
 */
export async function benchRounds(options: RoundBenchOptions, screen: Screen): Promise<RoundBenchResult> {
  const { siteCount, repeats, config } = options;
  const folder = await mkdtemp(join(tmpdir(), 'mammofed-bench-'));
  const sites = Array.from({ length: siteCount }, (_, i) => `site-${i + 1}`);
  try {
    const out = await makeOutFolder(join(folder, 'out'), undefined, false);
    return await withSpawned(out, screen, async (commands) => {
      const consortium = new DemoConsortium({ out, commands, coordinatorUser: null });
      await consortium.makeCoordinator(await quietPort());
      await consortium.startCoordinator();
      await consortium.makeRoot();
      for (const [siteIndex, site] of sites.entries()) {
        const dir = out.siteData(site);
        await mkdir(dir, { mode: 0o700 });
        const { study, seed } = config;
        await writePhantomDataset({ dir, ...PHANTOMS, seed, siteIndex, study, signal: commands.signal });
        await consortium.enrol(site, Math.max(1, Math.floor(availableParallelism() / siteCount)), null);
        consortium.startSite(site);
      }
      const durations: Record<Mode, number[]> = { sealed: [], secure: [] };
      for (let pair = 0; pair <= repeats; pair++) {
        // By turns also in who is first: whatever else the machine does meets both.
        const modes: readonly Mode[] = pair % 2 === 0 ? ['sealed', 'secure'] : ['secure', 'sealed'];
        for (const mode of modes) {
          const quorum = { ...config.quorum, minSites: siteCount, maxSites: siteCount };
          const runId = await consortium.createRun({ ...config, quorum, mode, rounds: 1, seed: config.seed + pair });
          await consortium.approve(sites, config.study, runId);
          await consortium.startRun(runId);
          const watching = { heading: `pair ${pair} of ${repeats}, ${mode}`, signal: commands.signal };
          const watched = watchRuns(out.coordinator, [{ runId, title: null }], screen, watching);
          const [view] = await commands.until(watched);
          const ms = view?.rounds.find(({ state }) => state === 'committed')?.durationMs;
          if (view === undefined || ms === null || ms === undefined)
            throw runFailed(view ?? (await consortium.show(runId)));
          if (pair > 0) durations[mode].push(ms);
        }
      }
      return resultOf(options, durations);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function resultOf(
  { siteCount, config }: RoundBenchOptions,
  { sealed, secure }: Record<Mode, number[]>,
): RoundBenchResult {
  const [plainRoundMs, secureRoundMs] = [median(sealed), median(secure)];
  return {
    ...{ sites: siteCount, epochs: config.training.epochs, plainRoundMs, secureRoundMs },
    ratio: secureRoundMs / plainRoundMs,
    ...{ plainRoundsMs: sealed, secureRoundsMs: secure },
  };
}
