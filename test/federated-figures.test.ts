import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EvaluationView, RunView, SegmentationSummary, SubsetFigures } from '@mammofed/core';
import { Consortium } from './support/consortium.js';
import { eventually, Workbench } from './support/processes.js';

const WITHIN_MS = 300_000;
const STUDY = 'figures';
const OPTIONS = ['--study', STUDY, '--rounds', '1', '--epochs', '2', '--width', '1/32', '--size', '32', '--seed', '4'];
/** South allows smaller cells than north, which keeps to what a new site has. */
const CELLS = { north: 5, south: 2 } as const;
type Site = keyof typeof CELLS;

interface Mean {
  readonly n: number;
  readonly mean: number;
}

interface Kept {
  readonly images: number;
  readonly iou: Mean;
  readonly surface: { readonly px: Readonly<Record<string, Mean>> | null };
  readonly lesions: Readonly<Record<'sensitivity' | 'falsePositivesPerImage', { readonly value: number }>>;
  readonly dice: Mean;
}

interface KeptSegmentation {
  readonly all: Kept;
  readonly slices: readonly (Kept & { readonly slice: string; readonly key: string; readonly patients: number })[];
}

describe('what a run tells of each site’s own test split', () => {
  const workbench = new Workbench();
  let consortium: Consortium;
  let view: RunView;
  let runId: string;

  beforeAll(async () => {
    consortium = await Consortium.start(workbench);
    for (const [index, name] of (Object.keys(CELLS) as Site[]).entries()) {
      await consortium.enrol(name, index, 60, STUDY);
      await addFacts(join(`${consortium.siteDir(name)}-data`, 'index.csv'));
      const words = ['set', 'minCellSize', String(CELLS[name]), '--dir', consortium.siteDir(name)];
      await workbench.must('site', 'policy', ...words);
      consortium.startSite(name);
    }
    runId = await consortium.createRun(...OPTIONS);
    view = await eventually('the run to complete', WITHIN_MS, async () => {
      const now = await consortium.show(runId);
      if (now.state === 'failed') throw new Error(now.note ?? 'the run failed');
      return now.state === 'completed' && now.evaluations.length >= 4 ? now : undefined;
    });
  }, 900_000);
  afterAll(() => workbench.end());

  const told = (name: Site): EvaluationView & { segmentation: SegmentationSummary } => {
    const evaluation = view.evaluations.find(({ site, round }) => site === name && round === 1);
    if (!evaluation?.segmentation) throw new Error(`${name} told nothing of its outlines`);
    return { ...evaluation, segmentation: evaluation.segmentation };
  };
  const kept = async (name: Site): Promise<KeptSegmentation> => {
    const path = join(consortium.siteDir(name), 'results', runId, 'round-1', 'evaluation.json');
    return (JSON.parse(await readFile(path, 'utf8')) as { segmentation: KeptSegmentation }).segmentation;
  };

  it.each(Object.keys(CELLS) as Site[])('is, for %s, what its own results folder has', async (name) => {
    const { n, segmentation } = told(name);
    const { all } = await kept(name);
    expect([n, segmentation.iou]).toEqual([all.images, all.iou.mean]);
    const { px } = all.surface;
    const isEnough = px !== null && (px['hausdorff95']?.n ?? 0) >= CELLS[name];
    expect(segmentation.surface).toEqual(
      isEnough
        ? {
            ...{ unit: 'px', tolerance: 2 },
            hausdorff95: px['hausdorff95']?.mean,
            averageSurfaceDistance: px['averageSurfaceDistance']?.mean,
            normalizedSurfaceDice: px['normalizedSurfaceDice']?.mean,
          }
        : null,
    );
    const steps = Math.floor(all.images / CELLS[name]);
    if (steps < 2) expect(segmentation.lesions).toBeNull();
    for (const figure of steps < 2 ? [] : (['sensitivity', 'falsePositivesPerImage'] as const))
      expect(Math.abs((segmentation.lesions?.[figure] ?? NaN) - all.lesions[figure].value)).toBeLessThanOrEqual(
        0.5 / steps,
      );
  });

  it('has the slices of which every part has enough patients, and none of the others', async () => {
    const parts = { north: 0, south: 0 };
    for (const name of Object.keys(CELLS) as Site[]) {
      const { slices } = await kept(name);
      for (const slice of ['size', 'density', 'pathology'] as const) {
        const own = slices.filter((one) => one.slice === slice);
        const isEnough = own.length > 0 && own.every(({ patients }) => patients >= CELLS[name]);
        const shared = Object.entries<SubsetFigures | null>(told(name).segmentation[slice] ?? {});
        // A database gives an object's fields in any order.
        expect(Object.fromEntries(shared.filter(([, part]) => part !== null))).toEqual(
          Object.fromEntries(isEnough ? own.map(({ key, images, dice }) => [key, { n: images, dice: dice.mean }]) : []),
        );
        parts[name] += isEnough ? own.length : 0;
      }
    }
    // Or it has tested nothing.
    expect(parts.south).toBeGreaterThanOrEqual(5);
    expect(parts.north).toBeLessThan(parts.south);
  });

  it('is shown as a table', async () => {
    const shown = await workbench.must('run', 'show', runId, '--dir', consortium.coordinatorDir);
    const { iou } = told('south').segmentation;
    expect(shown.stdout).toMatch(new RegExp(`Outlines and lesions, model of round 1[^]* south +${iou?.toFixed(3)} `));
  });
});

/** Every image gets a density and a pathology, in turns. */
async function addFacts(index: string): Promise<void> {
  const [header = '', ...lines] = (await readFile(index, 'utf8')).trim().split('\n');
  const facts = lines.map(
    (line, i) => `${line.trim()},${i % 2 === 0 ? 'b' : 'c'},${i % 3 === 0 ? 'malignant' : 'benign'}`,
  );
  await writeFile(index, [`${header.trim()},density,pathology`, ...facts].join('\n'));
}
