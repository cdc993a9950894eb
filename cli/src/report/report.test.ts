import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunView } from '@mammofed/core';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { comparisonOf, type Comparison, type MeasuredExperiment } from '../demo/comparison.js';
import type { ImageResult } from '../demo/image-results.js';
import type { DemoData } from '../demo/sites.js';
import { confirming, completedRun, evaluation, NONE, outlines, participant, round } from '../run-view.test-support.js';
import { markup } from './markup.js';
import { reportHtml, type ReportInput } from './report.js';
import type { NetworkResults } from './network-results.js';
import { readSiteResults, type SiteResults } from './site-results.js';

const data: DemoData = {
  kind: 'images',
  description: 'images of /data, dealt out whole patients at random',
  sites: [
    { name: 'north', value: null, imageCount: 120, patientCount: 60 },
    { name: 'south', value: 'scanner two', imageCount: 80, patientCount: 40 },
  ],
};
const overlay = {
  file: 'P1_L.png',
  dice: 0.912,
  rank: 'best',
  png: Buffer.from('AAAA', 'base64'),
  original: null,
  reference: null,
} as const;
const north: SiteResults = {
  site: 'north',
  overlays: [overlay],
  imageDice: [0.912],
  diceByFile: new Map([['P1_L.png', 0.912]]),
  maskPaths: new Map(),
  problem: null,
};
const images = ['P1_L.png', 'P2_L.png', 'P3_R.png', 'P4_R.png'].map((file, i): ImageResult => ({
  file,
  patient: file.slice(0, 2),
  site: i < 2 ? 'north' : 'south',
  ...{ sensitivity: 0.8, specificity: 0.9, accuracy: 0.85, dice: 0.5 + i / 10 },
  touchesEdge: i === 0,
  referenceArea: 0.3,
  predictedArea: 0.25 + i / 50,
}));
const experiment = (changes: Partial<MeasuredExperiment> = {}): MeasuredExperiment => ({
  key: 'unet/federated',
  model: 'unet',
  kind: 'federated',
  site: null,
  config: completedRun().config,
  view: completedRun(),
  images,
  ...changes,
});
const compared = (...measured: MeasuredExperiment[]): Comparison => comparisonOf(measured, ['north', 'south'], 5);
const ofView = (view: RunView): Partial<ReportInput> => ({ comparison: compared(experiment({ view })) });
const network = (results: readonly SiteResults[]): NetworkResults => ({ model: 'unet', round: 2, results });
const input = (changes: Partial<ReportInput> = {}): ReportInput => ({
  comparison: compared(experiment()),
  data,
  networks: [network([north])],
  permuteImages: false,
  ...changes,
});

describe('reportHtml', () => {
  it('says how the sum was protected, and who was lost in which phase of it', () => {
    const base = completedRun();
    const config = { ...base.config, mode: 'secure', ringBits: 24 } as const;
    const { secure = null } = confirming();
    const rounds = [round(1, [participant('north', 0)], { secure })];
    const html = reportHtml(input(ofView({ ...base, config, rounds })));
    expect(html).toContain('secure, ring of 24 bits: updates are masked');
    expect(html).toContain(
      'round 1: west lost in sharing: equal-keys: of another; round 1: wrong share: north sent it',
    );
    expect(reportHtml(input())).not.toContain('Lost in the phases');
  });

  it('has Table 1, the figures, overlays, sites and configuration', () => {
    const html = reportHtml(input());
    for (const part of [
      ...[
        'Table 1',
        'Initial model (round 0)',
        'Model of round 2',
        'all sites',
        'Image-blind',
        'Dice by round',
        'Training',
      ],
      ...[
        'Bytes and time',
        'Overlays',
        'never left a site over the wire',
        'data:image/png;base64,AAAA',
        'Dice 0.912',
        'P1_L.png',
      ],
      ...['Configuration', 'compiled on cpu, 48 optimizer steps', 'f'.repeat(64), '0'.repeat(64), 'scanner two'],
    ]) {
      expect(html).toContain(part);
    }
    expect(html.match(/<svg/g)?.length).toBeGreaterThanOrEqual(6);
    expect(html).toContain('0.550');
  });

  it('has outlines, lesions and slices of every site with their definitions, or says that no site tells of them', () => {
    expect(reportHtml(input())).toContain('No site tells of outlines and lesions.');
    const evaluations = [evaluation('north', 2, 0.5, { segmentation: outlines(30) }), evaluation('south', 2, 0.5)];
    const html = reportHtml(input(ofView(completedRun({ evaluations }))));
    for (const part of [
      ...['Outlines and lesions', 'HD95', '4.13 mm', '0.875 at 2 mm', '0.90 ±0.05', '95th percentiles'],
      'pixels of the image where it is of none, and not told where it is of some',
      ...['Dice by part of the test images', 'malignant', 'within 2 mm of the other'],
    ])
      expect(html).toContain(part);
    expect(html).not.toMatch(/NaN|undefined|null/);
  });

  it('names beside the outlines the sites that are not in the total', () => {
    const evaluations = [evaluation('north', 2, 0.5, { segmentation: outlines(30) })];
    const [, section = ''] = reportHtml(input(ofView(completedRun({ evaluations })))).split('Outlines and lesions');
    expect(section).toMatch(/^[^]*?all sites[^]*?not in the total: south[^]*?Dice by part/);
  });

  it('says how patients are protected, and that such a run does not repeat', () => {
    const privacy = { clipNorm: 1, noiseMultiplier: 1.1, lotSize: 32, delta: 1e-5 };
    const config = { ...completedRun().config, privacy };
    const html = reportHtml(input(ofView({ ...completedRun(), config, deterministic: false })));
    expect(html).toContain('noise 1.1, gradients up to norm 1, lots of 32');
    expect(html).toContain('the noise of differential privacy is never drawn from it');
    expect(reportHtml(input())).not.toContain('DP-SGD');
  });

  it('sets networks and kinds of training side by side, with intervals, edges and agreement', () => {
    const lower = images.map((image) => ({ ...image, dice: image.dice - 0.1 }));
    const comparison = compared(
      experiment(),
      experiment({ kind: 'pooled', images: lower }),
      experiment({ kind: 'local', site: 'north', images: lower.slice(0, 2) }),
      experiment({ kind: 'local', site: 'south', images: lower.slice(2) }),
      experiment({ model: 'deconvnet' }),
    );
    const other = { ...overlay, dice: 0.7, png: Buffer.from('BBBB', 'base64') };
    const second = { ...north, overlays: [other], diceByFile: new Map([['P1_L.png', 0.7]]) };
    const html = reportHtml(
      input({ comparison, networks: [network([north]), { ...network([second]), model: 'deconvnet' }] }),
    );
    for (const part of [
      ...['Table 1: every model on the same test images', 'local-only at north', 'local-only, all sites', 'pooled'],
      ...[
        'Difference in Dice on the same image',
        'federated − pooled',
        '+0.100',
        'Learning curves',
        'Sites side by side',
      ],
      ...['At the image’s edge', 'Bland-Altman', 'base64,AAAA', 'base64,BBBB', 'deconvnet'],
    ])
      expect(html).toContain(part);
    expect(html.match(/class="bland-altman"/g)).toHaveLength(2);
    expect(html.match(/class="side-by-side"/g)).toHaveLength(1);
  });

  it('says where a second network’s picture of an image is missing', () => {
    const none = { ...north, overlays: [] };
    const networks = [network([north]), { ...network([none]), model: 'deconvnet' }];
    expect(reportHtml(input({ networks }))).toContain('no picture: its agent kept no mask of this image');
  });

  it('asks the network for nothing and runs no script', () => {
    const html = reportHtml(input());
    expect(html).not.toMatch(/https?:|<script|<link|@import|url\(/i);
    expect(html).toContain("default-src 'none'");
  });

  it('escapes whatever comes from outside', () => {
    const evil = `<img src=x onerror="alert('1')">&`;
    const view = completedRun({
      runId: evil,
      config: { ...completedRun().config, study: evil },
      rounds: [round(1, [participant(evil, 0)])],
      evaluations: [evaluation(evil, 0, 0.4), evaluation(evil, 1, 0.5)],
    });
    const html = reportHtml({
      comparison: compared(experiment({ view, images: images.map((image) => ({ ...image, site: evil })) })),
      data: { ...data, description: evil, sites: [{ name: evil, value: evil, imageCount: 1, patientCount: 1 }] },
      networks: [
        network([{ ...north, site: evil, overlays: [{ ...overlay, file: evil }], imageDice: [], problem: evil }]),
      ],
      permuteImages: true,
    });
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('onerror="');
    expect(html.split('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;').length).toBeGreaterThan(10);
  });

  it('says what a site withheld instead of showing a number', () => {
    const evaluations = [0, 1, 2].flatMap((number) => [
      evaluation('north', number, 0.5),
      evaluation('south', number, 0, {
        n: null,
        dice: NONE,
        sensitivity: NONE,
        specificity: NONE,
        accuracy: NONE,
        allLesionDice: null,
        meanMaskDice: null,
      }),
    ]);
    const sites = [participant('north', 0), participant('south', 1, { examples: null, trainLoss: null })];
    const html = reportHtml(input(ofView(completedRun({ evaluations, rounds: [round(1, sites), round(2, sites)] }))));
    expect(html).toContain('withheld');
    expect(html).toContain('image-blind: withheld');
    expect(html).toContain('Withheld: south.');
    expect(html).toContain('A site withheld the figures');
    expect(html).not.toMatch(/NaN|undefined|null/);
  });

  it('says that phantoms say nothing about medicine, and that a control is one', () => {
    expect(reportHtml(input())).not.toContain('nothing about medicine');
    expect(reportHtml(input({ data: { ...data, kind: 'phantom' } }))).toContain('nothing about medicine');
    expect(reportHtml(input({ permuteImages: true }))).toContain('This run is a control.');
  });

  it('says when the model is no better than a mask that never looks', () => {
    expect(reportHtml(input())).toContain('0.050 below the best mask that never looks at an image');
    const evaluations = [0, 1, 2].map((number) => evaluation('north', number, 0.7));
    expect(reportHtml(input(ofView(completedRun({ evaluations }))))).toContain('0.100 above the best mask');
  });
});

describe('markup', () => {
  it('escapes text and leaves markup as it is', () => {
    expect(markup`<p title="${'"'}">${'<&>'}${1}${markup`<b>`}${[markup`1`, markup`2`]}</p>`.text).toBe(
      '<p title="&quot;">&lt;&amp;&gt;1<b>12</p>',
    );
  });
});

describe('readSiteResults', () => {
  const PNG = Buffer.from('89504e470d0a1a0a00', 'hex');
  let dir: string;
  let folder: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mammofed-results-'));
    folder = join(dir, 'results', 'run-1', 'round-2');
    await mkdir(join(folder, 'overlays'), { recursive: true });
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('joins the listed overlays and leaves out what is no picture in that folder', async () => {
    await writeFile(join(folder, 'overlays', 'a.png'), PNG);
    await writeFile(join(folder, 'overlays', 'text.png'), 'no picture');
    await writeFile(join(folder, 'secret.png'), PNG);
    const entry = { file: 'a', dice: 0.5, rank: 'best' };
    const listed = [
      'overlays/a.png',
      'overlays/text.png',
      'overlays/missing.png',
      'overlays/../secret.png',
      '/etc/passwd',
    ];
    const overlays = [...listed.map((png) => ({ ...entry, png })), null, { png: 'overlays/a.png' }];
    await writeFile(
      join(folder, 'evaluation.json'),
      JSON.stringify({ overlays, images: [{ file: 'a', dice: 0.5 }, 1] }),
    );
    const results = await readSiteResults('north', dir, 'run-1', 2);
    expect(results.overlays).toEqual([{ ...entry, png: PNG, original: null, reference: null }]);
    expect(results.imageDice).toEqual([0.5]);
    expect(results.problem).toBe('6 of its overlays could not be read');
  });

  it('names a site that kept nothing', async () => {
    expect(await readSiteResults('north', dir, 'run-1', 2)).toMatchObject({
      overlays: [],
      problem: 'it kept no evaluation of round 2',
    });
  });
});
