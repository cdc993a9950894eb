import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { demoResult, type DemoResult } from '../support/demo-result.js';
import { Workbench } from '../support/processes.js';
import { dataFolder } from '../support/real-data.js';

const DATA = dataFolder();
const CDD_CESM = join(DATA, 'cdd-cesm-512');
const SIX_MINUTES_MS = 360_000;

/** Mean over every test image of every site. */
function overAll(result: DemoResult, valueOf: (site: string) => number): number {
  const rows = result.evaluation.final;
  return rows.reduce((sum, { site, n }) => sum + n * valueOf(site), 0) / rows.reduce((sum, { n }) => sum + n, 0);
}

function finalDice(result: DemoResult): (site: string) => number {
  return (site) => result.evaluation.final.find((row) => row.site === site)?.dice.mean ?? NaN;
}

function bestImageBlind(result: DemoResult): (site: string) => number {
  return (site) => {
    const row = result.baseline.find((baseline) => baseline.site === site);
    return row === undefined ? NaN : Math.max(row.allLesion, row.meanMask);
  };
}

const whereThereIsData = existsSync(CDD_CESM) ? describe : describe.skip;

whereThereIsData('real mammograms (cdd-cesm-512) at three sites', () => {
  const workbench = new Workbench();
  afterAll(() => workbench.end());

  const demo = async (name: string, ...options: string[]): Promise<DemoResult> => {
    const out = join(await workbench.dir(), name);
    const run = await workbench.must(
      'demo',
      '--data',
      CDD_CESM,
      '--sites',
      '3',
      '--rounds',
      '6',
      '--seed',
      '7',
      '--out',
      out,
      '--json',
      ...options,
    );
    return demoResult(run.stdout);
  };

  it(
    'the federated network looks at the images: above every image-blind mask and above permuted images',
    async () => {
      const startedMs = Date.now();
      const real = await demo('real');
      const elapsedMs = Date.now() - startedMs;
      const permuted = await demo('permuted', '--permute-images');

      const dice = overAll(real, finalDice(real));
      const blind = overAll(real, bestImageBlind(real));
      const permutedDice = overAll(permuted, finalDice(permuted));
      console.log(
        JSON.stringify({
          seed: real.seed,
          dice,
          blind,
          permutedDice,
          elapsedMs,
          perSite: real.evaluation.final.map(({ site, n, dice: d }) => ({
            site,
            n,
            dice: d.mean,
            blind: bestImageBlind(real)(site),
          })),
        }),
      );
      expect(dice).toBeGreaterThanOrEqual(0.63);
      expect(dice - blind).toBeGreaterThanOrEqual(0.05);
      for (const { site } of real.evaluation.final)
        expect(finalDice(real)(site)).toBeGreaterThan(bestImageBlind(real)(site));
      expect(dice).toBeGreaterThan(permutedDice);
      expect(elapsedMs).toBeLessThan(SIX_MINUTES_MS);
    },
    2 * SIX_MINUTES_MS + 60_000,
  );
});
