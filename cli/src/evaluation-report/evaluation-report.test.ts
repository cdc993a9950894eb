import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { evaluationLines, type EvaluationResult } from '../workbench/evaluation-text.js';
import type { EvaluatedImage, Figure, SegmentationFigures } from '../workbench/segmentation-result.js';
import { evaluationReport } from './evaluation-report.js';
import { printPdf } from './print-pdf.js';
import { writeReport } from './write-report.js';

const CHROMIUM = process.env['MAMMOFED_CHROMIUM'] ?? '/usr/bin/chromium';

function figure(mean: number): Figure {
  return {
    n: 3,
    mean,
    min: mean / 2,
    max: mean * 1.1,
    quartiles: [mean * 0.9, mean, mean],
    interval: { low: mean * 0.8, high: mean },
  };
}

const FIGURES: SegmentationFigures = {
  ...{ images: 3, patients: 2, dice: figure(0.7), iou: figure(0.6), sensitivity: figure(0.8) },
  ...{ specificity: figure(0.9), accuracy: figure(0.85), emptyPredictions: 1, negatives: null },
  surface: {
    mm: {
      ...{ hausdorff: figure(12), hausdorff95: figure(8.25), averageSurfaceDistance: figure(2.5) },
      normalizedSurfaceDice: figure(0.55),
    },
    px: null,
  },
  lesions: {
    ...{ lesions: 4, detected: 3, falsePositives: 1 },
    sensitivity: { value: 0.75, interval: null },
    falsePositivesPerImage: { value: 1 / 3, interval: null },
  },
};

function image(file: string, dice: number, touchesEdge: boolean): EvaluatedImage {
  return {
    ...{
      file,
      patientKey: 'SECRET-PATIENT',
      touchesEdge,
      dice,
      sensitivity: dice,
      specificity: 0.9,
      accuracy: 0.9,
      iou: dice / (2 - dice),
    },
    ...({ empty: dice === 0 ? 'prediction' : 'none', unit: 'mm', lesionArea: 120, markedArea: 100 * dice } as const),
    ...{ shareOfImage: 0.01, density: 'b', pathology: null },
    surface:
      dice === 0 ? null : { hausdorff: 12, hausdorff95: 8.25, averageSurfaceDistance: 2.5, normalizedSurfaceDice: 0.5 },
    lesions: { lesions: 1, detected: 1, falsePositives: 0 },
  };
}

const WHOLE = { mean: 0.7, min: 0.1, max: 0.9 };
const NO_LIMITS = {
  standardDeviation: null,
  lower: null,
  upper: null,
  biasInterval: null,
  lowerInterval: null,
  upperInterval: null,
};

const RESULT: EvaluationResult = {
  ...{ modelSha256: 'ab'.repeat(32), study: 'study <b>', part: 'test', n: 3, patients: 2 },
  ...{ dice: WHOLE, sensitivity: WHOLE, specificity: WHOLE, accuracy: WHOLE, diceInterval: null },
  ...{ edge: { n: 1, dice: 0.2 }, central: { n: 2, dice: 0.9 }, allLesionDice: 0.4, meanMaskDice: 0.6 },
  ...{
    skippedEmptyMasks: 2,
    unlistedImages: 1,
    flagged: ['a.png', 'b.png'].map((file) => ({ file, code: 'marked-by-shape', message: 'marked by a <box>' })),
    refused: [],
    out: null,
    report: '/somewhere/report.html',
    pdf: null,
  },
  segmentation: {
    ...{ tolerances: { mm: 1.5, px: 2 }, lesionOverlap: 0.1, intervalSeed: 7, all: FIGURES },
    slices: [
      { slice: 'edge', part: "touching the image's edge", ...FIGURES, dice: figure(0.2) },
      { slice: 'edge', part: 'central', ...FIGURES, dice: null },
    ],
    areaAgreement: { mm: { n: 3, bias: -50, ...NO_LIMITS }, px: null },
  },
  images: [image('<img src=x onerror=alert(1)>.png', 0.9, false), image('b.png', 0.3, true), image('c.png', 0, false)],
};

const OVERLAYS = [
  { file: 'b.png"><script>', dice: 0.3, rank: 'edge', touchesEdge: true, png: Uint8Array.of(137, 80) },
] as const;

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mammofed-evaluation-report-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('the report of an evaluation', () => {
  const html = evaluationReport(RESULT, OVERLAYS);

  it('has every figure, the edge as a row of its own, the three figures of the paper and what the words mean', () => {
    for (const text of [
      'HD95 (mm)',
      'Surface Dice at 1.5 mm',
      'Lesions found (3 of 4)',
      'touching the image&#39;s edge',
    ])
      expect(html).toContain(text);
    expect(html).toMatch(/8\.25/);
    expect(html).toContain('Nothing was marked on 1 image');
    expect(html).toContain('Of 2 images: marked by a &lt;box&gt;.');
    expect(html).toMatch(/Histogram of the Dice of 3 images/);
    expect(html).toMatch(/Box plots of Dice: all images, touching/);
    expect(html).toContain('class="bland-altman"');
    expect(html).toContain('predicted area (mm²)');
    expect(html).toContain('Research use only');
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('escapes what comes from outside, runs nothing, asks for nothing, and names no patient', () => {
    expect(html).not.toMatch(/<script|<img src=x|<b>/);
    expect(html).toContain('&lt;img src=x');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/(src|href)="(?!data:image\/png;base64,)/);
    expect(html).not.toContain('SECRET-PATIENT');
  });
});

describe('an evaluation as text', () => {
  it('says units, tolerance, what was not marked, and each slice', () => {
    const lines = evaluationLines(RESULT).join('\n');
    for (const text of [
      'HD95, mm',
      'surface Dice at 1.5 mm',
      '3 of 4',
      '1 image on which nothing was marked',
      'seed 7',
    ])
      expect(lines).toContain(text);
    expect(lines).toMatch(/edge +touching the image's edge +3 +0\.200/);
    expect(lines).toMatch(/edge +central +3 +–/);
    expect(lines).toContain('Report: /somewhere/report.html');
  });
});

describe('printing', () => {
  it('names what is missing where there is no browser', async () => {
    const missing = join(dir, 'no-such-browser');
    await expect(printPdf(join(dir, 'x.html'), missing)).rejects.toMatchObject({
      code: 'no-browser',
      message: expect.stringContaining('--browser'),
    });
  });

  it('says so where a browser prints nothing', async () => {
    await expect(printPdf(join(dir, 'x.html'), process.execPath)).rejects.toMatchObject({ code: 'process-failed' });
  });

  (existsSync(CHROMIUM) ? it : it.skip)(
    'makes a PDF, and both files are their owner’s alone',
    async () => {
      const overlays = OVERLAYS.map(({ png: _, ...rest }) => ({ ...rest, png: 'one.png' }));
      await writeFile(join(dir, 'evaluation.json'), JSON.stringify({ overlays }));
      await writeFile(join(dir, 'one.png'), Uint8Array.of(137, 80));
      const paths = { report: join(dir, 'a.html'), pdf: join(dir, 'a.pdf'), browser: CHROMIUM };
      await writeReport(RESULT, dir, paths);
      expect(await readFile(paths.report, 'utf8')).toBe(html());
      const pdf = await readFile(paths.pdf);
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.length).toBeGreaterThan(10_000);
    },
    120_000,
  );

  function html(): string {
    return evaluationReport(RESULT, OVERLAYS);
  }
});
